"""Links, images, citations in brackets and footnote references, in linear time.

Python-Markdown looks for the end of a link anew from every `[`, which takes seconds for a few
kilobytes of them. Here the brackets of a text are paired once. That table stays true while the
text before the current place changes, because it counts from the text's end.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from palmetto_editor.markup import citations
from palmetto_editor.markup.citations import Slots, typed
from palmetto_editor.markup.rendered import Cluster

_BRACKET = re.compile(r"[\[\]]")
_NOTE = re.compile(r"\[\^([^\[\]\s^]{1,100})\]")
_LABEL = re.compile(r"\[([^\[\]]{0,999})\]")
_GAP = re.compile(r"[ \t]*+\n?[ \t]*+")
_ANGLE = re.compile(r"<([^<>\n]{0,2000})>")
_PARENTHESIS = re.compile(r"[()\s]")
_TITLE = re.compile(r"\"([^\"]{0,1000})\"|'([^']{0,1000})'|\(([^()]{0,1000})\)")
_LONGEST = 2_000  # characters in an address
_DEEPEST = 32  # parentheses in an address, as cmark allows

Match = tuple[Element | str | None, int | None, int | None]
_NONE: Match = (None, None, None)


class Pairs:
    """Which `]` closes a `[`: computed once for a text and every later text with its end."""

    def __init__(self) -> None:
        self._text = ""
        self._closing: dict[int, int] = {}

    def closing(self, data: str, opening: int) -> int | None:
        """The index of the bracket that closes the one at `opening`."""
        if not self._text.endswith(data[opening:]):
            self._text, self._closing = data, _paired(data)
        back = self._closing.get(len(data) - opening)
        return None if back is None else len(data) - back


def label(text: str) -> str:
    """A reference label as CommonMark compares them."""
    return " ".join(text.split()).casefold()


class Brackets(InlineProcessor):
    """What begins with `[`, or for images with `![`."""

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self._pairs = Pairs()

    def handleMatch(  # type: ignore[override] # noqa: N802 # Markdown's name, newer than its stubs
        self, m: re.Match[str], data: str
    ) -> Match:
        opening = m.end() - 1
        close = self._pairs.closing(data, opening)
        if close is None:
            return _NONE
        found = self.target(data, opening, close)
        if found is None:
            return self.otherwise(data, opening, close)
        address, title, end = found
        element = self.element(data[opening + 1 : close], typed(address, self))
        if title:
            element.set("title", " ".join(typed(title, self).split()))
        return element, m.start(), end

    def element(self, inner: str, address: str) -> Element:
        raise NotImplementedError

    def otherwise(self, data: str, opening: int, close: int) -> Match:  # noqa: ARG002 # for links
        """What the brackets are if they are no link."""
        return _NONE

    def target(self, data: str, opening: int, close: int) -> tuple[str, str, int] | None:
        """Address, title and end of `[…](address "title")`, `[…][label]`, `[…][]` or `[…]`."""
        found = inline_target(data, close + 1) if data[close + 1 : close + 2] == "(" else None
        references = self.md.references if self.md else {}
        if found or not references:
            return found
        following = _LABEL.match(data, close + 1)
        end = following.end() if following else close + 1
        own = data[opening + 1 : close] if close - opening <= 1_000 else ""
        wanted = label((following and following[1]) or own)
        if wanted not in references:
            return None
        address, title = references[wanted]
        return address, title, end


class LinkOrCitation(Brackets):
    """`[text](address)` and its kin, `[@key]`, `[^1]`."""

    def __init__(self, md: Markdown, slots: Slots) -> None:
        super().__init__(r"(?<!!)\[", md)
        self._slots = slots

    def element(self, inner: str, address: str) -> Element:
        link = Element("a", href=address)
        link.text = inner
        return link

    def target(self, data: str, opening: int, close: int) -> tuple[str, str, int] | None:
        if _NOTE.match(data, opening):
            return None
        return super().target(data, opening, close)

    def otherwise(self, data: str, opening: int, close: int) -> Match:
        note = _NOTE.match(data, opening)
        if note:
            return self._slots.refer(note[1]), opening, note.end()
        if close - opening > citations.LONGEST:
            return _NONE
        inner = data[opening + 1 : close]
        cites = citations.parse(typed(inner, self)) if "@" in inner and "[" not in inner else ()
        if not cites:
            return _NONE
        return self._slots.cite(Cluster(cites)), opening, close + 1


class Image(Brackets):
    """`![alternative text](id-or-file)`; which images may stay is `sanitise`'s business."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"!\[", md)

    def element(self, inner: str, address: str) -> Element:
        return Element("img", src=address, alt=" ".join(typed(inner, self).split()))


def inline_target(data: str, start: int) -> tuple[str, str, int] | None:
    """Address, title and end of `(address "title")` at `start`, as CommonMark reads it."""
    position = _past_gap(data, start + 1)
    angled = _ANGLE.match(data, position)
    end = angled.end() if angled else _address_end(data, position)
    if end is None:
        return None
    address = angled[1] if angled else data[position:end]
    position = _past_gap(data, end)
    title = _TITLE.match(data, position) if position > end else None
    if title:
        position = _past_gap(data, title.end())
    if data[position : position + 1] != ")":
        return None
    return address, title[title.lastindex or 0] if title else "", position + 1


def _address_end(data: str, start: int) -> int | None:
    """Where a bare address ends: at white space, or at a parenthesis that it did not open."""
    depth = 0
    for match in _PARENTHESIS.finditer(data, start, start + _LONGEST):
        if match[0] == "(":
            depth += 1
            if depth > _DEEPEST:
                return None
        elif match[0] == ")" and depth:
            depth -= 1
        else:
            return match.start() if not depth else None
    return None


def _past_gap(data: str, start: int) -> int:
    match = _GAP.match(data, start)
    return match.end() if match else start


def _paired(data: str) -> dict[int, int]:
    """Opening to closing brackets, both counted from the end of the text."""
    length, stack, pairs = len(data), list[int](), dict[int, int]()
    for match in _BRACKET.finditer(data):
        if match[0] == "[":
            stack.append(length - match.start())
        elif stack:
            pairs[stack.pop()] = length - match.start()
    return pairs
