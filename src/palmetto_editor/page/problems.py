"""What of an article could not be shown as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from palmetto_editor.markup.rendered import Rendered
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article
from palmetto_editor.page.arrange import Arrangement
from palmetto_editor.page.body import BODY, Body
from palmetto_editor.page.fill import Surroundings
from palmetto_editor.page.flow import Flow
from palmetto_editor.page.page import PageFault
from palmetto_editor.page.plan import Plan
from palmetto_editor.page.texts import Piece

_SECTIONS = (
    (Place("notice"), "notice"),
    (Place("short_answer"), "short answer"),
    (Place("disclaimer"), "disclaimer"),
)


@dataclass(frozen=True)
class Problems:
    """`faults` in the order of the page as far as they have one."""

    article: Article
    body: Body
    plan: Plan
    flow: Flow
    around: Surroundings
    arranged: Arrangement

    def faults(self) -> tuple[PageFault, ...]:
        return (
            *self._of_rendering(),
            *self._of_sections(),
            *self._of_shortcodes(),
            *self._of_citations(),
            *self._of_notes(),
            *self._of_lists(),
        )

    def _of_rendering(self) -> Iterator[PageFault]:
        placing = [self.body.parts[index].piece for index in self.plan.placed]
        for piece in (*self.flow.pieces, *placing, *self.flow.repeated, *self.flow.unused):
            if piece.rendered.faults or piece.rendered.images:
                place = self._place(piece)
                for fault in piece.rendered.faults:
                    yield PageFault(fault.rule, place, fault.message, "warning")
                yield from self._of_images(piece.rendered, place)

    def _of_sections(self) -> Iterator[PageFault]:
        """Texts of which nothing is left stand nowhere, and are not among the pieces."""
        shown = {part.place for part in self.arranged.parts}
        for place, name in _SECTIONS:
            text: str = getattr(self.article, place.part)
            if text.strip() and place not in shown:
                message = f"Nothing of this text can be shown, so the page has no {name}."
                at = place.at(0, len(text.rstrip()))
                yield PageFault("body.not-shown", at, message, "warning")

    def _of_images(self, rendered: Rendered, place: Place) -> Iterator[PageFault]:
        for name in rendered.images:
            if name not in self.around.pictures:
                message = f"The article has no image “{name}”; it is left out."
                yield PageFault("image.unknown", place, message)

    def _of_shortcodes(self) -> Iterator[PageFault]:
        for misplaced in self.plan.misplaced:
            place = self._place(self.body.parts[misplaced.block].piece)
            yield PageFault(misplaced.rule, place, misplaced.message)
        for piece in self.flow.pieces:
            if piece.rendered.shortcode and piece.place != BODY:
                message = "A shortcode places a part of the article in the body, and nowhere else."
                yield PageFault("shortcode.misplaced", self._place(piece), message)

    def _of_citations(self) -> Iterator[PageFault]:
        for index, key in self.flow.citations.counted.unknown:
            piece = self.flow.pieces[index]
            message = f"No reference has the key “{key}”."
            yield PageFault("citation.undefined", self._place(piece, f"@{key}"), message)

    def _of_notes(self) -> Iterator[PageFault]:
        flow = self.flow
        for piece, label in flow.unknown:
            message = f"No note is defined as [^{label}]."
            yield PageFault("note.undefined", self._place(piece, f"[^{label}]"), message)
        for piece in flow.repeated:
            message = (
                f"The note [^{piece.rendered.note}] is defined twice; only the first is shown."
            )
            yield PageFault("note.repeated", self._place(piece), message)
        for piece in flow.unused:
            message = f"Nothing refers to the note [^{piece.rendered.note}]; it is not shown."
            yield PageFault("note.unused", self._place(piece), message, "warning")

    def _of_lists(self) -> Iterator[PageFault]:
        cited = self.flow.citations.counted.counts
        for reference in self.article.references:
            if reference.id not in cited:
                message = f"Nothing cites “{reference.id}”; it stands at the end of the list."
                place = Place("references", reference.id)
                yield PageFault("reference.uncited", place, message, "warning")
        for table in self.article.tables:
            if not self.plan.places("table", table.id):
                message = (
                    f"The body does not place the table “{table.id}”; it follows the body. "
                    f"{{{{< table {table.id} >}}}} places it."
                )
                place = Place("tables", table.id)
                yield PageFault("shortcode.unplaced", place, message, "warning")

    def _place(self, piece: Piece, part: str = "") -> Place:
        """Where a piece was written, or the first of a text within it."""
        start = self._starts[id(piece)] if piece.place == BODY else piece.start
        found = piece.source.find(part) if part else -1
        if found >= 0:
            return piece.place.at(start + found, start + found + len(part))
        return piece.place.at(start, start + len(piece.source.rstrip()))

    @cached_property
    def _starts(self) -> dict[int, int]:
        """Where the body's pieces begin, by the identity of each."""
        starts = accumulate((len(block.text) for block in self.body.blocks), initial=0)
        return {id(part.piece): start for part, start in zip(self.body.parts, starts, strict=False)}
