"""Where a string ends that nobody escaped, and what it says.

Three kinds of ends: a quote followed by what may follow a value is one; a quote at the end of a
line is one unless it closes a quotation within; any other counts only where none of these comes
before the text is structure again. So `"the "best" of all",` is one string, and in
`"name": "Team"` with a sentence of prose on the next line the sentence stays outside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from palmetto_editor.structured.wild import marks
from palmetto_editor.structured.wild.gaps import Tell
from palmetto_editor.structured.wild.memory import Memory

_PLAIN = re.compile(r'"([^"\\\x00-\x1f]*+)"')
_STEP = r"(?P<escape>\\[\s\S])|(?P<line>\n(?>(?:\s|<(?:br|/?p)\b[^<>\"]{0,80}+>)*))|(?P<quote>%s)"
_DOUBLES = re.compile(_STEP % marks.DOUBLE.pattern)
_SINGLES = re.compile(_STEP % marks.SINGLE.pattern)
_PATIENCE = 10_000  # characters after a doubtful end in which a sure one is looked for
_BLANK_LINE = re.compile(r"\n[ \t\r]*+\n")

_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([\s\S])|\Z)")
_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CONTROL = re.compile(r"[\x00-\x1f]")
_MADE_PARAGRAPH = re.compile(r"[ \t]*</p>\s*\n\s*<p\b[^<>]{0,80}>[ \t]*", re.IGNORECASE)
_MADE_BREAK = re.compile(r"<br\s*/?>[ \t\r]*\n", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A string in the text: its content, and where reading goes on. `whole`: it was closed."""

    value: str
    after: int
    whole: bool = True


