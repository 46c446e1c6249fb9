"""One cell of a grid: its Markdown drawn in the editor's colours, and the editor in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import ceil

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QPainter,
    QPen,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from palmetto_editor.model.places import Place
from palmetto_editor.session.document import Session
from palmetto_editor.ui import style
from palmetto_editor.ui.binding import Refresh, value_at
from palmetto_editor.ui.editor_text import code_points, utf16_length
from palmetto_editor.ui.widgets.citation_tip import CitationTip, citation_at
from palmetto_editor.ui.widgets.highlighter import Formats, stretches
from palmetto_editor.ui.widgets.mark import MARK, Mark, colour, underline
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit, bind_markdown
from palmetto_editor.ui.widgets.markdown_spans import START, describe

Index = QModelIndex | QPersistentModelIndex
PAD_X, PAD_Y = 8, 6  # px around a cell's text
TALLEST = 280  # px: a cell with more text shows its beginning
LONGEST = 4_000  # characters of a cell that are drawn
FOLD = 8  # px
_SHIFT, _NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
_LEAVES = {
    (Qt.Key.Key_Tab, _NONE): (0, 1),
    (Qt.Key.Key_Backtab, _SHIFT): (0, -1),
    (Qt.Key.Key_Tab, _SHIFT): (0, -1),
    (Qt.Key.Key_Return, _NONE): (1, 0),
    (Qt.Key.Key_Enter, _NONE): (1, 0),
    (Qt.Key.Key_Return, _SHIFT): (-1, 0),
    (Qt.Key.Key_Enter, _SHIFT): (-1, 0),
}
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class CellEdit(MarkdownEdit):
    """The editor in a cell. What is typed is in the article at once; Escape takes it back.

    `left` carries the step to the next cell: rows down, columns right; (0, 0) for nowhere.
    """

    left = Signal(int, int)
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(compact=True, parent=parent, lines=(1, 99))  # its row grows with it
        self.setObjectName("tables.cell")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "cell")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit(0, 0)

    def _commands(self) -> dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]:
        table = super()._commands()
        for key, step in _LEAVES.items():
            table[key] = partial(self.left.emit, *step)
        table[Qt.Key.Key_Escape, _NONE] = self.cancelled.emit
        table[Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier] = partial(self.insert, "\n")
        return table


class CellDelegate(QStyledItemDelegate):
    """Draws cells and opens editors in them; `place` tells where a cell is in the article.

    `opened` carries a new editor.
    """

    opened = Signal(CellEdit)
    _tip: CitationTip | None = None

    def __init__(self, session: Session, place: Callable[[int, int], Place]) -> None:
        super().__init__()
        self._session, self._place = session, place
        self._formats: tuple[str, Formats] | None = None
        self.editor: CellEdit | None = None
        self._refresh: Refresh | None = None
        self._before = ""

    def refresh(self) -> None:
        """Show the article in the open editor."""
        if self._refresh is not None:
            self._refresh()

    def close(self) -> None:
        """Leave the open editor."""
        if self.editor is not None:
            self.closeEditor.emit(self.editor, self.EndEditHint.NoHint)

    def forget(self, editor: QWidget) -> None:
        """An editor is about to be closed, at whatever cause, and lives on for a moment."""
        if self.editor is editor:
            self.editor = self._refresh = None

    def height(self, text: str, width: int, font: QFont) -> int:
        """How high a column of so many px must have a row for the text of its cell."""
        inner = width - 2 * PAD_X - 1  # the line of the grid is the column's
        layout = self._layout(text, inner, font, Qt.AlignmentFlag.AlignLeft)
        return min(
            TALLEST, ceil(layout.boundingRect().height()) + 2 * PAD_Y + 3
        )  # an editor's room

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        drawn = option.widget.style() if option.widget else QApplication.style()
        drawn.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        area = option.rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        mark: Mark | None = index.data(MARK)
        layout = self._layout(text, area.width(), option.font, option.displayAlignment, mark)
        painter.save()
        painter.setClipRect(option.rect.adjusted(0, PAD_Y, 0, -2))
        painter.setPen(style.colours().text)
        layout.draw(painter, QPointF(area.topLeft()))
        painter.setClipping(False)
        if mark is not None:
            _fold(painter, option.rect, colour(mark.severity))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(style.colours().accent, 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = str(index.data() or "")
        return QSize(80, self.height(text, option.rect.width() + 1, option.font))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the entries of a citation in a cell's text while the mouse rests on it."""
        if self._tip is None:
            self._tip = CitationTip(view.viewport(), self._session)
        text = str(index.data() or "")
        found = citation_at(text, self._character(text, option, event.pos()))
        if found is None:
            self._tip.forget()
            if index.data(MARK) is None:
                QToolTip.hideText()
            return super().helpEvent(event, view, option, index)
        self._tip.show_keys(found[0], event.globalPos(), option.rect)
        return True

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CellEdit(parent)
        editor.setAccessibleName(f"Cell in row {index.row() + 1}, column {index.column() + 1}")
        at = QPersistentModelIndex(index)

        def place() -> Place | None:
            return self._place(at.row(), at.column()) if at.isValid() else None

        self._before = str(value_at(self._session, place) or "")
        self._refresh = bind_markdown(editor, self._session, place)
        self.editor = editor
        self.opened.emit(editor)
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """The view has let go of it: its cell is gone."""
        self.forget(editor)
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The binding shows the text; the view's filter would take keys that are the editor's."""
        editor.removeEventFilter(self)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Nothing: what was typed is in the article."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect)

    @property
    def was(self) -> str:
        """What the cell held when its editor was opened."""
        return self._before

    def _character(self, text: str, option: QStyleOptionViewItem, at: QPoint) -> int:
        """Which character of a cell's text is drawn at a point; -1 where none is."""
        area = option.rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        layout = self._layout(text, area.width(), option.font, option.displayAlignment)
        point = QPointF(at - area.topLeft())
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if line.naturalTextRect().contains(point):
                position = line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)
                return code_points(layout.text(), int(position))
        return -1

    def _layout(
        self,
        text: str,
        width: int,
        font: QFont,
        alignment: Qt.AlignmentFlag,
        mark: Mark | None = None,
    ) -> QTextLayout:
        shown = text[:LONGEST]
        layout = QTextLayout(shown.replace("\n", "\u2028"), font)
        wrap = QTextOption(alignment & Qt.AlignmentFlag.AlignHorizontal_Mask)
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(wrap)
        underlined = _underlines(mark, shown) if mark is not None else []
        layout.setFormats([*self._colours(shown, font), *underlined])  # later Qt forgets the lines
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
            if height > TALLEST:
                break
        layout.endLayout()
        return layout

    def _colours(self, text: str, font: QFont) -> list[QTextLayout.FormatRange]:
        key = f"{font.toString()} {style.colours().text.name()}"
        if self._formats is None or self._formats[0] != key:
            self._formats = (key, Formats(font))
        formats, ranges, offset = self._formats[1], [], 0
        for line in text.split("\n"):
            for start, length, styles in stretches(line, describe(line, START)[0]):
                made = QTextLayout.FormatRange()
                made.start, made.length, made.format = offset + start, length, formats.of(styles)
                ranges.append(made)
            offset += len(line.encode("utf-16-le", "surrogatepass")) // 2 + 1
        return ranges


def _underlines(mark: Mark, text: str) -> list[QTextLayout.FormatRange]:
    """The words of a cell that its findings are about, underlined."""
    ranges = []
    for finding in reversed(mark.findings):  # the gravest is drawn last
        start, end = finding.place.span or (0, 0)
        made = QTextLayout.FormatRange()
        made.start = utf16_length(text[:start])
        made.length = utf16_length(text[start:end])
        made.format = underline(finding.severity)
        ranges.append(made)
    return ranges


def _fold(painter: QPainter, cell: QRect, ground: QColor) -> None:
    """A corner of the cell in a colour, as spreadsheets show that there is a note."""
    right, top = cell.right() + 1, cell.top()
    corner = [QPoint(right - FOLD, top), QPoint(right, top), QPoint(right, top + FOLD)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawPolygon(corner)
