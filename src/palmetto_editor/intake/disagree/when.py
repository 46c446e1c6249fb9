"""Rules for the two dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.quotes import quoted
from palmetto_editor.intake.disagree.dates import agree, is_bare_year, is_before, read
from palmetto_editor.intake.disagree.sides import WORDS, Sides, metadata, take
from palmetto_editor.intake.draft import Disagreement
from palmetto_editor.intake.manuscript import Claim, Field, Side
from palmetto_editor.model.edits import Edit

_FIELDS: tuple[Field, ...] = ("published", "modified")
_SIDES: tuple[Side, ...] = ("page", "file", "head", "markup")
_LIBRARY = re.compile(r"\b(?:citation_|dc\.|dcterms\.|prism\.|bepress_)", re.IGNORECASE)
_UNSEEN: tuple[Side, ...] = ("markup", "head")


def differ(sides: Sides) -> Iterator[Disagreement]:
    """Visible dates and `<time>` against each other, the markup and the head; all in one field
    that name another day are one finding for each side.
    """
    for field in _FIELDS:
        claims = [claim for side in _SIDES for claim in sides.of(side, field)]
        first = next((claim for claim in claims if read(claim.value)), None)
        told: set[str] = set()
        for claim in claims:
            if first is None or claim is first or _agree(first, claim):
                continue
            day = read(claim.value)
            if day is None or str(day.day) in told:
                continue
            told.add(str(day.day))
            yield _differing(field, first, claim)


def before(sides: Sides) -> Iterator[Disagreement]:
    """Modified before published: on one side, or on two where none says both."""
    for own in ("markup", "head", "page", "file"):
        published, modified = sides.first("published", own), sides.first("modified", own)
        if published and modified:
            if _is_before(modified, published):
                yield _earlier(sides, published, modified)
                return
            continue
    published = sides.first("published", *_SIDES)
    modified = sides.first("modified", *_SIDES)
    split = published and modified and published.side != modified.side
    if published and modified and split and _is_before(modified, published):
        yield _earlier(sides, published, modified)


def bare_year(sides: Sides) -> Iterator[Disagreement]:
    """A year alone, which a search engine cannot use as a date."""
    for field, claim in _unseen(sides):
        if is_bare_year(claim.value):
            page = _shown(sides, field)
            message = (
                f"In {WORDS[claim.side]} the date “{field}” is the bare year "
                f"{quoted(claim.value)}; a date needs its day, and the time with its offset."
            )
            yield _date_alone("intake.date-bare-year", field, page, claim, message)


def free_text(sides: Sides) -> Iterator[Disagreement]:
    """A date in words where programs look for ISO 8601."""
    for field, claim in _unseen(sides):
        when = read(claim.value)
        if is_bare_year(claim.value) or (when and when.is_iso):
            continue
        page = _shown(sides, field)
        message = (
            f"In {WORDS[claim.side]} the date “{field}” is {quoted(claim.value)}, "
            "which is not ISO 8601; programs read dates like 2026-04-21T09:30:00+02:00."
        )
        yield _date_alone("intake.date-free-text", field, page, claim, message)


def _unseen(sides: Sides) -> Iterator[tuple[Field, Claim]]:
    """The dates that programs read as ISO 8601, each text once; not those of libraries."""
    told = set()
    for field in _FIELDS:
        for claim in (c for side in _UNSEEN for c in sides.of(side, field)):
            if (field, claim.value.strip()) not in told and not _LIBRARY.search(claim.origin):
                told.add((field, claim.value.strip()))
                yield field, claim


def _shown(sides: Sides, field: Field) -> Claim | None:
    return next((claim for claim in sides.shown(field)), None)


def _agree(one: Claim, other: Claim) -> bool:
    first, second = read(one.value), read(other.value)
    return first is None or second is None or agree(first, second)


def _is_before(modified: Claim, published: Claim) -> bool:
    later, earlier = read(modified.value), read(published.value)
    return later is not None and earlier is not None and is_before(later, earlier)


def _differing(field: Field, first: Claim, other: Claim) -> Disagreement:
    where = [WORDS[claim.side] for claim in (first, other)]
    if where[0] == where[1]:
        where = [claim.origin or f"another place of {where[0]}" for claim in (first, other)]
    return Disagreement(
        rule=f"intake.{field}",
        severity="error",
        place=metadata(field),
        page=_words(first),
        markup=_words(other),
        message=(
            f"The date “{field}” is {quoted(_words(first))} in {where[0]}, "
            f"but {quoted(_words(other))} in {where[1]}."
        ),
        page_edit=_set(field, first),
        markup_edit=_set(field, other),
    )


def _earlier(sides: Sides, published: Claim, modified: Claim) -> Disagreement:
    """The page's side is its own date of change, or none."""
    shown = _shown(sides, "modified")
    usable = shown if shown and not _is_before(shown, published) else None
    visible = published.side in ("page", "file")
    both = f"{_words(modified)}, published {_words(published)}"
    return Disagreement(
        rule="intake.modified-before-published",
        severity="error",
        place=metadata("modified"),
        page=_words(published) if visible else "",
        markup=_words(modified) if visible else both,
        message=(
            f"Modified {quoted(_words(modified))} ({WORDS[modified.side]}) is before "
            f"published {quoted(_words(published))} ({WORDS[published.side]})."
        ),
        page_edit=_set("modified", usable) if usable else take(_MODIFIED, "", "page", "no date"),
    )


def _date_alone(
    rule: str, field: Field, page: Claim | None, claim: Claim, message: str
) -> Disagreement:
    edit = _set(field, page) if page else take(metadata(field), "", "page", "no date")
    return Disagreement(
        rule=rule,
        severity="error",
        place=metadata(field),
        page=_words(page) if page else "",
        markup=claim.value,
        message=message,
        page_edit=edit,
        markup_edit=_set(field, claim),
    )


def _words(claim: Claim) -> str:
    """The date as it stands there; of a day that was made a moment, the day."""
    return claim.value.strip().removesuffix("T00:00:00+00:00")


def _set(field: Field, claim: Claim) -> Edit | None:
    """The edit for a date that an article can hold; None for a month, a year or mere words."""
    when = read(claim.value)
    if when is None or not when.iso:
        return None
    return take(metadata(field), when.iso, claim.side, f"the date “{field}”")


_MODIFIED = metadata("modified")
