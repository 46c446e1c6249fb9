"""A reference section as text: entries told apart, then each read by its line's habits."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from palmetto_editor.model.csl import Reference
from palmetto_editor.references.formats.making import LONGEST_SOURCE
from palmetto_editor.references.identifiers import recognise
from palmetto_editor.references.imported import Imported, Record, Refused
from palmetto_editor.references.lines import LONGEST, read_line

STEP = 20  # entries between two reports of progress
TAIL = 300  # characters at the end of a line that tell whether an entry ends there
HIGHEST = 1_500  # of an entry: a year is higher
FORMAT = "Text"

_GUESS = 0.75
_AGAIN = re.compile(r"\s*(?:[—―]{1,4}|[-–_]{2,12})[.,:]?\s+")
_HEADING = re.compile(
    r"\W*(?:\d+[.)]?\s*)?(?:references?(?: list)?|bibliography|literature(?: cited)?|works cited|"
    r"citations|sources|further reading)\W*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\s*(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.):](?=\s|[^\d\s])|(\d{1,3})(?=\s+[A-ZÀ-Þ“\"‘]))"
    r"\s*(?=\S)"
)
_BULLET = re.compile(r"\s*(?:[•◦▪‣·*–—-])\s+(?=\S)")
_ENDS = re.compile(r"(?:[.!?\])”\"]|\d|/|https?://\S+|10\.\d{4,9}/\S+)\s*$")
_BEGINS = re.compile(
    r"\s*(?:—{2,}|[“\"‘'(\[]?[A-ZÀ-ÞĀ-Ž\u0370-\uffff]|(?:van|von|de|del|di|d’|d')\b)"
)
_HAS_SIGN = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|10\.\d{4,9}/|https?://|\bPMID|\bISBN|\bin press\b|\(n\.\s?d\.\)", re.I
)


def read(text: str, name: str, on_progress: Callable[[float], None]) -> Imported:
    """Each entry as a record with its confidences; what is no reference is refused."""
    if re.search(r"&(?:\w{2,8}|#\d{2,6});", text):
        text = html.unescape(text)
    records: list[Record] = []
    refused: list[Refused] = []
    entries, headings = _entries(text.split("\n"))
    for number, (line, entry) in enumerate(entries):
        origin = f"{name}, line {line}" if name else f"line {line}"
        found = _record(entry, origin, records[-1] if records else None)
        if isinstance(found, Record):
            records.append(found)
        else:
            refused.append(found)
        if number % STEP == 0:
            on_progress(number / len(entries))
    remarks = tuple(f"“{heading}” was taken as a heading." for heading in headings)
    return Imported(FORMAT, tuple(records), tuple(refused), remarks)


def _record(entry: str, origin: str, above: Record | None) -> Record | Refused:
    if len(entry) > LONGEST:
        return Refused(origin, entry[:LONGEST_SOURCE], "It is longer than any reference.")
    if not _HAS_SIGN.search(entry):
        why = "It has no year, no address and no identifier, so it is hardly a reference."
        return Refused(origin, entry, why)
    number = _NUMBERED.match(entry)
    bare = entry[number.end() :] if number else entry
    again = _AGAIN.match(bare)
    line = read_line(bare[again.end() :] if again else bare)
    remarks = (f"Words that found no field: {line.rest}.",) if line.rest else ()
    record = Record(line.reference, origin, entry, dict(line.confidence), remarks)
    return _of_the_same(record, above.reference) if again and above else record


def _of_the_same(record: Record, above: Reference) -> Record:
    """A work of the authors above it, for which the list has a dash."""
    own = replace(record.reference.palmetto, authors_truncated=above.palmetto.authors_truncated)
    return replace(
        record,
        reference=replace(record.reference, author=above.author, palmetto=own),
        confidence={**record.confidence, "author": _GUESS},
        remarks=(*record.remarks, "The dash stands for the authors of the entry above."),
    )


def _entries(lines: list[str]) -> tuple[list[tuple[int, str]], list[str]]:
    """The entries, each on one line with the number of its first one; and the headings."""
    headings: list[str] = []
    kept: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if line.strip() and _HEADING.fullmatch(line):
            headings.append(line.strip())
            kept.append((number, ""))
        else:
            kept.append((number, line.rstrip()))
    begins = _begins(kept)
    entries: list[tuple[int, list[str]]] = []
    for (number, line), is_first in zip(kept, begins, strict=True):
        if line.strip() and (is_first or not entries):
            entries.append((number, [line.strip()]))
        elif line.strip():
            entries[-1][1].append(line.strip())
    return [(number, _joined(parts)) for number, parts in entries], headings


def _begins(lines: list[tuple[int, str]]) -> list[bool]:
    """Which lines begin an entry, by what most of the section goes by."""
    texts = [line for _, line in lines]
    shown = [text for text in texts if text.strip()]
    numbers = [_number(text) for text in shown]
    rising = sum(b == a + 1 for a, b in pairwise(n for n in numbers if n))
    if rising and (rising + 1) * 4 >= len(shown) / 3:
        return _by_numbers(texts)
    if sum(bool(_BULLET.match(text)) for text in shown) * 4 >= len(shown) and len(shown) > 1:
        return [bool(_BULLET.match(text)) for text in texts]
    gaps = [not before.strip() for before in ["", *texts[:-1]]]
    paragraphs = sum(gap and bool(text.strip()) for gap, text in zip(gaps, texts, strict=True))
    if paragraphs > 1 and paragraphs < len(shown):
        return [gap or _is_whole(before, text) for gap, before, text in
                zip(gaps, ["", *texts[:-1]], texts, strict=True)]  # fmt: skip
    hanging = [text[:1].isspace() for text in shown]
    if 0 < sum(hanging) < len(shown) and not hanging[0]:
        return [not text[:1].isspace() for text in texts]
    pairs = zip(gaps, ["", *texts[:-1]], texts, strict=True)
    return [gap or _follows(before, text) for gap, before, text in pairs]


def _number(text: str) -> int:
    match = _NUMBERED.match(text)
    return int(next(n for n in match.groups() if n)) if match else 0


def _by_numbers(texts: list[str]) -> list[bool]:
    """A number begins an entry where it is the next one, or the entry before it has ended.

    `2000.` at a line's front is no number of an entry. What stands above the first number goes by
    its own ends.
    """
    expected, begins, before = 0, [], ""
    for text in texts:
        number = _number(text)
        is_next = expected <= number <= expected + 3 or not expected
        is_free = number < HIGHEST and (not before or bool(_ENDS.search(before[-TAIL:])))
        is_first = bool(number) and (is_next or is_free)
        expected = number + 1 if is_first else expected
        begins.append(is_first or (not expected and _follows(before, text)))
        before = text or before
    return begins


def _follows(before: str, text: str) -> bool:
    """Whether a line begins an entry after the one before it: that ended, and this is no rest."""
    if _is_identifier(text):
        return _is_identifier(before)
    return bool(_ENDS.search(before[-TAIL:])) and bool(_BEGINS.match(text) or _NUMBERED.match(text))


def _is_identifier(text: str) -> bool:
    return len(text) < TAIL and recognise(text) is not None


def _is_whole(before: str, text: str) -> bool:
    """Within a paragraph: two lines that can be an entry each."""
    return _follows(before, text) and all(_HAS_SIGN.search(line) for line in (before, text))


def _joined(parts: list[str]) -> str:
    """Lines that were wrapped, joined; a word or an address that was cut keeps together."""
    if sum(map(len, parts)) > LONGEST:
        return " ".join(parts)
    bullet = _BULLET.match(parts[0])
    whole = parts[0][bullet.end() :] if bullet else parts[0]
    for part in parts[1:]:
        if re.search(r"(?:https?://|10\.\d{4,9}/)\S*[/._-]$", whole):
            whole += part
        elif re.search(r"[a-z]-$", whole) and part[:1].islower():
            whole = whole[:-1] + part
        else:
            whole += f"{'' if re.search(r'[0-9][-–]$', whole) else ' '}{part}"
    return whole
