"""Dates of the markup: ISO 8601 with an offset, in an order that can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any

from palmetto_editor.checks.graph.marked import Marked
from palmetto_editor.checks.graph.page_rule import in_graph
from palmetto_editor.checks.graph.vocabulary import vocabulary
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured import dates
from palmetto_editor.structured.wild.nodes import many

_MOMENTS = ("datePublished", "dateModified", "dateCreated", "uploadDate")
_LOCAL = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:\.\d{1,9})?)?(?:[+-]\d{1,4})?)?")
_PARTIAL = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:?\d\d\S{0,24})?)?)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\s*\d{4}\s*")


def format_(page: Marked) -> Iterator[Hit]:
    """A bare year or free text is no date of the page; a cited work may be known by its year."""
    own = {id(node) for node in page.own}
    for node in page.proper:
        for name in node.keys() & _properties():
            for value in many(node[name]):
                wrong = _wrong(value, strict=name in _MOMENTS and id(node) in own)
                if wrong:
                    message = f"The {quoted(name)} is {wrong}; write it by ISO 8601 with an offset."
                    yield Hit(in_graph(page.name(node), name), message)
                    break


def offset(page: Marked) -> Iterator[Hit]:
    """A time without an offset is another moment in each country; a day has no time at all."""
    for node in page.own:
        for name in _MOMENTS:
            for value in many(node.get(name)):
                if isinstance(value, str) and _is_local(value):
                    message = f"The {quoted(name)} {quoted(value)} has no offset such as +02:00."
                    yield Hit(in_graph(page.name(node), name), message)


def order(page: Marked) -> Iterator[Hit]:
    for node in page.own:
        first, last = (_first(node.get(name)) for name in ("datePublished", "dateModified"))
        if first and last and _is_before(last, first):
            message = (
                f"The markup says modified {quoted(last)}, before it was published "
                f"{quoted(first)}; mend the one that is wrong."
            )
            yield Hit(in_graph(page.name(node), "dateModified"), message)


def is_date(text: str) -> bool:
    """Whether it is a day, or a moment with an offset."""
    return bool(_DAY.fullmatch(text)) or dates.is_moment(text)


def same_moment(one: str, other: str) -> bool:
    """Whether two dates mean the same; where either is a day alone, whether the day is."""
    one, other = one.strip(), other.strip()
    if one == other or (min(len(one), len(other)) == 10 and one[:10] == other[:10]):
        return True
    first, second = _moment(one), _moment(other)
    return first is not None and first == second


@cache
def _properties() -> frozenset[str]:
    """Those that take a date and no other text."""
    return frozenset(
        name
        for name, term in vocabulary().properties.items()
        if {"Date", "DateTime"}.intersection(term.ranges) and "Text" not in term.ranges
    )


def _wrong(value: Any, *, strict: bool) -> str:
    """What a value that is no date is, in words; "" for a date."""
    if isinstance(value, dict) or value is None or value == "":
        return ""
    said = str(value)
    if strict:
        if _YEAR.fullmatch(said):
            return f"a bare year, {quoted(said)}"
        return "" if dates.is_moment(said.strip()) or _is_local(said) else quoted(said)
    return "" if _PARTIAL.fullmatch(said.strip()) else quoted(said)


def _is_local(said: str) -> bool:
    """A day, or a time without an offset, that there is."""
    bare = said.strip()
    if not _LOCAL.fullmatch(bare) or dates.is_moment(bare):
        return False
    try:
        datetime.fromisoformat(bare[:10])
    except ValueError:
        return False
    return True


def _first(value: Any) -> str:
    return next((item.strip() for item in many(value) if isinstance(item, str)), "")


def _is_before(one: str, other: str) -> bool:
    first, second = _moment(one), _moment(other)
    if first is not None and second is not None:
        return first < second
    return _is_local(one) and _is_local(other) and one[:10] < other[:10]


def _moment(said: str) -> datetime | None:
    """The moment that a date with an offset names, in whatever form of ISO 8601."""
    if len(said) > 40:
        return None
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return None
    return found if found.tzinfo else None
