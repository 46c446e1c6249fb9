"""The words of a body apart from its code, so that a habit of some system changes words only."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from palmetto_editor.intake.manuscript import Claim, Leftover
from palmetto_editor.markup import lines

# Possessive: what is never closed must not be tried in pieces of every length.
CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)(?:[^`\n]{1,400}+|(?!\1(?!`))`){1,8}?(?<!`)\1(?!`)")

_MAY_COMMENT = re.compile(rf"{CODE_SPAN.pattern}|<!--")
_COMMENT = "<!--"

Replace = Callable[[re.Match[str]], str]


@dataclass(slots=True)
class Left:
    """What the steps put aside; `keywords` are tags that stood in the text."""

    leftovers: list[Leftover] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def put(self, text: str, reason: str, origin: str = "") -> None:
        if text.strip():
            self.leftovers.append(Leftover(text=text.strip(), reason=reason, origin=origin))


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of whole lines; `code` is fenced code with its fences."""

    text: str
    code: bool


def parts(body: str) -> list[Part]:
    """The body cut at its fenced code; joined together the parts are the body."""
    found: list[Part] = []
    start = at = 0
    while at < len(body):
        line = lines.read(body, at)
        opened = lines.fence(line.text) if line.indent < 4 and line.text[:1] in "`~" else ""
        if not opened:
            at = line.end
            continue
        end = _fence_end(body, line.end, opened)
        if at > start:
            found.append(Part(body[start:at], code=False))
        found.append(Part(body[at:end], code=True))
        start = at = end
    if start < len(body):
        found.append(Part(body[start:], code=False))
    return found


def change(body: str, step: Callable[[str], str]) -> str:
    """The body with a step taken on each stretch that is no fenced code."""
    return "".join(part.text if part.code else step(part.text) for part in parts(body))


def sub(pattern: re.Pattern[str], replace: Replace, text: str) -> str:
    """`pattern.sub` outside of code within lines."""
    pieces: list[str] = []
    at = 0
    for code in CODE_SPAN.finditer(text):
        if code.start() > at:
            pieces += (pattern.sub(replace, text[at : code.start()]), code[0])
            at = code.end()
        elif code.start() == at:
            pieces.append(code[0])
            at = code.end()
    pieces.append(pattern.sub(replace, text[at:]))
    return "".join(pieces)


def without_comments(text: str, seen: Callable[[str], None]) -> str:
    """The text without HTML comments; one that is never closed is text."""
    pieces: list[str] = []
    at = 0
    for match in _MAY_COMMENT.finditer(text):
        if match.start() < at or match[0] != _COMMENT:
            continue
        end = text.find("-->", match.end())
        if end < 0:
            break
        seen(text[match.end() : end])
        pieces.append(text[at : match.start()])
        at = end + 3
    return "".join((*pieces, text[at:]))


def _fence_end(body: str, at: int, opened: str) -> int:
    """The end of fenced code; one that is never closed goes on to the end."""
    while at < len(body):
        line = lines.read(body, at)
        at = line.end
        if not line.blank and lines.closes(line, opened):
            break
    return at
