"""The parts of a page in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article, Image
from palmetto_editor.page import faq
from palmetto_editor.page.body import BodyPart
from palmetto_editor.page.endmatter import Links, relations, shown_links
from palmetto_editor.page.faq import Faq
from palmetto_editor.page.fill import Picture, Surroundings, alone_alt
from palmetto_editor.page.header import header
from palmetto_editor.page.kept import Kept
from palmetto_editor.page.parts import Figure, Heading, Part, ProseSection
from palmetto_editor.page.plan import Placed, Plan
from palmetto_editor.page.tables import SummaryTable, table_pieces
from palmetto_editor.page.texts import Prose, Texts


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is known before anything is numbered.

    `before` the body, `placed` in it by the index of the block that places it, `after` it; then
    come the notes and, unless they are placed, the references; `last` what follows those.
    """

    before: tuple[Part, ...]
    placed: dict[int, Part]
    after: tuple[Part, ...]
    last: tuple[Part, ...]

    @property
    def parts(self) -> Iterator[Part]:
        yield from self.before
        yield from self.placed.values()
        yield from self.after
        yield from self.last


@dataclass(frozen=True, slots=True)
class Arranger:
    """`anchors` are the ids of the body's headings, by the index of their block."""

    article: Article
    publication: Publication
    texts: Texts
    plan: Plan
    body: Sequence[BodyPart]
    anchors: dict[int, str]
    around: Surroundings
    kept: Kept

    def arrange(self) -> Arrangement:
        placed = {
            index: part
            for index, spot in self.plan.placed.items()
            if (part := self._placed(index, spot)) is not None
        }
        return Arrangement(self._before(), placed, self._after(), self._last())

    def _before(self) -> tuple[Part, ...]:
        said = (self.article.id, self.article.metadata, self.publication)
        made = self.kept.get("header", said, lambda: header(self.article, self.publication))
        parts: list[Part] = [made]
        parts += self._prose("notice", self.article.notice, level=1)
        parts += self._prose("short-answer", self.article.short_answer, level=2)
        lead = self.around.pictures.get(self.article.metadata.image)
        if lead and not self.plan.places("figure", lead.image.id):
            parts.append(Figure("lead", lead, self._caption(lead.image), lead=True))
        return tuple(parts)

    def _placed(self, index: int, spot: Placed) -> Part | None:
        heading = self.body[spot.heading] if spot.heading is not None else None
        anchor = self.anchors[spot.heading] if spot.heading is not None else ""
        part: Part | None = None
        if spot.kind == "table":
            part = self._table(spot.item)
        elif spot.kind == "figure":
            picture, alt = self.around.pictures[spot.item], alone_alt(self.body[index].rendered)
            name = f"figure-{picture.image.id}"
            part = Figure(name, picture, self._caption(picture.image), alt)
        elif spot.kind == "faq":
            above = heading.rendered.heading if heading else None
            part = self._faq(min(6, above.level + 1) if above else 3, anchor)
        return part

    def _after(self) -> tuple[Part, ...]:
        unplaced = [t.id for t in self.article.tables if not self.plan.places("table", t.id)]
        parts: list[Part] = []
        if unplaced:
            text = "Summary tables" if len(unplaced) > 1 else "Summary table"
            parts.append(Heading("tables", Place("tables"), text))
            parts += [self._table(item) for item in unplaced]
        if self.article.faq and not self.plan.places("faq"):
            parts.append(self._faq(3, ""))
        return tuple(parts)

    def _last(self) -> tuple[Part, ...]:
        base, links = self.around.base, self.article.links
        parts: list[Part] = []
        if any(shown_links(links, relation, base) for relation in relations()):
            parts.append(Links(links, base))
        return (*parts, *self._prose("disclaimer", self.article.disclaimer, level=2))

    def _prose(self, name: str, text: str, level: int) -> list[Part]:
        place = Place(name.replace("-", "_"))
        pieces = self.texts.prose(text, place)
        shows = any(p.rendered.html and not p.rendered.note for p in pieces)
        return [ProseSection(name, place, pieces, level)] if shows else []

    def _table(self, item: str) -> SummaryTable:
        order = [spot.item for spot in self.plan.placed.values() if spot.kind == "table"]
        order += [t.id for t in self.article.tables if t.id not in order]
        table = next(t for t in self.article.tables if t.id == item)
        pieces = self.kept.get(f"table {item}", (table,), lambda: table_pieces(table, self.texts))
        return SummaryTable(table, order.index(item) + 1, pieces)

    def _faq(self, level: int, introduced_by: str) -> Faq:
        questions = self.article.faq
        return Faq(questions, faq.answers(questions, self.texts), level, introduced_by)

    def _caption(self, image: Image) -> Prose:
        place = Place("images", image.id, "caption")
        return self.texts.inline([image.caption], [place]) if image.caption.strip() else ()


def pictures(article: Article, shown: dict[str, Picture]) -> dict[str, Picture]:
    """The pictures by id and by file name; an id goes before a file name, the first before all."""
    found: dict[str, Picture] = {}
    for image in article.images:
        found.setdefault(image.id, shown[image.id])
    for image in article.images:
        if image.file:
            found.setdefault(image.file, shown[image.id])
    return found
