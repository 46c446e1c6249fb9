"""Ids of headings: readable, unique in the page, and never one of the page's own."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from palmetto_editor.model import naming

# What assembly's own ids begin with: `ref-3`, `cite-3-1`, `table-findings`. A second heading
# `Faq` would be `faq-2`, which a question may be, so the bare words are taken too.
_OWN = re.compile(
    r"(?:ref|note)(?:-\d+)?|(?:cite|noteref)(?:-\d+){0,2}|(?:table|figure|faq)(?:-.*)?"
)
_WORD = re.compile(r"\w+")
_UNSAFE = re.compile(r"[^A-Za-z0-9-]")


def anchors(headings: Sequence[str], taken: Collection[str]) -> tuple[str, ...]:
    """An id for each heading's text, in order; `taken` are the page's own that have no pattern."""
    used = set(taken)
    numbers: dict[str, int] = {}  # the last number given after each slug
    found = []
    for text in headings:
        slug = anchor = _slug(text)
        while anchor in used:
            numbers[slug] = numbers.get(slug, 1) + 1
            anchor = f"{slug}-{numbers[slug]}"
        used.add(anchor)
        found.append(anchor)
    return tuple(found)


def item_anchor(kind: str, item: str) -> str:
    """The id of an item of one of the article's lists: `table-findings`; another for each item."""
    return f"{kind}-" + _UNSAFE.sub(lambda match: f"_{ord(match[0]):x}", item)


@lru_cache(maxsize=4096)
def _slug(text: str) -> str:
    """As for addresses; a heading in another script keeps its own letters."""
    words = "-".join(_WORD.findall(text.casefold()))[: naming.LONGEST_SLUG]
    slug = naming.slug(text) or words or "section"
    return f"section-{slug}" if _OWN.fullmatch(slug) else slug
