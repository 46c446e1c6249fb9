"""The lead image in all its shapes: markup and head offer those that are made of it, and no other.

Which are made follows from the size that the markup gives the lead image; that size is compared
with the visible page elsewhere, and whether the files are there with the bundle.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from urllib.parse import quote

from palmetto_editor.checks.difference import GRAPH, PAGE, SOURCE, difference
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph_reading import GraphReading, Node, many, text
from palmetto_editor.checks.reading import Reading
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article
from palmetto_editor.structured.shapes import SHARE, Size, planned

_PLACE = Place("metadata", field="image")


def compare(article: Article, page: Reading, graph: GraphReading) -> Iterator[Finding]:
    primary = next(graph.linked(graph.page, "primaryImageOfPage"), {})
    folder = text(primary, "url").rpartition("/")[0]

    def address(file: str) -> str:
        return f"{folder}/{quote(file, safe='', errors='replace')}"

    shapes = planned(article, _size(primary)) if primary else ()
    wanted = [_said(address(shape.file), shape.size) for shape in shapes if shape.name != SHARE]
    own = {address(image.file) for image in article.images}
    offered = [
        node for node in graph.linked(graph.article, "image") if text(node, "url") not in own
    ]
    marked = [_said(text(node, "url"), _size(node)) for node in offered]
    for one, other in zip_longest(wanted if graph.article else [], marked, fillvalue=""):
        if one != other:
            yield difference("graph", _PLACE, (SOURCE, one), (GRAPH, other))
    share = next((shape for shape in shapes if shape.name == SHARE), None)
    preview = _said(text(primary, "url"), _size(primary))
    if share:
        preview = _said(address(share.file), share.size)
    shown = _shown(page)
    if shown != preview:
        yield difference("head", _PLACE, (PAGE, shown), (GRAPH, preview))


def _shown(page: Reading) -> str:
    """The image of link previews, as the head has it."""
    names = ("og:image", "og:image:width", "og:image:height")
    found = ["".join(page.values(f'meta[property="{n}"]', "content")[:1]) for n in names]
    return f"{found[0]} {found[1]} × {found[2]}" if found[1] or found[2] else found[0]


def _size(node: Node) -> Size | None:
    """Width and height as the markup has them; None unless both are numbers above 0."""
    found = [
        value.get("value") if isinstance(value, dict) else None
        for name in ("width", "height")
        for value in many(node.get(name))[:1]
    ]
    sides = [side for side in found if isinstance(side, int) and side > 0]
    return (sides[0], sides[1]) if len(sides) == len(found) == 2 else None


def _said(url: str, size: Size | None) -> str:
    return f"{url} {size[0]} × {size[1]}" if size else url
