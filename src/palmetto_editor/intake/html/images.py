"""Where an `<img>` has its picture: lazy loading, `srcset`, pictures beside a saved page, data."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from palmetto_editor.intake.html.addresses import joined
from palmetto_editor.intake.html.tree import Node, attr

ReadImage = Callable[[str], bytes | None]

_LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "data-large-file")
_LAZY_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_EMPTY = re.compile(
    r"data:image/(?:svg\+xml|gif)|about:blank|.*(?:blank|spacer|placeholder|pixel)\.", re.I
)
_DATA = re.compile(r"data:image/(png|jpe?g|gif|webp|avif)(?:;[\w=-]+)*?(;base64)?,", re.I)
_SIZE = re.compile(r"\s*(\S+?),?\s+(\d{1,5})(?:\.\d+)?[wx]\s*(?:,|$)")
_UNSAFE = re.compile(r"[^\w.() -]+")
_MOST_DATA = 20_000_000


@dataclass(slots=True)
class Pictures:
    """The pictures that came with a page, by the bare file name that a figure then has."""

    read: ReadImage
    base: str
    files: dict[str, bytes] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def resolve(self, image: Node) -> str:
        """The picture's file name or address, which the element has from now on."""
        source = best_source(image)
        if source not in self.names:
            self.names[source] = self._file(source)
        name = self.names[source]
        image.attrs["src"] = name
        for lazy in (*_LAZY, *_LAZY_SETS):
            if lazy in image.attributes:
                del image.attrs[lazy]
        return name

    def _file(self, source: str) -> str:
        data = _DATA.match(source[:100])
        if data:
            content = _decoded(source, data)
            return self._keep(f"image.{data[1].lower()}", content) if content else ""
        if not source or source.startswith(("data:", "blob:", "cid:", "about:")):
            return ""
        content = self.read(source)
        if content is not None:
            return self._keep(_bare(source), content)
        return joined(self.base, source)

    def _keep(self, name: str, content: bytes) -> str:
        stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
        number = 1
        while name in self.files and self.files[name] != content:
            number += 1
            name = f"{stem}-{number}{suffix}"
        self.files[name] = content
        return name


def best_source(image: Node) -> str:
    """The address that a browser would have shown in the end."""
    source = attr(image, "src").strip()
    lazy = next((attr(image, name).strip() for name in _LAZY if attr(image, name)), "")
    if lazy and (not source or _EMPTY.match(source[:300])):
        return lazy
    if source and not _EMPTY.match(source[:300]):
        return source
    sets = next((attr(image, name) for name in _LAZY_SETS if attr(image, name)), "")
    return _largest(sets[:20_000]) or source


def _largest(candidates: str) -> str:
    sized = {int(match[2]): match[1] for match in _SIZE.finditer(candidates)}
    if not sized:
        first = candidates.split()
        return first[0].rstrip(",") if first else ""
    return str(sized[max(sized)])


def _decoded(source: str, data: re.Match[str]) -> bytes | None:
    body = source[data.end() :]
    if len(body) > _MOST_DATA:
        return None
    if not data[2]:
        return unquote_to_bytes(body)
    try:
        return base64.b64decode(unquote(body), validate=False)
    except (binascii.Error, ValueError):
        return None


def _bare(source: str) -> str:
    """A name that an article's image may have, from the address."""
    name = PurePosixPath(unquote(urlsplit(source).path).replace("\\", "/")).name
    return _UNSAFE.sub("-", name).lstrip(". ")[:120] or "image"
