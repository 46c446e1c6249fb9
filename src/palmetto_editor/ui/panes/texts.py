"""Notice, short answer and disclaimer: short Markdown texts that have panes of their own."""

from __future__ import annotations

from typing import ClassVar

from palmetto_editor.model.places import Place
from palmetto_editor.session.document import Session
from palmetto_editor.ui.pane import Pane
from palmetto_editor.ui.widgets.forms import GAP, MARGIN, column
from palmetto_editor.ui.widgets.labels import words
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit, bind_markdown


class TextPane(Pane):
    """One text of the article under its title and a line on what belongs there."""

    hint: ClassVar[str]
    example: ClassVar[str] = ""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        part = self.parts[0]
        self.editor = MarkdownEdit()
        self.editor.setObjectName(part)
        self.editor.setAccessibleName(self.title)
        self.editor.setAccessibleDescription(self.hint)
        self.editor.setPlaceholderText(self.example)
        layout = column(self, GAP)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.addWidget(words(self.title, "title"))
        layout.addWidget(words(self.hint, "hint"))
        layout.addWidget(self.editor, 1)
        self.setFocusProxy(self.editor)
        self.bound = [bind_markdown(self.editor, session, lambda: Place(part))]


class NoticePane(TextPane):
    parts = ("notice",)
    title = "Notice"
    icon = "notice"
    hint = "Stands above the text: what a reader must know first, such as the kind of studies."
    example = "This article reports studies in cells and animals. It is not medical advice."


class ShortAnswerPane(TextPane):
    parts = ("short_answer",)
    title = "Short answer"
    icon = "answer"
    hint = "Answers the headline in two or three sentences that can be read alone, and cited."
    example = "Ghrelin is the hormone that the receptor GHS-R answers [@kojima1999]."


class DisclaimerPane(TextPane):
    parts = ("disclaimer",)
    title = "Disclaimer"
    icon = "disclaimer"
    hint = "Closes the page: what the article is not, and what it may not be used for."
    example = "For information only; no replacement for a doctor's advice."
