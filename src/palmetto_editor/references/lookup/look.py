"""Looking a work up: by an identifier, by its title, or many works at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TypeVar

from palmetto_editor.model.csl import Reference, Update
from palmetto_editor.references.duplicates import same_work
from palmetto_editor.references.identifiers import Identifier, pmid
from palmetto_editor.references.lookup import asking
from palmetto_editor.references.lookup.asked import Asked
from palmetto_editor.references.lookup.client import CancelledError, Client
from palmetto_editor.references.lookup.found import Answer, Found
from palmetto_editor.references.lookup.likeness import FEWEST, likeness
from palmetto_editor.references.lookup.shelf import Shelf

T = TypeVar("T")

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


def for_reference(reference: Reference, client: Client, shelf: Shelf | None = None) -> Answer:
    """The records of a reference: by its identifiers, the first that any service knows, else by
    its title. A record by identifier whose title is another one has those by title behind it: the
    identifier in the list may be the wrong one. `shelf` may have PubMed's records already.
    """
    asked = Asked(client, shelf)
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

    PubMed is asked for all of them at first, together. `on_progress` is told the share done, from 0
    to 1, and the title of the work just looked up; it is called on this thread.
    """
    answers: list[Answer | None] = [None] * len(references)
    shelf = Shelf(client)
    pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="look-up")
    try:
        if len(references) > 1:
            on_progress(0.0, "")
            for stocked in _finished([pool.submit(shelf.stock, references)], client, cancelled):
                stocked.result()
        jobs = [pool.submit(for_reference, one, client, shelf) for one in references]
        places = {job: at for at, job in enumerate(jobs)}
        for count, job in enumerate(_finished(jobs, client, cancelled), 1):
            answers[places[job]] = job.result()
            on_progress(count / len(jobs), references[places[job]].title)
    except CancelledError:
        client.cancel()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return tuple(answers)


def _finished(
    jobs: Sequence[Future[T]], client: Client, cancelled: Callable[[], bool]
) -> Iterator[Future[T]]:
    """The jobs as they end; CancelledError, soon, where the writer stops it."""
    left = set(jobs)
    while left:
        if client.is_cancelled or cancelled():
            raise CancelledError
        done, left = wait(left, timeout=0.1, return_when=FIRST_COMPLETED)
        yield from done


def updates(mine: Reference, answer: Answer) -> tuple[Update, ...]:
    """What any service told to have become of the work; records of other works do not count."""
    told = (one.reference for one in answer.found if same_work(mine, one.reference))
    return tuple(dict.fromkeys(update for work in told for update in work.palmetto.updates))


def _is_like(reference: Reference, found: Found) -> bool:
    return likeness(reference, found.reference) >= FEWEST
