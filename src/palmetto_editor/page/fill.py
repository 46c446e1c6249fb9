"""From a rendered text to its HTML on the page: numbers, images and addresses put in.

Rendered HTML is canonical (`markup.sanitise`): lower-case names, double quotes, `<`, `>` and `"`
escaped inside them, and no slot within a tag. So it may be read with regular expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import NamedTuple
from urllib.parse import quote, unquote

from palmetto_editor.markup.plain import plain_text
from palmetto_editor.markup.rendered import CLOSE, OPEN, Rendered
from palmetto_editor.model.values import Image
from palmetto_editor.page import targets
from palmetto_editor.page.cited_text import Cited
from palmetto_editor.references.citing.count import Mark
from palmetto_editor.structured.plain import one_line

_SEAM = re.compile(
    rf"<(?:a|img) [^>]*>|(?P<blank>[ \n]?){OPEN}(?P<kind>[cn])(?P<index>[0-9]+){CLOSE}"
    r"(?P<stops>[.,;:!?…]*)"
)
_HREF = re.compile(r'(?<= href=")article:[^"]*(?=")')
_SOURCE = re.compile(r' src="assets/([^"]*)"')
_ALT = re.compile(r' alt="([^"]*)"')
_ALONE = re.compile(r"<p><img [^>]*></p>")
_HEADING = re.compile(r"(?<=<)(/?)h([2-6])(?=[ >])")
_HEAD = re.compile(r"<th(?: [^>]*)?>(.*?)</th>", re.DOTALL)
_LOWEST = 6
NARROW = 2  # columns of a table that fit any screen


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the article, its size in pixels, and its caption's HTML without citations."""

    image: Image
    size: tuple[int, int] | None
    caption: str = ""

    @property
    def source(self) -> str:
        return "assets/" + quote(self.image.file)


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What a text needs to know of its article; equal only to itself.

    `base` is the publication's address, `pictures` are known by id and by file name.
    """

    base: str
    pictures: Mapping[str, Picture]


class Numbers(NamedTuple):
    """What fills the slots of a text: its clusters as shown, the numbers of its notes."""

    clusters: tuple[Cited, ...] = ()
    notes: tuple[Mark, ...] = ()


def fill(rendered: Rendered, numbers: Numbers, around: Surroundings) -> str:
    """The HTML of a text on the page."""
    picture = around.pictures.get(alone_image(rendered))
    if picture:
        caption = fill(Rendered(picture.caption), Numbers(), around)
        return figure(img(picture, alone_alt(rendered)), picture, caption)

    def seam(match: re.Match[str]) -> str:
        if match["kind"]:
            return _slot(rendered, numbers, match)
        if match[0].startswith("<a"):
            return _HREF.sub(lambda href: _address(href[0], around), match[0])
        return _image(match[0], around)

    return _SEAM.sub(seam, _in_region(rendered.html))


def alone_image(rendered: Rendered) -> str:
    """The name of the image that a paragraph consists of, or ""."""
    alone = len(rendered.images) == 1 and _ALONE.fullmatch(rendered.html)
    return rendered.images[0] if alone else ""


def alone_alt(rendered: Rendered) -> str:
    """HTML of the alternative text that such a paragraph gives its image."""
    alt = _ALT.search(rendered.html)
    return alt[1] if alt else ""


def figure(element: str, picture: Picture, caption_html: str, identifier: str = "") -> str:
    """An image with its caption and credit, as far as there are any."""
    caption = f'<span class="caption">{caption_html}</span>' if caption_html else ""
    credit = one_line(picture.image.credit)
    shown = f'<span class="credit">{escape(credit, quote=False)}</span>' if credit else ""
    below = " ".join(filter(None, (caption, shown)))
    caption_element = f"<figcaption>{below}</figcaption>" if below else ""
    name = f' id="{identifier}"' if identifier else ""
    return f'<figure class="figure"{name}>{element}{caption_element}</figure>'


def img(picture: Picture, alt: str = "", *, first: bool = False) -> str:
    """The image's element; `alt` is HTML and goes before the image's own. `first`: in sight."""
    width, height = picture.size or (0, 0)
    size = f' width="{width}" height="{height}"' if width and height else ""
    wait = "" if first else ' loading="lazy"'
    text = alt or escape(one_line(picture.image.alt))
    return f'<img src="{escape(picture.source)}" alt="{text}"{size}{wait} decoding="async">'


def below(texts: Iterable[str], level: int) -> str:
    """The texts as one, the highest of their headings right below one of this level."""
    html = "\n".join(filter(None, texts))
    levels = [int(found[2]) for found in _HEADING.finditer(html)]
    shift = level + 1 - min(levels, default=level + 1)
    if not shift:
        return html
    return _HEADING.sub(lambda m: f"{m[1]}h{min(_LOWEST, int(m[2]) + shift)}", html)


def with_id(html: str, identifier: str) -> str:
    """The same with an id on the root element."""
    name = re.match(r"<\w+", html)
    end = name.end() if name else 0
    return f'{html[:end]} id="{escape(identifier)}"{html[end:]}'


def note_mark(mark: Mark, label: str) -> str:
    """What refers to a note; its label where there is none."""
    if not mark.number:
        return f'<span class="citation-missing">[^{escape(label, quote=False)}]</span>'
    number, name = mark.number, f"noteref-{mark.number}-{mark.occurrence}"
    return (
        f'<sup class="note-ref"><a id="{name}" href="#note-{number}" role="doc-noteref">'
        f"{number}</a></sup>"
    )


def _slot(rendered: Rendered, numbers: Numbers, match: re.Match[str]) -> str:
    index = int(match["index"])
    if match["kind"] == "n":
        mark = note_mark(numbers.notes[index], rendered.notes[index])
        return f"{match['blank']}{mark}{match['stops']}"
    before = match.string[match.start() - 1 : match.start()]
    return numbers.clusters[index].around(match["blank"], match["stops"], before)


def _in_region(html: str) -> str:
    """A table with more columns than a telephone is wide scrolls by itself, by keyboard too."""
    head = _HEAD.findall(html) if html.startswith("<table") else []
    if len(head) <= NARROW:
        return html
    labels = ", ".join(filter(None, map(plain_text, head)))
    name = escape(f"Table: {labels}" if labels else "Table")
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">{html}</div>'


def _address(href: str, around: Surroundings) -> str:
    return escape(targets.resolve(unescape(href), around.base) or "#")


def _image(tag: str, around: Surroundings) -> str:
    """The article's image that the tag names; its text alone where there is none."""
    source, alt = _SOURCE.search(tag), _ALT.search(tag)
    text = alt[1] if alt else ""
    picture = around.pictures.get(unquote(unescape(source[1]))) if source else None
    if picture is None:
        return f'<span class="image-missing">{text}</span>' if text else ""
    return img(picture, text)
