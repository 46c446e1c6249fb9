"""The articles beside an article: the bundles in the folder that holds it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

_ARTICLE = "article.json"
_HEAD = 2_000  # bytes of an article in which its id stands
_ID = re.compile(rb'"id":\s*"([^"\\]{1,200})"')
_MOST = 5_000  # entries of a folder that are looked at


def siblings(bundle: Path, pause: Callable[[], None] = lambda: None) -> frozenset[str] | None:
    """The slugs and ids of the other articles in a bundle's folder; None where there is none.

    A slug is the name of a bundle, a folder or a zip. None too where the folder cannot be read.
    `pause` is called between its entries.
    """
    found: set[str] = set()
    try:
        with os.scandir(bundle.parent) as entries:
            for _, entry in zip(range(_MOST), entries, strict=False):
                pause()
                if entry.name != bundle.name:
                    found |= _names(Path(entry.path))
    except OSError:
        return None
    return frozenset(found) or None


def _names(path: Path) -> set[str]:
    """What an article may be called by; nothing where this is none. A zip is not opened."""
    if path.suffix.lower() == ".zip":
        return {path.stem}
    article = path / _ARTICLE
    try:
        if not article.is_file():  # a pipe of that name would be waited at for ever
            return set()
        with article.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return set()
    identifier = _ID.search(head)
    return {path.name, identifier[1].decode("utf-8", "replace")} if identifier else {path.name}
