"""Plain text as our Markdown: a backslash only where our markup would read a mark.

Each rule here answers one of `markup`: `inline` and `emphasis` (runs of `*`, `_` and `~`, code,
brackets), `tags`, `citations`, and at the start of a line `lines`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

_SIGN = re.compile(r"\\|\*+|_+|~+|`|\[|\]|<|&|@|\||\A\(|!\Z")
# What Python-Markdown's serialiser takes for a character reference.
_REFERENCE = re.compile(r"&(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);", re.I)
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_HARMLESS_BRACKETS = re.compile(r"\[(?:[^\[\]@^!\n][^\[\]@\n]{0,200})?\](?=[^(\[:]|\Z)")
_LESS_THAN = re.compile(r"<(?=\s|[=\d.,]+(?:[\s);%]|\Z))")
_BOUND = re.compile(r"[\w@/.+]")  # an `@` after one of these begins no citation
_KEYED = re.compile(r"[\w{]")

# A line that would begin something else than a paragraph; its groups stand before the backslash.
_START = re.compile(
    r"()(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|:(?=[ \t])|\{\{<|~~~|[=-]+\s*$"
    r"|(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$"
    r"|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?\s*$)"
    r"|(\d{1,9})(?=[.)](?:\s|$))|(\[[^\[\]]*\])(?=:)"
)
_TAG_LINE = re.compile(r"</?[A-Za-z][^<>]*>\s*$")
_EDGE = re.compile(r"^[^\S\n]+|[^\S\n]+$")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands beside a text: the written characters (`""` for the end of all), and in what.

    `linked` is the inside of a link or of an image's brackets, `cell` that of a table row.
    """

    before: str = ""
    after: str = ""
    linked: bool = False
    cell: bool = False


_NOTHING = Around()


def escaped(text: str, around: Around = _NOTHING) -> str:
    """The text as inline Markdown; see `started` for the start of a line."""

    def sign(match: re.Match[str]) -> str:
        return _sign(match, text, around)

    return _SIGN.sub(sign, text)


def started(markdown: str) -> str:
    """Inline Markdown so that it stands as one paragraph: no line of it begins anything else."""
    lines = [_line(line) for line in markdown.split("\n")]
    if len(lines) > 1 and _TAG_LINE.match(lines[0]):
        lines[:2] = [f"{lines[0]}&#10;{lines[1]}"]
    return "\n".join(lines)


def edged(line: str) -> str:
    """A line with all white space at its ends that Markdown would cut off."""
    return _EDGE.sub(_referred, line)


def kind_of(character: str) -> str:
    """How CommonMark's emphasis sees a character; nothing is `space`."""
    if not character or character.isspace():
        return "space"
    return "punctuation" if unicodedata.category(character)[0] in "PS" else "letter"


def _line(line: str) -> str:
    line = edged(line.strip(" \t"))
    match = _START.match(line)
    if match is None:
        return line
    before = match[2] or match[3] or ""
    return f"{before}\\{line[len(before) :]}"


def _referred(match: re.Match[str]) -> str:
    """White space that would be cut off the edge of a line, as character references."""
    return "".join("&nbsp;" if sign == "\xa0" else f"&#{ord(sign)};" for sign in match[0])


@dataclass(frozen=True, slots=True)
class _Found:
    """A sign in a text, and the characters beside it; `settled`: what follows will not change."""

    sign: str
    text: str
    start: int
    before: str
    after: str
    around: Around
    settled: bool


def _sign(match: re.Match[str], text: str, around: Around) -> str:
    start, end = match.span()
    before = text[start - 1] if start else around.before
    after = text[end] if end < len(text) else around.after
    settled = end < len(text) or not around.after
    found = _Found(match[0], text, start, before, after, around, settled)
    literal = _LITERAL.get(match[0][0])
    if literal and literal(found):
        return match[0]
    return "".join(f"\\{one}" for one in match[0])


def _star(found: _Found) -> bool:
    return not (found.before + found.after).strip()


def _underscore(found: _Found) -> bool:
    return kind_of(found.before) == kind_of(found.after) != "punctuation"


def _tilde(found: _Found) -> bool:
    return len(found.sign) != 2 and "~" not in found.before + found.after and found.settled


def _less_than(found: _Found) -> bool:
    return found.settled and _LESS_THAN.match(found.text, found.start) is not None


def _ampersand(found: _Found) -> bool:
    return _REFERENCE.match(found.text, found.start) is None


def _at(found: _Found) -> bool:
    bound = _BOUND.match(found.before) or (found.after and not _KEYED.match(found.after))
    return bool(bound) and found.settled and bool(found.after)


def _backslash(found: _Found) -> bool:
    if not found.settled or not found.after.strip():
        return False  # such white space may become a character reference
    return _PUNCTUATION.match(found.after) is None


def _bracket(found: _Found) -> bool:
    return _brackets_are_text(found.text, found.start, found.around)


def _brackets_are_text(text: str, start: int, around: Around) -> bool:
    """Whether a `[` can stand as it is: closed in the same text, and no link, note or locator."""
    if around.linked or (around.before and start <= 1):
        return False
    match = _HARMLESS_BRACKETS.match(text, start)
    return match is not None and (match.end() < len(text) or not around.after)


_LITERAL: dict[str, Callable[[_Found], bool]] = {
    "*": _star,
    "_": _underscore,
    "~": _tilde,
    "[": _bracket,
    "]": lambda found: not found.around.linked,
    "(": lambda found: found.before != "]",
    "!": lambda found: not found.after,
    "<": _less_than,
    "&": _ampersand,
    "@": _at,
    "|": lambda found: not found.around.cell,
    "\\": _backslash,
}
