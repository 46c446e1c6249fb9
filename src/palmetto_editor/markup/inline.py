"""The inside of a paragraph: Python-Markdown's inline patterns, with ours for the slow ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from xml.etree.ElementTree import Element

from markdown import Markdown, util
from markdown.inlinepatterns import DelimiterProcessor, InlineProcessor

from palmetto_editor.markup.citations import BareCitation, Slots
from palmetto_editor.markup.links import Image, LinkOrCitation
from palmetto_editor.markup.own import names

_ATOM = r"\\[!-/:-@\[-`{-~\n]|`+|<(?=[A-Za-z/!?])"
_TICKS = re.compile(r"`+")
# Bounds keep the search for an end short where there is none.
_ADDRESS = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000})>")
_MAIL = re.compile(r"<([\w.!#$%&'*+/=?^`{|}~-]{1,100}@[A-Za-z0-9.-]{1,200})>")
_TAG = re.compile(
    r"<(?:/[A-Za-z][A-Za-z0-9-]{0,30}\s*|[A-Za-z][A-Za-z0-9-]{0,30}"
    r"(?:\s+[A-Za-z_:][\w.:-]{0,50}+"
    r"(?:\s*=\s*(?:[^\s\"'=<>`]{1,2000}+|'[^']{0,2000}'|\"[^\"]{0,2000}\"))?){0,30}+\s*/?)>"
)
_OTHER_HTML = ("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")
_LONGEST = 4_000  # characters in a comment within a paragraph
_REPLACED = names(
    "autolink automail backtick entity escape html image_link image_reference link reference "
    "short_image_ref short_reference"
)


def install(md: Markdown, slots: Slots) -> None:
    """Put our inline processors in the place of Python-Markdown's."""
    for name in _REPLACED:
        md.inlinePatterns.deregister(name)
    md.inlinePatterns.register(Atoms(md), "atoms", 190)
    md.inlinePatterns.register(LinkOrCitation(md, slots), "link", 160)
    md.inlinePatterns.register(Image(md), "image", 150)
    md.inlinePatterns.register(BareCitation(md, slots), "citation", 140)
    emphasis = md.inlinePatterns["em_strong"]
    if not isinstance(emphasis, DelimiterProcessor):
        raise TypeError(emphasis)
    emphasis.add("~", "del", double=True)


class Atoms(InlineProcessor):
    """Escapes, code, addresses in angle brackets and raw tags: the leftmost wins."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(_ATOM, md)
        self._runs = Runs()

    def handleMatch(  # type: ignore[override] # noqa: N802 # Markdown's name, newer than its stubs
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        first = m[0][0]
        if first == "\\":
            return _escaped(m[0][1]), m.start(), m.end()
        if first == "`":
            close = self._runs.closing(data, m.end(), len(m[0]))
            if close is None:
                return None, None, None
            return _code(data[m.end() : close]), m.start(), close + len(m[0])
        if data[m.start() - 2 : m.start()] == "](":  # the address of a link
            return None, None, None
        return self._angle(data, m.start())

    def _angle(self, data: str, start: int) -> tuple[Element | str | None, int | None, int | None]:
        address = _ADDRESS.match(data, start) or _MAIL.match(data, start)
        if address:
            scheme = "mailto:" if address.re is _MAIL else ""
            link = Element("a", href=scheme + address[1])
            link.text = util.AtomicString(address[1])
            return link, start, address.end()
        end = _tag_end(data, start)
        if end is None or self.md is None:
            return None, None, None
        return self.md.htmlStash.store(data[start:end]), start, end


class Runs:
    """Where the next run of so many backticks is; like `links.Pairs` it counts from the end."""

    def __init__(self) -> None:
        self._text = ""
        self._starts: dict[int, list[int]] = {}

    def closing(self, data: str, after: int, length: int) -> int | None:
        """The index of the first run of exactly `length` backticks from `after` on."""
        if not self._text.endswith(data[after:]):
            self._text, self._starts = data, _ticks(data)
        starts = self._starts.get(length, [])
        index = bisect_right(starts, len(data) - after) - 1
        return len(data) - starts[index] if index >= 0 else None


def _ticks(data: str) -> dict[int, list[int]]:
    """For each length of run, the starts of such runs counted from the end, ascending."""
    starts = defaultdict[int, list[int]](list)
    for match in _TICKS.finditer(data):
        starts[len(match[0])].append(len(data) - match.start())
    for found in starts.values():
        found.reverse()
    return dict(starts)


def _escaped(character: str) -> Element | str:
    if character == "\n":
        return Element("br")
    if character == "&":
        return util.AMP_SUBSTITUTE + "amp;"
    return f"{util.STX}{ord(character)}{util.ETX}"


def _code(inner: str) -> Element:
    """A code span: line ends are spaces, one space on both sides is not part of it."""
    inner = inner.replace("\n", " ")
    if inner.startswith(" ") and inner.endswith(" ") and inner.strip():
        inner = inner[1:-1]
    code = Element("code")
    code.text = util.AtomicString(util.code_escape(inner))
    return code


def _tag_end(data: str, start: int) -> int | None:
    """Where a raw tag, comment, instruction or declaration ends."""
    tag = _TAG.match(data, start)
    if tag:
        return tag.end()
    for opening, closing in _OTHER_HTML:
        if data.startswith(opening, start):
            end = data.find(closing, start + len(opening), start + _LONGEST)
            return None if end < 0 else end + len(closing)
    return None
