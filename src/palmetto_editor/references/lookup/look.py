"""Looking a work up: by an identifier, by its title, or many works at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from palmetto_editor.model.csl import Reference, Update
from palmetto_editor.references.duplicates import same_work
from palmetto_editor.references.identifiers import Identifier, pmid
from palmetto_editor.references.lookup import asking
from palmetto_editor.references.lookup.asked import Asked
from palmetto_editor.references.lookup.client import CancelledError, Client
from palmetto_editor.references.lookup.found import Answer, Found
from palmetto_editor.references.lookup.likeness import FEWEST, likeness

AT_ONCE = 4  # works; the client's pace keeps each service from being asked too often


def by_identifier(identifier: Identifier, client: Client) -> Answer:
    """The records of a work by its identifier.

    An ISSN, an ORCID iD and a web address are of no single work: the answer to them is empty.
    Raises CancelledError, as all here.
    """
    asked = Asked(client)
    asking.identifier(asked, identifier)
    return asked.answer()


def by_title(reference: Reference, client: Client) -> Answer:
    """Records whose titles are like the reference's, the likeliest first; its first author and its
    year help to find them. Empty for a reference without a title.
    """
    asked = Asked(client)
    if reference.title.strip():
        asking.words(asked, reference)
    return asked.answer()


def for_reference(reference: Reference, client: Client) -> Answer:
    """The records of a reference: by its identifiers, the first that any service knows, else by
    its title. A record by identifier whose title is another one has those by title behind it: the
    identifier in the list may be the wrong one.
    """
    asked = Asked(client)
    for identifier in asking.identifiers_of(reference):
        asking.identifier(asked, identifier, pmid(reference.PMID))
        if asked.found:
            break
    is_titled = bool(reference.title.strip())
    if is_titled and not any(_is_like(reference, found) for found in asked.found):
        asking.words(asked, reference)
    return asked.answer()


def many(
    references: Sequence[Reference],
    client: Client,
    on_progress: Callable[[float, str], object] = lambda _share, _words: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Answer | None, ...]:
    """The answer for each reference, in their order; None for those that were cancelled.

    `on_progress` is told the share done, from 0 to 1, and the title of the work just looked up; it
    is called on this thread.
    """
    answers: list[Answer | None] = [None] * len(references)
    pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="look-up")
    try:
        jobs = {pool.submit(for_reference, one, client): i for i, one in enumerate(references)}
        left: set[Future[Answer]] = set(jobs)
        while left and not cancelled():
            done, left = wait(left, timeout=0.1, return_when=FIRST_COMPLETED)
            for ready, job in enumerate(done, len(jobs) - len(left) - len(done) + 1):
                answers[jobs[job]] = _result(job)
                on_progress(ready / len(jobs), references[jobs[job]].title)
        if left:
            client.cancel()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return tuple(answers)


def updates(mine: Reference, answer: Answer) -> tuple[Update, ...]:
    """What any service told to have become of the work; records of other works do not count."""
    told = (one.reference for one in answer.found if same_work(mine, one.reference))
    return tuple(dict.fromkeys(update for work in told for update in work.palmetto.updates))


def _result(job: Future[Answer]) -> Answer | None:
    try:
        return job.result()
    except CancelledError:
        return None


def _is_like(reference: Reference, found: Found) -> bool:
    return likeness(reference, found.reference) >= FEWEST
