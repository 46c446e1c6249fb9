"""Image files of the open article: copied aside at once, written into the bundle when it is saved.

The copy lies in the session's own folder, so that a picture survives the loss of its original.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from palmetto_editor.errors import UserError

LARGEST = 32 * 1024 * 1024  # bytes
SUFFIXES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"}


def add_image(source: Path, folder: Path, taken: frozenset[str] | set[str]) -> Path:
    """Copy an image into `folder` under a safe name that is not `taken`; the copy's path.

    UserError where the file cannot be read, is no image of a known kind, or is above 32 MiB.
    """
    from palmetto_editor.bundle.sizes import image_size  # loads what the first paint does without

    try:
        data = _read(source)
    except OSError as error:
        raise UserError(
            f"{source.name} could not be read.",
            error.strerror or str(error),
            "Choose another file, or check that you may read it.",
        ) from error
    if source.suffix.casefold() not in SUFFIXES or image_size(source) is None:
        raise UserError(
            f"{source.name} is not an image that a page can show.",
            "Its content or its ending is not that of PNG, JPEG, GIF, WebP, AVIF or SVG.",
            "Convert it to PNG, JPEG or SVG first.",
        )
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / _free_name(source, {name.casefold() for name in taken})
    target.write_bytes(data)
    return target


def _read(source: Path) -> bytes:
    if source.stat().st_size > LARGEST:
        raise UserError(
            f"{source.name} is larger than 32 MiB.",
            "Readers would wait for it, and search engines pass it over.",
            "Save it smaller, for instance 1,600 pixels wide, and add it again.",
        )
    return source.read_bytes()


def _free_name(source: Path, taken: set[str]) -> str:
    ascii_stem = unicodedata.normalize("NFKD", source.stem).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^A-Za-z0-9]+", "-", ascii_stem).strip("-").lower()[:48] or "image"
    suffix = source.suffix.lower()
    name, number = f"{stem}{suffix}", 2
    while name in taken:
        name, number = f"{stem}-{number}{suffix}", number + 1
    return name
