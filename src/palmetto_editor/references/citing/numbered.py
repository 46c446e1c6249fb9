"""Clusters of numeric styles: sorted by number, ranges collapsed."""

from __future__ import annotations

from collections.abc import Sequence

from palmetto_editor.references.citing.units import (
    Shown,
    Unit,
    affixed,
    joined,
    link,
    missing,
    order_of,
    segments,
    wrapped,
)
from palmetto_editor.references.citing.works import NUMBER, Works

_FEWEST = 3  # numbers in a row that become a range
_LAST = 10**9


def numeric(units: Sequence[Unit], works: Works) -> Shown:
    """The cluster of these cites; the order is theirs as they stand in it."""
    layout = works.layout
    parts: list[str] = []
    order: list[int] = []
    for segment in segments(units):
        segment.sort(key=lambda unit: unit.number or _LAST)
        order += order_of(segment)
        if layout.collapse != "citation-number":
            parts += [affixed(unit, _numbered(unit, works), works) for unit in segment]
            continue
        for run in _runs(segment):
            ends = [affixed(unit, _numbered(unit, works), works) for unit in (run[0], run[-1])]
            parts.append(f"{ends[0]}{_within(run[1:-1])}{ends[1]}" if len(run) > 1 else ends[0])
    crowded = any(unit.after.startswith(", ") for unit in units) and layout.delimiter.strip() == ","
    text = joined(parts, "; " if crowded else layout.delimiter, layout)
    return wrapped(text, tuple(order), works)


def _runs(units: Sequence[Unit]) -> list[list[Unit]]:
    """Bare cites whose numbers follow each other, three or more; every other cite by itself."""
    runs: list[list[Unit]] = []
    for unit in units:
        last = runs[-1][-1] if runs else None
        if last and _is_bare(unit) and _is_bare(last) and unit.number == last.number + 1:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    return [
        part
        for run in runs
        for part in ([run] if len(run) >= _FEWEST else [[unit] for unit in run])
    ]


def _is_bare(unit: Unit) -> bool:
    return bool(unit.number) and not (unit.before or unit.after or unit.locator)


def _within(units: Sequence[Unit]) -> str:
    """The dash of a range, which is the place of the cites within it."""
    opened = "".join(f'<span id="{unit.anchor}">' for unit in units)
    return f"{opened}–{'</span>' * len(units)}"


def _numbered(unit: Unit, works: Works) -> str:
    if not unit.number:
        return missing(unit)
    printed = works.cite(unit.key, "whole", unit.locator)
    if NUMBER not in printed:
        return link(unit, printed or str(unit.number))
    return printed.replace(NUMBER, link(unit, str(unit.number)), 1)
