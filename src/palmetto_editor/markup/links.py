"""Addresses of links and images, as CommonMark reads them; each look-up is bounded."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LABEL = re.compile(r"\[([^\[\]]{0,999})\]")
_GAP = re.compile(r"[ \t]*+\n?[ \t]*+")
_ANGLE = re.compile(r"<([^<>\n]{0,2000})>")
_ADDRESS = re.compile(r"(?>(?:\\[!-/:-@\[-`{-~]|[^\s()\x00-\x1f])+)")
_TITLE = re.compile(r"\"([^\"]{0,1000})\"|'([^']{0,1000})'|\(([^()]{0,1000})\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LONGEST = 2_000  # characters in an address
_DEEPEST = 32  # parentheses in an address, as cmark allows

References = Mapping[str, tuple[str, str]]
Target = tuple[str, str, int]


def label(text: str) -> str:
    """A reference label as CommonMark compares them."""
    return " ".join(text.split()).casefold()


def target(text: str, opening: int, close: int, references: References) -> Target | None:
    """Where the brackets at `opening` and `close` lead: address, title, and where that ends.

    `[…](address "title")`, `[…][label]`, `[…][]` or `[…]`; None if they are no link.
    """
    if text[close + 1 : close + 2] == "(":
        found = _inline(text, close + 1)
        if found:
            return found
    if not references:
        return None
    following = _LABEL.match(text, close + 1)
    own = text[opening + 1 : close] if close - opening <= 1_000 else ""
    known = references.get(label((following and following[1]) or own))
    if known is None:
        return None
    return *known, following.end() if following else close + 1


def _inline(text: str, start: int) -> Target | None:
    """Address, title and end of `(address "title")` at `start`."""
    if text.find(")", start, start + 2 * _LONGEST) < 0:
        return None
    position = _past_gap(text, start + 1)
    angled = _ANGLE.match(text, position)
    end = angled.end() if angled else _address_end(text, position)
    if end is None:
        return None
    address = angled[1] if angled else text[position:end]
    position = _past_gap(text, end)
    title = _TITLE.match(text, position) if position > end else None
    if title:
        position = _past_gap(text, title.end())
    if text[position : position + 1] != ")":
        return None
    shown = title[title.lastindex or 0] if title else ""
    return _unescaped(address), " ".join(_unescaped(shown).split()), position + 1


def _address_end(text: str, start: int) -> int | None:
    """Where a bare address ends: at white space, or at a parenthesis that it did not open."""
    depth, position = 0, start
    while position - start < _LONGEST and depth <= _DEEPEST:
        plain = _ADDRESS.match(text, position, start + _LONGEST)
        position = plain.end() if plain else position
        sign = text[position : position + 1]
        if sign == "(":
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
        else:
            return None if depth else position
        position += 1
    return None


def _past_gap(text: str, start: int) -> int:
    match = _GAP.match(text, start)
    return match.end() if match else start


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(r"\1", text)
