"""Tables laid out flat: every row with a cell for every column, whatever spans its source has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import takewhile
from typing import NamedTuple

from palmetto_editor.intake.html import words
from palmetto_editor.intake.html.cells import Cell, flat
from palmetto_editor.intake.html.tree import HEADINGS, Node, attr
from palmetto_editor.intake.manuscript import Grid

Spell = Callable[[Node], str]

_ALIGN = re.compile(r"text-align\s*:\s*(left|center|right)", re.I)
_PIPE = re.compile(r"\\.|\|")
_BOLD = re.compile(r"\*\*(?!\*)(.+)(?<!\*)\*\*")


class Laid(NamedTuple):
    """A table as a Grid; `notes` are rows of one cell at its foot; `over` is what was cut."""

    grid: Grid
    notes: tuple[str, ...]
    over: str


def is_layout(table: Node) -> bool:
    """Whether the table only sets things beside each other, and is no table to a reader."""
    if attr(table, "role") in ("presentation", "none"):
        return True
    if table.css_first("th, caption, thead") is not None and table.css_first("table table") is None:
        return False
    if table.css_first("table") is not None and len(table.css("table")) > 1:
        return True
    rows = _rows(table)
    widest = max((len(cells) for cells, _ in rows), default=0)
    if widest <= 1:
        return True
    return any(
        cell.css_first(", ".join(HEADINGS[:4])) is not None or len(cell.css("p")) > 2
        for cells, _ in rows
        for cell in cells
    )


def lay(table: Node, spell: Spell, caption: str = "") -> Laid:
    """The table as a Grid. A cell that spans rows stands in each; one that spans columns in each,
    but for one that is a whole row: that stands once, at its beginning.
    """
    rows = [([_cell(node, spell) for node in cells], part) for cells, part in _rows(table)]
    notes: list[str] = []
    while rows and rows[-1][1] == "tfoot" and len(rows[-1][0]) == 1 and rows[-1][0][0].text:
        notes.insert(0, rows.pop()[0][0].text)
    laid, over = flat([cells for cells, _ in rows])
    width = len(laid[0]) if laid else 0
    heads = _header_rows(rows)
    header = _merged(laid[:heads], width) if heads else ()
    body = laid[heads:]
    if not heads and body and (bold := _bold(body[0])):
        header, body = bold, body[1:]
    kept = [column for column in range(width) if _is_used(column, laid)]
    if not caption:
        title = table.css_first("caption")
        caption = spell(title) if title is not None else ""
    align = _alignment([cells for cells, _ in rows], kept)
    grid = Grid(
        caption=caption,
        header=tuple(header[column] for column in kept) if header else (),
        rows=tuple(tuple(row[column] for column in kept) for row in body),
        align=align if any(align) else (),
    )
    return Laid(grid, tuple(notes), " ; ".join(over))


def markdown(grid: Grid) -> str:
    """A grid as a table of our Markdown; one without a header has an empty one."""
    columns = len(grid.header) or (len(grid.rows[0]) if grid.rows else 0)
    if not columns:
        return grid.caption
    signs = {"left": ":---", "center": ":---:", "right": "---:"}
    align = [signs.get(side, "---") for side in grid.align] or ["---"] * columns
    lines = [grid.header or ("",) * columns, tuple(align), *grid.rows]
    text = "\n".join(f"| {' | '.join(map(_in_row, line))} |" for line in lines)
    return f"{grid.caption}\n\n{text}" if grid.caption else text


def _in_row(cell: str) -> str:
    return _PIPE.sub(lambda sign: "\\|" if sign[0] == "|" else sign[0], cell.replace("\n", "<br>"))


def _rows(table: Node) -> list[tuple[list[Node], str]]:
    """The rows with the part that they stand in; those of tables within cells are not its own."""
    found: list[tuple[list[Node], str]] = []
    for part in table.iter():
        if part.tag == "tr":
            found.append((_cells(part), ""))
        elif part.tag in ("thead", "tbody", "tfoot"):
            found += [(_cells(row), part.tag) for row in part.iter() if row.tag == "tr"]
    # A foot may stand before the body in older pages; it is shown below it.
    found.sort(key=lambda row: row[1] == "tfoot")
    return [row for row in found if row[0]]


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.iter() if cell.tag in ("td", "th")]


def _cell(node: Node, spell: Spell) -> Cell:
    match = _ALIGN.search(attr(node, "style"))
    align = match[1].lower() if match else attr(node, "align").lower()
    if not align:
        named = re.search(r"(?:text-|align-?)(left|center|right)\b", attr(node, "class"))
        align = named[1] if named else ""
    return Cell(
        spell(node),
        _span(attr(node, "colspan"), 1000),
        _span(attr(node, "rowspan"), 65534),
        node.tag == "th",
        align if align in ("left", "center", "right") else "",
    )


def _span(value: str, most: int) -> int:
    """The HTML standard's limits: a colspan of up to 1000, a rowspan of up to 65534."""
    digits = re.match(r"\s*\+?(\d{1,9})", value)
    return min(max(int(digits[1]), 1), most) if digits else 1


def _header_rows(rows: list[tuple[list[Cell], str]]) -> int:
    """How many rows at the top are the header: those of `<thead>`, or all of `<th>` alone."""
    head = list(takewhile(lambda row: row[1] == "thead", rows))
    if head:
        return len(head)
    named = list(takewhile(lambda row: _is_header(row[0]), rows))
    return len(named) if len(named) < len(rows) else 0


def _is_header(cells: list[Cell]) -> bool:
    return len(cells) > 1 and all(cell.head or not cell.text for cell in cells)


def _merged(rows: list[list[str]], width: int) -> tuple[str, ...]:
    """One header from several rows: a group's name before each of its columns."""
    return tuple(
        " – ".join(dict.fromkeys(row[column] for row in rows if row[column]))
        for column in range(width)
    )


def _bold(row: list[str]) -> tuple[str, ...]:
    """The header that a first row is whose cells are all bold; empty if it is none."""
    bare = [_BOLD.fullmatch(cell) if cell else None for cell in row]
    if sum(match is not None for match in bare) < 2 or any(
        cell and not match for cell, match in zip(row, bare, strict=True)
    ):
        return ()
    return tuple(match[1] if match else "" for match in bare)


def _is_used(column: int, rows: list[list[str]]) -> bool:
    """Whether a column says anything that the one before it does not repeat in every row."""
    if column == 0:
        return True
    return any(row[column] and row[column] != row[column - 1] for row in rows) or any(
        not row[column] and row[column - 1] for row in rows
    )


def _alignment(rows: list[list[Cell]], kept: list[int]) -> tuple[str, ...]:
    """The side that most cells of a column name, rows with spans not asked."""
    votes: list[Counter[str]] = [Counter() for _ in kept]
    for cells in rows[:200]:
        if len(cells) == len(kept) and all(cell.columns == 1 for cell in cells):
            for vote, cell in zip(votes, cells, strict=True):
                vote[cell.align] += 1
    return tuple(vote.most_common(1)[0][0] if vote else "" for vote in votes)


def has_words(table: Node) -> bool:
    """Whether there is anything in it to read."""
    return bool(words.plain(table))
