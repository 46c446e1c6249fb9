"""A finished page: a head and flat blocks, and the documents made of them.

The document is `opening + blocks + closing` below the head, with nothing between them. Every
block is one root element and a direct child of `<article>`, so that a preview may replace one
without touching its neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

from palmetto_editor.markup.blocks import Block
from palmetto_editor.markup.rendered import Cluster
from palmetto_editor.model.places import Place
from palmetto_editor.structured.shapes import Shape

_ROOT = re.compile(r"<[a-zA-Z][a-zA-Z0-9-]*")
_ASSET = re.compile(r'(<img\b[^>]*? src=")assets/')
_OWN_IMAGES = "img-src 'self'"  # in the head's content security policy
_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"}
)


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One root element of the article.

    `id` is unique in its page and stays with the block while the text around it changes; it
    stands in previews only. `place` is what the block shows, whole: for the body `Place("body")`;
    which of the body's blocks it is says `Page.sources`.
    """

    id: str
    html: str
    place: Place


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading of the body: `level` as on the page (2 to 6), `block` in `body_blocks`."""

    level: int
    text: str
    anchor: str
    block: int


@dataclass(frozen=True, slots=True)
class PageFault:
    """Something that could not be shown as written. `place` has a span where one is known."""

    rule: str
    place: Place
    message: str
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A file of an image: its width and height in pixels, its bytes, as far as they are known."""

    name: str
    size: tuple[int, int] | None = None
    weight: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """An article as its theme shows it, with its graph.

    `sources` is as long as `blocks`: the index in `body_blocks` of the Markdown that a block
    shows or that places it, or None where the block is not of the body. `references` are the keys
    of the reference list: number n is `references[n - 1]`. `cited` has every citation in reading
    order, with its HTML and whether it stands in a note. `files` has what is known of the files
    of the article's images, by their names, `shapes` the files to be made of the lead image.
    `siblings` are the slugs and ids that links to other articles may name, None where they are
    not known.
    """

    language: str
    head: str
    opening: str
    blocks: tuple[PageBlock, ...]
    closing: str
    graph: dict[str, Any]
    graph_text: str
    outline: tuple[OutlineEntry, ...]
    faults: tuple[PageFault, ...]
    body_blocks: tuple[Block, ...]
    sources: tuple[int | None, ...]
    references: tuple[str, ...] = ()
    cited: tuple[tuple[Cluster, str, bool], ...] = ()
    files: tuple[ImageFile, ...] = ()
    shapes: tuple[Shape, ...] = ()
    siblings: frozenset[str] | None = None


def document(page: Page) -> str:
    """The text of `index.html`."""
    return _document(page, page.head, [block.html for block in page.blocks])


def preview_document(page: Page, asset_base: str) -> str:
    """The same document, but each block's root bears `data-block="<id>"`.

    Images are looked for below `asset_base` (it ends in `/`), which the content security policy
    then allows too.
    """
    scheme = asset_base.partition(":")[0]
    head = page.head.replace(_OWN_IMAGES, f"{_OWN_IMAGES} {scheme}:", 1)
    return _document(page, head, [preview_block(block, asset_base) for block in page.blocks])


def preview_block(block: PageBlock, asset_base: str) -> str:
    """One block as `preview_document` has it."""
    root = _ROOT.match(block.html)
    at = root.end() if root else 0
    marked = f'{block.html[:at]} data-block="{escape(block.id)}"{block.html[at:]}'
    if "<img" not in marked:
        return marked
    return _ASSET.sub(lambda match: match[1] + escape(asset_base), marked)


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Which way a language is written, by its primary subtag or its script."""
    subtags = language.lower().split("-")
    if "latn" in subtags[1:]:
        return "ltr"
    right_to_left = subtags[0] in _RIGHT_TO_LEFT or not {"arab", "hebr"}.isdisjoint(subtags[1:])
    return "rtl" if right_to_left else "ltr"


def _document(page: Page, head: str, blocks: list[str]) -> str:
    language = escape(page.language)
    return "".join(
        (
            f'<!doctype html>\n<html lang="{language}" dir="{direction(page.language)}">\n',
            f"<head>\n{head}</head>\n",
            page.opening,
            *(f"{block}\n" for block in blocks),
            page.closing,
            "</html>\n",
        )
    )
