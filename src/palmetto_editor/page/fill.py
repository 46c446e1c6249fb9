"""From a rendered text to its HTML on the page: numbers, images and addresses put in.

Rendered HTML is canonical (`markup.sanitise`): lower-case names, double quotes, `<`, `>` and `"`
escaped inside them, and no slot within a tag. So it may be read with regular expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape, unescape
from typing import NamedTuple
from urllib.parse import quote, unquote

from palmetto_editor.markup.plain import plain_text
from palmetto_editor.markup.rendered import SLOT, Cite, Cluster, Rendered
from palmetto_editor.model.values import Image
from palmetto_editor.page import targets
from palmetto_editor.page.numbering import ClusterMarks, Mark
from palmetto_editor.structured.plain import one_line

_SEAM = re.compile(rf"<(?:a|img) [^>]*>|{SLOT.pattern}")
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

    `base` is the publication's address, `pictures` are known by id and by file name, `names` say
    who a citation in running text names.
    """

    base: str
    pictures: Mapping[str, Picture]
    names: Mapping[str, str]


class Numbers(NamedTuple):
    """The numbers for one text: of its clusters, of its footnote references."""

    clusters: ClusterMarks = ()
    notes: tuple[Mark, ...] = ()


def fill(rendered: Rendered, numbers: Numbers, around: Surroundings) -> str:
    """The HTML of a text on the page."""
    picture = around.pictures.get(alone_image(rendered))
    if picture:
        return figure(img(picture, alone_alt(rendered)), picture, picture.caption)

    def seam(match: re.Match[str]) -> str:
        if match[1]:
            return _slot(rendered, numbers, match, around)
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


def plain_bracket(cluster: Cluster, marks: tuple[Mark, ...]) -> str:
    """A cluster's text where nothing can be linked: `[1, 2, p. 3]`."""
    shown = [
        _around(c, str(mark.number) if mark.number else f"?{c.key}")
        for c, mark in zip(cluster.cites, marks, strict=True)
    ]
    return f"[{', '.join(shown)}]"


def _slot(rendered: Rendered, numbers: Numbers, match: re.Match[str], around: Surroundings) -> str:
    index = int(match[2])
    if match[1] == "n":
        return _note(numbers.notes[index], rendered.notes[index])
    return _cluster(rendered.clusters[index], numbers.clusters[index], around)


def _note(mark: Mark, label: str) -> str:
    if not mark.number:
        return f'<span class="citation-missing">[^{escape(label, quote=False)}]</span>'
    number, name = mark.number, f"noteref-{mark.number}-{mark.occurrence}"
    return (
        f'<sup class="note-ref"><a id="{name}" href="#note-{number}" role="doc-noteref">'
        f"{number}</a></sup>"
    )


def _cluster(cluster: Cluster, marks: tuple[Mark, ...], around: Surroundings) -> str:
    shown = [_cite(cite, mark) for cite, mark in zip(cluster.cites, marks, strict=True)]
    if len(marks) == 1 and not marks[0].number:
        bare = escape(_around(cluster.cites[0], f"?{cluster.cites[0].key}"), quote=False)
        return f'<span class="citation-missing">[{bare}]</span>'
    bracket = f'<span class="citation">[{", ".join(shown)}]</span>'
    named = cluster.narrative and not cluster.cites[0].suppress
    who = around.names.get(cluster.cites[0].key, "") if named else ""
    return f"{who} {bracket}" if who else bracket


def _cite(cite: Cite, mark: Mark) -> str:
    if not mark.number:
        key = escape(f"?{cite.key}", quote=False)
        return _escaped(cite, f'<span class="citation-missing">{key}</span>')
    number, name = mark.number, f"cite-{mark.number}-{mark.occurrence}"
    # Numbers never name the author; that the writer left the name out is told for other styles.
    unnamed = ' data-author="unnamed"' if cite.suppress else ""
    link = f'<a id="{name}" href="#ref-{number}" role="doc-biblioref"{unnamed}>{number}</a>'
    return _escaped(cite, link)


def _escaped(cite: Cite, shown: str) -> str:
    prefix, suffix = (escape(text, quote=False) for text in (cite.prefix, cite.suffix))
    return _around(replace(cite, prefix=prefix, suffix=suffix), shown)


def _around(cite: Cite, shown: str) -> str:
    before = f"{cite.prefix} " if cite.prefix else ""
    after = f", {cite.suffix}" if cite.suffix else ""
    return f"{before}{shown}{after}"


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
