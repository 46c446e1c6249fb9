"""A list of words as chips with a line between them, where the next word is typed.

The line is the caret among the chips: Left and Right walk past them, Backspace and Delete take
one away, Alt+Left and Alt+Right move the one before it, F2 opens it again. A comma, a semicolon
or Enter ends a word; a pasted list falls into words. A word is in the article from its first
letter, so that nothing typed waits for Enter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from palmetto_editor.model import edits
from palmetto_editor.session.document import Session
from palmetto_editor.ui import style
from palmetto_editor.ui.binding import AskPlace, Refresh, value_at
from palmetto_editor.ui.widgets.chip import HEIGHT, Chip
from palmetto_editor.ui.widgets.chip_line import ChipLine
from palmetto_editor.ui.widgets.mark import Mark
from palmetto_editor.ui.widgets.typed import type_value

_SEPARATORS = re.compile(r"[,;\n\r\u2028\u2029]")
_EDGE, _GAP = 6, 5  # px: around the chips, and between them
_ROOM = 110  # px: the least width of the line after the last chip


class Chips(QWidget):
    """`changed` says that `texts` are others now, and whether by typing."""

    changed = Signal(bool)
    ended = Signal()

    def __init__(self, noun: str, example: str = "") -> None:
        super().__init__()
        self._noun, self._example = noun, example
        self._chips: list[Chip] = []
        self._marks: Mapping[str, Mark] = {}
        self._at = 0  # the number of chips before the line
        self.line = ChipLine(self)
        self.line.wanted.connect(self.go_behind)
        self.line.textEdited.connect(self._on_text)
        self.line.asked.connect(self._obey)
        self.setFocusProxy(self.line)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setMinimumWidth(160)
        self._arrange()

    @property
    def texts(self) -> tuple[str, ...]:
        """The words, with the one being typed at its place; none twice, none empty."""
        words = [chip.text for chip in self._chips]
        pending = self._clean(self.line.text())
        if pending and pending.casefold() not in {word.casefold() for word in words}:
            words.insert(self._at, pending)
        return tuple(words)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show other words; the line is emptied."""
        self.line.clear()
        self._put(texts, len(texts))

    def mark(self, marks: Mapping[str, Mark]) -> None:
        """Mark the chips of these words, and no others."""
        if marks != self._marks:
            self._marks = marks
            for chip in self._chips:
                chip.mark(marks.get(chip.text))
            self._arrange()

    @property
    def index(self) -> int | None:
        """Which word stands before the line; None where none does."""
        return self._at - 1 if self._at else None

    def go_behind(self, index: int) -> None:
        """Put the line behind the word with this index."""
        self._at = max(0, min(index + 1, len(self._chips)))
        self._arrange()

    @property
    def word(self) -> str:
        """The word before the line, at which Backspace and F2 act."""
        return self._chips[self._at - 1].text if self._at else ""

    def _put(self, texts: Sequence[str], at: int) -> None:
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(text) for text in texts]
        self._at = max(0, min(at, len(self._chips)))
        self._arrange()

    def _chip(self, text: str) -> Chip:
        chip = Chip(text, self)
        chip.mark(self._marks.get(text))
        chip.setCursor(Qt.CursorShape.ArrowCursor)
        chip.removed.connect(lambda: self._remove(self._chips.index(chip)))
        chip.opened.connect(lambda: self._open(self._chips.index(chip)))
        chip.dragged.connect(lambda point: self._drag(chip, point))
        chip.dropped.connect(lambda: self.changed.emit(False))
        chip.show()
        return chip

    def _on_text(self, text: str) -> None:
        if _SEPARATORS.search(text):
            self._end()
        else:
            self._arrange()
            self.changed.emit(True)

    def _obey(self, command: str) -> None:
        count = len(self._chips)
        if command == "end":
            self._end()
        elif command == "backspace" and self._at:
            self._remove(self._at - 1)
        elif command == "delete" and self._at < count:
            self._remove(self._at)
        elif command == "open" and self._at:
            self._open(self._at - 1)
        elif command.startswith("move "):
            self._move(-1 if command == "move left" else 1)
        else:
            walk = {"left": self._at - 1, "right": self._at + 1, "home": 0, "last": count}
            self._at = max(0, min(walk.get(command, self._at), count))
            self._arrange()

    def _end(self) -> None:
        """Make chips of what stands in the line."""
        if not self.line.text():
            return
        words = [chip.text for chip in self._chips]
        known = {word.casefold() for word in words}
        fresh: dict[str, str] = {}
        for part in map(self._clean, _SEPARATORS.split(self.line.text())):
            if part and part.casefold() not in known:
                fresh.setdefault(part.casefold(), part)
        self.line.clear()
        at = self._at
        self._put([*words[:at], *fresh.values(), *words[at:]], at + len(fresh))
        self.changed.emit(True)
        self.ended.emit()

    def _remove(self, index: int) -> None:
        chip = self._chips.pop(index)
        chip.hide()
        chip.deleteLater()
        self._at -= index < self._at
        self._arrange()
        self.changed.emit(False)

    def _open(self, index: int) -> None:
        """Put a chip's word back into the line."""
        self._end()
        chip = self._chips.pop(index)
        chip.hide()
        chip.deleteLater()
        self._at = index
        self.line.setText(chip.text)
        self.line.setFocus()
        self.line.selectAll()
        self._arrange()

    def _move(self, step: int) -> None:
        """Move the chip before the line past its neighbour."""
        index, to = self._at - 1, self._at - 1 + step
        if index >= 0 and 0 <= to < len(self._chips):
            self._chips.insert(to, self._chips.pop(index))
            self._at += step
            self._arrange()
            self.changed.emit(False)

    def _drag(self, chip: Chip, point: QPoint) -> None:
        """A chip is held over `point`: it takes the place of the chip that is there."""
        over = next(
            (c for c in self._chips if c is not chip and c.geometry().contains(point)), None
        )
        if over is not None:
            self._chips.insert(self._chips.index(over), self._chips.pop(self._chips.index(chip)))
            self._arrange()

    def _arrange(self) -> None:
        """Lay chips and line out in rows, and be as high as they need."""
        last = self._at == len(self._chips)
        self.line.setPlaceholderText("" if self._chips else self._example)
        typed = self.line.fontMetrics().horizontalAdvance(self.line.text()) + 16
        x, y, right = _EDGE, _EDGE - 1, max(160, self.width()) - _EDGE
        order: list[QWidget] = [*self._chips[: self._at], self.line, *self._chips[self._at :]]
        for widget in order:
            width = widget.sizeHint().width()
            if widget is self.line:
                width = max(_ROOM if last else 12, typed)
            width = min(width, right - _EDGE)
            if x + width > right and x > _EDGE:
                x, y = _EDGE, y + HEIGHT + _GAP
            if widget is self.line and last:
                width = right - x
            widget.setGeometry(x, y, width, HEIGHT)
            x += width + _GAP
        self.setFixedHeight(y + HEIGHT + _EDGE - 1)
        self.line.setAccessibleDescription(f"{len(self._chips)} {self._noun}")
        self.update()

    @staticmethod
    def _clean(text: str) -> str:
        return " ".join(text.split())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._at = len(self._chips) if not self.line.text() else self._at
        self.line.setFocus()
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = style.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.accent if self.line.hasFocus() else colours.border)
        painter.setBrush(colours.field)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()


def bind_chips(chips: Chips, session: Session, place: AskPlace) -> Refresh:
    """Keep the chips and the tuple of texts at a place equal."""

    def send(typing: bool) -> None:
        at = place()
        if at is not None:
            session.do(type_value(at, chips.texts) if typing else edits.put(at, chips.texts))

    def show() -> None:
        value = tuple(value_at(session, place) or ())
        if chips.texts != value:
            chips.show_texts(value)

    chips.changed.connect(send)
    chips.ended.connect(lambda: session.history.pause())
    show()
    return show
