"""How forms are laid out: a scrolling sheet, rows, and cards for a form within a form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from palmetto_editor.ui import style

GAP = 8  # px between what belongs together
MARGIN = 16  # px around a pane, and between groups
WIDEST = 760  # px: a form wider than this is harder to read, not easier


class FormArea(QScrollArea):
    """A form that scrolls up and down and never sideways; add to its `column`."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        self.column = column(inner, GAP + 4)
        sheet = QWidget()
        self._around = around = QHBoxLayout(sheet)
        around.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        around.addWidget(inner, 1)
        around.addStretch(0)
        self.setWidget(sheet)
        sheet.setAutoFillBackground(False)

    def widen(self, widest: int) -> None:
        """Let the form grow to so many pixels."""
        self._inner.setMaximumWidth(widest)

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Stand so many pixels from each edge, where the form is part of something smaller."""
        self._around.setContentsMargins(left, top, right, bottom)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget, once the form is laid out."""

        def scroll() -> None:
            self.ensureWidgetVisible(widget, 0, 3 * MARGIN)

        QTimer.singleShot(0, widget, scroll)


class Card(QFrame):
    """A raised ground with a thin border; add to its `column`."""

    def __init__(self) -> None:
        super().__init__()
        self.column = column(self, GAP + 2)
        self.column.setContentsMargins(12, 10, 12, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = style.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.border)
        painter.setBrush(colours.raised)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()


class _WheelGuard(QObject):
    """Lets the wheel scroll the form instead of changing a choice that has no focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        wheel = event.type() == QEvent.Type.Wheel
        if wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def guard_wheel(input_: QWidget) -> None:
    """Let the wheel change a combo box or a spin box only where it has the focus."""
    input_.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    input_.installEventFilter(_WheelGuard(input_))


def fit(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog a size in px, or what the screen has of it."""
    room = dialog.screen().availableSize()
    dialog.resize(min(width, room.width() - 2 * MARGIN), min(height, room.height() - 4 * MARGIN))


def column(owner: QWidget, spacing: int = GAP) -> QVBoxLayout:
    """A vertical layout without margins."""
    layout = QVBoxLayout(owner)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout


def row(*inputs: QWidget, shares: Sequence[int] = ()) -> QWidget:
    """Widgets side by side, their tops aligned; equal shares of the width unless told."""
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GAP)
    for index, input_ in enumerate(inputs):
        layout.addWidget(input_, shares[index] if shares else 1)
        if isinstance(input_, QPushButton):  # as high as the input that it belongs to
            input_.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        else:
            layout.setAlignment(input_, Qt.AlignmentFlag.AlignTop)
    return box
