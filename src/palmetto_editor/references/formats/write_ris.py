"""RIS, as EndNote, Zotero and Mendeley read it; rispy writes the lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import rispy

from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.references.formats.ris import TYPES
from palmetto_editor.references.seasons import SEASONS, of_month

_KINDS = {csl: ris for ris, csl in reversed(TYPES.items())}
_PERIODICALS = {"article-journal", "article-magazine", "article-newspaper"}
_WHOLE = {"book", "report", "thesis"}
_NUMBERED = {"report", "patent", "standard", "dataset", "software"}
_RANGE = re.compile(r"([^\s–-]+)\s*[–-]\s*([^\s–-]+)")
_TEXTS = (
    ("title_short", "ST"), ("collection_title", "T3"), ("volume", "VL"), ("edition", "ET"),
    ("publisher", "PB"), ("publisher_place", "CY"), ("genre", "M3"), ("chapter_number", "SE"),
    ("language", "LA"), ("DOI", "DO"), ("ISBN", "SN"), ("ISSN", "SN"), ("PMCID", "C2"),
    ("URL", "UR"), ("note", "N1"), ("abstract", "AB"),
)  # fmt: skip


def written(references: Sequence[Reference]) -> str:
    """A record for each; line ends are line feeds."""
    records = [_record(reference) for reference in references]
    tags = {tag for record in records for tag in record if len(tag) == 2}
    mapping = {"TY": "type_of_reference", "ER": "er", **{tag.upper(): tag for tag in sorted(tags)}}
    text: str = rispy.dumps(
        records, mapping=mapping, list_tags=[], delimiter_tags_mapping={}, enforce_list_tags=False
    )
    return re.sub(r"^\d+\.\n", "", text, flags=re.MULTILINE)  # its numbers of records


def _record(reference: Reference) -> dict[str, str | list[str]]:
    record: dict[str, str | list[str]] = {"type_of_reference": _KINDS.get(reference.type, "GEN")}
    found: dict[str, list[str]] = {}
    for tag, value in _lines(reference):
        flat = " ".join(value.split())
        if flat:
            found.setdefault(tag.lower(), []).append(flat)
    return record | found


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "ID", reference.id
    for name in reference.author:
        yield "AU", _name(name)
    if reference.author and reference.palmetto.authors_truncated:
        yield "AU", "et al."
    for name in reference.editor:
        yield "ED" if reference.type == "book" else "A2", _name(name)
    for name in reference.translator:
        yield "A4", _name(name)
    yield "TI", reference.title
    yield from _container(reference)
    if reference.issued:
        yield from _date(reference.issued)
    if reference.accessed and reference.accessed.date_parts:
        yield "Y2", _day(reference.accessed)
    yield (
        "M1" if reference.type in _NUMBERED else "IS",
        (reference.number if reference.type in _NUMBERED else reference.issue),
    )
    if reference.type in {"book", "chapter"}:
        yield "M1", reference.collection_number
    yield from _pages(reference)
    for attribute, tag in _TEXTS:
        yield tag, getattr(reference, attribute)
    if reference.PMID:
        yield "AN", reference.PMID
        yield "DB", "PubMed"


def _container(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.type in _PERIODICALS:
        yield "T2", reference.container_title
        yield "J2", reference.container_title_short
    elif reference.type == "paper-conference":
        yield "C3", reference.container_title
        yield "T2", reference.event_title
    elif reference.type not in _WHOLE:
        yield "T2", reference.container_title


def _date(date: Date) -> Iterator[tuple[str, str]]:
    if date.date_parts:
        yield "PY", f"{date.date_parts[0][0]:04d}"
        if len(date.date_parts[0]) > 1:
            yield "DA", _day(date)
    else:
        yield "PY", date.literal


def _day(date: Date) -> str:
    """`2000/03/15`, as far as it is known; `2000///Spring`."""
    year, *rest = date.date_parts[0]
    if rest and (season := of_month(rest[0])):
        return f"{year:04d}///{SEASONS[season - 1]}"
    return "/".join([f"{year:04d}", *(f"{number:02d}" for number in rest)])


def _pages(reference: Reference) -> Iterator[tuple[str, str]]:
    found = _RANGE.fullmatch(reference.page)
    if found:
        yield "SP", found[1]
        yield "EP", found[2]
    elif reference.page or reference.type not in _WHOLE:
        yield "SP", reference.page
    else:
        yield "SP", reference.number_of_pages


def _name(name: Name) -> str:
    """`van der Berg, Jan, Jr`; a comma behind an institution keeps it whole, as in EndNote."""
    if name.literal or not name.family:
        return f"{name.literal or name.given},"
    particle = f"{name.dropping_particle} {name.non_dropping_particle}".strip()
    parts = (f"{particle} {name.family}".strip(), name.given, name.suffix)
    return ", ".join(part for part in parts if part)
