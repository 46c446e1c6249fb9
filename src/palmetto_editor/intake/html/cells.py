"""A table's cells with their spans, laid out flat; bounded however far the spans would reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

MOST_COLUMNS = 200
MOST_CELLS = 200_000


class Cell(NamedTuple):
    text: str
    columns: int
    rows: int
    head: bool
    align: str


class Flat(NamedTuple):
    """Rows of one width; `over` are the texts of cells that found no column or row."""

    rows: list[list[str]]
    over: list[str]


_Held = dict[int, tuple[int, str]]


def flat(rows: Sequence[Sequence[Cell]]) -> Flat:
    """A cell that spans rows or columns stands in each of them. One that is a whole row stands
    once, at its beginning.
    """
    width = _width(rows)
    made: list[list[str]] = []
    over: list[str] = []
    held: _Held = {}
    for cells in rows:
        if (len(made) + 1) * width > MOST_CELLS:
            over += [cell.text for cell in cells if cell.text]
        else:
            row, held = _row(cells, width, held, over)
            made.append(row)
    return Flat(made, over)


def _row(
    cells: Sequence[Cell], width: int, held: _Held, over: list[str]
) -> tuple[list[str], _Held]:
    """One row, and what of it and of the rows before reaches into the next."""
    row = [held[column][1] if column in held else "" for column in range(width)]
    reaching = {column: (left - 1, text) for column, (left, text) in held.items() if left > 1}
    column = 0
    for cell in cells:
        while column in held:
            column += 1
        if column >= width:
            over += [cell.text] if cell.text else []
            continue
        end = _end(column, min(column + cell.columns, width), held)
        alone = len(cells) == 1 and end - column >= width and not cell.head
        for at in range(column, end):
            row[at] = "" if alone and at > column else cell.text
            if cell.rows > 1:
                reaching[at] = (cell.rows - 1, row[at])
        column = end
    return row, reaching


def _end(start: int, end: int, held: _Held) -> int:
    """Where a cell ends that a cell from above stands in the way of."""
    return next((at for at in range(start, end) if at in held), end)


def _width(rows: Sequence[Sequence[Cell]]) -> int:
    """How many columns there are, without those that only a span far too wide would make."""
    held: Counter[int] = Counter()
    narrow = 1
    for number, cells in enumerate(rows):
        narrow = max(narrow, len(cells) + held.pop(number, 0))
        for cell in cells[:MOST_COLUMNS]:
            if cell.rows > 1:
                reach = min(cell.rows, len(rows) - number, MOST_COLUMNS)
                held.update(range(number + 1, number + reach))
    spanned = [sum(cell.columns for cell in cells) for cells in rows if len(cells) > 1]
    return min(MOST_COLUMNS, max([narrow, *(size for size in spanned if size <= narrow * 4)]))
