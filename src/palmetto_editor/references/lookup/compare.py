"""A service's record beside the writer's: field by field, and what the writer takes of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from typing import Any

from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Date, Extension, Name, Reference, Update, Verified
from palmetto_editor.references import dates
from palmetto_editor.references.duplicates import same_work
from palmetto_editor.references.lookup import same
from palmetto_editor.references.lookup.found import Found, Pair, Verdict

_FIRST = ("type", "title", "author", "editor", "translator", "issued", "container_title",
          "container_title_short", "volume", "issue", "page", "number")  # fmt: skip
_NOT_CSL = {"id", "palmetto"}
FIELDS: tuple[str, ...] = _FIRST + tuple(
    field.name for field in fields(Reference) if field.name not in {*_FIRST, *_NOT_CSL}
)


def compare(mine: Reference, theirs: Reference) -> tuple[Pair, ...]:
    """Every field that either has, by its attribute's name, in the order a librarian reads them.

    Spellings are folded: case, dashes, entities and tags, abbreviated journals and pages, initials
    and given names, ISBN-10 and ISBN-13, a year and a whole date. An author list that is cut is
    never the same as one that is not.
    """
    pairs = (_pair(name, mine, theirs) for name in FIELDS)
    return tuple(pair for pair in pairs if pair.mine or pair.theirs)


def missing(pairs: Collection[Pair]) -> tuple[str, ...]:
    """The fields that only the service's record has."""
    return tuple(pair.field for pair in pairs if pair.verdict == "only theirs")


def take(mine: Reference, found: Found, chosen: Collection[str]) -> Reference:
    """The writer's reference with these fields of the record, by their attributes' names.

    Whether the author list is cut goes with the authors. What the service knows to have become of
    the work is taken in any case. ValueError for a name that is no field of CSL.
    """
    unknown = set(chosen).difference(FIELDS)
    if unknown:
        raise ValueError(f"no fields of CSL: {', '.join(sorted(unknown))}")
    taken: dict[str, Any] = {name: getattr(found.reference, name) for name in chosen}
    cut = found.reference if "author" in chosen else mine
    extension = replace(mine.palmetto, authors_truncated=cut.palmetto.authors_truncated)
    return replace(mine, palmetto=_updated(extension, found), **taken)


def verified(mine: Reference, found: Found, day: str) -> Reference:
    """The reference as compared with a record on an ISO 8601 day, and what became of the work.

    Call it only after the writer has seen the comparison. UserError where the record is of another
    work: then there is nothing to verify.
    """
    if not same_work(mine, found.reference):
        raise UserError(
            "This reference is not marked as verified.",
            f"The record of {found.service} shares neither an identifier with it nor title, year "
            "and authors: it may be another work.",
            "Take the right fields of the record first, or look for another record.",
        )
    seen = Verified(source=found.service, date=day)
    return replace(mine, palmetto=replace(_updated(mine.palmetto, found), verified=seen))


def _updated(extension: Extension, found: Found) -> Extension:
    """With the service's updates for those it told before; other services' stay."""
    told = found.reference.palmetto.updates
    source = {found.service, *(update.source for update in told)}
    others = [update for update in extension.updates if update.source not in source]
    notices = {update.DOI.casefold() for update in others if update.DOI}
    fresh = [update for update in told if not _is_known(update, others, notices)]
    return replace(extension, updates=(*others, *fresh))


def _is_known(update: Update, others: list[Update], notices: set[str]) -> bool:
    return update.DOI.casefold() in notices and any(update.kind == one.kind for one in others)


def _pair(name: str, mine: Reference, theirs: Reference) -> Pair:
    ours, others = shown(mine, name), shown(theirs, name)
    return Pair(name, ours, others, _verdict(name, mine, theirs, ours, others))


def _verdict(name: str, mine: Reference, theirs: Reference, ours: str, others: str) -> Verdict:
    if not others:
        return "only mine"
    if not ours:
        return "only theirs"
    if name == "author" and mine.palmetto.authors_truncated != theirs.palmetto.authors_truncated:
        return "differs"
    is_same = ours == others or same.same(name, getattr(mine, name), getattr(theirs, name))
    if name.startswith("container_title") and not is_same:
        short = "container_title_short" if name == "container_title" else "container_title"
        is_same = same.same(name, ours, getattr(theirs, short))
    return "same" if is_same else "differs"


def shown(reference: Reference, name: str) -> str:
    """A field as text: names as `Family, Given; …`, dates as `2026 Apr 21`."""
    value = getattr(reference, name)
    if isinstance(value, tuple):
        cut = name == "author" and reference.palmetto.authors_truncated and value
        return "; ".join([*map(_name, value), *(["et al."] if cut else [])])
    if isinstance(value, Date) or value is None:
        return dates.day(value)
    return " ".join(str(value).split())


def _name(name: Name) -> str:
    particles = (name.dropping_particle, name.non_dropping_particle, name.family)
    family = " ".join(part for part in particles if part)
    given = " ".join(part for part in (name.given, name.suffix) if part)
    return name.literal or ", ".join(part for part in (family, given) if part)
