"""How like a record is to the work that was asked for by its words."""

from __future__ import annotations

from difflib import SequenceMatcher

from palmetto_editor.model.csl import Reference
from palmetto_editor.references.lookup import same

FEWEST = 0.6  # a record that is less like is another work
_LONGEST = 400  # characters of a title that are compared
_OTHER_AUTHORS, _OTHER_YEAR = 0.75, 0.9


def likeness(wanted: Reference, found: Reference) -> float:
    """From 0 to 1: the titles, whole or without subtitles; less for other authors, another year."""
    if not wanted.title or not found.title:
        return 0.0
    titles = _ratio(same.title(wanted.title), same.title(found.title))
    mine, theirs = _main(wanted.title), _main(found.title)
    if len(mine.split()) > 2 and len(theirs.split()) > 2 and ":" in wanted.title + found.title:
        titles = max(titles, 0.95 * _ratio(mine, theirs))
    people, others = _families(wanted), _families(found)
    if people and others and not people & others:
        titles *= _OTHER_AUTHORS
    years = [_year(wanted), _year(found)]
    if all(years) and abs(years[0] - years[1]) > 1:
        titles *= _OTHER_YEAR
    return round(titles, 3)


def is_another(mine: Reference, theirs: Reference) -> bool:
    """Whether a record's title is another work's: the identifier that led to it may be a slip."""
    if not mine.title or not theirs.title:
        return False
    ours, others = same.title(mine.title), same.title(theirs.title)
    return likeness(mine, theirs) < FEWEST and ours not in others and others not in ours


def _ratio(mine: str, theirs: str) -> float:
    return SequenceMatcher(None, mine[:_LONGEST], theirs[:_LONGEST], autojunk=False).ratio()


def _main(title: str) -> str:
    return same.title(title.partition(":")[0])


def _families(work: Reference) -> set[str]:
    return {same.family(name) for name in work.author or work.editor} - {""}


def _year(work: Reference) -> int:
    parts = work.issued.date_parts if work.issued else ()
    return parts[0][0] if parts and parts[0] else 0
