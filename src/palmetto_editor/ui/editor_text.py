"""A text as Qt's plain text editors hold it: in UTF-16 units and blocks, no line endless.

Qt lays a line out anew on each key, and a line of a megabyte takes it a minute. So such a line
is held in pieces, each but the last ending in `CUT`; what leaves the editor is whole again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from PySide6.QtWidgets import QPlainTextEdit

CUT = "\ufdd2"  # a noncharacter: Unicode keeps it out of texts that are passed on
LONGEST = 20_000  # characters: a longer line is held in pieces
PIECE = 4_000
_ENDS = ("\r", "\u2028", "\u2029", "\ufdd0", "\ufdd1")  # what Qt takes for a line's end, or nearly
_CUTS = re.compile(f"{CUT}\n")
_PIECES = re.compile(rf".{{1,{PIECE}}}(?:\s|$)|.{{1,{PIECE}}}")


def raw_text(editor: QPlainTextEdit) -> str:
    """The editor's text to the letter, with line feeds at the line ends."""
    return from_document(document_text(editor))


def document_text(editor: QPlainTextEdit) -> str:
    """What the document holds, with line feeds between its blocks and long lines still cut.

    `toPlainText` would turn no-break spaces into spaces.
    """
    return lines(editor.document().toRawText())


def lines(text: str) -> str:
    """The text with a line feed for whatever ends a line."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    for end in _ENDS:
        if end in text:
            text = text.replace(end, "\n")
    return text


def as_document(text: str) -> str:
    """The text as the document is to hold it."""
    text = lines(text)
    if len(text) <= LONGEST or all(len(line) <= LONGEST for line in text.split("\n")):
        return text
    return "\n".join(map(_cut, text.split("\n")))


def from_document(text: str) -> str:
    """The inverse of `as_document`, but for the line ends."""
    return text.replace(f"{CUT}\n", "").replace(CUT, "") if CUT in text else text


def is_literal(text: str) -> bool:
    """Whether positions in it are the document's: nothing beyond the basic plane, nothing cut."""
    return text.isascii() or (CUT not in text and utf16_length(text) == len(text))


def utf16_length(text: str) -> int:
    """How many of Qt's UTF-16 units a text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def code_points(text: str, units: int) -> int:
    """How many characters of the text its first so many UTF-16 units are."""
    if text.isascii():
        return units
    units_before = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(units_before.decode("utf-16-le", "surrogatepass"))


def document_position(editor: QPlainTextEdit, point: int) -> int:
    """Where in the document the character at `point` of the editor's text stands."""
    held = document_text(editor)
    if CUT in held:
        kept = (at for at, sign in enumerate(held) if not _is_cut(held, at, sign))
        point = next(islice(kept, point, None), len(held))
    return utf16_length(held[:point])


def document_positions(text: str, points: Sequence[int]) -> list[int]:
    """Where in the document of a text its characters at these points stand, in one pass for all.

    A point beyond the text is its end.
    """
    points = [min(point, len(text)) for point in points]
    if "\r\n" in text:  # one end of a line, and one character of the document
        points = [point - text.count("\r\n", 0, point) for point in points]
    held = as_document(text)
    if is_literal(held):
        return points
    cuts = [cut.start() - 2 * number for number, cut in enumerate(_CUTS.finditer(held))]
    found, at, units = {}, 0, 0
    for point in sorted(set(points)):
        index = min(point + 2 * bisect_right(cuts, point), len(held))
        units += utf16_length(held[at:index])
        at = index
        found[point] = units
    return [found[point] for point in points]


def text_position(editor: QPlainTextEdit, position: int) -> int:
    """Which character of the editor's text stands at a position of the document."""
    held = document_text(editor)
    return len(from_document(held[: code_points(held, position)]))


def _cut(line: str) -> str:
    if len(line) <= LONGEST:
        return line
    return f"{CUT}\n".join(_PIECES.findall(line))


def _is_cut(held: str, at: int, sign: str) -> bool:
    return sign == CUT or (sign == "\n" and at > 0 and held[at - 1] == CUT)
