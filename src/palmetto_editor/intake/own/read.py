"""A page that we exported comes back as the article that it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from uuid import NAMESPACE_URL, UUID, uuid5

from selectolax.lexbor import LexborHTMLParser, LexborNode

from palmetto_editor.errors import UserError
from palmetto_editor.intake import markup
from palmetto_editor.intake.draft import Draft, Recovered
from palmetto_editor.intake.manuscript import Claim, Leftover
from palmetto_editor.intake.own import parts
from palmetto_editor.intake.own.claims import claims
from palmetto_editor.intake.own.marks import Marks
from palmetto_editor.intake.own.metadata import metadata
from palmetto_editor.intake.own.prose import Speller, note, note_blocks
from palmetto_editor.intake.own.sheet import Sheet, children, classes, is_own, said, sheet
from palmetto_editor.intake.own.works import Works, read_works
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Image
from palmetto_editor.structured.wild.read import read as read_wild

__all__ = ["is_own", "read"]

_URN = "urn:uuid:"


def read(text: str, name: str) -> Draft:
    """The draft of a page for which `is_own` is true; UserError for any other.

    Images come without their bytes. What no page shows is listed in the package's docstring.
    """
    if not is_own(text):
        raise UserError(
            f"{name} is no page of this program.",
            "It does not say that Palmetto Editor made it, or it has lost its shape.",
            "Open it as any other page.",
        )
    tree = LexborHTMLParser(text)
    page = sheet(tree)
    works, images = read_works(page), parts.images(page)
    marks = _marks(page, works, images)
    own_image = parts.own_image(page, images)
    marks.prepare(tree)
    spell = Speller(marks, {image.id: image.alt for image in images})
    told = _told(tree)
    article = _article(page, spell, works, parts.captioned(page, images, spell), own_image)
    return Draft(
        source=name,
        article=article,
        claims=(*claims(page, article, told), *told),
        fields=tuple(_recovered(article)),
        leftovers=tuple(_leftovers(works)),
    )


def _marks(page: Sheet, works: Works, images: tuple[Image, ...]) -> Marks:
    files = {image.file: image.id for image in reversed(images)}
    return Marks(works.keys, files, page.base)


def _article(
    page: Sheet, spell: Speller, works: Works, images: tuple[Image, ...], own_image: str
) -> Article:
    article = Article(
        id=_id(page),
        metadata=metadata(page, own_image),
        notice=_section(page.notice, spell),
        short_answer=_section(page.short_answer, spell),
        disclaimer=_section(page.disclaimer, spell),
        faq=parts.faq(page, spell),
        references=works.references,
        links=parts.links(page),
        images=images,
    )
    article = replace(article, body=_body(page, spell))
    return replace(article, tables=parts.tables(page, spell))  # takes the captions' numbers out


def _body(page: Sheet, spell: Speller) -> str:
    """The body, and the notes of the whole page, which may be defined anywhere."""
    notes = [child for one in children(page.notes) if one.tag == "ol" for child in children(one)]
    defined = [
        note(str(number), spell.blocks(note_blocks(item)))
        for number, item in enumerate(notes, 1)
        if "cites" not in classes(item)  # the notes of citations stand in the text as these
    ]
    text = "\n\n".join(filter(None, [spell.blocks(page.body), *defined]))
    return f"{text}\n" if text else ""


def _section(node: LexborNode | None, spell: Speller) -> str:
    """Notice, short answer or disclaimer without the label that the page gives it."""
    return spell.blocks(list(children(node))[1:])


def _id(page: Sheet) -> str:
    """The id that a page without an address shows; else one that stands for its address."""
    name = said(page.page, "@id")
    if name.startswith(_URN):
        try:
            return str(UUID(name.removeprefix(_URN)))
        except ValueError:
            pass
    return str(uuid5(NAMESPACE_URL, name or page.canonical))


def _told(tree: LexborHTMLParser) -> tuple[Claim, ...]:
    found = [read_wild(node.text()) for node in tree.css('script[type="application/ld+json"]')]
    return markup.claims(*found)


def _leftovers(works: Works) -> Iterator[Leftover]:
    for entry in works.unsure:
        reason = "This entry of the reference list could not be taken apart in full."
        yield Leftover(text=entry, reason=reason, origin="the list of references")


def _recovered(article: Article) -> Iterator[Recovered]:
    """Every field that is set, and where the page has it."""
    for entry in fields(article.metadata):
        value = getattr(article.metadata, entry.name)
        if value and value != entry.default:
            yield _field(Place("metadata", field=entry.name), _shown(value))
    for name in ("notice", "short_answer", "body", "disclaimer"):
        if getattr(article, name):
            yield _field(Place(name), getattr(article, name))
    for part in ("faq", "tables", "references", "links", "images"):
        for item in getattr(article, part):
            yield _field(Place(part, item.id), _shown(item))


def _shown(value: object) -> str:
    """A field as one text: the words that its item is known by."""
    if isinstance(value, tuple):
        return "; ".join(map(_shown, value))
    for name in ("question", "caption", "title", "label", "name", "alt", "id"):
        if text := getattr(value, name, ""):
            return str(text)
    return str(value)


def _field(place: Place, value: str) -> Recovered:
    return Recovered(place=place, value=value, origin="our own page", confidence=1.0)
