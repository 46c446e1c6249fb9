"""The FAQ as a node of its own, part of the page (Google's FAQPage feature, 2026-05-07)."""

from __future__ import annotations

from collections.abc import Mapping

from palmetto_editor.model.values import Article, Question
from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.site import Node, Site, node, ref


def faq_page(article: Article, site: Site, answers: Mapping[str, str]) -> Node | None:
    """Every question that has a visible answer, each marked up once; None where there is none."""
    asked: dict[str, Node] = {}
    for question in article.faq:
        made = _question(question, site, one_line(answers.get(question.id, "")))
        if made:
            asked.setdefault(made["@id"], made)
    if not asked:
        return None
    return node(
        "FAQPage",
        site.part("faq"),
        isPartOf=ref(site.page),
        mainEntity=list(asked.values()),
    )


def _question(question: Question, site: Site, answer: str) -> Node | None:
    name = one_line(question.question)
    if not (name and answer):
        return None
    return node(
        "Question",
        site.item("question", question.id),
        name=name,
        acceptedAnswer=node("Answer", text=answer),
    )
