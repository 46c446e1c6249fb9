"""Images of the markup: whole addresses, large enough, and in each shape that is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from palmetto_editor.checks.graph.marked import Marked, text
from palmetto_editor.checks.graph.page_rule import in_graph
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured.addresses import is_absolute
from palmetto_editor.structured.shapes import lacking
from palmetto_editor.structured.wild.nodes import many

_PROPERTIES = ("image", "logo", "thumbnailUrl", "primaryImageOfPage", "contentUrl")
_LEAST = 50_000  # pixels of each image (Google, Article)
_WIDE = 1_200  # pixels across, for large pictures in results (Google, Discover)
_PIXELS = re.compile(r"\s*(\d{1,6})(?:\.0+)?\s*(?:px)?\s*", re.IGNORECASE)


def address(page: Marked) -> Iterator[Hit]:
    for node in page.own:
        names = (*_PROPERTIES, "url") if page.is_a(node, "ImageObject") else _PROPERTIES
        for name in names:
            for value in many(node.get(name)):
                said = value.strip() if isinstance(value, str) else ""
                if said and not is_absolute(said):
                    message = f"The image address {quoted(said)} is not absolute; write all of it."
                    yield Hit(in_graph(page.name(node), name), message)
                    break


def small(page: Marked) -> Iterator[Hit]:
    for image, (width, height) in _sizes(page):
        if width * height < _LEAST:
            message = (
                f"The image {quoted(address_of(image))} has {width} × {height} pixels; search "
                f"engines want at least {_LEAST:,} in all."
            )
            yield Hit(in_graph(page.name(page.article), "image"), message)


def narrow(page: Marked) -> Iterator[Hit]:
    sizes = [size for _, size in _sizes(page)]
    widest = max((width for width, _ in sizes), default=_WIDE)
    if widest < _WIDE:
        message = f"The widest image has {widest} pixels across; large previews need {_WIDE:,}."
        yield Hit(in_graph(page.name(page.article), "image"), message)


def ratios(page: Marked) -> Iterator[Hit]:
    """Each shape is offered in which results show an article; whoever lacks one cuts another.

    An image of unknown size may have any shape, but only one.
    """
    images = [value for value in page.linked(page.article, "image") if value]
    sizes = [size for _, size in _sizes(page)]
    lost = lacking(sizes)
    unknown = len(images) - len(sizes)
    if images and len(lost) > unknown:
        none = f"No image is {' or '.join(lost)}"
        few = f"{len(images)} image{'s' * (len(images) > 1)} cannot be all of 16:9, 4:3 and 1:1"
        said = f"The article’s {few}" if unknown else none
        message = f"{said}, so results cut what they show; offer each shape."
        yield Hit(in_graph(page.name(page.article), "image"), message)


def address_of(image: Any) -> str:
    """An image's own address, or ""."""
    if isinstance(image, str):
        return text(image)
    if not isinstance(image, dict):
        return ""
    found = (text(value) for n in ("contentUrl", "url") for value in many(image.get(n)))
    return next(filter(None, found), "")


def size_of(page: Marked, image: Any) -> tuple[int, int] | None:
    """Width and height in pixels, where the markup gives both."""
    if not isinstance(image, dict):
        return None
    width, height = (_pixels(page, image, name) for name in ("width", "height"))
    return (width, height) if width and height else None


def _sizes(page: Marked) -> list[tuple[Any, tuple[int, int]]]:
    images = page.linked(page.article, "image")
    known = ((image, size_of(page, image)) for image in images)
    return [(image, size) for image, size in known if size]


def _pixels(page: Marked, image: dict[str, Any], name: str) -> int:
    value = next(iter(page.linked(image, name)), None)
    if isinstance(value, dict):
        value = value.get("value")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return 0
    match = _PIXELS.fullmatch(str(value)[:40])
    return int(match[1]) if match else 0
