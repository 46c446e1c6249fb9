"""The slim row of tools above a Markdown editor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from palmetto_editor.model.values import Article
from palmetto_editor.ui.widgets import inline_commands, line_commands
from palmetto_editor.ui.widgets.buttons import IconButton
from palmetto_editor.ui.widgets.labels import words
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit
from palmetto_editor.ui.widgets.passage import Command

_HEADINGS = (
    (2, "Section  ##"),
    (3, "Subsection  ###"),
    (4, "Minor heading  ####"),
    (0, "Plain text"),
)
_CALLOUTS = ("Note", "Tip", "Important", "Warning", "Caution")


@dataclass(frozen=True, slots=True)
class Insertion:
    """A shortcode that can be placed, as a menu shows it; without `text` it only says why not."""

    label: str
    text: str = ""


class MarkdownTools(QWidget):
    """Buttons that run an editor's commands; `insertions` are asked when their menu opens."""

    def __init__(
        self, editor: MarkdownEdit, name: str, insertions: Callable[[], tuple[Insertion, ...]]
    ) -> None:
        super().__init__()
        self._editor, self._name, self._insertions = editor, name, insertions
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._menu("heading", "Heading", self._headings())
        self._button("bold", "Bold", partial(self._run, inline_commands.bold), "Ctrl+B")
        self._button("italic", "Italic", partial(self._run, inline_commands.italic), "Ctrl+I")
        self._button("code", "Code", partial(self._run, inline_commands.code))
        self._gap()
        self._button("list", "List with bullets", partial(self._run, line_commands.bullets))
        self._button("numbers", "Numbered list", partial(self._run, line_commands.numbers))
        self._menu("callout", "Quote or callout", self._callouts())
        self._gap()
        self._button("links", "Link", editor.link, "Ctrl+K", "link")
        self._button("citation", "Cite a reference", editor.cite, "Ctrl+Shift+C")
        self._menu("insert", "Insert table, figure, FAQ or references", self._inserts(), "Insert")

    def _run(self, command: Command, around: int = 0) -> None:
        self._editor.run(command, around)
        self._editor.setFocus()

    def _button(
        self, icon: str, tip: str, act: Callable[[], object], keys: str = "", name: str = ""
    ) -> None:
        button = IconButton(icon, tip, f"{self._name}.{name or icon}", "", keys)
        button.clicked.connect(lambda: act())
        self._row.addWidget(button)

    def _menu(self, icon: str, tip: str, menu: QMenu, label: str = "") -> None:
        button = IconButton(icon, tip, f"{self._name}.{icon}", label)
        button.setProperty("role", "quiet")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        menu.setParent(button, menu.windowFlags())
        self._row.addWidget(button)

    def _gap(self) -> None:
        self._row.addSpacing(8)

    def _headings(self) -> QMenu:
        menu = QMenu()
        for level, label in _HEADINGS:
            run = partial(self._run, line_commands.heading(level))
            menu.addAction(label).triggered.connect(lambda *_, run=run: run())
        return menu

    def _callouts(self) -> QMenu:
        menu = QMenu()
        quote = partial(self._run, line_commands.quote)
        menu.addAction("Quote").triggered.connect(lambda *_: quote())
        menu.addSeparator()
        for kind in _CALLOUTS:
            run = partial(self._run, line_commands.callout(kind.upper(), "Title"))
            menu.addAction(kind).triggered.connect(lambda *_, run=run: run())
        return menu

    def _inserts(self) -> QMenu:
        menu = QMenu()
        menu.aboutToShow.connect(lambda: self._fill(menu))
        return menu

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for insertion in self._insertions():
            action = menu.addAction(insertion.label.replace("&", "&&"))
            action.setEnabled(bool(insertion.text))
            run = partial(self._run, line_commands.block(insertion.text), around=1)
            action.triggered.connect(lambda *_, run=run: run())


def insertions(article: Article) -> tuple[Insertion, ...]:
    """What an article has that its body can place."""
    tables = [
        Insertion(f"Table: {_short(t.caption) or t.id}", f"{{{{< table {t.id} >}}}}")
        for t in article.tables
    ]
    figures = [
        Insertion(f"Figure: {_short(i.caption or i.alt) or i.id}", f"{{{{< figure {i.id} >}}}}")
        for i in article.images
    ]
    return (
        *(tables or [Insertion("No tables yet")]),
        *(figures or [Insertion("No images yet")]),
        Insertion("Questions and answers", "{{< faq >}}"),
        Insertion("References", "{{< references >}}"),
    )


def tool_row(title: str, tools: MarkdownTools) -> QWidget:
    """A pane's title with the tools at its right."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(words(title, "title"))
    row.addStretch(1)
    row.addWidget(tools)
    return box


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= 48 else f"{folded[:47].rstrip()}…"
