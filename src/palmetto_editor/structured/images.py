"""ImageObject nodes: the images that the page shows, the shapes of one, the publisher's logo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urljoin

from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article, Image
from palmetto_editor.structured.addresses import is_absolute
from palmetto_editor.structured.keys import digest
from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.shapes import SHARE, Shape
from palmetto_editor.structured.site import Node, Site, node


def images(
    article: Article, site: Site, captions: Mapping[str, str], sizes: Mapping[str, tuple[int, int]]
) -> dict[str, Node]:
    """A node for the article's own image and each that stands on the page, by the image's id.

    `captions` has an entry, perhaps empty, for every image that the page shows.
    """
    chosen: dict[str, Node] = {}
    for image in article.images:
        if image.id == article.metadata.image or image.id in captions:
            chosen.setdefault(image.id, _image(image, site, captions, sizes))
    return {image: made for image, made in chosen.items() if made}


def _image(
    image: Image, site: Site, captions: Mapping[str, str], sizes: Mapping[str, tuple[int, int]]
) -> Node:
    url = site.asset(image.file)
    if not is_absolute(url):
        return {}
    width, height = map(_pixels, sizes.get(image.file, (0, 0)))
    return node(
        "ImageObject",
        site.item("image", image.id),
        url=url,
        contentUrl=url,
        width=width,
        height=height,
        caption=one_line(captions.get(image.id, "")),
        creditText=one_line(image.credit) if image.id in captions else "",
    )


def shaped(image: Node, item: str, shapes: Iterable[Shape], site: Site) -> list[Node]:
    """The shapes of the article's image, whose node is given and whose id is `item`.

    They show the same, so they bear its caption and credit. That of link previews is the head's.
    """
    return [_shaped(image, item, shape, site) for shape in shapes if shape.name != SHARE]


def _shaped(image: Node, item: str, shape: Shape, site: Site) -> Node:
    url = site.asset(shape.file)
    width, height = map(_pixels, shape.size)
    return node(
        "ImageObject",
        site.item(f"image-{shape.name}", item),
        url=url,
        contentUrl=url,
        width=width,
        height=height,
        caption=image.get("caption"),
        creditText=image.get("creditText"),
    )


def _pixels(count: int) -> Node | None:
    """schema.org's range is QuantitativeValue, not a bare number; E37 is UN/CEFACT's pixel."""
    return node("QuantitativeValue", value=count, unitCode="E37") if count > 0 else None


def logo(publication: Publication, site: Site) -> Node | None:
    """The publisher's logo; a path is taken below the publication's address."""
    written = publication.publisher.logo.strip()
    url = urljoin(site.base, written) if site.base and written else written
    if not is_absolute(url):
        return None
    return node("ImageObject", site.shared("logo", digest(url)), url=url, contentUrl=url)
