"""The order of the list, in which F8 walks: down the window's parts, and round again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article
from palmetto_editor.ui.problems.names import TITLES

if TYPE_CHECKING:  # the checks come after the first paint
    from palmetto_editor.checks.finding import Finding

_PARTS = {part: number for number, part in enumerate(TITLES)}
Rank = tuple[int, int, int, tuple[int, ...], int]


def ranks(article: Article) -> Callable[[Place], Rank]:
    """How far down a place is: by part, item, field, the path in it, and where in the text."""
    items: dict[str, dict[str, int]] = {}
    names: dict[str, dict[str, int]] = {}
    known: dict[tuple[str, str, str], tuple[int, int, int, tuple[int, ...]]] = {}

    def rank(place: Place) -> Rank:
        key = place.part, place.item, place.field
        if key not in known:
            known[key] = above(place)
        return *known[key], place.span[0] if place.span else -1

    def above(place: Place) -> tuple[int, int, int, tuple[int, ...]]:
        part = place.part
        if part not in items:
            held = getattr(article, part, None)
            all_ = held if isinstance(held, tuple) else ()
            items[part] = {each.id: number for number, each in enumerate(all_)}
            names[part] = _fields(all_[0] if all_ else held)
        steps = place.steps
        field = names[part].get(str(steps[0]).replace("-", "_"), -1) if steps else -1
        path = tuple(step for step in steps if isinstance(step, int))
        item = items[part].get(place.item, -1)
        return _PARTS.get(part, len(_PARTS)), item, field, path

    return rank


def in_order(findings: Sequence[Finding], article: Article) -> tuple[Finding, ...]:
    """The findings as they are walked through."""
    rank = ranks(article)
    return tuple(sorted(findings, key=lambda finding: rank(finding.place)))


def beside(
    ordered: Sequence[Finding], here: Place | None, article: Article, *, back: bool = False
) -> Finding | None:
    """The finding after `here`, or before it; round the end, and None where there is none."""
    if not ordered or here is None:
        return ordered[-1 if back else 0] if ordered else None
    rank = ranks(article)
    at = rank(here)
    if back:
        found = (finding for finding in reversed(ordered) if rank(finding.place) < at)
        return next(found, ordered[-1])
    return next((finding for finding in ordered if rank(finding.place) > at), ordered[0])


def step(ordered: Sequence[Finding], last: Finding, *, back: bool = False) -> Finding | None:
    """The finding beside one that was shown last, several at one place included; None where that
    one is not there any more.
    """
    if last not in ordered:
        return None
    return ordered[(ordered.index(last) + (-1 if back else 1)) % len(ordered)]


def _fields(held: Any) -> dict[str, int]:
    if not is_dataclass(held):
        return {}
    return {field.name: number for number, field in enumerate(fields(held))}
