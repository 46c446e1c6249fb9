"""Questions and their answers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from palmetto_editor.errors import UserError
from palmetto_editor.model import edits
from palmetto_editor.model.edits import fresh_id
from palmetto_editor.model.naming import SAFE_ID
from palmetto_editor.model.values import Question
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes.item_pane import ItemPane, rename_item
from palmetto_editor.ui.widgets.ident import Ident
from palmetto_editor.ui.widgets.image_intake import take_in
from palmetto_editor.ui.widgets.item_list import Kind
from palmetto_editor.ui.widgets.item_row import Row
from palmetto_editor.ui.widgets.labels import Labelled
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit, bind_markdown


class FaqPane(ItemPane):
    parts = ("faq",)
    title = "FAQ"
    icon = "faq"
    first = "question"

    def __init__(self, session: Session) -> None:
        super().__init__(
            session, KIND, "question", "Shown on the page in full, each with its answer."
        )
        fields, form = self.fields, self.form.column
        question = fields.line("question", "Question", "What is ghrelin?")
        form.addWidget(question)
        self.answer = MarkdownEdit()
        self.answer.setObjectName("faq.answer")
        fields.watch(bind_markdown(self.answer, session, fields.at("answer")))
        self.answer.image_dropped.connect(self._take_image)
        self._answer = Labelled("Answer", self.answer)
        form.addWidget(self._answer, 1)
        rename = partial(rename_item, "faq")
        hint = "Its address on the page ends in this."
        form.addWidget(Ident(fields, "Id", SAFE_ID, self.taken, rename, hint))
        fields.watch(self._count)
        if isinstance(question.input, QLineEdit):
            question.input.returnPressed.connect(
                lambda: self.answer.setFocus(Qt.FocusReason.TabFocusReason)
            )

    def _take_image(self, path: str) -> None:
        """A picture dropped on the answer joins the article's images and stands at the cursor."""
        try:
            image = take_in(self.session, Path(path))
        except UserError as error:
            self._answer.say(str(error), bad=True)
        else:
            self.session.do(edits.insert("images", image, label="Add image"))
            self.answer.insert(f"\n\n{{{{< figure {image.id} >}}}}\n\n")

    def _count(self) -> None:
        self._answer.say(_words(str(self.fields.value("answer") or "")))


def _words(text: str) -> str:
    number = len(text.split())
    return "1 word" if number == 1 else f"{number} words"


def _row(question: Question) -> Row:
    answer = question.answer.strip()
    return Row(
        question.question,
        aside=_words(answer) if answer else "no answer",
        lacking="No question yet",
        alarm=not answer,
    )


def _new(items: tuple[Any, ...]) -> Question:
    return Question(id=fresh_id("q", items))


KIND = Kind(
    name="faq",
    label="Questions",
    describe=_row,
    make=_new,
    copy=lambda question, items: replace(question, id=fresh_id("q", items)),
    add="Add question",
    empty="No questions yet. Add what readers ask, in their own words.",
    lines=1,
)
