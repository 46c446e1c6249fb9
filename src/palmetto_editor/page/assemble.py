"""Numbered parts and blocks of the body put together, each made again only when it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from palmetto_editor.model.values import Article
from palmetto_editor.page.arrange import Arrangement
from palmetto_editor.page.body import BODY, Body, BodyPart
from palmetto_editor.page.endmatter import Listed, Notes, ReferenceList
from palmetto_editor.page.fill import Numbers, Surroundings, fill, with_id
from palmetto_editor.page.flow import Flow, shown
from palmetto_editor.page.kept import Kept
from palmetto_editor.page.page import PageBlock
from palmetto_editor.page.parts import Part
from palmetto_editor.page.plan import Plan
from palmetto_editor.page.theme import Theme

_Made = tuple[tuple[BodyPart, Numbers, str, Surroundings], PageBlock | None]


@dataclass(frozen=True, slots=True)
class _Set:
    """The body of a page: `blocks` of `parts`, each with what it was `made` of, by its id.

    `given` is all else that they were made of, but for the `numbers`. Where it is the same, only
    another part or other numbers need another block.
    """

    given: tuple[object, ...] = ()
    numbers: Sequence[Numbers] = ()
    parts: tuple[BodyPart, ...] = ()
    blocks: tuple[PageBlock | None, ...] = ()
    made: Mapping[str, _Made] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Order:
    """Where everything stands: the parts, what the body places, the ids of its headings."""

    article: Article
    body: Body
    plan: Plan
    arranged: Arrangement
    anchors: Mapping[int, str]
    badges: bool = False


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
        self._body = _Set()
        self._listed: dict[str, Listed] = {}

    def assemble(self, order: Order, flow: Flow, around: Surroundings, theme: Theme) -> Assembled:
        step = _Step(self._kept, flow, around, theme)
        listed = self._references(order, flow)
        ending = self._ending(order, flow, listed)
        for part in order.arranged.before:
            step.part(part)
        self._body = step.body(order, listed, self._body)
        for part in (*order.arranged.after, *ending):
            step.part(part)
        keys = tuple([item.reference.id for item in listed.items])
        return Assembled(tuple(step.blocks), tuple(step.sources), step.texts, keys)

    def _references(self, order: Order, flow: Flow) -> ReferenceList:
        """The references as the style orders them, those that nothing cites last."""
        placed = order.plan.placed.values()
        heading = next((p.heading for p in placed if p.kind == "references"), None)
        anchor = "" if heading is None else order.anchors[heading]
        made, counts = flow.citations.works, flow.citations.counted.counts
        if made is None:
            return ReferenceList((), None, anchor)
        listed: dict[str, Listed] = {}
        above = None
        for key in made.keys:
            reference = made.known[key]
            item = (reference, counts.get(key, 0), made.year_suffix(key), above)
            known = self._listed.get(key)
            listed[key] = known if known is not None and known.says(*item) else Listed(*item)
            above = reference
        self._listed = listed
        items = tuple(listed.values())
        return ReferenceList(items, made.style, anchor, order.badges, made.label == "[")

    def _ending(self, order: Order, flow: Flow, listed: ReferenceList) -> Iterator[Part]:
        if flow.notes:
            yield Notes(flow.note_pieces, flow.notes)
        if listed.items and not order.plan.places("references"):
            yield listed
        yield from order.arranged.last


class _Step:
    """One page in the making."""

    def __init__(
        self,
        kept: Kept,
        flow: Flow,
        around: Surroundings,
        theme: Theme,
    ) -> None:
        self._kept, self._flow = kept, flow
        self._around, self._theme = around, theme
        self.blocks: list[PageBlock] = []
        self.sources: list[int | None] = []
        self.texts: dict[str, tuple[str, ...]] = {}

    def body(self, order: Order, listed: ReferenceList, last: _Set) -> _Set:
        """The body's own blocks, and where it places them the parts; `last` is that of before."""
        parts, placed, anchors = order.body.parts, order.arranged.placed, order.anchors
        numbers, at, around = self._flow.numbers, self._flow.body, self._around
        given = (around, at, anchors, tuple(order.plan.placed))
        blocks, todo, made = _begun(order.body, given, self._flow, last)
        for index in todo:
            part = parts[index]
            if not part.silent and index not in order.plan.placed:
                made_of = (part, numbers[at[index]], anchors.get(index, ""), around)
                known = last.made.get(part.id)
                if known is None or known[0] != made_of:
                    known = made_of, _block(*made_of)
                made[part.id] = known
                blocks[index] = known[1]
        for index in order.plan.placed:
            blocks[index] = self._part(placed.get(index, listed))
        self.blocks += [block for block in blocks if block is not None]
        self.sources += [index for index, block in enumerate(blocks) if block is not None]
        return _Set(given, numbers, parts, tuple(blocks), made)

    def part(self, part: Part) -> None:
        """A part that the body does not place."""
        self.blocks.append(self._part(part))
        self.sources.append(None)

    def _part(self, part: Part) -> PageBlock:
        numbers = self._flow.numbers_of(part) if part.pieces else ()
        block, texts = self._kept.get(
            f"block {part.id}",
            (part, numbers, self._around, self._theme),
            lambda: self._dressed(part, numbers),
        )
        self.texts[part.id] = texts
        return block

    def _dressed(
        self, part: Part, numbers: tuple[Numbers, ...]
    ) -> tuple[PageBlock, tuple[str, ...]]:
        texts = tuple(
            fill(piece.rendered if part.id == "notes" else shown(piece), number, self._around)
            for piece, number in zip(part.pieces, numbers, strict=True)
        )
        return PageBlock(part.id, part.html(self._theme, texts), part.place), texts


def _begun(
    body: Body, given: tuple[object, ...], flow: Flow, last: _Set
) -> tuple[list[PageBlock | None], Iterable[int], dict[str, _Made]]:
    """The blocks as far as they are known, the indices of the others, and what is kept."""
    parts, numbers = body.parts, flow.numbers
    if given != last.given or len(parts) != len(last.parts):
        return [part.settled for part in parts], body.busy, {}
    pairs = enumerate(zip(parts, last.parts, strict=True))
    others = {index for index, (part, old) in pairs if part is not old}
    if numbers is not last.numbers:
        others |= {i for i, place in flow.body.items() if numbers[place] != last.numbers[place]}
    blocks = list(last.blocks)
    for index in others:
        blocks[index] = parts[index].settled
    return blocks, [index for index in others if parts[index].settled is None], dict(last.made)


def _block(part: BodyPart, numbers: Numbers, anchor: str, around: Surroundings) -> PageBlock | None:
    """A block of the body; None for a shortcode that places nothing."""
    html = fill(part.rendered, numbers, around)
    return PageBlock(part.id, with_id(html, anchor) if anchor else html, BODY) if html else None
