"""Addresses of a page made whole: links that are relative, saved, or wrapped by a redirect."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from palmetto_editor.intake.html.tree import Node, Tree, attr

_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_WEB = re.compile(r"https?://[^\s/]", re.I)
_REDIRECTS = ("www.google.com/url", "google.com/url", "l.facebook.com/l.php")


def base(tree: Tree, text: str) -> str:
    """The page's own address, `""` where nothing tells it."""
    head = tree.root
    candidates = []
    if head is not None:
        candidates += [attr(node, "href") for node in head.css("base[href]")]
    saved = _SAVED.search(text, 0, 4096)
    candidates.append(saved[1] if saved else "")
    if head is not None:
        candidates += [attr(node, "href") for node in head.css("link[rel=canonical][href]")]
        candidates += [attr(node, "content") for node in head.css('meta[property="og:url"]')]
    return next((one.strip() for one in candidates if _WEB.match(one.strip())), "")


def make_whole(root: Node, address: str) -> None:
    """Links to this page become fragments, relative ones whole, redirects what they lead to."""
    own = urldefrag(address).url.rstrip("/")
    for link in root.css("a[href]"):
        old = attr(link, "href")
        new = _whole(old, address, own)
        if new != old:
            link.attrs["href"] = new


def joined(address: str, reference: str) -> str:
    """A relative address as seen from the page; unchanged where there is nothing to join."""
    if not address or not reference or reference.startswith(("#", "data:")):
        return reference
    try:
        return urljoin(address, reference)
    except ValueError:
        return reference


def _whole(reference: str, address: str, own: str) -> str:
    reference = reference.strip()
    if reference.startswith("#"):
        return reference
    if any(redirect in reference[:40] for redirect in _REDIRECTS):
        reference = _target(reference)
    if own and "#" in reference:
        page, _, place = reference.partition("#")
        if place and page.rstrip("/") == own:
            return f"#{place}"
    return joined(address, reference)


def _target(reference: str) -> str:
    try:
        found = parse_qs(urlsplit(reference).query)
    except ValueError:
        return reference
    target = next((found[name][0] for name in ("q", "url", "u") if name in found), "")
    return target if _WEB.match(target) else reference
