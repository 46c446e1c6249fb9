"""Pandoc's other lists: `i.`, `a)` and `(1)` count as `1.` does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count

from palmetto_editor.intake.markdown import prose

_ITEM = re.compile(
    r"(?P<indent> {0,3})\(?(?P<mark>[a-z]{1,6}|[A-Z]{1,6}|#)(?P<end>[.)])[ \t]+(?=\S)"
)
_NEAR = 40  # lines in which the second item must follow


def plain(body: str) -> str:
    """The body with such lists numbered as our Markdown does."""
    return prose.change(body, _numbered)


def _numbered(text: str) -> str:
    rows = text.split("\n")
    expected: Iterator[str] | None = None
    wanted = ""
    number = 0
    for index, row in enumerate(rows):
        match = _ITEM.match(row)
        if match is None:
            if row.strip() and not row.startswith(" ") and index and not rows[index - 1].strip():
                expected = None  # a paragraph at the margin ends the list
            continue
        mark = match["mark"].lower()
        if expected is None or mark != wanted:
            expected = _begun(rows, index, mark)
            number = 0
        if expected is not None:
            number += 1
            rows[index] = f"{match['indent']}{number}. {row[match.end() :]}"
            wanted = next(expected)
    return "\n".join(rows)


def _begun(rows: list[str], index: int, mark: str) -> Iterator[str] | None:
    """The marks after the first one of a list; None where no second item follows it."""
    if index and rows[index - 1].strip():
        return None
    for first in _MARKS:
        marks = (first(n) for n in count(2))
        second = first(2)
        if mark == first(1) and any(
            (found := _ITEM.match(row)) and found["mark"].lower() == second
            for row in rows[index + 1 : index + _NEAR]
        ):
            return marks
    return None


def _roman(number: int) -> str:
    digits = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"))
    text = ""
    for value, sign in (*digits, (4, "iv"), (1, "i")):
        text += sign * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    return chr(96 + number) if number <= 26 else ""


def _hash(_number: int) -> str:
    return "#"


_MARKS: tuple[Callable[[int], str], ...] = (_roman, _letter, _hash)
