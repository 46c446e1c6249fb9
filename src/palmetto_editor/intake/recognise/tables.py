"""Tables become summary tables, shown where they stood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.intake.draft import Recovered
from palmetto_editor.intake.manuscript import Grid, Piece
from palmetto_editor.intake.recognise import spans, words
from palmetto_editor.intake.recognise.parts import (
    Found,
    Pieces,
    Taken,
    hinted,
    is_heading,
    mark,
)
from palmetto_editor.model.naming import slug
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Align, Column, Table

_CAPTION = re.compile(
    r"^[*_]{0,3}Table\s+\d{1,3}[*_]{0,3}\s*[.:–—-]?(?:\s|[*_]{1,3}|<br\s*/?>|\\\n)*", re.IGNORECASE
)
_SUMMARY = re.compile(
    r"^(?:summary |comparison |data |quick[- ]reference )?table\s*[:–—-]\s*", re.IGNORECASE
)
_NOTE = re.compile(
    r"^[*_]{0,3}(?:abbreviations?\s*:|sources?\s*:|notes?\.\s|data are|values are|[*†‡]\s?\w)", re.I
)
_HINT_NOTE = re.compile(r"table-?(?:wrap-)?(?:note|footer|foot|fn)|tfoot|wp-element-caption")
_LONGEST = 300  # characters of a caption or note beside a table
_ID = 40  # characters
_ALIGN: dict[str, Align] = {"left": "left", "center": "center", "right": "right"}


def take_tables(pieces: Pieces) -> Taken[tuple[Table, ...]]:
    """Each table with its caption and note; in its place a mark with the shortcode."""
    tables: list[Table] = []
    fields: list[Recovered] = []
    rest: list[Piece] = []
    index = 0
    while index < len(pieces):
        piece, after = pieces[index], index + 1
        grid = piece.grid
        if piece.kind != "table" or grid is None or _width(grid) < 2:
            rest.append(piece)
            index = after
            continue
        caption, sure = _caption(grid, rest)
        note = ""
        if not caption and after < len(pieces) and _is_caption(pieces[after]):
            caption, sure, after = _CAPTION.sub("", pieces[after].text), 0.85, after + 1
        if after < len(pieces) and _is_note(pieces[after]):
            note, after = pieces[after].text, after + 1
        table = _table(grid, caption, note, [t.id for t in tables])
        tables.append(table)
        fields += _fields(table, piece, sure)
        rest.append(mark("table", f"{{{{< table {table.id} >}}}}"))
        index = after
    return Taken(tuple(tables), tuple(rest), Found(fields=tuple(fields)))


def _width(grid: Grid) -> int:
    return max([len(grid.header), *map(len, grid.rows)], default=0)


def _caption(grid: Grid, before: list[Piece]) -> tuple[str, float]:
    """The table's own, a line `Table 1. …` above it (which is taken), or the heading above it."""
    if grid.caption.strip():
        return _CAPTION.sub("", grid.caption.strip()) or grid.caption.strip(), 0.95
    told = _above(before)
    if told:
        return told, 0.9
    if before and _is_caption(before[-1]):
        return _CAPTION.sub("", before.pop().text.strip()).strip("*_ "), 0.85
    if before and is_heading(before[-1]):
        return _SUMMARY.sub("", before[-1].text.strip()), 0.6
    return "", 0.0


def _above(before: list[Piece]) -> str:
    """The lines above the table that are called its caption; they are taken."""
    lines: list[str] = []
    while before and before[-1].kind == "paragraph" and hinted(before[-1], words.HINT_CAPTION):
        lines.insert(0, before.pop().text.strip())
    return _CAPTION.sub("", " ".join(lines)).strip("*_ ")


def _is_caption(piece: Piece) -> bool:
    short = piece.kind == "paragraph" and len(piece.plain) <= _LONGEST
    return short and bool(re.match(r"\W{0,3}Table\s+\d{1,3}\s*[.:–—-]", piece.plain, re.IGNORECASE))


def _is_note(piece: Piece) -> bool:
    short = piece.kind == "paragraph" and len(piece.plain) <= _LONGEST
    return short and bool(_NOTE.match(piece.plain.strip()) or hinted(piece, _HINT_NOTE))


def _table(grid: Grid, caption: str, note: str, taken: list[str]) -> Table:
    width = _width(grid)
    header = (*grid.header, *[""] * width)[:width]
    aligns = (*grid.align, *[""] * width)[:width]
    columns = tuple(
        Column(id=f"c{n}", label=label, align=_ALIGN.get(align, ""))
        for n, (label, align) in enumerate(zip(header, aligns, strict=True), start=1)
    )
    rows = tuple((*row, *[""] * width)[:width] for row in grid.rows)
    name = _name(spans.words(caption), taken)
    return Table(id=name, caption=caption, columns=columns, rows=rows, note=note)


def _name(caption: str, taken: list[str]) -> str:
    """A few words of the caption, `table-1` without one; a number where that is taken."""
    named = slug(caption)
    while len(named) > _ID and "-" in named:
        named = named.rpartition("-")[0]
    stem = named[:_ID].strip("-") or f"table-{len(taken) + 1}"
    stem = stem if not re.fullmatch(r"(?:con|prn|aux|nul|com\d|lpt\d)", stem) else f"table-{stem}"
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    return name


def _fields(table: Table, piece: Piece, caption_sure: float) -> Iterator[Recovered]:
    origin = piece.origin or "table"
    size = f"{len(table.columns)} columns, {len(table.rows)} rows"
    told = any(column.label for column in table.columns)
    yield Recovered(
        place=Place("tables", table.id), value=size, origin=origin, confidence=0.95 if told else 0.7
    )
    if table.caption:
        place = Place("tables", table.id, "caption")
        yield Recovered(place=place, value=table.caption, origin=origin, confidence=caption_sure)
    if table.note:
        place = Place("tables", table.id, "note")
        yield Recovered(place=place, value=table.note, origin=origin, confidence=0.7)
