"""One side wins: the edits of a draft's disagreements, applied in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from palmetto_editor.intake.disagree.itself import INTRUDER
from palmetto_editor.intake.draft import Disagreement, Draft, Recovered
from palmetto_editor.model.edits import Edit, get
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article


def resolve(draft: Draft, side: Literal["page", "markup"]) -> Draft:
    """The draft as one side has it; where the markup says nothing that an article could hold, the
    page does.

    The disagreements stay, for the report. A field that a side won has its value and says so; a
    sentence that was put into the body is no leftover.
    """
    article = draft.article
    for found in draft.disagreements:
        edit = edit_of(found, side)
        article = edit.apply(article) if edit else article
    if article is draft.article:
        return draft
    body = article.body
    leftovers = tuple(
        leftover
        for leftover in draft.leftovers
        if leftover.reason != INTRUDER or leftover.text.strip() not in body
    )
    fields = tuple(_settled(draft, article, side))
    return replace(draft, article=article, leftovers=leftovers, fields=fields)


def edit_of(found: Disagreement, side: Literal["page", "markup"]) -> Edit | None:
    """The edit that lets a side win; None where an article holds nothing that could change."""
    if side == "markup" and found.markup_edit:
        return found.markup_edit
    return found.page_edit


def _settled(draft: Draft, article: Article, side: str) -> Iterator[Recovered]:
    """What was recovered, as the article now has it; without what it no longer has."""
    for field in draft.fields:
        before, after = _text(draft.article, field.place), _text(article, field.place)
        if before == after:
            yield field
        elif after:
            yield replace(field, value=after, origin=f"the {side}, which won")


def _text(article: Article, place: Place) -> str:
    try:
        value = get(article, place)
    except (LookupError, AttributeError, TypeError):
        return ""
    return value if isinstance(value, str) else ""
