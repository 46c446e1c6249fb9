"""The FAQ: every question a heading, every answer open to all, no scripts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Question
from palmetto_editor.page.anchors import item_anchor
from palmetto_editor.page.fill import below
from palmetto_editor.page.texts import Prose, Texts
from palmetto_editor.page.theme import Theme, safe
from palmetto_editor.structured.plain import one_line

_PLACE = Place("faq")


@dataclass(frozen=True, slots=True)
class Faq:
    """`answers` are the pieces of each answer. `level` is that of the questions' headings.

    `introduced_by` is the id of the body's heading that the section stands under, or "": then it
    has one of its own.
    """

    questions: tuple[Question, ...]
    answers: tuple[Prose, ...]
    level: int = 3
    introduced_by: str = ""
    id: str = "faq"
    place: Place = _PLACE

    @property
    def pieces(self) -> Prose:
        return tuple(piece for answer in self.answers for piece in answer)

    def html(self, theme: Theme, texts: Sequence[str]) -> str:
        items = [
            {
                "anchor": item_anchor("faq", question.id),
                "question": one_line(question.question),
                "answer": safe(answer),
            }
            for question, answer in zip(self.questions, self.answer_texts(texts), strict=True)
            if one_line(question.question) or answer
        ]
        return theme.render("faq", items=items, level=self.level, introduced_by=self.introduced_by)

    def answer_texts(self, texts: Sequence[str]) -> list[str]:
        """The HTML of each answer, its own headings below its question's."""
        rest = iter(texts)
        return [below(islice(rest, len(answer)), self.level) for answer in self.answers]


def answers(questions: Sequence[Question], texts: Texts) -> tuple[Prose, ...]:
    return tuple(texts.prose(q.answer, Place("faq", q.id, "answer")) for q in questions)
