"""Bindings: one widget and one Place stay equal, each writing only where the other differs.

Each `bind_…` connects the widget to the session and returns a function that shows the article's
value. `place` is asked every time, since a form shows one item after another; where it answers
None the widget is empty and disabled.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from palmetto_editor.model import edits
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.model.spans import difference
from palmetto_editor.session.document import Session
from palmetto_editor.ui.editor_text import (
    as_document,
    document_text,
    from_document,
    is_literal,
    lines,
    raw_text,
    utf16_length,
)

__all__ = ["raw_text", "utf16_length"]  # others ask for them here

Refresh = Callable[[], None]
AskPlace = Callable[[], Place | None]


def bind_line(
    line: QLineEdit,
    session: Session,
    place: AskPlace,
    edit: Callable[[Place, str], Edit] = edits.type_text,
) -> Refresh:
    """A one-line text; typing merges in the history. `edit` makes what is sent."""

    def send(text: str) -> None:
        at = place()
        if at is not None:
            session.do(edit(at, text))

    def show() -> None:
        text = value_at(session, place)
        line.setEnabled(text is not None)
        if line.text() != (text or ""):
            line.setText(text or "")
            if not line.hasFocus():
                line.setCursorPosition(0)  # a long text is read from its beginning

    line.textEdited.connect(send)
    show()
    return show


def bind_choice(box: QComboBox, session: Session, place: AskPlace) -> Refresh:
    """A choice: the value is the item's user data."""

    def send(index: int) -> None:
        at = place()
        if at is not None and index >= 0:
            session.do(edits.put(at, box.itemData(index)))

    def show() -> None:
        value = value_at(session, place)
        box.setEnabled(value is not None)
        box.setCurrentIndex(box.findData(value))

    box.activated.connect(send)
    show()
    return show


def bind_check(box: QCheckBox, session: Session, place: AskPlace) -> Refresh:
    """A yes or no."""

    def send(checked: bool) -> None:
        at = place()
        if at is not None:
            session.do(edits.put(at, checked))

    def show() -> None:
        value = value_at(session, place)
        box.setEnabled(value is not None)
        box.setChecked(bool(value))

    box.clicked.connect(send)
    show()
    return show


def choices(box: QComboBox, rows: Sequence[tuple[Any, str]]) -> QComboBox:
    """Fill a combo box with (value, label) rows."""
    for value, label in rows:
        box.addItem(label, value)
    return box


def bind_text(editor: QPlainTextEdit, session: Session, place: AskPlace) -> Refresh:
    """A long text: each key is sent as a splice, so that it costs the same in a long article."""
    binding = _TextBinding(editor, session, place)
    editor.document().contentsChange.connect(binding.send)
    binding.show()
    return binding.show


class _TextBinding:
    """Keeps a plain text editor and the article's text equal.

    `value` is the article's text and `shown` the document's (see `editor_text`). Qt counts
    UTF-16 units and the model counts characters: a splice is only sent where the two texts
    are the same and have nothing outside the basic plane, and is checked against the
    document's length.
    """

    def __init__(self, editor: QPlainTextEdit, session: Session, place: AskPlace) -> None:
        self.editor, self.session, self.place = editor, session, place
        self.value = self.shown = ""
        self.literal = True
        self.showing = False

    def send(self, position: int, removed: int, added: int) -> None:
        at = None if self.showing else self.place()
        if at is None:
            return
        inserted = self._slice(position, added)
        self.literal = self.literal and is_literal(inserted)
        text = self.shown[:position] + inserted + self.shown[position + removed :]
        exact = self.literal and len(text) == self.editor.document().characterCount() - 1
        if exact and self.value is self.shown:
            edit = edits.splice(at, position, position + removed, inserted)
            self.value = self.shown = text
        else:
            self._read()
            edit = edits.type_text(at, self.value)
        self.session.do(edit)

    def show(self) -> None:
        value = value_at(self.session, self.place)
        self.editor.setEnabled(value is not None)
        if (value or "") == self.value:
            return
        new = as_document(value or "")
        start, old_end, new_end = difference(self.shown, new)
        self.showing = True
        try:
            self._replace(start, old_end, new[start:new_end])
            if self.editor.document().characterCount() - 1 != utf16_length(new):
                self.editor.setPlainText(new)  # it held half a surrogate pair, which none can read
        finally:
            self.showing = False
        self.value, self.shown, self.literal = value or "", new, is_literal(new)
        if self.value == new:
            self.value = new

    def _read(self) -> None:
        """Take the whole text from the document."""
        self.shown = document_text(self.editor)
        value = from_document(self.shown)
        self.value = self.shown if value == self.shown else value

    def _replace(self, start: int, end: int, text: str) -> None:
        cursor = QTextCursor(self.editor.document())
        cursor.setPosition(start if self.literal else utf16_length(self.shown[:start]))
        last = end if self.literal else utf16_length(self.shown[:end])
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        if self.editor.hasFocus() or self.editor.isVisible():
            self.editor.setTextCursor(cursor)

    def _slice(self, position: int, length: int) -> str:
        cursor = QTextCursor(self.editor.document())
        last = self.editor.document().characterCount() - 1
        cursor.setPosition(min(position, last))
        cursor.setPosition(min(position + length, last), QTextCursor.MoveMode.KeepAnchor)
        return lines(cursor.selectedText())


def value_at(session: Session, place: AskPlace) -> Any:
    """The article's value at the place; None where there is none (an item just removed)."""
    at = place()
    try:
        return None if at is None else edits.get(session.article, at)
    except (KeyError, IndexError):
        return None
