"""Source against page: every image that the texts show, with its words."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from selectolax.lexbor import LexborHTMLParser

from palmetto_editor.checks.difference import PAGE, SOURCE, broken, difference
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.quotes import nearest
from palmetto_editor.checks.reading import Reading
from palmetto_editor.checks.sources import Source, Sources, fits
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Image
from palmetto_editor.page.visible import text_of
from palmetto_editor.structured.plain import one_line


def compare(article: Article, page: Reading, sources: Sources) -> Iterator[Finding]:
    yield from _shown(article, page, sources)
    yield from _figures(article, page, sources)


def _shown(article: Article, page: Reading, sources: Sources) -> Iterator[Finding]:
    """Each image stands on the page with its alternative text."""
    seen: dict[str, set[str]] = {}
    for source, alt in zip(page.values("img", "src"), page.values("img", "alt"), strict=True):
        seen.setdefault(source, set()).add(alt)
    for place, image, alt in _wanted(article, sources):
        alts = seen.get(_address(image))
        if alts is None:
            message = f"The page does not show the image “{image.id}”; export again."
            yield broken("page", place, message)
        elif alt and alt not in alts:
            yield difference("page", place, (SOURCE, alt), (PAGE, nearest(alt, sorted(alts))))


def _wanted(article: Article, sources: Sources) -> Iterator[tuple[Place, Image, str]]:
    """Where an image is shown, which, and the alternative text that it must have."""
    lead = sources.image(article.metadata.image)
    if lead and lead.id == article.metadata.image and lead.file:
        yield Place("metadata", field="image"), lead, ""
    for part in ("notice", "short_answer", "body", "disclaimer"):
        for source in sources.in_place(getattr(article, part), Place(part)):
            yield from _in_text(source, sources)
    for question in article.faq:
        for source in sources.in_place(question.answer, Place("faq", question.id, "answer")):
            yield from _in_text(source, sources)


def _in_text(source: Source, sources: Sources) -> Iterator[tuple[Place, Image, str]]:
    if not source.rendered.images:
        return
    for node in LexborHTMLParser(source.rendered.html).css("img"):
        image = sources.image((node.attributes.get("src") or "").removeprefix("assets/"))
        if image:
            alt = one_line(node.attributes.get("alt") or "")
            yield source.place, image, alt or one_line(image.alt)


def _figures(article: Article, page: Reading, sources: Sources) -> Iterator[Finding]:
    known = {_address(image): image for image in reversed(article.images) if image.file}
    for figure in page.nodes("figure.figure"):
        shown = [img.attributes.get("src") or "" for img in figure.css("img")]
        image = known.get(shown[0]) if shown else None
        if image is None:
            continue
        caption = " ".join(text_of(node) for node in figure.css(".caption"))
        wanted = sources.caption(image)
        if not fits(caption, [wanted]):
            yield difference("page", wanted.place, (SOURCE, wanted.shown), (PAGE, caption))
        credit = " ".join(text_of(node) for node in figure.css(".credit"))
        if credit != one_line(image.credit):
            place = Place("images", image.id, "credit")
            yield difference("page", place, (SOURCE, image.credit), (PAGE, credit))


def _address(image: Image) -> str:
    return "assets/" + quote(image.file)
