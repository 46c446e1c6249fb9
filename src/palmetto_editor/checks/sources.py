"""The article's own texts as the page must show them, each with its place.

Markdown is rendered once more, apart from the page that is checked. What is not known here are the
numbers of notes, for which any number will do, and how a style shows a citation: the page is read
with each citation as it was written (`reading.Reading.written`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from palmetto_editor.markup.blocks import split
from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import CLOSE, OPEN, SLOT, Job, Rendered
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Image
from palmetto_editor.page.cited_text import spelled
from palmetto_editor.page.fill import alone_image
from palmetto_editor.page.texts import SILENT, definitions, job
from palmetto_editor.page.visible import visible_text
from palmetto_editor.structured.plain import one_line

_SEAM = re.compile(rf"<img [^>]*>|{SLOT.pattern}")  # rendered HTML is canonical
_SOURCE = re.compile(r' src="assets/([^"]*)"')
_ALT = re.compile(r' alt="([^"]*)"')
_NOTHING = re.compile("")
_GAP = f"{OPEN}{CLOSE}"


@dataclass(frozen=True, slots=True)
class Source:
    """One text: where it was written, how it was typed, and what the reader sees of it.

    `gaps[n]` stands between `pieces[n]` and `pieces[n + 1]`.
    """

    place: Place
    typed: str
    rendered: Rendered
    pieces: tuple[str, ...]
    gaps: tuple[re.Pattern[str], ...]

    @property
    def shown(self) -> str:
        """The text with `…` for its gaps, to quote it."""
        return one_line("…".join(self.pieces))

    @property
    def says(self) -> bool:
        """Whether there is anything to read for certain; an image has nothing."""
        return any(self.pieces) or not all(gap.match("") for gap in self.gaps)

    def end(self, text: str, start: int) -> int:
        """Where the source ends if it stands in `text` from `start` on (blanks apart); or -1.

        Where each gap may be empty, all of them are filled, or else none.
        """
        filled = self._end(text, start, self.gaps)
        if filled >= 0 or not self.gaps or not all(gap.match("") for gap in self.gaps):
            return filled
        return self._end(text, start, (_NOTHING,) * len(self.gaps))

    def _end(self, text: str, start: int, gaps: Sequence[re.Pattern[str]]) -> int:
        position = start
        for index, piece in enumerate(self.pieces):
            if index:
                gap = gaps[index - 1].match(text, _past_blank(text, position))
                if gap is None:
                    return -1
                position = gap.end()
            if piece:
                position = _past_blank(text, position)
                if not text.startswith(piece, position):
                    return -1
                position += len(piece)
        return position

    def find_end(self, text: str, start: int) -> int:
        """Where the source ends at its first occurrence from `start` on; -1 if there is none."""
        first = self.pieces[0] or None
        for position in _starts(text, first or self.gaps[:1], start):
            end = self.end(text, position)
            if end >= 0:
                return end
        return -1


class Sources:
    """The texts of one article, which says what images it has."""

    def __init__(self, article: Article) -> None:
        self._images: dict[str, Image] = {}
        for name, image in (
            *((image.id, image) for image in article.images),
            *((image.file, image) for image in article.images if image.file),
        ):
            self._images.setdefault(name, image)
        self._prose: dict[tuple[str, Place], tuple[Source, ...]] = {}

    def image(self, name: str) -> Image | None:
        """The image with this id or, if no id is so, this file name; percent-encoded or not."""
        return self._images.get(name) or self._images.get(unquote(name))

    def inline(self, text: str, place: Place) -> Source:
        """A short text: a cell, a caption, a label."""
        return self._source(_render(Job(text, inline=True)), text, place)

    def caption(self, image: Image) -> Source:
        """The page numbers the citations of a caption only where it places the figure."""
        source = self.inline(image.caption, Place("images", image.id, "caption"))
        optional = tuple(re.compile(f"(?:{gap.pattern})?") for gap in source.gaps)
        return replace(source, gaps=optional)

    def prose(self, text: str, place: Place) -> tuple[Source, ...]:
        """The blocks of a text that show something; footnotes too, which stand elsewhere."""
        if (text, place) not in self._prose:
            self._prose[text, place] = tuple(self._blocks(text, place))
        return self._prose[text, place]

    def _blocks(self, text: str, place: Place) -> Iterator[Source]:
        blocks = split(text)
        defined = definitions(blocks)
        start = 0
        for block in blocks:
            if block.kind not in SILENT:
                rendered = _render(job(block, defined))
                if rendered.html:
                    span = place.at(start, start + len(block.text.rstrip()))
                    yield self._source(rendered, block.text, span)
            start += len(block.text)

    def in_place(self, text: str, place: Place) -> list[Source]:
        """Those blocks that stand where they were written."""
        return [source for source in self.prose(text, place) if not source.rendered.note]

    def _source(self, rendered: Rendered, typed: str, place: Place) -> Source:
        image = self._images.get(alone_image(rendered))
        if image:
            return self._figure(image, rendered, typed, place)
        gaps: list[re.Pattern[str]] = []

        def seam(match: re.Match[str]) -> str:
            gaps.append(self._gap(match, rendered))
            return f" {_GAP} " if match[1] is None else _GAP

        html = _SEAM.sub(seam, rendered.html)
        pieces = tuple(piece.strip() for piece in visible_text(html).split(_GAP))
        return Source(place, typed, rendered, pieces, tuple(gaps))

    def _figure(self, image: Image, rendered: Rendered, typed: str, place: Place) -> Source:
        """A paragraph that is an image is a figure, with its caption and its credit."""
        caption, credit = self.caption(image), one_line(image.credit)
        pieces, gaps = caption.pieces, caption.gaps
        if credit:
            pieces, gaps = (*pieces, credit), (*gaps, _NOTHING)
        return Source(place, typed, rendered, pieces, gaps)

    def _gap(self, match: re.Match[str], rendered: Rendered) -> re.Pattern[str]:
        if match[1] == "c":
            return re.compile(re.escape(one_line(spelled(rendered.clusters[int(match[2])]))))
        if match[1] == "n":
            label = re.escape(rendered.notes[int(match[2])])
            return re.compile(rf"[0-9]+|\[\^{label}\]")
        source, alt = _SOURCE.search(match[0]), _ALT.search(match[0])
        known = source and unquote(unescape(source[1])) in self._images
        missing = unescape(alt[1]) if alt and not known else ""
        return re.compile(re.escape(one_line(missing)))


def fits(text: str, sources: Sequence[Source]) -> bool:
    """Whether the texts, one after another, make up `text`: as rendered, or all as typed."""
    position = 0
    for source in sources:
        position = source.end(text, position)
        if position < 0:
            return one_line(text) == one_line(" ".join(s.typed for s in sources))
    return not text[position:].strip()


def repeats(text: str, sources: Sequence[Source]) -> bool:
    """Whether a text without marks is that of the sources; any words will do for a citation.

    A note style puts the mark of a note behind the stops that follow the citation. Blanks do not
    count.
    """
    literals = [""]
    for source in sources:
        for index, piece in enumerate(source.pieces):
            literals += [""] if index else []
            literals[-1] += "".join(piece.split())
    first, *others = literals
    bare = "".join(text.split())
    if not others or not bare.startswith(first):
        typed = one_line(" ".join(source.typed for source in sources))
        return bare == first or one_line(text) == typed
    *between, last = (literal.lstrip(".,;:!?…") for literal in others)
    position = len(first)
    for literal in between:
        position = bare.find(literal, position) + len(literal)
        if position < len(literal):
            return False
    return bare.endswith(last) and len(bare) - len(last) >= position


def _starts(text: str, first: str | Sequence[re.Pattern[str]], start: int) -> Iterator[int]:
    """Where the source may begin: at its first piece, or at its first gap."""
    if isinstance(first, str):
        position = text.find(first, start)
        while position >= 0:
            yield position
            position = text.find(first, position + 1)
    elif first:
        yield from (match.start() for match in first[0].finditer(text, start))
    else:
        yield start


def _past_blank(text: str, position: int) -> int:
    return position + 1 if text.startswith(" ", position) else position


@lru_cache(maxsize=4096)  # the comparisons ask for the same texts
def _render(asked: Job) -> Rendered:
    return render(asked)
