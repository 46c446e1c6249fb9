"""Edits: named pure functions Article -> Article, each with its Place.

An edit that changes nothing returns the very same Article, so that identity tells.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Table

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Edit:
    """`label` is what the Undo menu says; `typing` edits on one place merge in the history."""

    label: str
    place: Place
    apply: Callable[[Article], Article]
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """Before and after one edit, undo or redo."""

    before: Article
    after: Article
    place: Place
    label: str = ""

    def touches(self, *parts: str) -> bool:
        """Whether any of the parts (attributes of Article) is another object than before."""
        return any(getattr(self.before, p) is not getattr(self.after, p) for p in parts)


def get(article: Article, place: Place) -> Any:
    """The value at a place; KeyError, IndexError or AttributeError where there is none."""
    value: Any = getattr(article, place.part)
    if place.item:
        value = value[_index(value, place.item)]
    for step in place.steps:
        value = value[step] if isinstance(step, int) else getattr(value, _attribute(step))
    return value


def put(place: Place, value: Any, label: str = "") -> Edit:
    """Set the value at a place, whatever it is: a text, a choice, a whole tuple."""
    path = _path(place)
    return Edit(label or f"Change {place.widget}", place, lambda a: _put(a, path, value))


def type_text(place: Place, text: str) -> Edit:
    """Set a text that is being typed: merges with its neighbours in the history."""
    path = _path(place)
    return Edit("Typing", place.whole(), lambda a: _put(a, path, text), typing=True)


def splice(place: Place, start: int, end: int, text: str) -> Edit:
    """Replace the characters `start` to `end` of the text at a place, as typing does."""
    whole, path = place.whole(), _path(place)

    def apply(article: Article) -> Article:
        old = get(article, whole)
        return _put(article, path, old[:start] + text + old[end:])

    return Edit("Typing", whole, apply, typing=True)


def insert(part: str, item: Any, index: int | None = None, label: str = "") -> Edit:
    """Add an item to a list of the article, at the end or before `index`."""

    def apply(article: Article) -> Article:
        items = getattr(article, part)
        at = len(items) if index is None else index
        return _replace(article, part, (*items[:at], item, *items[at:]))

    return Edit(label or f"Add to {part}", Place(part, item.id), apply)


def remove(part: str, item: str, label: str = "") -> Edit:
    """Take the item with this id out of its list."""

    def apply(article: Article) -> Article:
        items = getattr(article, part)
        return _replace(article, part, tuple(i for i in items if i.id != item))

    return Edit(label or f"Remove from {part}", Place(part, item), apply)


def move(part: str, item: str, to: int) -> Edit:
    """Move the item so that it stands at index `to` (clamped) of its list."""

    def apply(article: Article) -> Article:
        items = getattr(article, part)
        rest = [i for i in items if i.id != item]
        at = max(0, min(to, len(rest)))
        rest.insert(at, items[_index(items, item)])
        return article if tuple(rest) == items else _replace(article, part, tuple(rest))

    return Edit(f"Move in {part}", Place(part, item), apply)


def change_table(table: str, change: Callable[[Table], Table], label: str, field: str = "") -> Edit:
    """Apply one of the pure functions of `model.grid` to a table."""
    place = Place("tables", table)

    def apply(article: Article) -> Article:
        return _put(article, _path(place), change(get(article, place)))

    return Edit(label, Place("tables", table, field), apply)


def both(first: Edit, second: Edit, label: str = "") -> Edit:
    """Two edits as one step of the history, at the place of the first."""
    return Edit(label or first.label, first.place, lambda a: second.apply(first.apply(a)))


def fresh_id(prefix: str, taken: tuple[Any, ...]) -> str:
    """The first of `prefix1`, `prefix2`… that no item bears, whatever the case."""
    used = {item.id.casefold() for item in taken}
    number = len(taken) + 1
    while f"{prefix}{number}".casefold() in used:
        number += 1
    return f"{prefix}{number}"


def _path(place: Place) -> tuple[str | int | _Item, ...]:
    item = (_Item(place.item),) if place.item else ()
    return (place.part, *item, *place.steps)


@dataclass(frozen=True, slots=True)
class _Item:
    id: str


def _put(value: T, path: tuple[str | int | _Item, ...], new: Any) -> T:
    """Structural replacement along a path; the same object where nothing changes."""
    result: Any = value
    if not path:
        result = value if value == new else new
    elif isinstance(path[0], str):
        name = _attribute(path[0])
        old = getattr(value, name)
        inner = _put(old, path[1:], new)
        result = value if inner is old else _replace(value, name, inner)
    else:
        items: Any = value
        at = _index(items, path[0].id) if isinstance(path[0], _Item) else path[0]
        inner = _put(items[at], path[1:], new)
        result = value if inner is items[at] else (*items[:at], inner, *items[at + 1 :])
    return result  # type: ignore[no-any-return]


def _replace(value: T, name: str, new: Any) -> T:
    return replace(value, **{name: new})  # type: ignore[type-var]


def _attribute(name: str) -> str:
    """The attribute of a JSON name: CSL writes `container-title`."""
    return name.replace("-", "_")


def _index(items: tuple[Any, ...], item: str) -> int:
    for index, candidate in enumerate(items):
        if candidate.id == item:
            return index
    raise KeyError(item)
