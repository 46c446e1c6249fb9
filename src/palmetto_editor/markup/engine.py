"""Python-Markdown, set up with our blocks and our inline Markdown."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from palmetto_editor.markup.builder import TreeBuilder
from palmetto_editor.markup.citations import Slots
from palmetto_editor.markup.elements import BLOCKS, references
from palmetto_editor.markup.inline import Context, write
from palmetto_editor.markup.rendered import Rendered
from palmetto_editor.markup.sanitise import sanitise
from palmetto_editor.markup.scan import Span


class Engine(threading.local):
    """One set-up for each thread: Python-Markdown keeps state while it converts."""

    def __init__(self) -> None:
        self._md = Markdown(output_format="html")
        self._builder = TreeBuilder(self._md, BLOCKS)
        self._md.parser = self._builder
        for name in ("normalize_whitespace", "html_block"):
            self._md.preprocessors.deregister(name)
        self._inline = _WriteInline(self._md, self._builder)
        self._md.treeprocessors.register(self._inline, "inline", 20)
        self._md.treeprocessors.deregister("unescape")
        self._md.postprocessors.deregister("amp_substitute")

    def convert(
        self, source: str, definitions: str = "", parts: Sequence[Span] | None = None
    ) -> Rendered:
        """The HTML of the source's blocks, or of its inline Markdown where `parts` is None.

        Sanitised, and with its slots numbered as they stand. `guard.TooSlowError` if it would
        take too long.
        """
        self._md.reset()
        self._builder.expect(source, parts)
        self._inline.slots = slots = Slots()
        if definitions and "[" in source:
            self._md.references.update(references(definitions))
        clean = sanitise(self._md.convert(source), inline=parts is None)
        html, clusters, notes = slots.numbered(clean.html)
        return Rendered(html, clusters, notes, images=clean.images, faults=clean.faults)


class _WriteInline(Treeprocessor):
    """Writes the inline Markdown that the builder left, once all link definitions are known."""

    def __init__(self, md: Markdown, builder: TreeBuilder) -> None:
        super().__init__(md)
        self._builder = builder
        self.slots = Slots()

    def run(self, root: Element) -> None:  # noqa: ARG002 # the builder knows the elements
        context = Context(self.md.references, self.slots, self.md.htmlStash.store)
        for element, place, text in self._builder.pending:
            written = Element("span")
            write(written, text, context)
            _put(element, place, written)


def _put(parent: Element, place: Element, written: Element) -> None:
    """Put what an element holds in the place of a child, before the blocks nested behind it."""
    at = list(parent).index(place)
    parent[at : at + 1] = list(written)
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + (written.text or "") or None
    else:
        parent.text = (parent.text or "") + (written.text or "") or None
