"""What the types of an article cannot say: ids that are safe and unique, tables that are whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Protocol

from palmetto_editor.bundle.jsontext import is_text
from palmetto_editor.bundle.names import LONGEST, collision, is_file, is_id
from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Date, Reference
from palmetto_editor.model.naming import CITATION_KEY
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Image, Table

LONGEST_KEY = 128  # characters of a citation key
_SAFE = (
    f"it is 1 to {LONGEST} letters, digits, “.”, “_” or “-”, a letter or digit first, no “.” last,"
    " and no name that Windows keeps for devices"
)


class _Item(Protocol):
    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Flaw:
    """Where an article breaks a rule of its format, and the rule, as a sentence."""

    place: Place
    why: str


def require(article: Article, name: str = "The article") -> None:
    """UserError that names the first flaw, if there is one."""
    flaw = next(flaws(article), None)
    if flaw is not None:
        raise UserError(
            f"{name} does not fit its format at {flaw.place}.",
            flaw.why,
            "Change it there; everything else stays as it is.",
        )


def flaws(article: Article) -> Iterator[Flaw]:
    """Every flaw, in the order of the format."""
    if not is_id(article.id):
        yield Flaw(Place("id"), f"“{_short(article.id)}” is no id: {_SAFE}.")
    for part in ("faq", "tables"):
        yield from _ids(part, getattr(article, part))
    for table in article.tables:
        yield from _table(table)
    yield from _keys(article.references)
    for part in ("links", "images"):
        yield from _ids(part, getattr(article, part))
    yield from _files(article.images)
    yield from _numbers(article.references)


def broken_text(article: Article) -> Place | None:
    """Where a text holds a lone surrogate, which no file can keep; rarely called, so it is slow."""
    for entry in fields(article):
        value = getattr(article, entry.name)
        listed = isinstance(value, tuple)
        for item in value if listed else (value,):
            path = _broken(item, "")
            if path is not None:
                return Place(entry.name, _name(item) if listed else "", path.lstrip("."))
    return None


def _ids(part: str, items: Sequence[_Item]) -> Iterator[Flaw]:
    for item in items:
        if not is_id(item.id):
            yield Flaw(Place(part, _name(item)), f"“{_short(item.id)}” is no id: {_SAFE}.")
    yield from _twice(part, (item.id for item in items))


def _keys(references: Sequence[Reference]) -> Iterator[Flaw]:
    for item in references:
        if len(item.id) > LONGEST_KEY or not CITATION_KEY.fullmatch(item.id):
            why = "is no citation key: letters, digits and “_”, and marks only between them."
            yield Flaw(Place("references", _name(item)), f"“{_short(item.id)}” {why}")
    yield from _twice("references", (item.id for item in references))


def _twice(part: str, ids: Iterable[str]) -> Iterator[Flaw]:
    pair = collision(ids)
    if pair:
        yield Flaw(
            Place(part, pair[1]),
            f"“{pair[0]}” and “{pair[1]}” are the same id (case does not count).",
        )


def _table(table: Table) -> Iterator[Flaw]:
    for number, column in enumerate(table.columns):
        if not is_id(column.id):
            place = Place("tables", table.id, f"columns[{number}].id")
            yield Flaw(place, f"“{_short(column.id)}” is no id: {_SAFE}.")
    pair = collision(column.id for column in table.columns)
    if pair:
        yield Flaw(Place("tables", table.id, "columns"), f"The id “{pair[1]}” stands there twice.")
    width = len(table.columns)
    for number, row in enumerate(table.rows):
        if len(row) != width:
            why = f"The row has {len(row)} cells, the table {width} columns."
            yield Flaw(Place("tables", table.id, f"rows[{number}]"), why)


def _files(images: Sequence[Image]) -> Iterator[Flaw]:
    """Two images may show one file; two files must not become one on some disk."""
    for image in images:
        if image.file and not is_file(image.file):
            why = (
                f"“{_short(image.file)}” is no bare file name of letters, digits, “.”, “_” or “-”."
            )
            yield Flaw(Place("images", image.id, "file"), why)
    pair = collision(dict.fromkeys(image.file for image in images if image.file))
    if pair:
        owner = next(image.id for image in images if image.file == pair[1])
        why = f"“{pair[0]}” and “{pair[1]}” differ only in ways that some disks do not see."
        yield Flaw(Place("images", owner, "file"), why)


def _numbers(references: Sequence[Reference]) -> Iterator[Flaw]:
    for item in references:
        for name in ("issued", "accessed"):
            date: Date | None = getattr(item, name)
            if date and not _is_date(date):
                why = "A date is one or two of year, month and day, in this order, as far as known."
                yield Flaw(Place("references", item.id, f"{name}.date-parts"), why)
        evidence = item.palmetto.evidence
        if evidence and evidence.n is not None and not 0 <= evidence.n < 2**53:
            place = Place("references", item.id, "palmetto.evidence.n")
            yield Flaw(place, "The number of subjects is not one that can be counted.")


def _is_date(date: Date) -> bool:
    """CSL-JSON: at most two dates of one to three numbers; seasons stand as months above 12."""
    parts = date.date_parts
    return len(parts) <= 2 and all(
        1 <= len(part) <= 3 and all(-9_999 <= number <= 9_999 for number in part) for part in parts
    )


def _broken(value: Any, path: str) -> str | None:
    if isinstance(value, str):
        return None if is_text(value) else path
    inner: Iterable[tuple[str, Any]] = ()
    if isinstance(value, tuple):
        inner = ((f"{path}[{number}]", item) for number, item in enumerate(value))
    elif is_dataclass(value):
        inner = ((f"{path}.{e.name}", getattr(value, e.name)) for e in fields(value))
    return next((found for at, item in inner if (found := _broken(item, at)) is not None), None)


def _name(item: Any) -> str:
    """An id as a place may hold it."""
    text: str = getattr(item, "id", "")
    return (
        _short(text).translate({ord("["): "(", ord("]"): ")"}).encode("utf-8", "replace").decode()
    )


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
