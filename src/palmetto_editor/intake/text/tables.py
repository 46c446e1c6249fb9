"""Tables whose cells are parted: by tabs, by `|`, or by columns of blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from palmetto_editor.intake.manuscript import Grid
from palmetto_editor.intake.text import shapes
from palmetto_editor.intake.text.lines import Line
from palmetto_editor.intake.text.spelling import inline

_BORDER = re.compile(r"[-=+| :─│┼]*")
_DASH = re.compile(r"[-=─]")
_BAR = re.compile(r"(?<!\\)[|│]")
_GAP = re.compile(r"(?<=[^\s.!?:])(?: {2,}|\xa0{2,})(?=\S)")
_NUMERIC = re.compile(r"[\d\s.,%±<>=~()–-]+")
_ALIGN = {(True, True): "center", (True, False): "left", (False, True): "right"}
_MOST_COLUMNS = 60
_SAMPLE = 6  # lines by which a table is known

Splitter = Callable[[Line], list[str]]


def take(lines: Sequence[Line], start: int) -> tuple[Grid, int] | None:
    """The table that begins at this line, and the index after it."""
    split = _splitter(lines, start)
    if split is None:
        return None
    rows, end, border = _rows(lines, start, split)
    return grid(rows, _told(border, rows, split), border if split is _bars else ""), end


def begins(lines: Sequence[Line], start: int) -> bool:
    """Whether a table begins at this line."""
    return _splitter(lines, start) is not None


def _splitter(lines: Sequence[Line], start: int) -> Splitter | None:
    """What parts the cells of the table that begins here, by its first rows."""
    first = lines[start : start + _SAMPLE]
    for split, fewest in ((_bars, 2), (_tabs, 2), (_columns, 3)):
        rows, end, _ = _rows(first, 0, split)
        if len(rows) >= fewest and (split is not _columns or _aligned(first[:end], rows)):
            return split
    return None


def grid(rows: Sequence[Sequence[str]], header: bool, border: str = "") -> Grid:
    """Rows of words as a Grid, laid out flat: short rows are filled up."""
    width = max(map(len, rows))
    flat = [
        tuple(inline(cell, cell=True) for cell in (*row, *[""] * width)[:width]) for row in rows
    ]
    align = tuple(_alignment(cell) for cell in _cells(border))[:width] if border else ()
    align = (*align, *[""] * (width - len(align))) if any(align) else ()
    if header:
        return Grid(header=flat[0], rows=tuple(flat[1:]), align=align)
    return Grid(rows=tuple(flat), align=align)


def markdown(table: Grid) -> str:
    """The grid as a table of our Markdown."""
    width = max([len(table.header), *map(len, table.rows)], default=0)
    marks = {"left": ":--", "right": "--:", "center": ":-:"}
    align = (*table.align, *[""] * width)[:width]
    rows = [(*table.header, *[""] * width)[:width], [marks.get(a, "---") for a in align]]
    return "\n".join(f"| {' | '.join(row)} |" for row in (*rows, *table.rows))


def _rows(lines: Sequence[Line], start: int, split: Splitter) -> tuple[list[list[str]], int, str]:
    """The rows, the index after them, and the line of dashes below the first."""
    rows: list[list[str]] = []
    border = ""
    at = start
    while at < len(lines) and not lines[at].blank:
        line = lines[at]
        if split is not _tabs and _is_border(line.text) and (rows or line.text[0] in "+-="):
            border = border or (line.text if len(rows) == 1 else "")
        else:
            cells = split(line)
            even = not rows or split is _tabs or len(cells) == len(rows[0])
            if not even or not 2 <= len(cells) <= _MOST_COLUMNS:
                break
            rows.append(cells)
        at += 1
    return rows, at, border


def _is_border(text: str) -> bool:
    return _BORDER.fullmatch(text) is not None and _DASH.search(text) is not None


def _bars(line: Line) -> list[str]:
    bars = len(_BAR.findall(line.text))
    framed = line.text[:1] in "|│" and bars > 1
    return _cells(line.text) if framed or " | " in line.text else []


def _cells(text: str) -> list[str]:
    bare = text.strip()
    bare = bare[1:] if bare[:1] in ("|", "│") else bare
    bare = bare[:-1] if bare[-1:] in ("|", "│") and bare[-2:-1] != "\\" else bare
    return [cell.strip().replace("\\|", "|") for cell in _BAR.split(bare)]


def _tabs(line: Line) -> list[str]:
    row = line.raw.rstrip("\r\n ")
    if "\t" not in row.strip():
        return []
    mark = shapes.marker(line.text)
    if mark and "\t" not in mark.text:
        return []
    return [cell.strip() for cell in (row if row[:1] == "\t" else row.strip()).split("\t")]


def _columns(line: Line) -> list[str]:
    if len(line.text) > 300 or shapes.marker(line.text):
        return []
    return _GAP.split(line.text)


def _aligned(lines: Sequence[Line], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the cells of most rows begin at the same columns, as no running text does."""
    seen: dict[tuple[int, ...], int] = {}
    for line in lines:
        starts = tuple(match.end() for match in _GAP.finditer(line.text))
        seen[starts] = seen.get(starts, 0) + 1
    return max(seen.values()) >= 0.8 * len(rows)


def _told(border: str, rows: Sequence[Sequence[str]], split: Splitter) -> bool:
    """Whether the first row is a header: a line under it, or words where numbers follow."""
    if border or split is _columns:
        return bool(border) or split is _columns
    return len(rows) > 1 and not any(cell and _NUMERIC.fullmatch(cell) for cell in rows[0])


def _alignment(cell: str) -> str:
    bare = cell.strip()
    return _ALIGN.get((bare.startswith(":"), bare.endswith(":")), "") if bare else ""
