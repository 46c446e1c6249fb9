"""A page becomes a manuscript.

The order is that of trust in what is left: first the claims of head and markup are read, then what
no reader sees is taken out, then the article is found (`root`), then the site's parts in it go
(`chrome`, `outside`), and what is left is walked once (`blocks`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from palmetto_editor.intake import markup, mended
from palmetto_editor.intake.html import (
    addresses,
    blocks,
    chrome,
    code,
    head,
    hidden,
    microdata,
    notes,
    office,
    openable,
    outside,
    root,
    scripts,
    shown,
    tidy,
    tree,
)
from palmetto_editor.intake.html.images import Pictures, ReadImage
from palmetto_editor.intake.html.leavings import Leavings
from palmetto_editor.intake.html.measure import measure
from palmetto_editor.intake.html.page import Page, with_blocks
from palmetto_editor.intake.html.tree import Node, Tree, attr
from palmetto_editor.intake.manuscript import Claim, Manuscript, Mending, Piece
from palmetto_editor.structured.wild.found import Found

_T = TypeVar("_T")


def no_image(_address: str) -> bytes | None:
    """A page that came alone."""
    return None


def read(text: str, name: str, image: ReadImage = no_image) -> Manuscript:
    """The pieces of the article in a page, and all that the page claims about it.

    `image` gives the bytes of a picture beside the page; pictures elsewhere keep their address.
    Never asks the network; any text gives a manuscript.
    """
    page, dropped = tree.parse(text)
    top, body = page.root, page.body
    if top is None or body is None:
        return Manuscript()
    address = addresses.base(page, text)
    structured = scripts.found(top)
    claims = head.claims(top)
    found_items = microdata.items(top)
    leavings = Leavings(page)
    _prepare(page, body, text, leavings)
    article = root.find(body, measure(body))
    pieces, pictures, seen = _article(page, body, article, address, image, leavings)
    facts = Found(tuple(microdata.of_article(found_items, article.path)))
    return Manuscript(
        pieces=_once(pieces, leavings),
        claims=(*seen, *claims, *markup.claims(*structured), *_facts(facts)),
        mended=(*_told(dropped, name), *_all(mended.mendings, structured)),
        intruders=_all(mended.intruders, structured),
        leftovers=leavings.leftovers(),
        images=pictures.files,
    )


def _prepare(page: Tree, body: Node, text: str, leavings: Leavings) -> None:
    office.rewrite(page, body, text)
    hidden.drop_machinery(page, body)
    openable.open_all(page, body)
    hidden.drop_hidden(body, leavings)
    code.unfold_tables(page, body)


def _article(
    page: Tree, body: Node, article: root.Root, address: str, image: ReadImage, leavings: Leavings
) -> tuple[list[Piece], Pictures, tuple[Claim, ...]]:
    """The pieces, in the order of the page, the pictures, and what the page shows about itself."""
    before, after = outside.before_and_after(body, article)
    outside.collect(body, article, [*before, *after], leavings)
    own = shown.address((*article.heroes, article.scope))
    chrome.clear(article, measure(body), leavings)
    addresses.make_whole(body, address)
    tidy.tidy(page, body, leavings)
    seen = (*own, *shown.claims((*article.heroes, article.scope), article.body))
    shown.settle((*article.heroes, article.scope), leavings)
    pictures = Pictures(image, address)
    for picture in body.css("img"):
        pictures.resolve(picture)
    _lead_links_in(page, body)
    walked = Page(
        page,
        notes.find(page, body, leavings),
        pictures,
        leavings,
        article.path,
        with_blocks(body),
    )
    pieces: list[Piece] = []
    for part in (*before, *article.heroes, article.scope, *after):
        pieces += blocks.read(walked, part)
    if not walked.notes.place:
        pieces += walked.notes.definitions
    return pieces, pictures, seen


def _lead_links_in(page: Tree, body: Node) -> None:
    """A link around whole blocks becomes one in its heading or first paragraph."""
    for link in body.css("a[href]"):
        target = link.css_first("h1, h2, h3, h4, h5, h6") or link.css_first("p")
        if target is None or target.css_first("a") is not None:
            continue
        inner = page.create_node("a")
        inner.attrs["href"] = attr(link, "href")
        for below in tree.children(target):
            inner.insert_child(below, move=True)
        target.insert_child(inner, move=True)
        tree.unwrap(page, link)


def _once(pieces: Sequence[Piece], leavings: Leavings) -> tuple[Piece, ...]:
    """The pieces without a second heading that says the headline again directly below it."""
    first = next((i for i, one in enumerate(pieces) if one.kind == "heading"), -1)
    if first < 0 or pieces[first].level != 1:
        return tuple(pieces)
    said = pieces[first].plain.casefold()
    kept: list[Piece] = []
    for index, piece in enumerate(pieces):
        again = first < index < first + 12 and piece.kind == "heading"
        if again and piece.plain.casefold() == said:
            leavings.say("repeated", piece.plain, piece.origin)
        else:
            kept.append(piece)
    return tuple(kept)


def _facts(found: Found) -> tuple[Claim, ...]:
    """The claims of microdata, which reads as JSON-LD does."""
    return tuple(
        replace(claim, origin=claim.origin.replace("JSON-LD", "microdata"))
        for claim in (markup.claims(found) if found.values else ())
    )


def _told(dropped: int, name: str) -> tuple[Mending, ...]:
    if not dropped:
        return ()
    what = f"{dropped} tags that nest deeper than any text does were left out; their words are kept"
    return (Mending(what=what, where=name),)


def _all(read_one: Callable[[Found], tuple[_T, ...]], found: Sequence[Found]) -> tuple[_T, ...]:
    return tuple(item for one in found for item in read_one(one))
