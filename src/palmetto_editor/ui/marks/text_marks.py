"""Marks in an editor: words underlined, signs in the margin, sentences where the mouse rests.

Each underlined stretch is held by a text cursor, which Qt moves along with what is typed around
it; so a key costs nothing here, and the words stay marked until the next findings come.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip

from palmetto_editor.checks.finding import Finding
from palmetto_editor.ui.editor_text import document_positions
from palmetto_editor.ui.marks.gutter import Gutter
from palmetto_editor.ui.marks.sheet import Sheet, sign
from palmetto_editor.ui.widgets.citation_tip import citation_at
from palmetto_editor.ui.widgets.mark import Mark, gravity, marked, underline
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit

Spot = tuple[Finding, tuple[int, int] | None]
MOST = 500  # stretches that are underlined in one editor, the gravest of them
_REACH = 10  # px beside a character that still belong to it


class _Stretch(NamedTuple):
    cursor: QTextCursor
    finding: Finding


class TextMarks(QObject):
    """Shows findings in one editor; `asked` carries those whose sign was clicked, and where."""

    asked = Signal(object, QPoint)

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._stretches: list[_Stretch] = []
        self._whole: tuple[Finding, ...] = ()
        self._watches = False
        self._has_margin = isinstance(editor, MarkdownEdit) and not editor.compact
        self._margin: Sheet | None = None

    def show(self, found: Iterable[Spot], text: str) -> None:
        """Show these instead of those before, each at its span of the text; without a span it is
        about all of it. `text` is the article's, which the editor shows.
        """
        spots = sorted(found, key=lambda spot: gravity(spot[0]))
        before, self._whole = self._whole, tuple(f for f, span in spots if span is None)
        spans = [(finding, span) for finding, span in spots if span is not None][:MOST]
        points = document_positions(text, [point for _, span in spans for point in span])
        at = list(zip(points[::2], points[1::2], strict=True))
        findings = [finding for finding, _ in spans]
        is_same = self._renewed(findings, at)
        if not is_same:
            self._underline(findings, at)
        self._watch(bool(spots))
        if not is_same or before != self._whole:
            self._update()

    def recolour(self) -> None:
        """Draw them in the colours in force."""
        self._select()
        self._update()

    def at_cursor(self) -> tuple[Finding, ...]:
        """What the cursor stands in or the selection touches; else what is found of its
        paragraph, else of the whole text. The gravest come first.
        """
        cursor = self._editor.textCursor()
        near = self._touching(cursor.selectionStart(), cursor.selectionEnd())
        if not near:
            block = cursor.block()
            near = self._touching(block.position(), block.position() + block.length() - 1)
        return near or self._whole

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._tell(event)
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            return self._ask(event)
        if event.type() == QEvent.Type.Resize and self._margin is not None:
            self._margin.place()
        return False

    @property
    def _room(self) -> int:
        """How wide the margin within the viewport is, in px."""
        return int(self._editor.document().documentMargin()) if self._has_margin else 0

    def _renewed(self, spans: Sequence[Finding], at: Sequence[tuple[int, int]]) -> bool:
        """Whether the same stretches are marked already; their fixes are the new ones then."""
        if len(spans) != len(self._stretches):
            return False
        for (cursor, old), new, (start, end) in zip(self._stretches, spans, at, strict=True):
            stands = (cursor.selectionStart(), cursor.selectionEnd()) == (start, end)
            if not stands or (old.rule, old.severity) != (new.rule, new.severity):
                return False
        pairs = zip(self._stretches, spans, strict=True)
        self._stretches = [_Stretch(old.cursor, new) for old, new in pairs]
        return True

    def _underline(self, spans: Sequence[Finding], at: Sequence[tuple[int, int]]) -> None:
        document = self._editor.document()
        last = max(0, document.characterCount() - 1)
        self._stretches = []
        for finding, (start, end) in zip(spans, at, strict=True):
            cursor = QTextCursor(document)
            cursor.setPosition(min(start, last))
            cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
            if not cursor.hasSelection():  # a spot between two characters
                cursor.movePosition(QTextCursor.MoveOperation.Right, _KEEP)
            self._stretches.append(_Stretch(cursor, finding))
        self._select()

    def _select(self) -> None:
        severities = {finding.severity for _, finding in self._stretches}
        looks = {severity: underline(severity) for severity in severities}
        made = []
        for cursor, finding in reversed(self._stretches):  # the gravest is drawn last
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format = looks[finding.severity]
            made.append(selection)
        self._editor.setExtraSelections(made)

    def _watch(self, on: bool) -> None:
        """Look at the editor's events only while there is something to show."""
        if on == self._watches:
            return
        self._watches = on
        if isinstance(self._editor, MarkdownEdit) and self._has_margin:
            (self._editor.at_rest.add if on else self._editor.at_rest.remove)(self)
        elif on:
            self._editor.viewport().installEventFilter(self)
        else:
            self._editor.viewport().removeEventFilter(self)
        if self._margin is None:
            self._margin = self._new_margin()
        self._margin.follow(on)

    def _new_margin(self) -> Sheet:
        """An editor in a form has no margin within its viewport."""
        if self._has_margin:
            return Sheet(self._editor, self._lines)
        gutter = Gutter(self._editor, self._lines)
        gutter.asked.connect(self._ask_about)
        return gutter

    def _update(self) -> None:
        self._editor.viewport().update()
        if self._margin is not None:
            self._margin.renew()

    def _touching(self, start: int, end: int) -> tuple[Finding, ...]:
        return tuple(
            finding
            for cursor, finding in self._stretches
            if cursor.selectionStart() <= end and cursor.selectionEnd() >= start
        )

    def _lines(self) -> list[tuple[QRect, tuple[Finding, ...]]]:
        """The lines seen in which something begins, and what; the gravest first."""
        editor = self._editor
        first = editor.firstVisibleBlock().position()
        last = editor.cursorForPosition(editor.viewport().rect().bottomRight()).position()
        lines: dict[int, tuple[QRect, list[Finding]]] = {}
        seen = [(cursor.selectionStart(), finding) for cursor, finding in self._stretches]
        for position, finding in [*((0, finding) for finding in self._whole), *seen]:
            if first <= position <= last:
                at = QTextCursor(editor.document())
                at.setPosition(position)
                rect = editor.cursorRect(at)
                lines.setdefault(rect.top(), (rect, []))[1].append(finding)
        return [(rect, tuple(sorted(found, key=gravity))) for rect, found in lines.values()]

    def _at(self, point: QPoint) -> tuple[Mark | None, QRect]:
        """What is marked at a point of the viewport, and around it the area of the same."""
        if point.x() < self._room:
            for line, findings in self._lines():
                area = sign(line).adjusted(-3, -3, 3, 3)
                if area.contains(point):
                    return Mark(findings), area
            return None, QRect()
        cursor = self._editor.cursorForPosition(point)
        near = self._editor.cursorRect(cursor).adjusted(-_REACH, 0, _REACH, 0)
        if not near.contains(point):
            return None, QRect()
        here = cursor.position()
        return marked(self._touching(here, here)), near

    def _tell(self, event: QHelpEvent) -> bool:
        mark, area = self._at(event.pos())
        if mark is None or (event.pos().x() >= self._room and self._is_cited(event.pos(), mark)):
            return False
        QToolTip.showText(event.globalPos(), mark.tip, self._editor.viewport(), area)
        return True

    def _is_cited(self, point: QPoint, mark: Mark) -> bool:
        """Whether a citation is there, and the mark is about more than it: then its entry shows."""
        cursor = self._editor.cursorForPosition(point)
        found = citation_at(cursor.block().text(), cursor.positionInBlock())
        if found is None:
            return False
        longest = found[2] - found[1] + 2
        return all(
            f.place.span and f.place.span[1] - f.place.span[0] > longest for f in mark.findings
        )

    def _ask(self, event: QMouseEvent) -> bool:
        """A click on a sign puts the cursor to its words and asks what can be done."""
        point = event.position().toPoint()
        if point.x() >= self._room or event.button() != _LEFT:
            return False
        mark, area = self._at(point)
        if mark is None:
            return False
        self._ask_about(mark.findings, self._editor.viewport().mapToGlobal(area.bottomLeft()))
        return True

    def _ask_about(self, findings: tuple[Finding, ...], where: QPoint) -> None:
        first = next((c for c, f in self._stretches if f is findings[0]), None)
        if first is not None:
            cursor = self._editor.textCursor()
            cursor.setPosition(first.selectionStart())
            self._editor.setTextCursor(cursor)
        self._editor.setFocus(Qt.FocusReason.MouseFocusReason)
        self.asked.emit(findings, where)


_KEEP = QTextCursor.MoveMode.KeepAnchor
_LEFT = Qt.MouseButton.LeftButton
