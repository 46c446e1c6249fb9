"""A BreadcrumbList: two items or more, counted from 1, each named, all but the last linked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from palmetto_editor.checks.graph.marked import Marked, text
from palmetto_editor.checks.graph.page_rule import in_graph
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured.addresses import is_absolute
from palmetto_editor.structured.wild.nodes import Node


def short(page: Marked) -> Iterator[Hit]:
    for trail in page.of("BreadcrumbList"):
        if len(steps(page, trail)) < 2:
            message = "The BreadcrumbList has fewer than two items; name the way to this page."
            yield Hit(in_graph(page.name(trail), "itemListElement"), message)


def positions(page: Marked) -> Iterator[Hit]:
    for trail in page.of("BreadcrumbList"):
        counted = [_number(step.get("position")) for step in steps(page, trail)]
        if counted and sorted(counted) != list(range(1, len(counted) + 1)):
            shown = ", ".join(str(number) if number >= 0 else "nothing" for number in counted[:8])
            message = f"The BreadcrumbList counts its items {shown}, and not from 1 in order."
            yield Hit(in_graph(page.name(trail), "itemListElement"), message)


def names(page: Marked) -> Iterator[Hit]:
    for trail in page.of("BreadcrumbList"):
        for step in steps(page, trail):
            if not name(page, step):
                message = "An item of the BreadcrumbList has no name; write what it is called."
                yield Hit(in_graph(page.name(step), "name"), message)


def addresses(page: Marked) -> Iterator[Hit]:
    """All but the last lead somewhere; the last is the page itself."""
    for trail in page.of("BreadcrumbList"):
        in_order = sorted(steps(page, trail), key=lambda step: _number(step.get("position")))
        for step in in_order[:-1]:
            if not is_absolute(_address(page, step)):
                what = quoted(name(page, step) or page.name(step))
                message = f"The item {what} of the BreadcrumbList has no absolute address."
                yield Hit(in_graph(page.name(step), "item"), message)


def steps(page: Marked, trail: Node) -> list[Node]:
    values = page.linked(trail, "itemListElement")
    return [value for value in values if isinstance(value, dict)]


def name(page: Marked, step: Node) -> str:
    """Its own, or that of the thing that it leads to."""
    item = next(iter(page.linked(step, "item")), None)
    return text(step.get("name")) or (text(item.get("name")) if isinstance(item, dict) else "")


def _address(page: Marked, step: Node) -> str:
    item: Any = next(iter(page.linked(step, "item")), None)
    if isinstance(item, dict):
        item = text(item.get("url")) or item.get("@id")
    return text(item) or text(step.get("url"))


def _number(value: Any) -> int:
    said = str(value).strip() if isinstance(value, str | int) else ""
    return int(said) if said.isdecimal() and len(said) < 9 else -1
