"""A Markdown file to a manuscript."""

from __future__ import annotations

import re

from palmetto_editor.intake.manuscript import Leftover, Manuscript, Mending
from palmetto_editor.intake.markdown import (
    attributes,
    bibliography,
    claims,
    fancy,
    fences,
    links,
    matter,
    obsidian,
    shortcodes,
)
from palmetto_editor.intake.markdown.pieces import Reader, ReadImage, with_captions
from palmetto_editor.intake.markdown.prose import Left

_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def no_image(_address: str) -> bytes | None:
    """A file that came alone."""
    return None


def read(text: str, name: str, image: ReadImage = no_image) -> Manuscript:
    """The body's blocks as pieces, the front matter as claims of the side `file`.

    `image` gives the bytes of a picture beside the file. Any text gives a manuscript.
    """
    front = matter.split(_ENDS.sub("\n", text))
    left = Left()
    body = attributes.without_comments(front.body, left)
    quarto = name.lower().endswith((".qmd", ".rmd"))
    if quarto:
        body = fancy.plain(body)
    body = bibliography.without_place(body, left, told="bibliography" in front.values)
    body = shortcodes.plain(body, left)
    body = obsidian.plain(fences.plain(body), left)
    body = attributes.without_attributes(body)
    reader = Reader(name, image, front.body_line)
    pieces = with_captions(reader.read(links.inlined(body, left)))
    said = claims.read(front.values, quarto=quarto)
    cover = claims.cover(front.values)
    if cover and all(cover.file != piece.file for piece in pieces):
        pieces = (reader.figure(cover), *pieces)
    apart = reader.apart
    images = reader.images | {k: v for one in apart for k, v in one.images.items()}
    return Manuscript(
        pieces=pieces,
        claims=(*said.claims, *left.claims, *(c for one in apart for c in one.claims)),
        mended=(*_mended(front), *(m for one in apart for m in one.mended)),
        intruders=tuple(p for one in apart for p in one.intruders),
        leftovers=(
            *said.leftovers,
            *_unread(front),
            *left.leftovers,
            *(x for one in apart for x in one.leftovers),
        ),
        images=images,
    )


def _mended(front: matter.Matter) -> tuple[Mending, ...]:
    if not front.broken:
        return ()
    what = f"The front matter was read line by line, since {front.broken}"
    return (Mending(what=what, where="front matter"),)


def _unread(front: matter.Matter) -> tuple[Leftover, ...]:
    """Broken front matter is kept whole: line by line it may say less than it did."""
    if not front.broken:
        return ()
    reason = f"front matter that could not be read whole: {front.broken}"
    return (Leftover(text=front.raw.strip(), reason=reason, origin="front matter"),)
