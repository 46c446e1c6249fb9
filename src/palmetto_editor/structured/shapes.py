"""The shapes in which the lead image is offered: planned here, made when the article is exported.

Results show an article's image in 16:9, 4:3 and 1:1 (Google, Article), link previews in 1200 by
630 (ogp.me); whoever finds no such image cuts one. So each shape that the lead image has not
itself gets a file: the whole image, as large as it is, on a canvas that is as much larger as the
shape wants. The plan depends on names and sizes alone, so that the graph, the page's head and the
export say the same without looking at a pixel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from palmetto_editor.model.values import Article, Image
from palmetto_editor.structured.addresses import is_absolute
from palmetto_editor.structured.site import Site

Size = tuple[int, int]  # width and height, in pixels where a file is meant

RATIOS: dict[str, Size] = {"16:9": (16, 9), "4:3": (4, 3), "1:1": (1, 1)}
SHARE = "share"
_SHARED: Size = (1200, 630)
_NEAR = 0.03  # how far from a ratio an image of whole pixels may be
MOST_PIXELS = 20_000_000  # of a canvas: any telephone's photo, and no bomb

# What each kind of image is kept as on its canvas; kinds that are not here get none.
_ENDINGS = {"png": "png", "gif": "png", "webp": "png", "avif": "png"}
_ENDINGS |= {"jpg": "jpg", "jpeg": "jpeg", "svg": "svg"}


@dataclass(frozen=True, slots=True)
class Shape:
    """A file to be made: the image in the file `source`, which is `whole` large, on a canvas.

    `name` is `16x9`, `4x3`, `1x1` or `share`; `size` is that of the canvas.
    """

    name: str
    file: str
    size: Size
    source: str
    whole: Size


def lead(article: Article) -> Image | None:
    """The image that stands for the article."""
    chosen = article.metadata.image
    return next((image for image in article.images if image.id == chosen), None)


def offered(article: Article, site: Site, sizes: Mapping[str, Size]) -> tuple[Shape, ...]:
    """The shapes of the lead image; none on a page without an address, which names no image."""
    image = lead(article)
    if image is None or not is_absolute(site.asset(image.file)):
        return ()
    return planned(article, sizes.get(image.file))


def planned(article: Article, size: Size | None) -> tuple[Shape, ...]:
    """What can be made of the lead image, which is `size` large; no name is an image's already."""
    image = lead(article)
    stem, _, ending = image.file.rpartition(".") if image else ("", "", "")
    kept = _ENDINGS.get(ending.lower(), "")
    if image is None or size is None or not (stem and kept):
        return ()
    taken = {other.file.casefold() for other in article.images}
    return tuple(
        Shape(name, _free(f"{stem}-{name}", kept, taken), canvas, image.file, size)
        for name, canvas in _canvases(size, is_drawing=kept == "svg")
    )


def lacking(sizes: Iterable[Size]) -> list[str]:
    """The ratios that none of the images has."""
    known = list(sizes)
    return [name for name, ratio in RATIOS.items() if not any(_is_near(s, ratio) for s in known)]


def _canvases(size: Size, *, is_drawing: bool) -> Iterator[tuple[str, Size]]:
    """Name and size of each canvas that is wanted; most link previews show no SVG."""
    wanted = {name.replace(":", "x"): ratio for name, ratio in RATIOS.items()}
    if not is_drawing:
        wanted[SHARE] = _SHARED
    for name, ratio in wanted.items():
        width, height = canvas = _around(size, ratio)
        can_be = is_drawing or width * height <= MOST_PIXELS
        if can_be and _is_near(canvas, ratio) and not _is_near(size, ratio):
            yield name, canvas


def _around(size: Size, ratio: Size) -> Size:
    """The smallest canvas of a ratio, to the pixel, that holds an image whole."""
    width, height = size
    across, down = ratio
    if width * down >= height * across:
        return width, -(-width * down // across)
    return -(-height * across // down), height


def _is_near(size: Size, ratio: Size) -> bool:
    wanted = ratio[0] / ratio[1]
    return abs(size[0] / size[1] - wanted) < _NEAR * wanted


def _free(stem: str, ending: str, taken: set[str]) -> str:
    name, number = f"{stem}.{ending}", 2
    while name.casefold() in taken:
        name, number = f"{stem}-{number}.{ending}", number + 1
    return name
