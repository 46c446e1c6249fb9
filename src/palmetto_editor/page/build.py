"""From an article to its page, and from the next article to the next page.

One build reads as the list of what a page is made of. Nothing is dirty or invalidated here: each
step is a pure function that is not called again for the same arguments, so what a build costs
follows what changed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from palmetto_editor.errors import UserError
from palmetto_editor.markup.rendered import SLOT
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Citations, Publication
from palmetto_editor.model.values import Article, Image
from palmetto_editor.page.anchors import anchors
from palmetto_editor.page.arrange import Arranger, pictures
from palmetto_editor.page.assemble import Assembly, Order
from palmetto_editor.page.body import Body
from palmetto_editor.page.cited import Citing
from palmetto_editor.page.fill import Picture, Surroundings
from palmetto_editor.page.flow import read
from palmetto_editor.page.head import head, language
from palmetto_editor.page.kept import Kept
from palmetto_editor.page.page import ImageFile, OutlineEntry, Page, PageFault
from palmetto_editor.page.plan import Plan, plan
from palmetto_editor.page.problems import Problems
from palmetto_editor.page.shown import seen
from palmetto_editor.page.targets import web
from palmetto_editor.page.texts import RenderAll, Texts
from palmetto_editor.page.theme import Theme, load
from palmetto_editor.structured import graph, text
from palmetto_editor.structured.addresses import base_url
from palmetto_editor.structured.graph import Shown
from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.shapes import Shape, offered
from palmetto_editor.structured.site import Site

ImageSize = Callable[[str], "tuple[int, int] | None"]
ImageWeight = Callable[[str], "int | None"]

# Ids that the page's own templates use; headings of the body keep clear of them.
_OWN_IDS = frozenset(
    [
        "content",
        "disclaimer",
        "keywords",
        "links",
        "links-pillar",
        "links-product",
        "links-related",
        "links-see-also",
        "notes",
        "notice",
        "short-answer",
        "tables",
    ]
)


class Builder:
    """Builds pages, quickly if they are much like the last one.

    `render_all` turns Markdown into HTML, `image_size` tells an image's width and height in
    pixels by its file name; it is asked again only for an image that had none. `image_weight`
    tells how many bytes the file has. Not for two threads at once.
    """

    def __init__(
        self,
        render_all: RenderAll,
        image_size: ImageSize,
        image_weight: ImageWeight = lambda _file: None,
    ) -> None:
        self._kept = Kept()
        self._body = Body(render_all)
        self._texts = Texts(render_all, self._kept)
        self._assembly = Assembly(self._kept)
        self._image_size, self._image_weight = image_size, image_weight

    def build(self, article: Article, publication: Publication) -> Page:
        """The page of an article."""
        theme = load(publication.theme)
        body = self._body
        body.update(article.body)
        around = self._surroundings(article, publication)
        planned = plan(article, body.parts, body.busy)
        outline = self._outline(planned)
        named = {entry.block: entry.anchor for entry in outline}
        arranged = Arranger(
            article, publication, self._texts, planned, body.parts, named, around, self._kept
        ).arrange()
        citing, refused = self._citing(article, publication)
        flow = read(arranged, body.parts, body.busy, citing, self._kept)
        order = Order(article, body, planned, arranged, named, publication.citations.badges)
        made = self._assembly.assemble(order, flow, around, theme)
        told = seen(arranged, made.texts, around, self._kept)
        graph_, graph_text = self._graph(article, publication, told)
        shapes = self._shapes(article, publication, told)
        page = Page(
            language=language(article),
            head=self._head(article, publication, around, shapes, graph_text, theme),
            opening=theme.render("opening") + "\n",
            blocks=made.blocks,
            closing=self._closing(publication, theme),
            graph=graph_,
            graph_text=graph_text,
            outline=outline,
            faults=(*refused, *Problems(article, body, planned, flow, around, arranged).faults()),
            body_blocks=body.blocks,
            sources=made.sources,
            references=made.references,
            cited=flow.citations.told,
            files=self._files(around),
            shapes=shapes,
        )
        self._kept.sweep()
        return page

    def _surroundings(self, article: Article, publication: Publication) -> Surroundings:
        kept = self._kept
        shown = {image.id: self._picture(image) for image in reversed(article.images)}
        base = base_url(publication)
        return kept.get(
            "surroundings",
            (base, shown),
            lambda: Surroundings(base, pictures(article, shown)),
        )

    def _citing(
        self, article: Article, publication: Publication
    ) -> tuple[Citing, tuple[PageFault, ...]]:
        """The references with their style; the default one in the place of one that is refused."""
        chosen = publication.citations
        return self._kept.get(
            "citing",
            (article.references, chosen.style, chosen.csl, language(article)),
            lambda: _citing(article.references, chosen, language(article)),
        )

    def _picture(self, image: Image) -> Picture:
        known = self._kept.get(f"size {image.file}", (), lambda: [self._image_size(image.file)])
        if known[0] is None:
            known[0] = self._image_size(image.file)
        caption = ""
        if image.caption.strip():
            place = Place("images", image.id, "caption")
            (piece,) = self._texts.inline([image.caption], [place])
            caption = SLOT.sub("", piece.rendered.html).strip()
        return Picture(image, known[0], caption)

    def _files(self, around: Surroundings) -> tuple[ImageFile, ...]:
        def make() -> tuple[ImageFile, ...]:
            sizes = {p.image.file: p.size for p in around.pictures.values() if p.image.file}
            return tuple(ImageFile(f, size, self._image_weight(f)) for f, size in sizes.items())

        return self._kept.get("files", (around,), make)

    def _outline(self, planned: Plan) -> tuple[OutlineEntry, ...]:
        """The body's headings. Those that introduce a placed part free its id for themselves."""
        body = self._body
        found = [(i, h) for i in body.busy if (h := body.parts[i].rendered.heading)]
        own = _OWN_IDS | {
            kind
            for kind in ("faq", "references")
            if not any(p.kind == kind and p.heading is not None for p in planned.placed.values())
        }

        def make() -> tuple[OutlineEntry, ...]:
            ids = anchors([heading.text for _, heading in found], own)
            return tuple(
                OutlineEntry(heading.level, heading.text, anchor, index)
                for (index, heading), anchor in zip(found, ids, strict=True)
            )

        return self._kept.get("outline", (tuple(found), own), make)

    def _graph(
        self, article: Article, publication: Publication, told: Shown
    ) -> tuple[dict[str, Any], str]:
        """The graph hears of the prose only what is marked up: answers and captions."""
        said = (article.id, article.metadata, article.faq, article.references, article.images)
        return self._kept.get(
            "graph", (said, publication, told), lambda: _graph(article, publication, told)
        )

    def _shapes(self, article: Article, publication: Publication, told: Shown) -> tuple[Shape, ...]:
        return self._kept.get(
            "shapes",
            (article.id, article.metadata, article.images, publication, told),
            lambda: offered(article, Site.of(article, publication), told.image_sizes),
        )

    def _head(
        self,
        article: Article,
        publication: Publication,
        around: Surroundings,
        shapes: tuple[Shape, ...],
        graph_text: str,
        theme: Theme,
    ) -> str:
        picture = around.pictures.get(article.metadata.image)
        return self._kept.get(
            "head",
            (article.id, article.metadata, publication, picture, shapes, graph_text, theme),
            lambda: head(article, publication, picture, shapes, graph_text, theme),
        )

    def _closing(self, publication: Publication, theme: Theme) -> str:
        publisher = publication.publisher

        def make() -> str:
            return theme.render(
                "closing",
                publisher=one_line(publisher.name) or one_line(publication.name),
                url=web(publisher.url) or base_url(publication),
                site=one_line(publication.name),
            )

        return self._kept.get("closing", (publication, theme), make) + "\n"


def _citing(
    references: tuple[Reference, ...], chosen: Citations, tongue: str
) -> tuple[Citing, tuple[PageFault, ...]]:
    if not references:
        return Citing((), None), ()
    from palmetto_editor.references.styles.style import load  # its engine is slow to import

    try:
        return Citing(references, load(chosen.style, chosen.csl, tongue)), ()
    except UserError as error:
        message = f"{error.what} {error.why} The page cites by the default style."
        place = Place("publication", field="citations.style")
        fault = PageFault("citation.style", place, message)
        return Citing(references, load(Citations().style, "", tongue)), (fault,)


def _graph(article: Article, publication: Publication, told: Shown) -> tuple[dict[str, Any], str]:
    made = graph.build(article, publication, told)
    return made, text.dump(made)
