"""Citations, notes and images of a page of ours, as the Markdown that they were made from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from palmetto_editor.intake.html import spell
from palmetto_editor.intake.own.older import older
from palmetto_editor.intake.own.sheet import attribute, classes
from palmetto_editor.markup.rendered import Cite, Cluster
from palmetto_editor.page import targets
from palmetto_editor.page.cited_text import spelled
from palmetto_editor.structured.addresses import is_slug

MISSING = "missing"  # in the place of an image that the article does not have
_PLACE = re.compile(r"cite-([1-9]\d{0,8})-\d+")
_BARE = re.compile(r"(.*?)@([^\s{}@]+)", re.DOTALL)  # in running text, without a locator
_UNKNOWN = re.compile(r"(?:(?P<prefix>.*?) )??\?(?P<key>\S+?)(?:, (?P<suffix>.*))?", re.DOTALL)
_EXTENDS = re.compile(r"[\w{]|[:.#$%&+?<>~/-]+\w|/")


@dataclass(frozen=True, slots=True)
class Marks:
    """What a page refers to.

    `keys` are the citation keys by number, `images` the ids by file name, `base` is the
    publication's address.
    """

    keys: Sequence[str]
    images: Mapping[str, str] = field(default_factory=dict)
    base: str = ""

    def prepare(self, tree: LexborHTMLParser) -> None:
        """Give the page's links and images the addresses that they were written with."""
        for link in tree.css("main a[href]"):
            address = attribute(link, "href")
            sibling = self._sibling(address)
            if sibling:
                link.attrs["href"] = sibling
        for image in tree.css('main img[src^="assets/"]'):
            for name in ("width", "height", "loading", "decoding"):
                if name in image.attributes:
                    del image.attrs[name]
            file = unquote(attribute(image, "src").removeprefix("assets/"))
            image.attrs["src"] = self.images.get(file, file)

    def __call__(self, node: LexborNode) -> str | None:
        """The Markdown of an element that is no HTML of the writer's; see `spell.block`."""
        names = classes(node) if node.tag in ("span", "sup") else []
        if "note-ref" in names:
            return f"[^{node.text().strip()}]"
        if "citation-missing" in names:
            return _unknown(node.text())
        if "citation" in names:
            return self._cluster(node)
        if "image-missing" in names:
            return f"![{spell.literal(node.text())}]({MISSING})"
        return "" if "back" in names else None

    def _sibling(self, address: str) -> str:
        """`article:slug` for the address of another article of the publication; else ""."""
        start = self.base or "../"
        slug, hash_, fragment = address.removeprefix(start).partition("#")
        slug = unquote(slug.removesuffix("/"))
        found = f"article:{slug}{hash_}{fragment}"
        known = address.startswith(start) and is_slug(slug)
        return found if known and targets.resolve(found, self.base) == address else ""

    def _cluster(self, node: LexborNode) -> str:
        """What the citation says it was written as; else the keys to which its anchors lead."""
        written = attribute(node, "data-cite")
        if not written:
            if as_before := older(node, self.keys):
                return as_before
            places = map(_PLACE.fullmatch, (attribute(one, "id") for one in node.css("[id]")))
            keys = [self._key(int(place[1])) for place in places if place]
            return spelled(Cluster(tuple(map(Cite, keys)))) if keys else spell.literal(node.text())
        beside = node.next
        bare = written[-1:] != "]" and _BARE.fullmatch(written)
        if bare and beside is not None:
            after = (beside.text_content or "") if beside.is_text_node else ""
            return f"{bare[1]}@{{{bare[2]}}}" if _EXTENDS.match(after) else written
        return written

    def _key(self, number: int) -> str:
        return self.keys[number - 1] if 0 < number <= len(self.keys) else str(number)


def _unknown(text: str) -> str:
    """A citation, or a footnote's mark, of nothing that there is."""
    inner = text.strip()
    inner = inner[1:-1] if inner.startswith("[") and inner.endswith("]") else inner
    if inner.startswith("^"):
        return f"[{inner}]"
    match = _UNKNOWN.fullmatch(inner)
    if match is None:
        return spell.literal(text)
    cite = Cite(match["key"], match["prefix"] or "", match["suffix"] or "")
    return spelled(Cluster((cite,)))
