"""Tables of Markdown: rows with cells too few or too many, and what is no table or was none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.traps.trap import Repair, Spot, Trap, said, trap
from palmetto_editor.markup import lines
from palmetto_editor.markup.passages import Part

_DASHES = re.compile(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*")


def rows(part: Part) -> Iterator[Trap]:
    """Each row is held against the header."""
    if part.construct != "table":
        return
    source = part.source
    header, _, *below = source.text.rstrip().split("\n")
    width, start = len(lines.cells(header)), len(header) + 1 + len(source.lines[1]) + 1
    swallows = False
    for row in below:
        spans = lines.cell_spans(row)
        if "|" not in row:
            if width > 1 and not swallows:
                yield _swallowed(part, start, row)
            swallows = True
        elif len(spans) < width:
            yield _short(part, start, row, len(spans), width)
        elif any(first < last for first, last in spans[width:]):
            yield _long(part, start, row, spans, width)
        start += len(row) + 1


def _short(part: Part, start: int, row: str, count: int, width: int) -> Trap:
    bare = row.rstrip()
    missing = "  |" * (width - count)
    new = f"{bare}{'' if bare.endswith('|') and count else ' |'}{missing}"
    message = (
        f"The row {said(row)} has {_cells(count)} for {width} columns, so its last ones are empty; "
        "give it one for each."
    )
    repair = Repair("Add empty cells", start, start + len(row), new)
    return trap(part.source, "row-short", start, start + len(bare), message, repair)


def _long(part: Part, start: int, row: str, spans: list[tuple[int, int]], width: int) -> Trap:
    """What stands beyond the last column is not shown at all."""
    lost = row[spans[width][0] : spans[-1][1]]
    message = (
        f"The row {said(row)} has {_cells(len(spans))} for {width} columns, and the page drops "
        rf"{said(lost)}; add a column, or write \| within a cell."
    )
    first, last = spans[width - 1][0], spans[-1][1]
    kept = re.sub(r"(?<!\\)\|", r"\\|", row[first:last])
    repair = Repair("Keep it in the last cell", start + first, start + last, kept)
    return trap(part.source, "row-long", start, start + len(row.rstrip()), message, repair)


def _swallowed(part: Part, start: int, row: str) -> Trap:
    message = (
        f"{said(row)} stands in the table above, since no blank line parts them; put one between."
    )
    repairs = () if part.inside else (Repair("Put a blank line", start, start, "\n"),)
    return trap(part.source, "table-swallows", start, start + len(row.rstrip()), message, *repairs)


def unmade(spot: Spot) -> Iterator[Trap]:
    """Rows between bars that no row of dashes makes a table."""
    if not spot.is_prose or spot.text.count("|") < 4:
        return
    written = spot.text.split("\n")
    first = next((i for i, line in enumerate(written) if line.startswith("|")), None)
    if first is None or not all(line.count("|") > 1 for line in written[first : first + 2]):
        return
    below = written[first + 1 :]
    if not below:
        return
    start = sum(len(line) + 1 for line in written[:first])
    header = written[first]
    dashes = "|" + " --- |" * len(lines.cells(header))
    after = start + len(header)
    if _DASHES.fullmatch(below[0]):
        counts = len(lines.cells(header)), len(lines.cells(below[0]))
        why = (
            f"its header has {_cells(counts[0])}, the dashes below it {counts[1]}; make them as "
            "many"
        )
        repair = Repair("Mend the dashes", after + 1, after + 1 + len(below[0]), dashes)
        repairs: tuple[Repair, ...] = (repair,)
    else:
        why = "a row of dashes is missing below its header; write it"
        repairs = () if spot.part and spot.part.inside else (_added(after, dashes),)
    message = f"{said(header)} is shown with its bars and makes no table: {why}."
    yield trap(spot.passage, "table-shape", start, after, message, *repairs)


def _added(after: int, dashes: str) -> Repair:
    return Repair("Add the row of dashes", after, after, f"\n{dashes}")


def _cells(count: int) -> str:
    return f"{count} cell{'' if count == 1 else 's'}"
