"""Works that are looked up one after another, and what the writer makes of each answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from palmetto_editor.model import edits
from palmetto_editor.model.csl import Reference, Update
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.references.cited_names import in_sentence
from palmetto_editor.references.lookup.found import Answer, Found, Pair
from palmetto_editor.session.settings import Settings

Stage = Literal["waiting", "asking", "answered", "failed", "done", "left"]
Look = Callable[[Sequence[Reference]], Sequence[Answer | None]]
Begin = Callable[[Callable[[str], object], Callable[[], bool]], Look]
LIKELY = 0.9  # likeness of titles below which the record may be of another work


@dataclass(frozen=True, slots=True)
class Case:
    """One work of a look-up; `key` names it in the list, `why` says why it failed."""

    key: str
    stage: Stage = "waiting"
    answer: Answer = field(default_factory=Answer)
    why: str = ""

    @property
    def is_open(self) -> bool:
        """Whether there is something in it for the writer to look at."""
        return self.stage in ("answered", "failed")


def asking(settings: Settings) -> Begin:
    """Begins look-ups with the writer's settings.

    What it gives asks for a few works at once, None for those it was kept from; it is told what to
    call, with a sentence, while a service has it wait, and whom to ask whether to go on.
    """

    def begin(on_wait: Callable[[str], object], cancelled: Callable[[], bool]) -> Look:
        from palmetto_editor.session.lookup import client

        asked = client(settings, on_wait, cancelled)

        def look(references: Sequence[Reference]) -> Sequence[Answer | None]:
            from palmetto_editor.references.lookup.look import many

            return many(references, asked, cancelled=cancelled)

        return look

    return begin


def compare(mine: Reference, found: Found) -> tuple[Pair, ...]:
    """Every field that either has, on both sides."""
    from palmetto_editor.references.lookup.compare import compare as pairs

    return tuple(pairs(mine, found.reference))


def is_another(mine: Reference, found: Found) -> bool:
    """Whether a record that was asked for by its identifier is of another work by its title."""
    from palmetto_editor.references.lookup import likeness

    return likeness.is_another(mine, found.reference)


def updates(mine: Reference, answer: Answer) -> tuple[Update, ...]:
    """What any of the services told to have become of the work."""
    from palmetto_editor.references.lookup.look import updates as told

    return told(mine, answer)


def updates_with(mine: Reference, answer: Answer, found: Found) -> tuple[Update, ...]:
    """The same, and what the record that is shown tells even where it may be of another work."""
    return tuple(dict.fromkeys((*found.reference.palmetto.updates, *updates(mine, answer))))


def settle(
    mine: Reference, answer: Answer, found: Found, fields: Collection[str], *, mark: bool
) -> Edit | None:
    """One step: these fields are the record's, and the work is marked as compared if so wished.

    What any service of the answer told to have become of the work goes with it. UserError where it
    is to be marked and the record is of another work.
    """
    from palmetto_editor.references.duplicates import same_work
    from palmetto_editor.references.lookup.compare import take, verified
    from palmetto_editor.session.lookup import today

    new = take(mine, found, fields)
    for other in answer.found:
        if other.reference.palmetto.updates and same_work(mine, other.reference):
            new = take(new, other, ())
    if mark:
        new = verified(new, found, today())
    new = replace(new, id=mine.id)
    if new == mine:
        return None
    label = f"Compare with {found.service}" if mark else f"Take fields from {found.service}"
    return edits.put(Place("references", mine.id), new, label)


def name_of(reference: Reference) -> str:
    """Who and when, else its title, else its key."""
    from html import unescape

    from palmetto_editor.references import dates

    told = (unescape(in_sentence(reference)), dates.year(reference.issued))
    return " ".join(filter(None, told)) or reference.title or f"@{reference.id}"


def state(case: Case, mine: Reference | None) -> str:
    """How a case stands, in a few words."""
    if mine is None:
        return "No longer in the list"
    if case.stage == "done":
        by = mine.palmetto.verified
        return f"Compared with {by.source}" if by else "Fields were taken"
    simple = {"waiting": "Waiting", "asking": "Asking…", "left": "Left as it is"}
    if case.stage in simple:
        return simple[case.stage]
    if case.stage == "failed":
        return "Could not be asked"
    if not case.answer.found:
        if not case.answer.silent:
            return "Nothing to look it up by"
        asked = any(silent.reached for silent in case.answer.silent)
        return "Not found" if asked else "No service could be reached"
    return _found(case, mine)


def _found(case: Case, mine: Reference) -> str:
    best = case.answer.found[0]
    kinds = {update.kind for update in updates_with(mine, case.answer, best)}
    for kind, word in (
        ("retraction", "RETRACTED"),
        ("concern", "EXPRESSION OF CONCERN"),
        ("correction", "CORRECTED"),
    ):
        if kind in kinds:
            return f"{word} · {best.service}"
    if is_another(mine, best):
        return f"{best.service} · another work"
    verdicts = [pair.verdict for pair in compare(mine, best)]
    differ, more = verdicts.count("differs"), verdicts.count("only theirs")
    told = [f"{differ} differ" if differ else "", f"{more} more" if more else ""]
    words = ", ".join(filter(None, told)) or "agrees"
    unlikely = "" if best.likeness >= LIKELY else "perhaps: "
    return f"{unlikely}{best.service} · {words}"
