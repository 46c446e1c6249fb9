"""A record in the cells of a table: what a cell says, and what retyping it changes.

A cell stands for one or more CSL variables. What it does not show of them is kept: a year that
is retyped keeps its month, a name that stays in the list of authors keeps its particles.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Literal

from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.references import dates
from palmetto_editor.references.imported import DOUBTFUL, SURE, Record
from palmetto_editor.references.names import read_names
from palmetto_editor.session.identified import IDENTIFIERS, identified

Column = Literal["type", "author", "issued", "title", "container", "numbers", "identifier"]
COLUMNS: tuple[Column, ...] = (
    "type", "author", "issued", "title", "container", "numbers", "identifier",
)  # fmt: skip
_IDENTIFIERS = (*IDENTIFIERS, "ISSN", "URL")
_CUT = "et al."
_ONE = re.compile(r"[^,]*[^\W\d_]{3,},[^,]*")  # one comma, and no initials before it
_YEARS = re.compile(r"(\d{1,4})(?:\s*[-–—]\s*(\d{1,4}))?", re.ASCII)
_NUMBERS = re.compile(
    r"(?P<volume>[^():]*?)\s*(?:\((?P<issue>[^()]*)\))?\s*(?::\s*(?P<page>.*))?", re.DOTALL
)


def fields(reference: Reference, column: Column) -> tuple[str, ...]:
    """The attributes of the reference that a cell shows, the chief one first."""
    if column == "container":
        is_within = reference.container_title or not reference.publisher
        return ("container_title",) if is_within else ("publisher",)
    if column == "numbers":
        return ("volume", "issue", "page")
    if column == "identifier":
        return (next((n for n in _IDENTIFIERS if getattr(reference, n)), "DOI"),)
    return (column,)


def cell(reference: Reference, column: Column) -> str:
    """What a cell says, in the form in which it can be retyped."""
    if column == "author":
        return _authors(reference)
    if column == "issued":
        return dates.year(reference.issued)
    if column == "numbers":
        return _numbers(reference)
    name = fields(reference, column)[0]
    text = " ".join(str(getattr(reference, name)).split())
    told = column == "identifier" and text and name not in ("DOI", "URL")
    return f"{name} {text.removeprefix('PMC') if name == 'PMCID' else text}" if told else text


def retyped(record: Record, column: Column, text: str) -> Record | None:
    """The record with another text in a cell, and sure of it; None where it cannot stand there."""
    text, old = text.strip(), record.reference
    if text == cell(old, column):
        return sure(record, column)
    new = _retyped(old, column, text)
    return None if new is None else sure(replace(record, reference=new), column)


def is_doubtful(record: Record, column: Column) -> bool:
    """Whether something that a cell shows was read without being sure."""
    return any(record.is_doubtful(name) for name in fields(record.reference, column))


def doubtful(record: Record) -> tuple[Column, ...]:
    """The cells that the writer should look at."""
    if all(sure_of >= DOUBTFUL for sure_of in record.confidence.values()):
        return ()
    return tuple(column for column in COLUMNS if is_doubtful(record, column))


def sure(record: Record, column: Column) -> Record:
    """The record after the writer has confirmed a cell."""
    if not is_doubtful(record, column):
        return record
    told = dict.fromkeys(fields(record.reference, column), SURE)
    return replace(record, confidence={**record.confidence, **told})


def confidence(record: Record, column: Column) -> float:
    """How sure the least sure part of a cell is, from 0 to 1."""
    names = fields(record.reference, column)
    return min(record.confidence.get(name, SURE) for name in names)


def _retyped(old: Reference, column: Column, text: str) -> Reference | None:
    if column == "author":
        return _with_authors(old, text)
    if column == "issued":
        return replace(old, issued=_date(old.issued, text))
    if column == "numbers":
        return _with_numbers(old, text)
    if column == "identifier":
        return _with_identifier(old, text)
    changed: dict[str, Any] = {fields(old, column)[0]: text}
    return replace(old, **changed)


def _authors(reference: Reference) -> str:
    names = [_name(name) for name in reference.author]
    cut = [_CUT] if reference.palmetto.authors_truncated else []
    return "; ".join([*filter(None, names), *cut])


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    particles = (name.dropping_particle, name.non_dropping_particle, name.family)
    family = " ".join(part for part in particles if part)
    return ", ".join(part for part in (family, name.given, name.suffix) if part)


def _with_authors(old: Reference, text: str) -> Reference:
    """`Family, Given; Family, Given; et al.`; a list that is written otherwise is read as it is."""
    known = {_name(name): name for name in old.author}
    parts = [part.strip() for part in text.split(";") if part.strip()]
    is_cut = bool(parts) and parts[-1].casefold().rstrip(".") in ("et al", "and others")
    people: list[Name] = []
    for part in parts[:-1] if is_cut else parts:
        is_one = len(parts) > 1 or _ONE.fullmatch(part) is not None
        read = read_names(part)
        as_listed = part in known or (is_one and "," in part)
        people += [known.get(part) or _person(part)] if as_listed else read.names
        is_cut = is_cut or read.truncated
    extension = replace(old.palmetto, authors_truncated=is_cut and bool(people))
    return replace(old, author=tuple(people), palmetto=extension)


def _person(text: str) -> Name:
    family, given, suffix = (*(part.strip() for part in text.split(",", 2)), "", "")[:3]
    return Name(family=family, given=given, suffix=suffix)


def _date(old: Date | None, text: str) -> Date | None:
    """Years as numbers keep the month and day of the date there was; all else is words."""
    if not text:
        return None
    match = _YEARS.fullmatch(text)
    if match is None:
        return Date(literal=text)
    parts = old.date_parts if old else ()
    first = (int(match[1]), *(parts[0][1:] if parts else ()))
    if not match[2]:
        return Date(date_parts=(first,))
    rest = parts[1][1:] if len(parts) > 1 else ()
    return Date(date_parts=(first, (int(match[2]), *rest)))


def _numbers(reference: Reference) -> str:
    issue = f"({reference.issue})" if reference.issue else ""
    page = f":{reference.page}" if reference.page else ""
    return f"{reference.volume}{issue}{page}"


def _with_numbers(old: Reference, text: str) -> Reference | None:
    match = _NUMBERS.fullmatch(text)
    if match is None:
        return None
    found: dict[str, Any] = {n: (value or "").strip() for n, value in match.groupdict().items()}
    return replace(old, **found)


def _with_identifier(old: Reference, text: str) -> Reference | None:
    """What is shown goes, another kind of identifier may come in its place."""
    gone: dict[str, Any] = {fields(old, "identifier")[0]: ""}
    bare = replace(old, **gone)
    return identified(bare, text) if text else bare
