"""The lines of a text: their number, indentation and words."""

from __future__ import annotations

import re
from typing import NamedTuple

_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_EDGE = " \t\xa0\u3000\u2007\u202f\ufeff\u200b"


class Line(NamedTuple):
    """`number` counts from 1; `indent` is in columns, a tab stop four wide; `raw` has the tabs."""

    number: int
    indent: int
    text: str
    raw: str

    @property
    def blank(self) -> bool:
        return not self.text


def read(text: str) -> list[Line]:
    """All lines; whatever ends a line in some system ends one here."""
    rows = _ENDS.sub("\n", text).split("\n")
    return [_line(number, row) for number, row in enumerate(rows, start=1)]


def _line(number: int, row: str) -> Line:
    text = row.strip(_EDGE)
    lead = row[: len(row) - len(row.lstrip(_EDGE))].lstrip("\ufeff\u200b")
    return Line(number, len(lead.expandtabs(4)), text if text.strip() else "", row)
