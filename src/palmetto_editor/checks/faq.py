"""Rules for the FAQ (Google's FAQPage feature; a question is marked up once)."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Question


def no_answer(subject: Subject) -> Iterator[Hit]:
    for question in subject.article.faq:
        if question.question.strip() and not question.answer.strip():
            yield Hit(
                _at(question, "answer"),
                f"“{_short(question.question)}” has no answer; write one, or remove the question.",
            )


def no_question(subject: Subject) -> Iterator[Hit]:
    for question in subject.article.faq:
        if question.answer.strip() and not question.question.strip():
            yield Hit(
                _at(question, "question"),
                f"The answer “{_short(question.answer)}” has no question; write one.",
            )


def empty(subject: Subject) -> Iterator[Hit]:
    for question in subject.article.faq:
        if not question.question.strip() and not question.answer.strip():
            fix = edits.remove("faq", question.id, "Remove empty question")
            yield Hit(_at(question, "question"), "A question is empty; fill it, or remove it.", fix)


def twice(subject: Subject) -> Iterator[Hit]:
    seen: dict[str, str] = {}
    for question in subject.article.faq:
        asked = " ".join(question.question.casefold().split()).rstrip(" ?.!")
        if asked and seen.setdefault(asked, question.id) != question.id:
            message = f"“{_short(question.question)}” is asked twice; remove one of the two."
            yield Hit(_at(question, "question"), message)


def _at(question: Question, field: str) -> Place:
    return Place("faq", question.id, field)


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= 60 else folded[:59].rstrip() + "…"
