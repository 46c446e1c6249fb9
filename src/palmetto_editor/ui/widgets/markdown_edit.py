"""The editor for all Markdown of an article: the body, answers, notices, table cells.

Keys: Ctrl+B, I, K and Ctrl+Shift+C toggle bold, italic, a link and a citation; Enter goes on
with a list or quote, Shift+Enter does not; Ctrl+] and Ctrl+[ move lines in and out. Tab moves
the focus, as everywhere; where `tab_moves_focus` is off it indents list items instead, and moves
the focus elsewhere. Undo belongs to the window.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from palmetto_editor.model.csl import Reference
from palmetto_editor.model.spans import difference
from palmetto_editor.session.document import Session
from palmetto_editor.ui.binding import AskPlace, Refresh, bind_text
from palmetto_editor.ui.editor_text import (
    code_points,
    document_position,
    text_position,
    utf16_length,
)
from palmetto_editor.ui.widgets import inline_commands, line_commands
from palmetto_editor.ui.widgets.at_rest import AtRest
from palmetto_editor.ui.widgets.citation_tip import EditorTip
from palmetto_editor.ui.widgets.citing_anew import citing_anew
from palmetto_editor.ui.widgets.completer import Add, CitationCompleter
from palmetto_editor.ui.widgets.highlighter import Highlighter
from palmetto_editor.ui.widgets.markdown_mime import has_files, image_files, pasted, selection_data
from palmetto_editor.ui.widgets.passage import Command, Passage

FEWEST, MOST = 3, 12  # lines that a compact editor shows
FRAME = 16  # px: the style sheet's padding and border above and below, and one that Qt wants
PROSE = 1.12  # times the size of the interface's font
WIDEST = 780  # px: a wider column of prose is harder to read
_DRESSED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MarkdownEdit(QPlainTextEdit):
    """A plain text editor that knows our Markdown.

    `compact` has it as high as its text, between the fewest and most `lines`. `image_dropped`
    carries the path of an image file that was dropped or pasted, the cursor where it fell; only
    where `takes_images` is set. `stepped` comes around each command, which is to be a step of
    its own in the history.
    """

    image_dropped = Signal(str)
    stepped = Signal()

    def __init__(
        self,
        compact: bool = False,
        parent: QWidget | None = None,
        lines: tuple[int, int] = (FEWEST, MOST),
    ) -> None:
        super().__init__(parent)
        self.compact, self._lines = compact, lines
        self.margin = 2 if compact else 18  # px between the frame's padding and the text
        self.tab_moves_focus = True
        self.takes_images = False
        self.completer: CitationCompleter | None = None
        self.tip: EditorTip | None = None
        self.at_rest = AtRest(self)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(False)  # see keyPressEvent
        self.setCursorWidth(2)
        self._never_scroll_sideways()
        self._height = 0
        if compact:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.highlighter = Highlighter(self.document(), self._prose())
        self._dress()
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.verticalScrollBar().valueChanged.connect(self._colour_seen)
        self._keys = self._commands()

    def select_span(self, start: int, end: int) -> None:
        """Select the characters `start` to `end` of the text and scroll there."""
        cursor = self.textCursor()
        cursor.setPosition(document_position(self, start))
        cursor.setPosition(document_position(self, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if self.compact:
            self.ensureCursorVisible()
        else:
            self.centerCursor()

    @property
    def cursor_point(self) -> int:
        """Which character of the text the cursor stands before."""
        return text_position(self, self.textCursor().position())

    def complete_citations(
        self, source: Callable[[], tuple[Reference, ...]], add: Add | None = None
    ) -> None:
        """Offer these references where an `@` is typed, and to `add` one where none fits."""
        if self.completer is None:
            self.completer = CitationCompleter(self, source)
        self.completer.source, self.completer.add = source, add

    def run(self, command: Command, around: int = 0) -> None:
        """Apply a command to the selected lines, and so many more on each side, as one step."""
        passage, base = self._passage(around)
        result = command(passage)
        if result is not None:
            self.stepped.emit()
            self._become(passage, result, base)
            self.stepped.emit()

    def link(self) -> None:
        """Make or unmake a link; an address on the clipboard becomes its target."""
        clipboard = QGuiApplication.clipboard().text()
        self.run(lambda passage: inline_commands.link(passage, clipboard))

    def cite(self) -> None:
        """Begin a citation and offer the references."""
        self.run(inline_commands.cite)
        if self.completer is not None:
            self.completer.offer()

    def insert(self, text: str) -> None:
        """Put a text at the cursor, in place of what is selected."""
        self.stepped.emit()
        self.textCursor().insertText(text)
        self.stepped.emit()
        self.ensureCursorVisible()

    def sizeHint(self) -> QSize:
        if not self.compact:
            return QSize(400, 300)
        return QSize(200, self._height or self._height_of(self._lines[0]))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height() if self.compact else self._height_of(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.at_rest.pause()
        if self.completer is not None and self.completer.takes(event):
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._keys.get((Qt.Key(event.key()), modifiers))
        if act is None or self.isReadOnly() or act() is False:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = 0 if self.compact else max(0, (self.width() - WIDEST) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)
            # While it is being shown no event tells of the new width.
            super().resizeEvent(QResizeEvent(self.viewport().size(), event.size()))
        self._fit()
        self._colour_seen()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close_completer()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._close_completer()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _DRESSED and hasattr(self, "_keys"):
            self._dress()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        if has_files(source):
            return self.takes_images and bool(image_files(source))  # other files are the window's
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if has_files(source):
            for path in image_files(source):
                self.image_dropped.emit(path)
        else:
            self._paste(pasted(source))

    def createMimeDataFromSelection(self) -> QMimeData:
        return selection_data(self.textCursor())

    def _commands(self) -> dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]:
        """What keys do; False where the editor itself is to have the key."""
        key = Qt.Key
        table: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]] = {
            (key.Key_B, _CTRL): partial(self._ran, inline_commands.bold),
            (key.Key_I, _CTRL): partial(self._ran, inline_commands.italic),
            (key.Key_K, _CTRL): self.link,
            (key.Key_C, _CTRL | _SHIFT): self.cite,
            (key.Key_BracketRight, _CTRL): partial(self._ran, line_commands.indent),
            (key.Key_BracketLeft, _CTRL): partial(self._ran, line_commands.outdent),
            (key.Key_Tab, _NONE): partial(self._tab, forward=True),
            (key.Key_Backtab, _SHIFT): partial(self._tab, forward=False),
            (key.Key_Tab, _SHIFT): partial(self._tab, forward=False),
        }
        for enter in _ENTERS:
            table[enter, _NONE] = self._enter
            table[enter, _SHIFT] = partial(self._type, "\n")
        return table

    def _ran(self, command: Command) -> bool:
        self.run(command)
        return True

    def _tab(self, *, forward: bool) -> bool:
        if not self.tab_moves_focus and line_commands.is_in_list(self._passage()[0]):
            return self._ran(line_commands.indent if forward else line_commands.outdent)
        self.setTabChangesFocus(True)  # without it the base refuses to move on
        self.focusNextPrevChild(forward)
        self.setTabChangesFocus(False)
        return True

    def _enter(self) -> bool:
        passage, base = self._passage()
        result = line_commands.enter(passage)
        if result is None:
            return False
        self._become(passage, result, base)
        return True

    def _type(self, text: str) -> bool:
        self.textCursor().insertText(text)
        self.ensureCursorVisible()
        return True

    def _paste(self, text: str) -> None:
        address = text.strip()
        has_words = self.textCursor().hasSelection() and "\n" not in self._passage()[0].selected
        if has_words and inline_commands.is_address(address):
            self.run(lambda passage: inline_commands.link(passage, address))
        elif text:
            self.insert(text)

    def _passage(self, around: int = 0) -> tuple[Passage, int]:
        """The lines of the selection, and where in the document they begin."""
        cursor, document = self.textCursor(), self.document()
        first = document.findBlock(cursor.selectionStart())
        last = document.findBlock(cursor.selectionEnd())
        for _ in range(around):
            first = first.previous() if first.previous().isValid() else first
            last = last.next() if last.next().isValid() else last
        base, lines, block = first.position(), [first.text()], first
        while block != last:
            block = block.next()
            lines.append(block.text())
        text = "\n".join(lines)
        start = code_points(text, cursor.selectionStart() - base)
        return Passage(text, start, code_points(text, cursor.selectionEnd() - base)), base

    def _become(self, old: Passage, new: Passage, base: int) -> None:
        """Replace the stretch in which two passages differ; select what the new one does."""
        start, old_end, new_end = difference(old.text, new.text)
        cursor = self.textCursor()
        if old.text != new.text:
            cursor.setPosition(base + utf16_length(old.text[:start]))
            last = base + utf16_length(old.text[:old_end])
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(new.text[start:new_end])
        cursor.setPosition(base + utf16_length(new.text[: new.start]))
        last = base + utf16_length(new.text[: new.end])
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _prose(self) -> QFont:
        """The font of the interface, somewhat larger where there is much to read."""
        font = QFont(self.font())
        if not self.compact:
            font.setPointSizeF(self.font().pointSizeF() * PROSE)
        return font

    def _dress(self) -> None:
        """Take the font and colours in force."""
        font = self._prose()
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(self.margin)
        self.highlighter.dress(font)
        self._fit()

    def _fit(self) -> None:
        """Ask for another height where the text takes more or fewer lines."""
        if not self.compact:
            return
        fewest, most = self._lines
        lines = int(self.document().documentLayout().documentSize().height())
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if lines > most else policy.ScrollBarAlwaysOff
        )
        height = self._height_of(max(fewest, min(most, lines)))
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def _height_of(self, lines: int) -> int:
        font = QFontMetricsF(self.document().defaultFont())
        line = ceil(font.ascent()) + ceil(font.descent()) + ceil(font.leading())
        return lines * line + 2 * self.margin + FRAME

    def _never_scroll_sideways(self) -> None:
        """Lines are wrapped, but Qt counts the margins twice and scrolls by them."""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = self.horizontalScrollBar()
        bar.rangeChanged.connect(lambda _, most: bar.setRange(0, 0) if most else None)

    def _close_completer(self) -> None:
        if self.completer is not None:
            self.completer.close()

    def _colour_seen(self) -> None:
        if self.highlighter.is_done:
            return
        first = self.firstVisibleBlock()
        bottom = self.viewport().rect().bottomLeft()
        self.highlighter.near(first, self.cursorForPosition(bottom).block())


def bind_markdown(editor: MarkdownEdit, session: Session, place: AskPlace) -> Refresh:
    """`bind_text`, with citations completed from the article's references and shown on hovering."""
    refresh = bind_text(editor, session, place)
    add = citing_anew(editor, session, place, refresh)
    editor.complete_citations(lambda: session.article.references, add)
    editor.stepped.connect(lambda: session.history.pause())  # it takes no weak reference
    editor.tip = EditorTip(editor, editor.at_rest, session)
    return refresh
