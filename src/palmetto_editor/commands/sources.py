"""An argument as a source: a page or a text. A bundle is no source; it holds an article already."""

from __future__ import annotations

import sys
from pathlib import Path

from palmetto_editor.bundle.contents import ARTICLE
from palmetto_editor.bundle.disk import told
from palmetto_editor.commands.opening import STANDARD_INPUT
from palmetto_editor.intake.source import MOST_BYTES, Source, from_bytes, open_source

_ZIP = b"PK\x03\x04"
_MOST_PEEKED = 4096  # bytes in which an article.json says what it is


def given(argument: str) -> Source | bytes | None:
    """The source that an argument names; None for the path of a bundle, and of nothing; the bytes
    of an article.json on standard input. UserError for what cannot be read.
    """
    if argument == STANDARD_INPUT:
        data = sys.stdin.buffer.read(MOST_BYTES + 1)
        return data if is_article(data) else from_bytes(data, "standard input")
    path = Path(argument)
    if path.name == ARTICLE or not path.is_file() or _is_packed(path):
        return None
    source = open_source(path)
    return None if source.kind == "bundle" or is_article(source.data) else source


def is_article(data: bytes) -> bool:
    """Whether bytes are those of an article.json, be it whole or not; nothing at all is one too,
    since it is said best there what is missing.
    """
    start = data[:_MOST_PEEKED].lstrip(b"\xef\xbb\xbf \t\r\n")
    return not start or (start.startswith(b"{") and b"palmetto-article" in start)


def _is_packed(path: Path) -> bool:
    """Whether this is the zip of a bundle; a Word file is a zip, too."""
    if path.suffix.lower() == ".docx":
        return False
    with told(f"{path.name} could not be opened."), path.open("rb") as file:
        return path.suffix.lower() == ".zip" or file.read(len(_ZIP)) == _ZIP
