"""Width and height of image files, which the page's `<img>` and the graph say."""

from __future__ import annotations

import struct
from pathlib import Path

_FAILURES = (OSError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError)


def image_weight(path: Path) -> int | None:
    """How many bytes a file has; None where it cannot be told."""
    try:
        return path.stat().st_size
    except OSError:
        return None


def image_size(path: Path) -> tuple[int, int] | None:
    """Width and height in pixels as a browser shows it; None where they cannot be told."""
    if path.suffix.lower() == ".svg":
        return _drawing_size(path)
    import imagesize  # it draws in urllib, which only those with images need wait for

    try:
        width, height = imagesize.get(path)
    except (*_FAILURES, struct.error, SyntaxError):
        return None  # imagesize leaves its parsers' errors as they come
    return (int(width), int(height)) if width > 0 and height > 0 else None


def _drawing_size(path: Path) -> tuple[int, int] | None:
    from palmetto_editor.bundle import svg

    try:
        with path.open("rb") as file:
            return svg.size(file.read(svg.HEAD))
    except OSError:
        return None
