"""Cells on the clipboard: what spreadsheets, CSV files and web pages put there, and what we put."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from html.parser import HTMLParser

from PySide6.QtCore import QMimeData

from palmetto_editor.ui.editor_text import lines
from palmetto_editor.ui.widgets.markdown_mime import pasted

Cells = list[list[str]]

_DELIMITERS = ",;|"
_SAMPLE = 8_000  # characters that are enough to tell the delimiter
_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?")
_SPACES = re.compile(r"[ \t\r\n\f]+")  # HTML's; a no-break space is none
_PIPE = re.compile(r"(?<!\\)\|")


def cells_of(source: QMimeData) -> Cells:
    """The block of cells in a clipboard; one cell for an ordinary text, none for nothing."""
    if source.hasText():
        return read_cells(source.text())
    if source.hasHtml():
        return read_html(source.html()) or read_cells(pasted(source))
    return []


def read_cells(text: str) -> Cells:
    """Read tab-separated text (Excel, LibreOffice), CSV, a Markdown table, or plain lines.

    A single line without tabs stays one cell, so that prose with commas is not taken apart.
    """
    text = lines(text).removesuffix("\n")
    rows = text.split("\n")
    if not text:
        return []
    if "\t" in text:
        return _read(text, "\t")
    if len(rows) > 1 and all(row.lstrip().startswith("|") for row in rows):
        return [_split_pipes(row) for row in rows if not _RULE.fullmatch(row.strip())]
    delimiter = _delimiter(text) if len(rows) > 1 else ""
    return _read(text, delimiter or "\t")


def read_html(html: str) -> Cells:
    """The cells of the first table in HTML; none where it has no table."""
    parser = _TableParser()
    parser.feed(html)
    parser.close()
    return [row for row in parser.rows if row]


def write_cells(cells: Sequence[Sequence[str]]) -> str:
    """Tab-separated text as spreadsheets read it; a single cell is written as it is."""
    if len(cells) == 1 and len(cells[0]) == 1:
        return cells[0][0]
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(cells)
    return out.getvalue().removesuffix("\n")


def _read(text: str, delimiter: str) -> Cells:
    if text.count('"') % 2:  # a stray quotation mark, not one around a cell
        return [row.split(delimiter) for row in text.split("\n")]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return [row or [""] for row in reader]
    except csv.Error:  # a cell above csv's limit
        return [row.split(delimiter) for row in text.split("\n")]


def _delimiter(text: str) -> str:
    """The delimiter of a CSV text: one that gives every row as many cells; `""` for prose."""
    try:
        found = csv.Sniffer().sniff(text[:_SAMPLE], _DELIMITERS).delimiter
    except csv.Error:
        return ""
    widths = {len(row) for row in _read(text, found) if row != [""]}
    is_prose = found == "," and text.count(", ") == text.count(",")
    return found if len(widths) == 1 and widths != {1} and not is_prose else ""


def _split_pipes(row: str) -> list[str]:
    inner = row.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [cell.strip().replace("\\|", "|") for cell in _PIPE.split(inner)]


class _TableParser(HTMLParser):
    """Collects the first table's cells; a cell over several columns is followed by empty ones."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Cells = []
        self._depth = 0
        self._is_done = False
        self._cell: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        if self._is_done or not self._depth:
            return
        if tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in ("td", "th"):
            self._end_cell()
            self._cell, self._span = [], _span(dict(attrs).get("colspan"))
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()
        if tag == "table" and self._depth:
            self._depth -= 1
            self._is_done = self._is_done or not self._depth

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(_SPACES.sub(" ", data))

    def _end_cell(self) -> None:
        if self._cell is not None and self.rows:
            self.rows[-1] += [_words(self._cell), *[""] * (self._span - 1)]
        self._cell = None


def _span(value: str | None) -> int:
    return max(1, min(100, int(value))) if value and value.isdecimal() else 1


def _words(parts: list[str]) -> str:
    rows = "".join(parts).split("\n")
    return "\n".join(_SPACES.sub(" ", row).strip(" ") for row in rows).strip("\n")
