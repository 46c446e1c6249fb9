"""The body: one Markdown editor for the whole text, its tools above it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from palmetto_editor.errors import UserError
from palmetto_editor.model import edits
from palmetto_editor.model.naming import image_id
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Image
from palmetto_editor.session.document import Session
from palmetto_editor.ui.pane import Pane
from palmetto_editor.ui.widgets.forms import GAP, MARGIN, column
from palmetto_editor.ui.widgets.labels import words
from palmetto_editor.ui.widgets.line_commands import block
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit, bind_markdown
from palmetto_editor.ui.widgets.markdown_tools import MarkdownTools, insertions, tool_row
from palmetto_editor.ui.widgets.passage import Passage

BODY = Place("body")
FOLLOW = 40  # ms after the last move of the cursor until the outline hears of it

AskAlt = Callable[[QWidget, str], str | None]


def ask_alt(parent: QWidget, file: str) -> str | None:
    """What the image shows, for those who do not see it; None where the writer thinks better."""
    question = f"What does {file} show? Readers who cannot see it are told this."
    text, agreed = QInputDialog.getText(parent, "Alt text", question)
    return text if agreed else None


class BodyPane(Pane):
    """`cursor_moved` carries the character of the body that the cursor stands before."""

    parts = ("body",)
    title = "Body"
    icon = "body"

    cursor_moved = Signal(int)

    def __init__(self, session: Session, ask: AskAlt = ask_alt) -> None:
        super().__init__(session)
        self._ask = ask
        self.editor = MarkdownEdit()
        self.editor.setObjectName("body")
        self.editor.setAccessibleName("Body")
        self.editor.setPlaceholderText("Begin with ## and a first heading, or just write.")
        self.editor.tab_moves_focus = False
        self.editor.takes_images = True
        self.fault = words("", "over", "body.fault")
        self.fault.hide()
        tools = MarkdownTools(self.editor, "body", lambda: insertions(session.article))
        layout = column(self, GAP)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        for widget in (tool_row(self.title, tools), self.fault):
            layout.addWidget(widget)
        layout.addWidget(self.editor, 1)
        self.setFocusProxy(self.editor)
        self.bound = [bind_markdown(self.editor, session, lambda: BODY)]
        self._follow()
        self.editor.image_dropped.connect(lambda path: self.add_figure(Path(path)))

    def add_figure(self, source: Path) -> None:
        """Copy an image into the article, ask for its alt text and place it at the cursor."""
        self._say(None)
        try:
            file = self.session.add_asset(source)
        except UserError as error:
            self._say(error)
            return
        alt = self._ask(self, source.name)
        if alt is None:
            return
        article = self.session.article
        image = Image(
            id=image_id(file, frozenset(i.id for i in article.images)), file=file, alt=alt
        )
        at = self.editor.cursor_point
        placed = block(f"{{{{< figure {image.id} >}}}}")(Passage(article.body, at, at))
        if placed is not None:
            shown = edits.put(BODY.at(placed.start, placed.end), placed.text)
            self.session.do(edits.both(shown, edits.insert("images", image), "Add figure"))
            self.editor.select_span(placed.end, placed.end)

    def insert_block(self, text: str) -> None:
        """Put a block of its own at the cursor, a figure's shortcode for instance."""
        at = self.editor.cursor_point
        placed = block(text)(Passage(self.session.article.body, at, at))
        if placed is not None:
            place = BODY.at(placed.start, placed.end)
            self.session.do(edits.put(BODY.at(placed.start, placed.end), placed.text, "Insert"))
            self.go_to(place)

    def _follow(self) -> None:
        """Tell where the cursor is once it rests."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(FOLLOW)
        timer.timeout.connect(lambda: self.cursor_moved.emit(self.editor.cursor_point))
        self.editor.cursorPositionChanged.connect(timer.start)

    def _say(self, error: UserError | None) -> None:
        """Show why an image was not taken, until the next attempt."""
        self.fault.setText(str(error or ""))
        self.fault.setVisible(error is not None)
