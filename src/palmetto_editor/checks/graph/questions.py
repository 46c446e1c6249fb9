"""Questions and answers of an FAQPage, as Google asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from palmetto_editor.checks.graph.marked import Marked, text
from palmetto_editor.checks.graph.page_rule import in_graph
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured.wild.nodes import Node

_TAG = re.compile(r"<\s*/?\s*([a-zA-Z][a-zA-Z0-9]*)\b")
_ALLOWED = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "br", "ol", "ul", "li", "a", "p", "div", "b", "strong")
) | {"i", "em"}
_MANY_SIGNS = re.compile(r"\W+")


def no_questions(page: Marked) -> Iterator[Hit]:
    for faq in page.of("FAQPage"):
        values = [value for value in page.linked(faq, "mainEntity") if value]
        if not values or not all(page.is_a(value, "Question") for value in values):
            lacks = "holds something else than questions" if values else "has no mainEntity"
            message = f"The FAQPage {lacks}; list its questions there."
            yield Hit(in_graph(page.name(faq), "mainEntity"), message)


def no_name(page: Marked) -> Iterator[Hit]:
    for question in questions(page):
        if not text(question.get("name")):
            message = "A question in the markup has no name; write the question there."
            yield Hit(in_graph(page.name(question), "name"), message)


def no_answer(page: Marked) -> Iterator[Hit]:
    for question in questions(page):
        if not answer(page, question):
            asked = quoted(text(question.get("name")) or page.name(question))
            lacks = "an acceptedAnswer without text" if question.get("acceptedAnswer") else ""
            message = f"The question {asked} has {lacks or 'no acceptedAnswer'}; give it an answer."
            yield Hit(in_graph(page.name(question), "acceptedAnswer"), message)


def twice(page: Marked) -> Iterator[Hit]:
    seen: set[str] = set()
    for question in questions(page):
        asked = asked_for(question)
        if asked and asked in seen:
            message = f"The question {quoted(text(question['name']))} is marked up twice."
            yield Hit(in_graph(page.name(question), "name"), message)
        seen.add(asked)


def html(page: Marked) -> Iterator[Hit]:
    """What else stands in an answer is taken out, with or without its words."""
    for question in questions(page):
        tags = (tag.lower() for tag in _TAG.findall(answer(page, question)))
        odd = next((tag for tag in tags if tag not in _ALLOWED), "")
        if odd:
            asked = quoted(text(question.get("name")))
            message = f"The answer to {asked} holds <{odd}>, which search engines do not take."
            yield Hit(in_graph(page.name(question), "acceptedAnswer"), message)


def questions(page: Marked) -> Iterator[Node]:
    """The questions of all FAQPages of the page."""
    for faq in page.of("FAQPage"):
        for value in page.linked(faq, "mainEntity"):
            if page.is_a(value, "Question"):
                yield value


def answer(page: Marked, question: Node) -> str:
    """The text of a question's accepted answer, or ""."""
    found: Any = next(iter(page.linked(question, "acceptedAnswer")), None)
    return text(found.get("text")) if isinstance(found, dict) else ""


def asked_for(question: Node) -> str:
    """What tells a question from another: its words, whatever their case and signs."""
    return _MANY_SIGNS.sub(" ", text(question.get("name"))).strip().casefold()
