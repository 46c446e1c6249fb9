"""Where a link may lead, and where `article:` leads."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin

from palmetto_editor.structured import addresses

_DROPPED = re.compile(
    r"[\x00-\x1f\x7f\ud800-\udfff\ue000\ue001]+"
)  # browsers drop tabs and line ends
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ALLOWED = frozenset({"http", "https", "mailto"})
_SIBLING = "article:"


def resolve(target: str, base: str) -> str:
    """The address for a link's `href`, not yet escaped; "" where it must not be one.

    `base` is the publication's address or "". `article:slug#place` is a sibling of the page: below
    the base, or beside the page's own folder where there is none.
    """
    bare = _DROPPED.sub("", target).strip().replace(" ", "%20")
    if bare.startswith(_SIBLING):
        return _sibling(bare.removeprefix(_SIBLING), base)
    scheme = _SCHEME.match(bare)
    return bare if scheme is None or scheme[1].lower() in _ALLOWED else ""


def web(address: str) -> str:
    """An http or https address with a host, or ""."""
    bare = address.strip()
    return bare if addresses.is_absolute(bare) else ""


def _sibling(name: str, base: str) -> str:
    slug, hash_, fragment = name.partition("#")
    if not slug.strip("./"):
        return ""
    return urljoin(base, f"{'' if base else '../'}{quote(slug, safe='%')}/") + hash_ + fragment