class Quotes:
    """Reads the strings of one text. What was searched in vain is not searched again."""

    def __init__(self, text: str, tell: Tell, memory: Memory, reach: int | None = None) -> None:
        """`reach`: how far from its beginning the end of a broken string is looked for."""
        self._text, self._tell = text, tell
        self._reach = len(text) if reach is None else reach
        self._memory = memory
        self._structure = -1

    def read(self, at: int, opener: str, *, in_array: bool) -> Quoted:
        """The string whose opening quote, as `marks.QUOTE` found it, stands at `at`."""
        ends = marks.ENDS_IN_ARRAY if in_array else marks.ENDS_IN_OBJECT
        plain = _PLAIN.match(self._text, at)
        if plain and ends.match(self._text, plain.end()):
            return Quoted(plain[1], plain.end())
        start = at + len(opener)
        closer = self._closer(start, opener, ends)
        if closer is None:
            return self._unclosed(at, start, opener)
        if opener != '"' or closer[0] != '"':
            what = "single" if marks.SINGLE.fullmatch(opener) else "typographic or encoded"
            self._tell(f"{what} quotes read as straight ones", at, opener)
        value = self._content(start, closer.start(), opener)
        return Quoted(value, closer.end())

    def key(self, match: re.Match[str]) -> str:
        """The name in a match of `marks.KEY`."""
        opener = marks.QUOTE.match(match[0])
        if opener is None:
            name = match[0].partition(":")[0].strip()
            self._tell("a name without quotes", match.start(), name)
            return name
        family = marks.DOUBLE if marks.DOUBLE.match(opener[0]) else marks.SINGLE
        last = list(family.finditer(match[0], opener.end()))[-1]
        if opener[0] != '"' or last[0] != '"':
            what = "single" if family is marks.SINGLE else "typographic or encoded"
            self._tell(f"{what} quotes read as straight ones", match.start(), opener[0])
        start = match.start()
        return self._content(start + opener.end(), start + last.start(), opener[0])

    def _closer(self, start: int, opener: str, ends: re.Pattern[str]) -> re.Match[str] | None:
        """The quote that ends a string, and `_structure`, where structure began before any did."""
        pattern = _SINGLES if marks.SINGLE.fullmatch(opener) else _DOUBLES
        kind = (pattern, ends)
        barren = self._memory.barren(kind)
        doubtful: re.Match[str] | None = None
        seen, blank = 0, False
        self._structure = -1
        limit = min(len(self._text), start + self._reach)
        for step in pattern.finditer(self._text, start, limit):
            reached = step.start()
            if step["line"]:
                blank = blank or step["line"].count("\n") > 1
                if self._line_stops(step) or (blank and reached < barren):
                    break
            elif step["quote"]:
                sure = self._sure(step, opener, seen, ends)
                if sure:
                    return step
                if sure is not None:
                    seen += 1
                    doubtful = step if doubtful is None and not blank else doubtful
            if doubtful and (reached < barren or reached - doubtful.end() > _PATIENCE):
                break
        else:
            reached = limit
        self._memory.add_barren(kind, reached)
        return doubtful

    def _line_stops(self, step: re.Match[str]) -> bool:
        """Whether structure begins with the next line."""
        if marks.STRUCTURE_AHEAD.match(self._text, step.end()):
            self._structure = step.start()
            return True
        return False

    def _sure(
        self, step: re.Match[str], opener: str, seen: int, ends: re.Pattern[str]
    ) -> bool | None:
        """Whether a quote ends the string; None where it is only a character of it."""
        line_ends = marks.ENDS_A_LINE.match(self._text, step.end()) is not None
        if opener == '"' and step[0] != '"':
            # Typographic quotes within straight ones are words, but for a closing one mistyped.
            return False if line_ends and seen == 0 and self._mistyped(step) else None
        if ends.match(self._text, step.end()):
            return True
        if seen % 2:
            return False  # it closes a quotation within
        another = ends is marks.ENDS_IN_ARRAY and marks.ENDS_BEFORE_ANOTHER
        return line_ends or bool(another and another.match(self._text, step.end()))

    def _mistyped(self, step: re.Match[str]) -> bool:
        line = self._text.rfind("\n", max(0, step.start() - _PATIENCE), step.start()) + 1
        return "“" not in self._text[line : step.start()]

    def _unclosed(self, at: int, start: int, opener: str) -> Quoted:
        """A string without its end: to the next structure, the next empty line, or all of it."""
        if self._structure >= 0:
            content = self._text[start : self._structure].rstrip()
            end = start + len(content.removesuffix(","))
            self._tell("a closing quote is missing", at, content[:60])
            return Quoted(self._content(start, end, opener), end)
        blank = _BLANK_LINE.search(self._text, start)
        end = blank.start() if blank else len(self._text)
        return Quoted(self._content(start, end, opener), end, whole=False)

    def _content(self, start: int, end: int, opener: str) -> str:
        text = self._text[start:end]
        if len(opener) > 1 and "&" in text:
            text = unescape(text)
            self._tell("HTML entities read as characters", start, "")
        elif opener == '"' and '"' in text.replace('\\"', ""):
            self._tell("quotes within a text that are not escaped", start, text[:60])
        if _CONTROL.search(text):
            text = self._lines(text, start)
        return self._unescaped(text, start) if "\\" in text else text

    def _lines(self, text: str, start: int) -> str:
        self._tell("a line break or tab within a text", start, " ".join(text[:60].split()))
        made = _MADE_BREAK.sub("\n", _MADE_PARAGRAPH.sub("\n\n", text))
        if made != text:
            self._tell("<br> or <p> within a text read as line breaks", start, "")
        return made.replace("\r\n", "\n")

    def _unescaped(self, text: str, start: int) -> str:
        odd: list[str] = []

        def one(match: re.Match[str]) -> str:
            if match[1]:
                return chr(int(match[1], 16))
            mark = match[2] or ""
            if mark in '"\\/':
                return mark
            if mark in _ESCAPES:
                return _ESCAPES[mark]
            odd.append(match[0])
            return match[0] if mark.isalnum() else mark.strip("\n")

        made = _ESCAPE.sub(one, text)
        if odd:
            self._tell("a backslash that JSON does not know", start, odd[0])
        if _SURROGATE.search(made):
            made = made.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return made
