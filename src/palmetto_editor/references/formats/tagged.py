"""Formats of lines with tags (RIS, MEDLINE, Refer): what their readers share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from palmetto_editor.references import identifiers
from palmetto_editor.references.formats.making import Making

_ADDRESS = re.compile(r"https?://[^\s;,<>\"]+", re.IGNORECASE)


class Block:
    """The tagged lines of one record, in their order, and the line where it begins."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.source: list[str] = []
        self.remarks: list[str] = []
        self.tags: set[str] = set()
        self._pairs: list[tuple[str, list[str]]] = []

    def add(self, tag: str, text: str) -> None:
        """A line with its tag."""
        self.tags.add(tag)
        self._pairs.append((tag, [text]))

    def more(self, text: str) -> None:
        """A line that goes on with the tag above it."""
        if self._pairs and text:
            self._pairs[-1][1].append(text)

    def pairs(self) -> list[tuple[str, str]]:
        """Tags and texts, each text on one line."""
        return [(tag, " ".join(" ".join(parts).split())) for tag, parts in self._pairs]


def left_out(lines: Sequence[str]) -> list[str]:
    """What the writer is told of lines that belong to no record, if there are any."""
    if not lines:
        return []
    count = "1 line" if len(lines) == 1 else f"{len(lines)} lines, the first"
    return [f"Left out, outside of any record: {count}, “{lines[0][:60]}”."]


class Tags:
    """The values of a record by tag; whatever nobody asked for is left."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._values: dict[str, list[str]] = {}
        self._taken: set[str] = set()
        for tag, value in pairs:
            if value.strip():
                self._values.setdefault(tag, []).append(value.strip())

    def all(self, *tags: str) -> list[str]:
        self._taken.update(tags)
        return [value for tag in tags for value in self._values.get(tag, ())]

    def first(self, *tags: str) -> str:
        """The first value of the first of these tags that has one; the others stay."""
        for tag in tags:
            if self._values.get(tag) and tag not in self._taken:
                self._taken.add(tag)
                return self._values[tag][0]
        return ""

    def peek(self, *tags: str) -> str:
        """The same without taking it."""
        return next((self._values[tag][0] for tag in tags if self._values.get(tag)), "")

    def ignore(self, *tags: str) -> None:
        self._taken.update(tags)

    def left(self) -> dict[str, int]:
        return {tag: len(v) for tag, v in self._values.items() if tag not in self._taken}


def put_serial(made: Making, texts: Sequence[str], *, is_book: bool) -> None:
    """ISSN or ISBN, by what their check digits say, else by what the work is.

    Programs keep the number of a report there too.
    """
    for text in texts:
        isbn, issns = identifiers.isbn(text), identifiers.issns(text)
        if isbn:
            made.put("ISBN", isbn)
        elif issns:
            made.put("ISSN", ", ".join(issns))
        elif made.type == "report":
            if not made.put("number", text) and text != made.fields["number"]:
                made.left(f"number {text}")
        else:
            made.put("ISBN" if is_book else "ISSN", text)


def put_addresses(made: Making, texts: Sequence[str]) -> None:
    """The first web address; one of a DOI or of PubMed is that identifier."""
    for text in texts:
        for address in _ADDRESS.findall(text) or ([text] if text else []):
            found = identifiers.recognise(address)
            if found and found.kind in {"DOI", "PMID", "PMCID"}:
                made.put(found.kind, found.value)
            elif not made.put("URL", address) and address != made.fields.get("URL"):
                made.left(address)
