"""The entry of a citation, shown while the mouse rests on it, as the article's style prints it."""

from __future__ import annotations

import re
from functools import partial
from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QHelpEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from palmetto_editor.model.citing import CITED, key_of, without_code
from palmetto_editor.model.csl import Reference, UpdateKind
from palmetto_editor.model.publication import Citations
from palmetto_editor.session.document import Session
from palmetto_editor.ui import style
from palmetto_editor.ui.editor_text import code_points, utf16_length
from palmetto_editor.ui.tasks import Tasks
from palmetto_editor.ui.widgets.at_rest import AtRest
from palmetto_editor.ui.widgets.citation_search import label
from palmetto_editor.ui.widgets.markdown_spans import FENCE

MOST = 4  # entries of one pair of brackets
WIDTH = 440  # px, of what does not fit in one line
LINE = 60  # characters that do
_MODE = 3
_CLUSTER = re.compile(r"\[[^\[\]\n]*@[^\[\]\n]*\]")
_LOUD: dict[UpdateKind, str] = {
    "retraction": "Retracted",
    "correction": "Corrected",
    "concern": "Expression of concern",
}
Entries = tuple[tuple[str, str], ...]  # keys, and the HTML of each


def citation_at(text: str, at: int) -> tuple[tuple[str, ...], int, int] | None:
    """The keys cited where character `at` of a text is, and the stretch that cites them.

    On a key it is that one; elsewhere in a pair of brackets all in them; in code there are none.
    """
    bare = without_code(text)
    for match in CITED.finditer(bare):
        if match.start() <= at < match.end():
            return (key_of(match),), match.start(), match.end()
    for cluster in _CLUSTER.finditer(bare):
        if cluster.start() <= at < cluster.end():
            keys = tuple(key_of(match) for match in CITED.finditer(cluster[0]))
            return (keys, *cluster.span()) if keys else None
    return None


class CitationTip(QObject):
    """Shows the entries of keys over a widget.

    A style takes a while to load, so entries are made on a thread and kept while the work and the
    style are the same; what is shown is what the mouse rested on last.
    """

    def __init__(self, owner: QWidget, session: Session) -> None:
        super().__init__(owner)
        self._owner, self._session = owner, session
        self._tasks: Tasks | None = None
        self._made: dict[str, tuple[Reference, tuple[Citations, str], str]] = {}
        self._wanted: object = None

    def show_keys(self, keys: tuple[str, ...], at: QPoint, area: QRect) -> None:
        """Show the entries at a point of the screen while the mouse stays in an area."""
        at, area = QPoint(at), QRect(area)  # those of an event do not outlive it
        known = {reference.id: reference for reference in self._session.article.references}
        chosen = self._session.publication.citations
        look = (chosen, self._session.article.metadata.language)
        works = tuple((key, known.get(key)) for key in keys[:MOST])
        self._wanted = asked = object()
        missing = tuple(
            work
            for key, work in works
            if work is not None and self._made.get(key, ())[:2] != (work, look)
        )
        if not missing:
            self._show(works, at, area, len(keys))
            return

        def done(made: Entries) -> None:
            for reference, (key, html) in zip(missing, made, strict=True):
                self._made[key] = (reference, look, html)
            if self._wanted is asked and self._owner.isVisible():
                self._show(works, at, area, len(keys))

        failed = partial(self._plain, missing, done)
        self._here().quietly(lambda _progress: _entries(missing, *look), done, failed)

    def forget(self) -> None:
        """The mouse is elsewhere: what is still being made is not shown."""
        self._wanted = None

    def _plain(self, works: tuple[Reference, ...], done: object, _error: Exception) -> None:
        """The style cannot be used, which the page tells; the works are named all the same."""
        if callable(done):
            done(tuple((work.id, escape(label(work))) for work in works))

    def _show(
        self, works: tuple[tuple[str, Reference | None], ...], at: QPoint, area: QRect, count: int
    ) -> None:
        parts = [self._part(key, work) for key, work in works]
        if count > len(works):
            parts.append(f"and {count - len(works)} more")
        QToolTip.showText(at, _laid_out(parts), self._owner, area)

    def _part(self, key: str, work: Reference | None) -> str:
        colours = style.colours()
        shown = escape(key)
        if work is None:
            lost = f"<b>No reference has the key {shown}.</b>"
            return f"<span style='color:{colours.danger.name()}'>{lost}</span>"
        loud = "".join(f"<b>{_LOUD[update.kind]}.</b> " for update in work.palmetto.updates)
        warned = f"<span style='color:{colours.danger.name()}'>{loud}</span>" if loud else ""
        small = f"<span style='color:{colours.muted.name()}'>@{shown}</span>"
        return f"{warned}{self._made[key][2]}<br>{small}"

    def _here(self) -> Tasks:
        """Where entries are made; begun with the first."""
        if self._tasks is None:
            self._tasks = Tasks(self)
            self._owner.destroyed.connect(self._tasks.close)
        return self._tasks


class EditorTip(CitationTip):
    """Watches the text of an editor for a mouse that rests on a citation."""

    def __init__(self, editor: QPlainTextEdit, at_rest: AtRest, session: Session) -> None:
        super().__init__(editor.viewport(), session)
        self._editor = editor
        at_rest.add(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._offer(event)
        if event.type() == QEvent.Type.Leave:
            self.forget()
        return False

    def _offer(self, event: QHelpEvent) -> bool:
        cursor = self._editor.cursorForPosition(event.pos())
        block = cursor.block()
        if block.userState() >= 0 and block.userState() & _MODE == FENCE:
            return False
        line = block.text()
        at = code_points(line, cursor.positionInBlock())
        for point in (at, at - 1):  # the cursor stands between two characters
            found = citation_at(line, point)
            area = self._area(block, found[1], found[2]) if found else QRect()
            if found and area.adjusted(-1, -1, 1, 1).contains(event.pos()):
                self.show_keys(found[0], event.globalPos(), area)
                return True
        self.forget()
        QToolTip.hideText()
        return False

    def _area(self, block: QTextBlock, start: int, end: int) -> QRect:
        """Where some characters of a line stand; all its width where they are wrapped."""
        line, ends = block.text(), []
        for column in (start, end):
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + utf16_length(line[:column]))
            ends.append(self._editor.cursorRect(cursor))
        first, last = ends
        area = first.united(last)
        if first.top() != last.top():
            area.setLeft(0)
            area.setRight(self._owner.width())
        return area


def _laid_out(parts: list[str]) -> str:
    """The parts below each other; Qt's rich text knows the width of a table and of nothing else."""
    rows = "".join(f"<tr><td>{part}</td></tr>" for part in parts)
    room = re.sub(r"<[^<>]*>", "", "".join(parts))
    width = f" width='{WIDTH}'" if len(room) > LINE else " style='white-space:nowrap'"
    return f"<table cellspacing='0' cellpadding='3'{width}>{rows}</table>"


def _entries(works: tuple[Reference, ...], citations: Citations, language: str) -> Entries:
    """The works as the style prints them; UserError where it cannot be used."""
    from palmetto_editor.references.styles.style import load

    loaded = load(citations.style, citations.csl, language)
    return tuple((work.id, loaded.entry(work)) for work in works)
