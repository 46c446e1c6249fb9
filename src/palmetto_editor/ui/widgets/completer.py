"""The list of references that opens where an `@` is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QListView, QPlainTextEdit, QWidget
from shiboken6 import isValid

from palmetto_editor.model.csl import Reference
from palmetto_editor.model.naming import CITATION_KEY
from palmetto_editor.session.new_reference import identifier_in, may_name
from palmetto_editor.ui.editor_text import code_points, text_position, utf16_length
from palmetto_editor.ui.widgets.citation_search import (
    Query,
    closes,
    is_finished,
    label,
    nearest,
    query_at,
    search,
)
from palmetto_editor.ui.widgets.item_row import ROW, Row, RowDelegate
from palmetto_editor.ui.widgets.markdown_spans import FENCE

MOST = 8  # rows shown before the list scrolls
FOUND = 50  # rows at most
WIDTH = 520
LATER = 40  # ms: the letter and the page come first
NEW = ""  # what the row that adds a reference has for a key
_KEY = Qt.ItemDataRole.UserRole + 1
_MODE = 3
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -MOST,
    Qt.Key.Key_PageDown: MOST,
}
_CLOSES = Qt.Key.Key_Escape
_ACCEPTS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)

# Adds a work for some words; its citation takes the place of the text's characters from the
# second to the third argument; the last are the brackets that it lacks.
Add = Callable[[str, int, int, tuple[str, str]], None]


class Popup(QListView):
    """The list itself: a child of the window, so that the editor keeps the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("citations")
        self.setAccessibleName("References to cite")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.rows = QStandardItemModel(self)
        self.setModel(self.rows)
        self._delegate = RowDelegate(1)
        self.setItemDelegate(self._delegate)
        self.hide()

    def show_rows(self, references: list[Reference], lacking: str, adding: str = "") -> None:
        """Show the references, the first one current, and below them a row that adds one.

        Without any reference a row of words stands above it, and none is current: what is typed
        then goes on in the text.
        """
        self.rows.clear()
        for reference in references[:FOUND]:
            self._append(Row(label(reference), aside=reference.id), reference.id)
        if references:
            self.setCurrentIndex(self.rows.index(0, 0))
        else:
            self._append(Row("", lacking=lacking), None)
        if adding:
            self._append(Row(adding, aside="new"), NEW)

    def _append(self, row: Row, key: str | None) -> None:
        item = QStandardItem(row.title or row.lacking)
        item.setData(row, ROW)
        item.setData(key, _KEY)
        if key is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.rows.appendRow(item)

    def place(self, window: QWidget, line: tuple[QPoint, int]) -> None:
        """Stand below the line (its top left and its height), or above where that has no room."""
        top, height = line
        rows = min(MOST, self.rows.rowCount())
        width = min(WIDTH, window.width() - 16)
        tall = rows * self._delegate.height + 2 * self.frameWidth() + 2
        x = max(8, min(top.x() - 12, window.width() - width - 8))
        below = top.y() + height + 4
        fits = below + tall <= window.height() - 8 or below > top.y() - 4 - tall + window.height()
        y = below if fits else max(8, top.y() - 4 - tall)
        if self.parentWidget() is not window:
            self.setParent(window)
        self.setGeometry(x, y, width, tall)
        self.show()
        self.raise_()


