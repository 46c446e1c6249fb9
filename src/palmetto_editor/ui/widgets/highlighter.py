"""Colours for Markdown in a plain text editor: the changed lines at once, a long text by and by."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from palmetto_editor.ui import style
from palmetto_editor.ui.editor_text import CUT, utf16_length
from palmetto_editor.ui.widgets.markdown_spans import (
    START,
    Span,
    Style,
    describe,
    next_state,
)

AT_ONCE = 0.012  # seconds of one change that may go into colours; the rest waits for an idle moment
SLICE = 0.008  # seconds of each idle moment
_PAIRS = Style.STRONG | Style.EMPHASIS | Style.STRIKE | Style.CODE
_SIZES = {Style.H1: 1.32, Style.H2: 1.16, Style.H3: 1.04}


class Formats:
    """How each set of styles looks, in a font and the colours in force."""

    def __init__(self, font: QFont) -> None:
        self._font, self._colours = font, style.colours()
        self._mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families()
        self._made: dict[int, QTextCharFormat] = {}
        self.hidden = QTextCharFormat()
        self.hidden.setForeground(QColor(0, 0, 0, 0))

    def of(self, styles: int) -> QTextCharFormat:
        """The format of several styles at once."""
        made = self._made.get(styles)
        if made is None:
            made = self._made[styles] = self._make(Style(styles))
        return made

    def _make(self, styles: Style) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._colour(styles))
        if styles & Style.CODE:
            made.setFontFamilies(self._mono)
            made.setFontPointSize(self._font.pointSizeF() * 0.95)
        for heading, size in _SIZES.items():
            if styles & heading:
                made.setFontPointSize(self._font.pointSizeF() * size)
        if styles & (Style.STRONG | Style.LABEL | Style.H1 | Style.H2 | Style.H3):
            made.setFontWeight(QFont.Weight.Bold)
        made.setFontItalic(bool(styles & Style.EMPHASIS))
        made.setFontStrikeOut(bool(styles & Style.STRIKE))
        return made

    def _colour(self, styles: Style) -> QColor:
        colours = self._colours
        for part, colour in (
            (Style.MARKER, colours.marker),
            (Style.CODE | Style.SHORTCODE, colours.code),
            (Style.CITATION | Style.NOTE, colours.citation),
            (Style.LINK, colours.link),
            (Style.HTML, colours.marker),
            (Style.LABEL, colours.accent),
            (Style.H1 | Style.H2 | Style.H3, colours.heading),
            (Style.QUOTE, colours.quote),
        ):
            if styles & part:
                return colour
        return colours.text


class Highlighter(QSyntaxHighlighter):
    """Colours the document as it changes.

    A change that brings in many lines is only followed with the state of each (what is a fence
    and what is not); their colours come in slices when the program is idle. `near` tells which
    of the waiting lines are seen, so that they come first.
    """

    def __init__(self, document: QTextDocument, font: QFont) -> None:
        super().__init__(_nothing(document))
        self.formats = Formats(font)
        self._deadline = 0.0
        self._from: QTextCursor | None = None  # in the first line that waits for its colours
        self._to = QTextBlock()  # the last one; no longer valid where it was removed
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._work)
        # Before the base class connects: the deadline is set before it asks for lines.
        document.contentsChange.connect(self._begin)
        self.setDocument(document)

    @property
    def is_done(self) -> bool:
        """Whether every line has its colours."""
        return self._from is None

    def dress(self, font: QFont) -> None:
        """Use another font, or the colours that are now in force."""
        self.formats = Formats(font)
        self._wait(self.document().firstBlock(), self.document().lastBlock())

    def near(self, first: QTextBlock, last: QTextBlock) -> None:
        """Colour these lines now if they are waiting."""
        if self._from is None:
            return
        start, end = self._from.block().position(), self._end()
        block, stop = first, perf_counter() + 2 * AT_ONCE
        while block.isValid() and block.position() <= last.position() and perf_counter() < stop:
            if start <= block.position() <= end:
                self._colour(block)
            block = block.next()

    def highlightBlock(self, text: str) -> None:
        before = self.previousBlockState()
        state = START if before < 0 else before
        if perf_counter() > self._deadline:
            block = self.currentBlock()
            self._wait(block, block)
            self.setCurrentBlockState(next_state(text, state))
            return
        spans, left = describe(text, state)
        self.setCurrentBlockState(left)
        if spans:
            self._paint(text, spans)
        if text.endswith(CUT):
            self.setFormat(utf16_length(text) - 1, 1, self.formats.hidden)

    def _paint(self, text: str, spans: list[Span]) -> None:
        for start, length, styles in stretches(text, spans):
            self.setFormat(start, length, self.formats.of(styles))

    def _begin(self) -> None:
        self._deadline = perf_counter() + AT_ONCE

    def _colour(self, block: QTextBlock) -> None:
        self._deadline = float("inf")
        self.rehighlightBlock(block)
        self._deadline = 0.0

    def _wait(self, first: QTextBlock, last: QTextBlock) -> None:
        """Have these lines coloured later, and those between them and others that wait."""
        if self._from is None:
            self._from, self._to = QTextCursor(first), last
            self._idle.start(0)
            return
        if first.position() < self._from.position():
            self._from.setPosition(first.position())
        if self._to.isValid() and last.position() > self._to.position():
            self._to = last

    def _end(self) -> int:
        last = self._to if self._to.isValid() else self.document().lastBlock()
        return last.position()

    def _work(self) -> None:
        """Colour lines for one slice of time; begin the next as soon as nothing else waits."""
        if self._from is None:
            return
        stop = perf_counter() + SLICE
        block, end = self._from.block(), self._end()
        while block.isValid() and block.position() <= end and perf_counter() < stop:
            self._colour(block)
            block = block.next()
        if not block.isValid() or block.position() > end:
            self._from, self._to = None, QTextBlock()
            return
        self._from.setPosition(block.position())
        self._idle.start(0)


def stretches(text: str, spans: list[Span]) -> list[tuple[int, int, int]]:
    """Where each set of styles applies: start and length in UTF-16 units, without overlaps."""
    offsets = None if text.isascii() else _offsets(text)
    layers = _layers(spans)
    if offsets is None:
        return [(start, end - start, styles) for start, end, styles in layers]
    return [(offsets[start], offsets[end] - offsets[start], s) for start, end, s in layers]


def _layers(spans: list[Span]) -> list[tuple[int, int, int]]:
    """Stretches (start, end, styles) that do not overlap, from spans that do."""
    edges: list[tuple[int, int, int]] = []  # position, +1 or -1, style
    for start, end, styles, (opening, closing) in spans:
        edges += ((start, 1, int(styles)), (end, -1, int(styles)))
        if styles & _PAIRS and opening:
            edges += ((start, 1, Style.MARKER), (start + opening, -1, Style.MARKER))
            edges += ((end - closing, 1, Style.MARKER), (end, -1, Style.MARKER))
    edges.sort()
    open_: dict[int, int] = {}
    layers, at = [], 0
    for position, step, part in edges:
        if position > at and open_:
            layers.append((at, position, _union(open_)))
        at = position
        open_[part] = open_.get(part, 0) + step
        if not open_[part]:
            del open_[part]
    return layers


def _union(styles: dict[int, int]) -> int:
    union = 0
    for style_ in styles:
        union |= style_
    return union


def _offsets(text: str) -> list[int] | None:
    """Where each character begins in UTF-16 units; None where that is its index."""
    if utf16_length(text) == len(text):
        return None
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + (2 if character > "\uffff" else 1))
    return offsets


def _nothing(document: QTextDocument) -> QObject:
    """The parent for a highlighter that is to have no document yet."""
    return document.parent() or document
