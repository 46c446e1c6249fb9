"""Web addresses, and the DOI that a publisher's address holds."""

from __future__ import annotations

import re
from urllib.parse import unquote

_WEB = re.compile(r"https?://[^\s\"<>\\^`{|}\x00-\x1f]+", re.IGNORECASE)
_SPOKEN = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_DOI = re.compile(r"(?<![\w.])10\.\d{4,9}(?:\.\d+)*/[^\s\"<>]+", re.ASCII)
_NATURE = re.compile(
    r"(?:https?://)?(?:www\.)?nature\.com/articles/([\w.-]+?)(?:\.pdf)?/?(?:[?#].*)?", re.I
)
# What publishers put behind a DOI: views, files, and the version of a preprint.
_VIEW = re.compile(
    r"(?:/(?:full(?:-?text)?|abstract|e?pdf|html|xml|meta|summary|references|figures|metrics)/?"
    r"|\.(?:full|abstract|short|long|full-text|e?pdf|html?|xml))+$",
    re.I,
)
_PREPRINT = re.compile(r"(10\.(?:1101|64898)/[\d.]+)v\d+.*")


def web(text: str) -> str:
    """An http or https address, or "" for any other scheme or anything that is none."""
    bare = text.strip()
    return bare if _WEB.fullmatch(bare) else ""


def doi_within(text: str) -> str:
    """The DOI in a publisher's address, without what the publisher put behind it, or "".

    Nature's addresses have the DOI without its prefix, https://www.nature.com/articles/….
    """
    if not _SPOKEN.fullmatch(text):
        return ""
    nature = _NATURE.fullmatch(text)
    if nature:
        return f"10.1038/{nature[1]}"
    path, _, query = text.partition("#")[0].partition("?")
    for part in (path, *query.split("&")):
        found = _DOI.search(unquote(part))
        if found:
            bare = _VIEW.sub("", found[0]).rstrip("/")
            preprint = _PREPRINT.fullmatch(bare)
            return preprint[1] if preprint else bare
    return ""
