"""Files of images for tests, written as they are needed."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from io import BytesIO

from PIL import Image


def png(width: int, height: int) -> bytes:
    """A black PNG (ISO/IEC 15948), as small as they come."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zeros((1 + (width + 7) // 8) * height)
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def zeros(count: int) -> bytes:
    """That many zeros as zlib packs them (RFC 1950), which a bomb's maker need not write out."""
    whole, rest = divmod(count, 2**20)
    checksum = struct.pack(">HH", count % 65_521, 1)  # Adler-32, of zeros alone
    return b"\x78\x9c" + _megabyte() * whole + _deflated(rest, zlib.Z_FINISH) + checksum


@cache
def _megabyte() -> bytes:
    return _deflated(2**20, zlib.Z_FULL_FLUSH)


def _deflated(count: int, end: int) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(bytes(count)) + packer.flush(end)


def written(image: Image.Image, kind: str, **options: object) -> bytes:
    """An image of Pillow as a file: `PNG`, `JPEG`, `GIF`, `WEBP` or `AVIF`."""
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def read(data: bytes) -> Image.Image:
    """A file as the pixels that are in it."""
    image = Image.open(BytesIO(data))
    image.load()
    return image