class CitationCompleter(QObject):
    """Watches an editor and offers references; `source` gives those of the article.

    The list follows what is typed after an `@`: by key, author, year and words of the title. Where
    nothing fits it offers what is spelt nearly so, and to `add` a new reference for what was typed
    or pasted. Escape closes it for this `@`; Ctrl+Space opens it again. It follows a frame behind
    the keys, and at once where a key is meant for it. Brackets that the writer opened are closed
    with the key that is taken, and a bracket typed there is the one that stands there.
    """

    def __init__(self, editor: QPlainTextEdit, source: Callable[[], tuple[Reference, ...]]) -> None:
        super().__init__(editor)
        self._editor, self.source = editor, source
        self.add: Add | None = None
        self.popup = Popup(editor)
        self._is_typing = False
        self._dismissed: int | None = None  # the position of the @ at which it was closed
        self._opens = False
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self.settle)
        editor.textChanged.connect(self._on_text)
        editor.cursorPositionChanged.connect(self._on_cursor)
        editor.destroyed.connect(self.popup.deleteLater)
        self.popup.clicked.connect(self._accept)

    @property
    def is_open(self) -> bool:
        """Whether references are offered for the text as it is now."""
        if self._later.isActive():
            self.settle()
        return self._is_shown

    @property
    def _is_shown(self) -> bool:
        return self.popup.isVisible()

    def settle(self) -> None:
        """Be as the text at the cursor asks, now."""
        self._later.stop()
        opens, self._opens = self._opens, False
        self._look(opens=opens)

    def offer(self) -> None:
        """Open at the cursor, if an `@` stands before it."""
        self._dismissed = None
        self._opens = True
        self.settle()

    def takes(self, event: QKeyEvent) -> bool:
        """Act on a key that is the list's; the editor is not to see it then."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.offer()
            return True
        if self._later.isActive() and (key in _STEPS or key in _ACCEPTS or key == _CLOSES):
            self.settle()
        if (self._is_shown and self._taken(key)) or (event.text() == "]" and self._stepped_over()):
            return True
        self._is_typing = bool(event.text()) and key != _CLOSES
        return False

    def close(self) -> None:
        """The editor lost the focus, or is hidden: perhaps because the program ends."""
        self._later.stop()
        if isValid(self.popup):
            self.popup.hide()

    def _taken(self, key: Qt.Key) -> bool:
        current = self.popup.currentIndex()
        if key == _CLOSES:
            found = self._query()
            self._dismissed = found and self._position(found)
            self.popup.hide()
        elif key in _STEPS and self._may_step(current):
            row = current.row() + _STEPS[key] if current.isValid() else 1
            row = max(0, min(self.popup.rows.rowCount() - 1, row))
            self.popup.setCurrentIndex(self.popup.rows.index(row, 0))
        elif key in _ACCEPTS and current.isValid():
            self._accept(current)
        else:
            return False
        return True

    def _stepped_over(self) -> bool:
        """A bracket typed where one ends the citation already is that one."""
        cursor = self._editor.textCursor()
        line = cursor.block().text()
        if cursor.hasSelection() or not closes(line, code_points(line, cursor.positionInBlock())):
            return False
        self._editor.moveCursor(QTextCursor.MoveOperation.Right)
        return True

    def _may_step(self, current: QModelIndex) -> bool:
        """Whether there is a row to go to; below words that say nothing fits it is the second."""
        return current.isValid() or self.popup.rows.rowCount() > 1

    def _on_text(self) -> None:
        if self._is_typing or self._is_shown:
            self._is_typing = False
            self._opens = True
            self._later.start()

    def _on_cursor(self) -> None:
        if self._is_shown:
            self._later.start()

    def _look(self, *, opens: bool) -> None:
        """Show what fits the words at the cursor, or close."""
        found = self._query()
        references = self.source()
        if found is None or is_finished(references, found.words):
            self.popup.hide()
            return
        if self._dismissed is not None and self._dismissed == self._position(found):
            return
        self._dismissed = None
        if not (opens or self._is_shown):
            return
        matching, adding = self._matching(references, found.words)
        if not matching and not adding and " " in found.words.rstrip():
            self.popup.hide()
            return
        self.popup.show_rows(matching, _lacking(references, found.words), adding)
        self.popup.place(self._editor.window(), self._line(found))

    def _matching(
        self, references: tuple[Reference, ...], words: str
    ) -> tuple[list[Reference], str]:
        """What fits the words, else what nearly does, and the words of the row that adds one."""
        found = search(references, words)
        if found or not words.strip():
            return found, "" if found or self.add is None else "Add a new reference…"
        name, value = identifier_in(words) if self.add is not None else ("", "")
        if name:
            same = [one for one in references if getattr(one, name).casefold() == value.casefold()]
            return same, "" if same else f"Add the work with {_called(name)} {value}"
        adds = self.add is not None and may_name(words)
        adding = f"Add “{words.strip()}” as a new reference…" if adds else ""
        return nearest(references, words), adding

    def _accept(self, index: QModelIndex) -> None:
        found, key = self._query(), index.data(_KEY)
        self.popup.hide()
        if found is None or key is None:
            return
        block = self._editor.textCursor().block()
        last = block.position() + utf16_length(block.text()[: found.end])
        if key == NEW:
            if self.add is not None:
                start = text_position(self._editor, self._position(found))
                self.add(found.words, start, text_position(self._editor, last), found.lacks)
            return
        cursor = self._cursor(found)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(citation(key, found.lacks))
        if found.lacks == ("", "]"):  # the writer began it, and may go on: "; @", ", p. 3"
            cursor.movePosition(QTextCursor.MoveOperation.Left)
        self._editor.setTextCursor(cursor)

    def _query(self) -> Query | None:
        cursor = self._editor.textCursor()
        block = cursor.block()
        in_code = block.userState() >= 0 and block.userState() & _MODE == FENCE
        if cursor.hasSelection() or in_code:
            return None
        line = block.text()
        return query_at(line, code_points(line, cursor.positionInBlock()))

    def _position(self, found: Query) -> int:
        block = self._editor.textCursor().block()
        return block.position() + utf16_length(block.text()[: found.start])

    def _cursor(self, found: Query) -> QTextCursor:
        """A cursor before the `@`."""
        cursor = self._editor.textCursor()
        cursor.setPosition(self._position(found))
        return cursor

    def _line(self, found: Query) -> tuple[QPoint, int]:
        """Where the `@` stands in the window: its top left, and the line's height."""
        area = self._editor.cursorRect(self._cursor(found))
        window = self._editor.window()
        return self._editor.viewport().mapTo(window, area.topLeft()), area.height()


def citation(key: str, lacks: tuple[str, str]) -> str:
    """A key as it is cited, with the brackets that do not stand around it yet."""
    name = key if CITATION_KEY.fullmatch(key) else f"{{{key}}}"
    return f"{lacks[0]}@{name}{lacks[1]}"


def _called(field: str) -> str:
    return "the address" if field == "URL" else f"the {field}"


def _lacking(references: tuple[Reference, ...], words: str) -> str:
    if not references:
        return "No references yet"
    return f"No reference matches “{words}”"
