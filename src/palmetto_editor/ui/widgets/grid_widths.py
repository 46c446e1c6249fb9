"""How wide the columns of a grid are: each by how much it has to say."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from palmetto_editor.model.values import Column, Table

Measure = Callable[[str], int]

MARGIN = 10  # px beside a cell's text
NARROWEST, WIDEST_SHARE = 90, 0.6  # px; of the grid's width
LONGEST_WORD = 180  # px: a longer one is broken
SQUEEZED = 1.2  # times the room: what is hardly wider breaks a word rather than scroll
ICON = 20  # px: beside the name of a column that is aligned
SAMPLE = 50  # rows that are looked at


def column_widths(
    table: Table, room: int, measure: Measure, dragged: Mapping[str, int]
) -> list[int]:
    """The widths in px of a table's columns, as wide together as `room` or wider.

    A column that was dragged keeps its width; the others share what is left by the square root
    of their longest texts, none narrower than its longest word, which `measure` gives in px.
    """
    texts = [_texts(table, index) for index in range(len(table.columns))]
    least = [
        _narrowest(column, told, measure) for column, told in zip(table.columns, texts, strict=True)
    ]
    fixed = [dragged.get(column.id) for column in table.columns]
    widths = [width or narrowest for width, narrowest in zip(fixed, least, strict=True)]
    free = [index for index, width in enumerate(fixed) if width is None]
    if room < sum(widths) <= room * SQUEEZED and not dragged:
        squeezed = [width * room // sum(widths) for width in widths]
        squeezed[-1] += room - sum(squeezed)
        return squeezed
    most = int(room * WIDEST_SHARE) if len(free) > 1 else room
    while free and sum(widths) < room:
        _share(widths, free, texts, room)
        over = [index for index in free if widths[index] > most]
        for index in over:
            widths[index] = max(most, least[index])
            free.remove(index)
        if not over:
            break
    return widths


def _share(widths: list[int], free: list[int], texts: list[list[str]], room: int) -> None:
    """Give the free columns what is left, but none less than it has."""
    weights = {index: math.sqrt(min(200, max(8, *map(len, texts[index])))) for index in free}
    left = room - sum(width for index, width in enumerate(widths) if index not in weights)
    for index in sorted(free, key=lambda i: widths[i] / weights[i], reverse=True):
        wanted = round(left * weights[index] / sum(weights.values()))
        widths[index] = max(widths[index], wanted)
        left -= widths[index]
        del weights[index]


def _texts(table: Table, column: int) -> list[str]:
    """What stands in a column; a table from elsewhere may have rows that are too short."""
    cells = (row[column] for row in table.rows[:SAMPLE] if column < len(row))
    return [table.columns[column].label, *cells]


def _narrowest(column: Column, texts: list[str], measure: Measure) -> int:
    """Room for the longest word and for the name, which is bold and may have an icon beside it."""
    longest = max((word for text in texts for word in text.split()), key=len, default="")
    name = measure(column.label) * 1.1 + (ICON if column.align else 0)
    widest = min(LONGEST_WORD, max(measure(longest), name))
    return max(NARROWEST, int(widest) + 2 * MARGIN)
