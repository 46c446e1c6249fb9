"""JSON-LD that is not strict JSON, read all the same, and what had to be done for it.

`mended` takes all of a text; `block` reads the one object or array that begins at an offset and no
further, for JSON-LD among prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from palmetto_editor.structured.wild import marks
from palmetto_editor.structured.wild.found import Found, Lines, Repair, Stop
from palmetto_editor.structured.wild.gaps import Gaps
from palmetto_editor.structured.wild.memory import Memory
from palmetto_editor.structured.wild.reader import Reader, Reading

_PATIENCE = 2_000  # characters of prose within JSON-LD that stands among prose
_ASSIGNMENT = re.compile(r"\s*(?:(?:var|let|const)\s+)?[\w.$\[\]'\"]+\s*=\s*")
_PARAGRAPHS = re.compile(r"\n\s*\n|</?(?:p|div|li)\b[^<>]{0,200}>|<br\s*/?>\s*\n", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
_EMPTY = "It is empty."
_NOTHING = "There is no JSON in it."
_COMPLETE = "Complete it there, or take it from the page."


@dataclass(frozen=True, slots=True)
class Block:
    """One value that stands in a longer text, from `start` to `end`, by offsets in that text.

    `repairs` are (what, offset, words), `intruders` spans of prose, `stop` an offset and a reason.
    """

    value: Any
    start: int
    end: int
    repairs: tuple[tuple[str, int, str], ...]
    intruders: tuple[tuple[int, int], ...]
    stop: tuple[int, str] | None


def block(text: str, start: int, memory: Memory | None = None) -> Block:
    """The object or array that begins at `start`. Where it is never closed it ends with the last
    token that was surely JSON: prose that follows is no part of it. Who reads many blocks of one
    text gives them one `memory`.
    """
    reader = Reader(text, start, _PATIENCE, memory)
    reader.block()
    reading = reader.reading
    end = reading.solid
    inside = tuple(span for span in reading.intruders if span[0] < end)
    told = tuple(repair for repair in reading.repairs if repair[1] < end)
    return Block(reading.values[0], start, end, told, inside, reading.stop)


def paragraphs(words: str) -> tuple[str, ...]:
    """Prose that stood within JSON, a text for each paragraph, white space folded, no tags."""
    parts = (" ".join(_TAG.sub(" ", part).split()) for part in _PARAGRAPHS.split(words))
    return tuple(part for part in parts if part)


def mended(text: str, origin: str) -> Found:
    """The values of a text that is not strict JSON."""
    reader = Reader(text)
    reading = reader.reading
    gaps = Gaps(text, reading.tell)
    while True:
        reader.at = gaps.skip(reader.at, outside=True)
        if reader.at >= len(text) or not _between(reader):
            break
        if reading.values:
            reading.tell("several JSON texts one after another", reader.at)
        if not reader.block():
            break
    return _found(text, reading, origin)


def _between(reader: Reader) -> bool:
    """Pass over what stands outside the blocks; False where no block follows."""
    text, at, reading = reader.text, reader.at, reader.reading
    while at < len(text) and text[at] in ",;)}]":
        reading.tell(f"a {text[at]} outside the JSON", at)
        at += 1
        while at < len(text) and text[at].isspace():
            at += 1
    opener = None if text[at : at + 1] == "[" else marks.OPENER.search(text, at)
    next_at = opener.start() if opener else len(text)
    if text[at : at + 1] == "[":
        next_at = at
    if text[at:next_at].strip() and (opener or reading.values or text[at] == "["):
        _outside(reading, text, at, next_at)
    reader.at = next_at
    return next_at < len(text)


def _outside(reading: Reading, text: str, start: int, end: int) -> None:
    if _ASSIGNMENT.fullmatch(text, start, end):
        reading.tell("an assignment around it left out", start, text[start:end].strip()[:60])
    elif paragraphs(text[start:end]):
        reading.intruders.append((start, end))
        reading.tell("prose outside the JSON", start, " ".join(text[start:end].split())[:60])


def _found(text: str, reading: Reading, origin: str) -> Found:
    lines = Lines(text)
    repairs = sorted(reading.repairs, key=lambda repair: repair[1])
    intruders = [words for a, b in reading.intruders for words in paragraphs(text[a:b])]
    stop = reading.stop
    if not reading.values:
        stop = (0, _NOTHING if text.strip() else _EMPTY)
    return Found(
        tuple(reading.values),
        tuple(Repair(what, *lines.place(at), words) for what, at, words in repairs),
        tuple(intruders),
        Stop(*lines.place(stop[0]), lines.near(stop[0]), f"{stop[1]} {_COMPLETE}")
        if stop
        else None,
        origin,
    )
