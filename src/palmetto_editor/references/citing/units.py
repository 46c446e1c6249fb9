"""One citation of a cluster, ready to be printed, and what holds several together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import NamedTuple

from palmetto_editor.references.citing.count import Cite
from palmetto_editor.references.citing.locators import parse, unbraced
from palmetto_editor.references.citing.pieces import Locator, Stand
from palmetto_editor.references.citing.works import Works
from palmetto_editor.references.styles.style import Cluster as Layout

_LINK = re.compile(r"</?a\b[^>]*>")
_LAST_TAGS = re.compile(r"(?:</\w+>)+$")
_STRESS = re.compile(r"(?<![\w*])(\*\*|\*|_)(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])")
_ELEMENTS = {"**": "strong", "*": "em", "_": "em"}
_RUNS_ON = re.compile(r"(?:and|or|but|with)\b|[,.;:!?) ]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A cluster's HTML. `order`: the indices of its citations as they stand in it.

    `raised`: it begins as a superscript, so no blank belongs before it. `who` precedes the note
    that the HTML is of, where it is one.
    """

    html: str
    order: tuple[int, ...]
    raised: bool = False
    who: str = ""


class Unit(NamedTuple):
    """A cite: where in its cluster, which number and occurrence, what stands around it (HTML)."""

    at: int
    key: str
    number: int
    occurrence: int
    before: str
    after: str
    locator: Locator | None
    suppress: bool
    stands: Stand

    @property
    def anchor(self) -> str:
        return f"cite-{self.number}-{self.occurrence}"


def unit_of(index: int, cite: Cite, occurrence: int, works: Works, stands: Stand) -> Unit:
    """A cite with its locator parted from its suffix, if the style has a place for it."""
    locator, rest = parse(cite.suffix, works.style.language) if cite.suffix else (None, "")
    if locator and not (occurrence and works.prints_locators(cite.key)):
        locator, rest = None, f", {unbraced(cite.suffix, works.style.language).lstrip(', ')}"
    elif not locator and rest == cite.suffix and rest and not _RUNS_ON.match(rest):
        rest = f", {rest}"
    number = works.numbers[cite.key] if occurrence else 0
    before = f"{_stressed(cite.prefix)} " if cite.prefix else ""
    return Unit(
        index, cite.key, number, occurrence, before, _after(rest), locator, cite.suppress, stands
    )


def _after(rest: str) -> str:
    """What follows a cite, with the blank that Pandoc's syntax lets stand before it."""
    apart = rest and rest[0] not in " ,.;:!?)"
    return _stressed(f" {rest}" if apart else rest)


def segments(units: Sequence[Unit]) -> list[list[Unit]]:
    """Cites that may be sorted among each other: one with words of its own stays where it is."""
    return [
        list(segment)
        for _, segment in groupby(units, lambda unit: unit.at if unit.before or unit.after else -1)
    ]


def order_of(units: Sequence[Unit]) -> tuple[int, ...]:
    """The indices of the cites as they were written."""
    return tuple([unit.at for unit in units])


def affixed(unit: Unit, html: str, works: Works) -> str:
    """A printed cite between its prefix and its suffix."""
    return joined([f"{unit.before}{html}"], "", works.layout, unit.after)


def missing(unit: Unit) -> str:
    """What stands for a cite of nothing."""
    return f'<span class="citation-missing">?{text_of(unit.key)}</span>'


def link(unit: Unit, html: str) -> str:
    """The cite as a link to its entry, up to a link of its own that it may end with."""
    head, link, rest = html.partition("<a ")
    if not head.strip() or head.count("</") * 2 != head.count("<"):
        head, link, rest = unlinked(html), "", ""
    to = f'<a id="{unit.anchor}" href="#ref-{unit.number}" role="doc-biblioref">'
    return f"{to}{head}</a>{link}{rest}"


def joined(parts: Sequence[str], delimiter: str, layout: Layout, suffix: str = "") -> str:
    """With the delimiter between; a stop is not doubled, and goes into quotation marks where the
    language has it so.
    """
    text = ""
    for part in parts:
        text = f"{_stopped(text, text_of(delimiter), layout)}{part}" if text else part
    return _stopped(text, suffix, layout)


def _stopped(text: str, stop: str, layout: Layout) -> str:
    if stop[:1] not in (".", ","):
        return f"{text}{stop}"
    bare = _LAST_TAGS.sub("", text)
    tags = text[len(bare) :]
    quoted = layout.stops_in_quotes and bare.endswith(("”", "’"))
    if quoted and bare[-2:-1] not in "?!.,":
        return f"{bare[:-1]}{stop[0]}{bare[-1]}{tags}{stop[1:]}"
    ended = bare.rstrip("”’")[-1:]
    if stop[0] == "." and ended in (".", "?", "!"):
        return f"{text}{stop[1:]}"
    return f"{text}{stop}"


def wrapped(text: str, order: tuple[int, ...], works: Works) -> Shown:
    """A cluster in the brackets of its style, raised where the style raises it."""
    layout = works.layout
    html = joined([f"{text_of(layout.prefix)}{text}"], "", layout, text_of(layout.suffix))
    return Shown(f"<sup>{html}</sup>" if layout.superscript else html, order, layout.superscript)


def _stressed(text: str) -> str:
    """A prefix or suffix as HTML, with its emphasis."""
    return _STRESS.sub(lambda m: f"<{_ELEMENTS[m[1]]}>{m[2]}</{_ELEMENTS[m[1]]}>", text_of(text))


def text_of(text: str) -> str:
    """Plain text as HTML."""
    return escape(text, quote=False)


def unlinked(html: str) -> str:
    """HTML without the links in it."""
    return _LINK.sub("", html)
