"""Images of the markup: whole addresses, large enough, and in the shapes that are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from palmetto_editor.checks.graph.marked import Marked, text
from palmetto_editor.checks.graph.page_rule import in_graph
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured.addresses import is_absolute
from palmetto_editor.structured.wild.nodes import many

_PROPERTIES = ("image", "logo", "thumbnailUrl", "primaryImageOfPage", "contentUrl")
_LEAST = 50_000  # pixels of each image (Google, Article)
_WIDE = 1_200  # pixels across, for large pictures in results (Google, Discover)
_SHARED = 1200 / 630  # a link preview's, which is the shape of many an article's one image
_RATIOS = {"16:9": 16 / 9, "4:3": 4 / 3, "1:1": 1.0}
_NEAR = 0.03  # how far from a ratio an image of whole pixels may be
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


def shape(page: Marked) -> Iterator[Hit]:
    """No image has a shape in which one is shown: whoever shows the article cuts it."""
    shapes = _shapes(page)
    wanted = (*_RATIOS.values(), _SHARED)
    if shapes and not any(_is_near(one, ratio) for one in shapes for ratio in wanted):
        message = "No image is 16:9, 4:3 or 1:1, so each result cuts what it shows; offer these."
        yield Hit(in_graph(page.name(page.article), "image"), message)


def ratios(page: Marked) -> Iterator[Hit]:
    """Some shapes are offered, and others not."""
    shapes = _shapes(page)
    lacking = [
        name for name, ratio in _RATIOS.items() if not any(_is_near(one, ratio) for one in shapes)
    ]
    if shapes and lacking and next(shape(page), None) is None:
        message = f"No image is {' or '.join(lacking)}; results show an article in each shape."
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


def _shapes(page: Marked) -> list[float]:
    """Width by height of each image; none where the markup does not give every size."""
    sizes = _sizes(page)
    if len(sizes) < len([value for value in page.linked(page.article, "image") if value]):
        return []
    return [width / height for _, (width, height) in sizes]


def _is_near(one: float, ratio: float) -> bool:
    return abs(one - ratio) < _NEAR * ratio


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
