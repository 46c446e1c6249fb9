"""An image on a larger canvas: the bytes of a shape that `structured.shapes` has planned."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from palmetto_editor.bundle import svg
from palmetto_editor.errors import UserError
from palmetto_editor.structured.shapes import Shape, Size

if TYPE_CHECKING:
    from PIL.Image import Image

_READ = ("PNG", "JPEG", "GIF", "WEBP", "AVIF")  # none of those that Pillow has others read
_QUALITY = 90  # of JPEG, where more is seen by nobody
_COLOURED = ("RGB", "RGBA", "P")  # the modes whose colour profile is one of RGB
_WHITE = (255, 255, 255)


def on_canvas(data: bytes, shape: Shape) -> bytes:
    """The bytes of the shape's file, always the same for the same image.

    UserError where the image cannot be read, or is not as large as the shape says.
    """
    try:
        if shape.file.endswith(".svg"):
            return svg.on_canvas(data, shape.whole, shape.size)
        return _on_canvas(data, shape)
    except Exception as error:  # Pillow leaves its decoders' errors as they come
        raise UserError(
            f"The lead image {shape.source} could not be put into other shapes for the export.",
            "Its file is damaged, or not of the kind that its name says.",
            "Save it anew in an image program and choose it again, or choose another lead image.",
        ) from error


def _on_canvas(data: bytes, shape: Shape) -> bytes:
    from PIL import Image  # slow to import, and nobody needs it before the first export

    kind = "PNG" if shape.file.endswith(".png") else "JPEG"
    with Image.open(BytesIO(data), formats=_READ) as opened:
        profile = opened.info.get("icc_profile") if opened.mode in _COLOURED else None
        image = _plain(_turned(opened, shape.whole))
    ground = (*_WHITE, 0) if image.mode == "RGBA" and kind == "PNG" else _WHITE
    canvas = Image.new("RGB" if len(ground) == 3 else "RGBA", shape.size, ground)
    mask = image if image.mode == "RGBA" and canvas.mode == "RGB" else None
    canvas.paste(image, _corner(shape), mask)
    written = BytesIO()
    canvas.save(written, kind, quality=_QUALITY, icc_profile=profile)
    return written.getvalue()


def _corner(shape: Shape) -> Size:
    """Where the image's upper left corner lies, so that it stands in the middle."""
    return (shape.size[0] - shape.whole[0]) // 2, (shape.size[1] - shape.whole[1]) // 2


def _turned(opened: Image, whole: Size) -> Image:
    """The image as browsers turn it by its EXIF, where that is the size that the page says."""
    from PIL import ImageOps

    if sorted(opened.size) != sorted(whole):  # before any pixel is unpacked
        raise ValueError("not as large as planned")
    turned = ImageOps.exif_transpose(opened)
    image = turned if turned.size == whole else opened
    if image.size != whole:
        raise ValueError("not as large as planned")
    return image


def _plain(image: Image) -> Image:
    """In colours of 8 bits; with transparency only where something is transparent."""
    if image.mode.startswith("I"):  # 16 bits of grey, which `convert` would cut at 255
        return image.convert("I").point(lambda grey: grey / 257).convert("L").convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB")
    clear = image.convert("RGBA")
    less_than_full = clear.getchannel("A").histogram()[:-1]
    return clear if any(less_than_full) else clear.convert("RGB")
