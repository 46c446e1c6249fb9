"""A place in words, for people who have the report and not the editor before them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache

from palmetto_editor.model.citing import without_code
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

_PARTS = {
    "metadata": "Metadata",
    "publication": "Publication",
    "notice": "Notice",
    "short_answer": "Short answer",
    "body": "Body",
    "disclaimer": "Disclaimer",
    "tables": "Table",
    "faq": "Question",
    "references": "Reference",
    "links": "Link",
    "images": "Image",
    "graph": "Markup of the page",
    "head": "Head of the page",
    "bundle": "File",
}
_NAMES: dict[str, Callable[..., str]] = {  # what a person calls an item
    "tables": lambda item: item.caption,
    "faq": lambda item: item.question,
    "links": lambda item: item.label,
}
_SINGULAR = {
    "authors": "author",
    "reviewers": "reviewer",
    "keywords": "keyword",
    "rows": "row",
    "columns": "column",
    "about": "topic",
    "same_as": "profile",
    "author": "author",
}
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+([^\n]*)", re.M)
_CLOSING = re.compile(r"[ \t]#+[ \t]*$")
_LONGEST = 80  # characters of a name


def where(article: Article, place: Place) -> str:
    """The place as a path in words: `Question “Is it known?” › answer`, `Body › “Methods”`."""
    parts = [_part(article, place)]
    parts += _fields(article, place)
    if place.part == "body" and place.span:
        section = _section(article.body, place.span[0])
        parts += [f"“{_short(section)}”"] if section else []
    return " › ".join(parts)


def _part(article: Article, place: Place) -> str:
    name = _PARTS.get(place.part, place.part.replace("_", " ").capitalize())
    if not place.item:
        return name
    item = next((i for i in getattr(article, place.part, ()) if i.id == place.item), None)
    called = _NAMES.get(place.part)
    title = called(item) if called and item is not None else ""
    return f"{name} “{_short(title or place.item)}”"


def _fields(article: Article, place: Place) -> list[str]:
    """`["row 4", "column “Dose”"]` of `rows[3][1]`."""
    found: list[str] = []
    steps = place.steps
    for index, step in enumerate(steps):
        before = steps[index - 1] if index else None
        if isinstance(step, str):
            found.append(step.replace("_", " "))
        elif isinstance(before, str):
            found[-1] = f"{_SINGULAR.get(before, before.replace('_', ' '))} {step + 1}"
        else:
            found.append(_column(article, place, step))
    return found


def _column(article: Article, place: Place, index: int) -> str:
    for table in article.tables:
        if table.id == place.item and index < len(table.columns) and table.columns[index].label:
            return f"column “{_short(table.columns[index].label)}”"
    return f"column {index + 1}"


def _section(body: str, at: int) -> str:
    """The heading under which a character of the body stands."""
    starts, titles = _headings(body)
    index = bisect_right(starts, at) - 1
    return titles[index] if index >= 0 else ""


@lru_cache(maxsize=2)  # all findings of one article ask for the same
def _headings(body: str) -> tuple[list[int], list[str]]:
    found = list(_HEADING.finditer(without_code(body)))
    return [match.start() for match in found], [_CLOSING.sub("", match[1]) for match in found]


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _LONGEST else f"{folded[: _LONGEST - 1].rstrip()}…"
