"""Colours for JSON-LD, a line at a time, by Pygments; only lines in sight are coloured.

In JSON printed with two spaces no token spans lines, so each line is read on its own.
"""

from __future__ import annotations

from pygments.lexers.data import JsonLdLexer
from pygments.token import Keyword, Name, Number, Punctuation, String, _TokenType
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from palmetto_editor.ui.style import Colours

_COLOURED = 1  # the state of a line that bears its colours


class JsonColours(QSyntaxHighlighter):
    """`reach` moves what is in sight; an edit colours the lines it touches, if in sight."""

    def __init__(self, document: QTextDocument, colours: Colours) -> None:
        super().__init__(document)
        self._lexer = JsonLdLexer()
        self._formats = _formats(colours)
        self._first, self._last = 0, 100

    def use(self, colours: Colours) -> None:
        """Colour again, for a light or a dark window."""
        self._formats = _formats(colours)
        self.rehighlight()

    def reach(self, first: int, last: int) -> None:
        """Lines `first` to `last` are in sight: colour those that are not yet."""
        self._first, self._last = first, last
        block = self.document().findBlockByNumber(first)
        while block.isValid() and block.blockNumber() <= last:
            if block.userState() != _COLOURED:
                self.rehighlightBlock(block)
            block = block.next()

    def highlightBlock(self, text: str) -> None:
        if not self._first <= self.currentBlock().blockNumber() <= self._last:
            self.setCurrentBlockState(-1)
            return
        self.setCurrentBlockState(_COLOURED)
        tokens = self._lexer.get_tokens_unprocessed(text)  # type: ignore[no-untyped-call]  # sic
        for start, token, part in tokens:
            wanted = self._formats.get(token)
            if wanted is not None:
                self.setFormat(start, len(part), wanted)


def _formats(colours: Colours) -> dict[_TokenType, QTextCharFormat]:
    table = {
        Name.Tag: colours.heading,
        Name.Decorator: colours.accent,
        String.Double: colours.link,
        Number.Integer: colours.citation,
        Number.Float: colours.citation,
        Keyword.Constant: colours.code,
        Punctuation: colours.muted,
    }
    formats = {}
    for token, colour in table.items():
        formats[token] = QTextCharFormat()
        formats[token].setForeground(colour)
    formats[Name.Decorator].setFontWeight(QFont.Weight.DemiBold)
    return formats
