"""What a reference line says of a work that is no article: its editors, edition, form and press."""

from __future__ import annotations

import re

from palmetto_editor.model.csl import Date, Name
from palmetto_editor.references.line_ids import MONTH, month_number
from palmetto_editor.references.line_names import all_names
from palmetto_editor.references.line_tail import YEAR
from palmetto_editor.references.names import read_names

THESIS = re.compile(
    r"\[?\b(?:unpublished\s+)?(?:(?:doctoral|master[’']?s?|PhD|Ph\.D\.)\s+)?"
    r"(?:dissertation|thesis|diss\.)(?!\w)\]?",
    re.I,
)
# Tern CD, Wren K, editors. The Shore Book | The Shore Book, edited by Carl Tern, 12–40
_EDITED_BY = re.compile(
    r"(?P<book>.+?),\s+ed(?:ited|s?\.)\s+by\s+(?P<names>.+?)(?=,\s*\d|(?<![A-Z])\.(?:\s|$)|$)",
    re.I,
)
_EDITORS = re.compile(r"(?P<names>.+?),?\s*\(?\b[Ee]d(?:itor)?s?\b\.?\)?[.,:]?\s+(?P<rest>.+)")
_EDITION = re.compile(
    r"\s*\(\s*(\d+(?:st|nd|rd|th)|revised|second|third)\s+ed(?:ition|n)?\b\.?\s*"
    r"(?:\)|,\s*(?P<more>[^()]*\)))",
    re.I,
)
_REPORT = re.compile(r"\s*\((?P<form>[^()\d]{2,60}?)\s+N(?:o\.|umber)\s*(?P<number>[\w./–-]+)\)")
_THESIS_NOTE = re.compile(r"\s*[\[(]([^\[\]()]*\b(?:dissertation|thesis)\b[^\[\]()]*)[\])]", re.I)
_PRESS = re.compile(
    r"\s+(?:Ch(?:ap)?\.\s*(?P<chapter_number>\d+)\s*)?"
    rf"\((?P<publisher>[^(),:;]+),\s*(?:(?P<publisher_place>[^()\d]+),\s*)?(?P<year>{YEAR})\)[\s.]*$"
)

_PUBLISHED = re.compile(
    rf"(?<=\.\s)Published\s+(?P<month>{MONTH})\s+(?P<day>\d{{1,2}}),\s+(?P<year>{YEAR})\.?", re.I
)


def take_forms(text: str) -> tuple[dict[str, str], str]:
    """What stands in brackets behind a title, by CSL variable, and the text without it."""
    found: dict[str, str] = {}
    edition = _EDITION.search(text)
    if edition:
        found["edition"] = edition[1]
        more = f" ({edition['more']}" if edition["more"] else ""
        text = f"{text[: edition.start()]}{more}{text[edition.end() :]}"
    report = _REPORT.search(text)
    if report:
        found |= {"genre": report["form"], "number": report["number"]}
        text = f"{text[: report.start()]}{text[report.end() :]}"
    thesis = _THESIS_NOTE.search(text)
    if thesis:
        found["genre"] = thesis[1]
        text = f"{text[: thesis.start()]}{text[thesis.end() :]}"
    return found, text


def take_press(text: str) -> tuple[dict[str, str], str]:
    """`Ch. 3 (Quay Press, Dover, 2004)` at the end of a line, as Nature has it."""
    press = _PRESS.search(text)
    if press is None:
        return {}, text
    return {name: value.strip() for name, value in press.groupdict().items() if value}, text[
        : press.start()
    ]


def take_published(text: str) -> tuple[Date | None, str]:
    """The day of `Published June 25, 2018.`, as AMA has it for a page of the web."""
    found = _PUBLISHED.search(text)
    if found is None:
        return None, text
    parts = (int(found["year"]), month_number(found["month"]), int(found["day"]))
    return Date(date_parts=(parts,)), f"{text[: found.start()]} {text[found.end() :]}".rstrip()


def take_editors(text: str) -> tuple[tuple[Name, ...], float, str]:
    """Who edited a book, how sure that is, and the words without them; nobody where none is."""
    behind = _EDITED_BY.match(text)
    if behind:
        return read_names(behind["names"]).names, 0.75, f"{behind['book']}{text[behind.end() :]}"
    before = _EDITORS.match(text)
    if before:
        front = all_names(before["names"])
        return front.names, front.sure, before["rest"]
    return (), 0.0, text
