"""The article's own texts as the page must show them, each with its place.

Markdown is rendered once more, apart from the page that is checked. What assembly puts in is not
known here: a text is a row of pieces, with the numbers of citations and notes, or an image,
between two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from palmetto_editor.markup.blocks import split
from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import CLOSE, OPEN, Cluster, Job, Rendered
from palmetto_editor.model.places import Place
from palmetto_editor.page.texts import SILENT, definitions, job
from palmetto_editor.page.visible import visible_text
from palmetto_editor.structured.plain import one_line

_IMAGE = re.compile(r"<img [^>]*>")  # rendered HTML is canonical
_GAP = re.compile(f"{OPEN}([cni])[0-9]+{CLOSE}")
# What assembly puts in: `[1, p. 3]`, perhaps after the names of the authors; a note's number or
# its label; the alternative text of an image that there is not.
_FILLS = {
    "c": re.compile(r"[^\[\]]{0,400}\[[^\[\]]*\]"),
    "n": re.compile(r"[0-9]+|\[\^[^\[\]]*\]"),
    "i": re.compile(r""),
}
_LONGEST_ALT = 1_000  # characters


@dataclass(frozen=True, slots=True)
class Source:
    """One text: where it was written, how it was typed, and what the reader sees of it.

    `parts` are pieces and, between two pieces, the kind of gap.
    """

    place: Place
    typed: str
    rendered: Rendered
    parts: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The text with `…` for its gaps, to quote it."""
        return one_line("…".join(self.parts[::2]))


def inline(text: str, place: Place) -> Source:
    """A short text: a cell, a caption, a label."""
    return Source(place, text, *_read(Job(text, inline=True)))


def prose(text: str, place: Place) -> Iterator[Source]:
    """The blocks of a text that show something; footnotes too, which stand elsewhere."""
    blocks = split(text)
    defined = definitions(blocks)
    start = 0
    for block in blocks:
        if block.kind not in SILENT:
            rendered, parts = _read(job(block, defined))
            if rendered.html:
                span = place.at(start, start + len(block.text.rstrip()))
                yield Source(span, block.text, rendered, parts)
        start += len(block.text)


def in_place(text: str, place: Place) -> list[Source]:
    """Those blocks that stand where they were written."""
    return [source for source in prose(text, place) if not source.rendered.note]


def fits(text: str, sources: Sequence[Source]) -> bool:
    """Whether the texts, one after another, make up `text`: as rendered, or all as typed."""
    position = 0
    for source in sources:
        position = end(source, text, position)
        if position < 0:
            return one_line(text) == one_line(" ".join(s.typed for s in sources))
    return not text[position:].strip()


def end(source: Source, text: str, start: int) -> int:
    """Where the source ends if it stands in `text` from `start` on (blanks apart); -1 if not."""
    position = start
    clusters = iter(source.rendered.clusters)
    for index, part in enumerate(source.parts):
        if index % 2:
            before = position
            position = _fill(part, source.parts[index + 1].strip(), text, position)
            if part == "c" and not _says(next(clusters), text[before : max(position, before)]):
                return -1
        else:
            piece = part.strip()
            position = _past_blank(text, position) if piece else position
            position = position + len(piece) if text.startswith(piece, position) else -1
        if position < 0:
            return -1
    return position


def find_end(source: Source, text: str, start: int) -> int:
    """Where the source ends at its first occurrence from `start` on; -1 if there is none."""
    first = source.parts[0].strip()
    position = text.find(first, start) if first else start
    while position >= 0:
        found = end(source, text, position)
        if found >= 0 or not first:
            return found
        position = text.find(first, position + 1)
    return -1


def _fill(kind: str, following: str, text: str, start: int) -> int:
    """Where that ends which assembly put in; -1 where nothing of the kind stands there."""
    position = _past_blank(text, start)
    match = _FILLS[kind].match(text, position)
    if kind == "i" and not text.startswith(following, position):
        return text.find(following, position, position + _LONGEST_ALT)
    return match.end() if match else -1


def _says(cluster: Cluster, text: str) -> bool:
    """Whether what stands for a citation has the writer's own words in it: `see`, `p. 3`."""
    own = [one_line(words) for cite in cluster.cites for words in (cite.prefix, cite.suffix)]
    return all(words in text for words in own)


def _past_blank(text: str, position: int) -> int:
    return position + 1 if text.startswith(" ", position) else position


@lru_cache(maxsize=4096)  # the comparisons ask for the same texts
def _read(asked: Job) -> tuple[Rendered, tuple[str, ...]]:
    """What the reader sees of a text, and its parts."""
    rendered = render(asked)
    html = _IMAGE.sub(f"{OPEN}i0{CLOSE}", rendered.html)
    return rendered, tuple(_GAP.split(visible_text(html)))
