"""One side wins: the edits of a draft's disagreements, applied in their order."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from palmetto_editor.intake.disagree.itself import INTRUDER
from palmetto_editor.intake.draft import Disagreement, Draft
from palmetto_editor.model.edits import Edit


def resolve(draft: Draft, side: Literal["page", "markup"]) -> Draft:
    """The draft as one side has it; where the markup says nothing that an article could hold, the
    page does.

    The disagreements stay, for the report. A sentence that was put into the body is no leftover.
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
    return replace(draft, article=article, leftovers=leftovers)


def edit_of(found: Disagreement, side: Literal["page", "markup"]) -> Edit | None:
    """The edit that lets a side win; None where an article holds nothing that could change."""
    if side == "markup" and found.markup_edit:
        return found.markup_edit
    return found.page_edit
