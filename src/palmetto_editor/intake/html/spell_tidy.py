"""Tokens of inline content, and what a browser makes of the white space between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from palmetto_editor.intake.html.spell_styles import Span

_SPACE = re.compile(r"[ \t\n\r\f]+")
_LOOSE_NBSP = re.compile(r"\xa0*(?: \xa0*)+|\xa0{2,}")


@dataclass(frozen=True, slots=True)
class Token:
    """One step of inline content. `span` belongs to what opens and closes."""

    kind: Literal["text", "mark", "code", "open", "close", "break"]
    text: str = ""
    span: Span | None = None


BREAK = Token("break")


def tidy(tokens: Iterable[Token]) -> list[Token]:
    """The tokens as a browser would show them, without white space or breaks at either end."""
    tidier = _Tidier()
    for token in tokens:
        tidier.take(token)
    return tidier.done()


def parted(tokens: Sequence[Token]) -> list[list[Token]]:
    """Paragraphs: tidy tokens, cut where two breaks follow each other."""
    parts: list[list[Token]] = [[]]
    open_: list[Span] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token is BREAK and tokens[index + 1 : index + 2] == [BREAK]:
            while tokens[index : index + 1] == [BREAK]:
                index += 1
            parts[-1] += [Token("close", span=span) for span in reversed(open_)]
            parts.append([Token("open", span=span) for span in open_])
            continue
        if token.kind == "open" and token.span:
            open_.append(token.span)
        elif token.kind == "close":
            open_.pop()
        parts[-1].append(token)
        index += 1
    return [tidied for part in parts if (tidied := tidy(part))] if len(parts) > 1 else parts


class _Tidier:
    """One pass over the tokens of a foreign page."""

    def __init__(self) -> None:
        self._out: list[Token] = []
        self._opens: list[Token] = []  # opened, with nothing in them so far
        self._space = False  # white space is due before what comes next
        self._breaks = 0
        self._begun = False  # whether there is anything to read so far

    def take(self, token: Token) -> None:
        if token.kind == "open":
            self._opens.append(token)
        elif token.kind == "close":
            if self._opens:
                self._opens.pop()
            else:
                self._out.append(token)
        elif token.kind == "break":
            self._breaks += 1
            self._space = False
        elif token.kind == "text":
            text = _LOOSE_NBSP.sub(" ", _SPACE.sub(" ", token.text))
            text = text if self._begun else text.lstrip(" \xa0")
            self._space = self._space or text[:1] == " "
            if text.strip(" "):
                self._put(Token("text", text.strip(" ")))
                self._space = text[-1] == " "
        elif token.text.strip() or token.kind == "mark":
            self._put(token)

    def done(self) -> list[Token]:
        """What was taken, without a space that keeps words apart at its very end."""
        last = next((i for i, one in enumerate(reversed(self._out), 1) if one.kind != "close"), 0)
        if last and self._out[-last].kind == "text":
            self._out[-last] = Token("text", self._out[-last].text.rstrip(" \xa0"))
        return self._out

    def _put(self, token: Token) -> None:
        if self._begun and self._breaks:
            self._out += [BREAK] * min(2, self._breaks)
        elif self._begun:
            self._rejoin()
            if self._space:
                self._text(" ")
        self._begun, self._space, self._breaks = True, False, 0
        self._out += self._opens
        self._opens = []
        if token.kind == "text":
            self._text(token.text)
        else:
            self._out.append(token)

    def _rejoin(self) -> None:
        """Let what just closed go on where the same opens again."""
        while self._opens and self._out and self._out[-1].kind == "close":
            if self._out[-1].span != self._opens[0].span:
                return
            self._out.pop()
            del self._opens[0]

    def _text(self, text: str) -> None:
        if self._out and self._out[-1].kind == "text":
            last = self._out[-1]
            self._out[-1] = replace(last, text=last.text + text)
        else:
            self._out.append(Token("text", text))
