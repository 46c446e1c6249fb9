"""What stands between the tokens: white space, and all that JSON does not allow there."""

from __future__ import annotations

import re
from collections.abc import Callable

from palmetto_editor.structured.wild.marks import BLANK, GAP

Tell = Callable[[str, int, str], None]

_WHITE = re.compile(r"[ \t\r\n]*+")
_ODD_WHITE = re.compile(rf"(?>(?:[{BLANK}]|&(?:nbsp|#160|#xa0);)+)", re.IGNORECASE)
_WRAPPER = re.compile(
    r"(?://|/\*)?[ \t]*+(?:<!\[CDATA\[|<!--[ \t]*+//[ \t]*+--><!\[CDATA\[|\]\]>)(?:[ \t]*+\*/)?"
    r"|//[ \t]*+-->|-->|//[ \t]*+<!--(?=[ \t]*+\n)"
)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}+>")
_FENCE = re.compile(r"(?:```|~~~)[\w+-]*")
_CONTENT = re.compile(rf"<!--(?:\s*+<!--){{0,8}}{GAP}[\[{{]")  # bounded: asked at each mark
_PEEKED = re.compile(GAP)
_LONGEST = 500  # characters of a comment that are told


class Gaps:
    """Passes over gaps of one text and tells what was in them. Forgets nothing twice: where the
    end of a comment was looked for in vain, it is not looked for again.
    """

    def __init__(self, text: str, tell: Tell) -> None:
        self._text, self._tell = text, tell
        self._endless: set[str] = set()

    def skip(self, at: int, *, outside: bool) -> int:
        """Where the next token begins. `outside`: no object or array is open."""
        while True:
            white = _WHITE.match(self._text, at)
            at = white.end() if white else at
            end = self._one(at, outside=outside)
            if end == at:
                return at
            at = end

    def peek(self, at: int) -> int:
        """Where the next token begins, if nothing but white space and line breaks is between."""
        match = _PEEKED.match(self._text, at)
        return match.end() if match else at

    def _one(self, at: int, *, outside: bool) -> int:
        first = self._text[at : at + 1]
        if first == "<" or first == "]" or first == "-":
            return self._markup(at, outside=outside)
        if first == "/":
            return self._comment(at)
        if first == "`" or first == "~":
            return self._matched(_FENCE, at, "the fence of a code block left out")
        if first == "\ufeff":
            self._tell("a byte order mark left out", at, "")
            return at + 1
        if first == "&" or not first.isascii():
            return self._matched(_ODD_WHITE, at, "a blank that JSON does not know left out")
        return at

    def _markup(self, at: int, *, outside: bool) -> int:
        end = self._matched(_WRAPPER, at, "a comment or CDATA mark around it left out")
        if end != at:
            return end
        if self._text.startswith("<!--", at):
            if outside and _CONTENT.match(self._text, at):
                self._tell("a comment or CDATA mark around it left out", at, "<!--")
                return at + 4
            return self._until("-->", at, at + 4)
        return self._matched(_TAG, at, "an HTML tag between the members left out")

    def _comment(self, at: int) -> int:
        end = self._matched(_WRAPPER, at, "a comment or CDATA mark around it left out")
        if end != at:
            return end
        if self._text.startswith("//", at):
            return self._until("\n", at, at + 2)
        if self._text.startswith("/*", at):
            return self._until("*/", at, at + 2)
        return at

    def _until(self, mark: str, at: int, inner: int) -> int:
        """The end of a comment; of the line where its mark never comes."""
        found = -1 if mark in self._endless else self._text.find(mark, inner)
        if found < 0:
            self._endless.add(mark)
            line = self._text.find("\n", inner) if "\n" not in self._endless else -1
            end = line if line >= 0 else len(self._text)
        else:
            end = found if mark == "\n" else found + len(mark)
        self._tell("a comment left out", at, self._text[at:end][:_LONGEST].strip())
        return end

    def _matched(self, pattern: re.Pattern[str], at: int, what: str) -> int:
        match = pattern.match(self._text, at)
        if match is None or match.end() == at:
            return at
        self._tell(what, at, match[0].strip())
        return match.end()
