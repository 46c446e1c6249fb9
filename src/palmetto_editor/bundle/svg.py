"""SVG files: how large one is shown, and the same one on a larger canvas.

Only what stands before the root element and its own tag is read. Entities are left to expat, which
stops where they grow out of all proportion (2.4.1 and later), and asks no file and no server.
"""

from __future__ import annotations

import contextlib
import math
import re
from xml.parsers import expat  # defusedxml refuses every entity, which Illustrator writes into each

from palmetto_editor.structured.shapes import Size

HEAD = 2**16  # bytes in which the root's tag must stand
_LENGTH = re.compile(r"\s*([0-9]{0,9}(?:\.[0-9]{1,9})?)(px|pt|pc|mm|cm|in|)\s*")
_PIXELS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
_CANVAS = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="0 0 {} {}">'  # CSS px
)


def size(data: bytes) -> Size | None:
    """Width and height in pixels, by the root's own or those of its view box; None without."""
    root = _root(data)
    if root is None:
        return None
    _, attributes = root
    width, height = (_length(attributes.get(name, "")) for name in ("width", "height"))
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    across, down = map(_length, box[2:]) if len(box) == 4 else (0.0, 0.0)
    if across and down:
        wide = width or (height * across / down if height else across)
        width, height = wide, height or wide * down / across
    return (math.ceil(width), math.ceil(height)) if width and height else None


def on_canvas(data: bytes, whole: Size, canvas: Size) -> bytes:
    """The drawing, to the byte, within one that is larger; ValueError where it is none of the size.

    It stands in the middle. What it draws beyond its edge stays unseen, as it was.
    """
    root = _root(data)
    if root is None or size(data) != whole:
        raise ValueError("no SVG of this size")
    start, _ = root
    return data[:start] + _CANVAS.format(*canvas, *whole).encode() + data[start:] + b"</svg>\n"


def _root(data: bytes) -> tuple[int, dict[str, str]] | None:
    """Where the root's tag begins, and its attributes; None where no `svg` begins there."""
    found: list[tuple[int, str, dict[str, str]]] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def begin(name: str, attributes: dict[str, str]) -> None:
        found.append((parser.CurrentByteIndex, name.rpartition(" ")[2], attributes))
        parser.StartElementHandler = None

    parser.StartElementHandler = begin
    # What follows the root's tag may be cut off or damaged; an encoding may be unknown.
    with contextlib.suppress(expat.ExpatError, ValueError, LookupError):
        parser.Parse(data[:HEAD], False)
    if not found or found[0][1] != "svg" or data[found[0][0] :][:1] != b"<":
        return None
    at, _, attributes = found[0]
    return None if data[at + 1 : at + 2] == b"\0" else (at, attributes)


def _length(text: str) -> float:
    """A length in pixels; 0 for what is none, or depends on the page (`100%`, `2em`)."""
    match = _LENGTH.fullmatch(text)
    return float(match[1]) * _PIXELS[match[2]] if match and match[1] else 0.0
