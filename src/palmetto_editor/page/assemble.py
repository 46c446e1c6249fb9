"""Numbered parts and blocks of the body put together, each made again only when it changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from palmetto_editor.markup.rendered import Rendered
from palmetto_editor.model.values import Article
from palmetto_editor.page.arrange import Arrangement
from palmetto_editor.page.body import BODY, Body
from palmetto_editor.page.endmatter import Notes, ReferenceList
from palmetto_editor.page.fill import Numbers, Surroundings, fill, with_id
from palmetto_editor.page.flow import Flow, shown
from palmetto_editor.page.kept import Kept
from palmetto_editor.page.page import PageBlock
from palmetto_editor.page.parts import Part
from palmetto_editor.page.plan import Plan
from palmetto_editor.page.theme import Theme

_Made = tuple[Rendered, Numbers, str, Surroundings, PageBlock]


@dataclass(frozen=True, slots=True)
class Order:
    """Where everything stands: the parts, what the body places, the ids of its headings."""

    article: Article
    body: Body
    plan: Plan
    arranged: Arrangement
    anchors: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Assembled:
    """`texts` are the filled texts of each part, by its id; `references` the keys by number."""

    blocks: tuple[PageBlock, ...]
    sources: tuple[int | None, ...]
    texts: Mapping[str, tuple[str, ...]]
    references: tuple[str, ...]


class Assembly:
    """Keeps the blocks of the last page."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._made: dict[str, _Made] = {}

    def assemble(self, order: Order, flow: Flow, around: Surroundings, theme: Theme) -> Assembled:
        step = _Step(self._kept, self._made, flow, around, theme)
        listed = _reference_list(order, flow)
        ending = self._ending(order, flow, listed)
        for part in order.arranged.before:
            step.part(part, None)
        step.body(order, listed)
        for part in (*order.arranged.after, *ending):
            step.part(part, None)
        self._made = step.fresh
        keys = tuple(reference.id for reference in listed.references)
        return Assembled(tuple(step.blocks), tuple(step.sources), step.texts, keys)

    def _ending(self, order: Order, flow: Flow, listed: ReferenceList) -> Iterator[Part]:
        if flow.note_pieces:
            yield Notes(flow.note_pieces, flow.notes.counts)
        if listed.references and not order.plan.places("references"):
            yield listed
        yield from order.arranged.last


class _Step:
    """One page in the making."""

    def __init__(
        self,
        kept: Kept,
        made: dict[str, _Made],
        flow: Flow,
        around: Surroundings,
        theme: Theme,
    ) -> None:
        self._kept, self._made, self._flow = kept, made, flow
        self._around, self._theme = around, theme
        self.fresh: dict[str, _Made] = {}
        self.blocks: list[PageBlock] = []
        self.sources: list[int | None] = []
        self.texts: dict[str, tuple[str, ...]] = {}

    def body(self, order: Order, listed: ReferenceList) -> None:
        """The body's own blocks, and where it places them the parts."""
        placed = order.arranged.placed
        for index, part in enumerate(order.body.parts):
            if part.settled is not None:
                self.blocks.append(part.settled)
                self.sources.append(index)
            elif index in placed:
                self.part(placed[index], index)
            elif index in order.plan.placed:
                self.part(listed, index)
            elif not part.silent and part.rendered.html:
                made = self._block(part.id, part.rendered, index, order.anchors.get(index, ""))
                self.blocks.append(made)
                self.sources.append(index)

    def part(self, part: Part, source: int | None) -> None:
        numbers = self._flow.numbers_of(part) if part.pieces else ()
        block, texts = self._kept.get(
            f"block {part.id}",
            (part, numbers, self._around, self._theme),
            lambda: self._dressed(part, numbers),
        )
        self.texts[part.id] = texts
        self.blocks.append(block)
        self.sources.append(source)

    def _dressed(
        self, part: Part, numbers: tuple[Numbers, ...]
    ) -> tuple[PageBlock, tuple[str, ...]]:
        texts = tuple(
            fill(piece.rendered if part.id == "notes" else shown(piece), number, self._around)
            for piece, number in zip(part.pieces, numbers, strict=True)
        )
        return PageBlock(part.id, part.html(self._theme, texts), part.place), texts

    def _block(self, name: str, rendered: Rendered, index: int, anchor: str) -> PageBlock:
        numbers = self._flow.numbers[self._flow.body[index]]
        known = self._made.get(name)
        key = (rendered, numbers, anchor, self._around)
        if known is not None and known[0] is rendered and known[1:4] == key[1:]:
            self.fresh[name] = known
            return known[4]
        html = fill(rendered, numbers, self._around)
        block = PageBlock(name, with_id(html, anchor) if anchor else html, BODY)
        self.fresh[name] = (*key, block)
        return block


def _reference_list(order: Order, flow: Flow) -> ReferenceList:
    """The cited references by number, then the others as the writer listed them."""
    known = {reference.id: reference for reference in reversed(order.article.references)}
    cited = flow.citations.order
    uncited = [r.id for r in order.article.references if r.id not in set(cited)]
    keys = list(dict.fromkeys([*cited, *uncited]))
    counts = (*flow.citations.counts, *[0] * (len(keys) - len(cited)))
    heading = next((p.heading for p in order.plan.placed.values() if p.kind == "references"), None)
    anchor = "" if heading is None else order.anchors[heading]
    return ReferenceList(tuple(known[key] for key in keys), counts, anchor)
