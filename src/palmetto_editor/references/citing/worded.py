"""Clusters of author-date and note styles: sorted, the works of one author together."""

from __future__ import annotations

import re
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
from palmetto_editor.references.citing.works import Works

_FIRST = re.compile(r"^((?:<[^>]*>)*)(\w)")


def worded(units: Sequence[Unit], works: Works, *, in_note: bool = False) -> Shown:
    """A cluster of an author-date or note style."""
    layout = works.layout
    parts: list[str] = []
    order: list[int] = []
    groups: list[list[Unit]] = []
    for segment in segments(units):
        for group in _grouped(_by_style(segment, works), works):
            if groups and _goes_on(groups[-1], group, works):
                groups[-1] += group
            else:
                groups.append(group)
    for group in groups:
        order += order_of(group)
        parts.append(_group(group, works))
    delimiter = layout.after_collapse or layout.delimiter
    text = joined(parts, delimiter if layout.collapse else layout.delimiter, layout)
    if in_note:
        return Shown(f"({text})", tuple(order))
    begins = works.style.kind == "note"
    return wrapped(_capital(text) if begins else text, tuple(order), works)


def _capital(html: str) -> str:
    """A note is a sentence: what it begins with is a capital, behind any tags."""
    return _FIRST.sub(lambda first: first[1] + first[2].upper(), html, count=1)


def _group(group: Sequence[Unit], works: Works) -> str:
    """Cites of the same names: these once, then the years."""
    layout = works.layout
    texts, rests = [affixed(group[0], _linked(group[0], works), works)], [""]
    for unit in group[1:]:
        rest = works.cite(unit.key, "rest", unit.locator, unit.stands)
        rest = rest or works.cite(unit.key, "whole", unit.locator, unit.stands)
        suffix = works.year_suffix(unit.key)
        same = suffix and rest.removesuffix(suffix) == _bare_year(group[0], works)
        if same and layout.collapse.startswith("year-suffix"):
            rest = suffix
        texts.append(affixed(unit, link(unit, rest), works))
        rests.append(rest)
    if any(unit.locator for unit in group):
        return joined(texts, layout.delimiter, layout)
    only_letters = [rest == works.year_suffix(u.key) for u, rest in zip(group, rests, strict=True)]
    text = texts[0]
    for shown_text, letter in zip(texts[1:], only_letters[1:], strict=True):
        between = layout.suffix_delimiter if letter else ""
        text = joined([text, shown_text], between or layout.group_delimiter or ", ", layout)
    return text


def _bare_year(unit: Unit, works: Works) -> str:
    return works.cite(unit.key, "rest").removesuffix(works.year_suffix(unit.key))


def _by_style(units: Sequence[Unit], works: Works) -> list[Unit]:
    found = [unit for unit in units if unit.number]
    if len(units) == 1:
        return list(units)
    order = works.style.cite_order([works.known[unit.key] for unit in found])
    return [*(found[index] for index in order), *(unit for unit in units if not unit.number)]


def _grouped(units: Sequence[Unit], works: Works) -> list[list[Unit]]:
    """Cites of the same names together, in the place of the first, where the style collapses."""
    if not works.layout.collapse.startswith("year"):
        return [[unit] for unit in units]
    groups: dict[object, list[Unit]] = {}
    for unit in units:
        groups.setdefault(_people(unit, works), []).append(unit)
    return list(groups.values())


def _people(unit: Unit, works: Works) -> object:
    """Who a cite names; one that names nobody is like no other."""
    who = works.cite(unit.key, "names") if unit.number and not unit.suppress else ""
    return (who, works.known[unit.key].author) if who else unit.at


def _goes_on(group: Sequence[Unit], more: Sequence[Unit], works: Works) -> bool:
    """Whether works of the same names follow, with no words of the writer's between."""
    if not works.layout.collapse.startswith("year") or group[-1].after or more[0].before:
        return False
    return _people(group[0], works) == _people(more[0], works)


def _linked(unit: Unit, works: Works) -> str:
    if not unit.number:
        return missing(unit)
    printed = works.cite(unit.key, "rest", unit.locator, unit.stands) if unit.suppress else ""
    printed = printed or works.cite(unit.key, "whole", unit.locator, unit.stands)
    return link(unit, printed or works.cite(unit.key, "names") or str(unit.number))
