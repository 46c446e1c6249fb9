"""The element tree of a text: our scan in the place of Python-Markdown's block processors.

So a quote's or a list item's inside follows the same rules as the body does, each level is read
once, and `blocks.split` and the renderer can never disagree about where something ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser

from palmetto_editor.markup import guard, lines
from palmetto_editor.markup.inline import SPECIAL
from palmetto_editor.markup.lines import Construct
from palmetto_editor.markup.scan import Span

DEEPEST = 16  # levels of quotes and lists; each costs a reading of what it holds

_FIRST_TAG = re.compile(r"(</?[A-Za-z][\w-]*)\s")


class TreeBuilder(BlockParser):
    """Builds the tree that Python-Markdown's tree processors and serialiser go on with."""

    def __init__(self, md: Markdown, blocks: Mapping[Construct, Build]) -> None:
        super().__init__(md)
        self._blocks = blocks
        self.expect("", ())

    def expect(self, source: str, parts: Sequence[Span] | None) -> None:
        """Get ready for a text: its blocks, or None where it is the inside of a paragraph."""
        self._depth = 0
        self._budget = guard.Budget(len(source))
        self._parts = parts
        self.nested_html = True  # whether HTML blocks go on to their end tags
        # Inline Markdown to be written: where, in place of which child, what.
        self.pending: list[tuple[Element, Element, str]] = []

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802 # Markdown's name
        """What Python-Markdown calls with the whole text."""
        if self._parts is None:
            self.prose(self.add(parent, "p"), text)
        else:
            self.fill(parent, text, self._parts)

    def fill(self, parent: Element, text: str, parts: Iterable[Span]) -> None:
        """Append the blocks of a text, which are its `parts`, to an element."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise guard.TooSlowError
        for part in parts:
            if part.construct in self._blocks:
                self._blocks[part.construct](self, parent, text[part.start : part.end])
        self._depth -= 1

    def add(self, parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
        """Append an element with plain text."""
        self._budget.spend(guard.ELEMENT)
        element = SubElement(parent, tag, attributes)
        element.text = text or None
        return element

    def inline(self, element: Element, text: str) -> None:
        """Give an element inline Markdown behind what it has."""
        if SPECIAL.search(text) or len(element):
            self._budget.spend(guard.inline_cost(text))
            self.pending.append((element, SubElement(element, "span"), text))
        else:
            element.text = text

    def prose(self, element: Element, source: str) -> None:
        """Give an element the inline Markdown of a paragraph."""
        self.inline(element, "\n".join([line.lstrip() for line in source.split("\n")]).rstrip())

    def raw(self, parent: Element, html: str) -> None:
        """Append HTML as it is; sanitising comes later."""
        self._budget.spend(guard.raw_cost(html))
        self.add(parent, "p", self.md.htmlStash.store(_FIRST_TAG.sub(r"\1 ", html, count=1)))


Build = Callable[[TreeBuilder, Element, str], None]


def cut(line: str, columns: int) -> str:
    """The line without up to so many columns of its indentation."""
    bare = line.lstrip(" \t")
    lead = line[: len(line) - len(bare)].expandtabs(4)
    return lead[columns:] + bare


def indented(text: str) -> list[str]:
    """The lines of a note or a detail below its first, without their common indentation."""
    below = text.split("\n")
    widths = [found.indent for found in (lines.read(line, 0) for line in below) if not found.blank]
    width = min((width for width in widths if width >= 2), default=0)
    return [cut(line, min(width, 4)) for line in below]
