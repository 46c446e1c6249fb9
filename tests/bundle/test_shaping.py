import pytest
from PIL import Image

from palmetto_editor.bundle.shaping import on_canvas
from palmetto_editor.bundle.sizes import image_size
from palmetto_editor.errors import UserError
from palmetto_editor.structured.shapes import Shape
from pictures import png, read, written

WHITE, CLEAR = (255, 255, 255), (255, 255, 255, 0)
RED = (200, 30, 40)


def shape(whole=(60, 20), file="a-1x1.png", size=(60, 60)):
    return Shape("1x1", file, size, "a.png", whole)


def _quarters(width=60, height=20):
    """Red above on the left, elsewhere blue."""
    image = Image.new("RGB", (width, height), (0, 0, 200))
    image.paste(RED, (0, 0, width // 2, height // 2))
    return image


def test_the_whole_image_stands_in_the_middle_as_large_as_it_was():
    image = _quarters()
    made = read(on_canvas(written(image, "PNG"), shape()))
    assert (made.format, made.size) == ("PNG", (60, 60))
    assert made.crop((0, 20, 60, 40)).tobytes() == image.tobytes()
    assert {made.getpixel(at) for at in [(0, 0), (59, 19), (0, 40), (59, 59)]} == {WHITE}


def test_the_same_image_gives_the_same_bytes():
    for kind, ending in (("PNG", "png"), ("JPEG", "jpg")):
        data, wanted = written(_quarters(), kind), shape(file=f"a-1x1.{ending}")
        assert on_canvas(data, wanted) == on_canvas(data, wanted)


def test_a_photo_stays_a_jpeg_and_keeps_its_profile_but_nothing_else():
    exif = Image.Exif()
    exif[0x010E] = "Where it was taken"
    data = written(_quarters(), "JPEG", exif=exif, icc_profile=b"a profile", quality=95)
    made = read(on_canvas(data, shape(file="a-1x1.jpg")))
    assert (made.format, made.info["icc_profile"]) == ("JPEG", b"a profile")
    assert not made.getexif()
    assert all(abs(one - two) < 12 for one, two in zip(made.getpixel((5, 25)), RED, strict=True))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_an_image_is_turned_as_the_page_says_its_size(tmp_path, kind, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = written(_quarters(), kind, exif=exif, quality=100)
    file = tmp_path / f"a.{kind.lower()}"
    file.write_bytes(data)
    whole = image_size(file)
    made = read(on_canvas(data, shape(whole)))
    left, top = (60 - whole[0]) // 2, (60 - whole[1]) // 2
    assert made.size == (60, 60)
    assert made.getpixel((0, 0)) == WHITE
    corners = [
        made.getpixel((x, y))[0] > 128
        for x in (left + 3, left + whole[0] - 4)
        for y in (top + 3, top + whole[1] - 4)
    ]
    assert sum(corners) == 1  # the red one
    if kind == "JPEG":
        assert whole == ((20, 60) if orientation > 4 else (60, 20))
        assert corners.index(True) == [0, 2, 3, 1, 0, 2, 3, 1][orientation - 1]


@pytest.mark.parametrize(
    ("image", "kind", "middle"),
    [
        (Image.new("1", (60, 20), 1), "PNG", WHITE),
        (Image.new("L", (60, 20), 90), "PNG", (90, 90, 90)),
        (Image.new("I;16", (60, 20), 90 * 257), "PNG", (90, 90, 90)),
        (Image.new("RGBA", (60, 20), (*RED, 255)), "PNG", RED),
        (Image.new("P", (60, 20), 0), "GIF", (0, 0, 0)),
        (Image.new("CMYK", (60, 20), (0, 255, 255, 0)), "JPEG", (254, 0, 0)),
        (Image.new("RGB", (60, 20)), "WEBP", (0, 0, 0)),
        (Image.new("RGB", (60, 20)), "AVIF", (0, 0, 0)),
    ],
)
def test_images_of_every_kind_stand_on_plain_white(image, kind, middle):
    made = read(on_canvas(written(image, kind), shape()))
    assert made.mode == "RGB"
    assert made.getpixel((30, 30)) == pytest.approx(middle, abs=2)
    assert made.getpixel((0, 0)) == WHITE


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_is_transparent_stays_so(kind):
    image = Image.new("RGBA", (60, 20), (*RED, 128))
    made = read(on_canvas(written(image, kind, lossless=True), shape()))
    assert made.getpixel((30, 30)) == (*RED, 128)
    assert made.getpixel((0, 0)) == CLEAR


def test_a_moving_image_gives_its_first_picture():
    frames = [Image.new("RGB", (60, 20), colour) for colour in ("red", "blue")]
    data = written(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert read(on_canvas(data, shape())).getpixel((30, 30)) == (255, 0, 0)


def test_transparency_in_a_file_that_is_called_a_photo_becomes_white():
    data = written(Image.new("RGBA", (60, 20), (*RED, 0)), "PNG")
    made = read(on_canvas(data, shape(file="a-1x1.jpg")))
    assert (made.format, made.getpixel((30, 30))) == ("JPEG", WHITE)


def test_a_drawing_is_put_into_a_drawing():
    data = b'<svg width="60" height="20"><g/></svg>'
    assert data in on_canvas(data, shape(file="a-1x1.svg"))


@pytest.mark.parametrize(
    ("data", "file"),
    [
        (b"", "a-1x1.png"),
        (b"no image", "a-1x1.jpg"),
        (written(_quarters(), "PNG")[:-40], "a-1x1.png"),
        (written(_quarters(600, 200), "JPEG")[:600], "a-1x1.jpg"),
        (png(60, 21), "a-1x1.png"),
        (png(60_000, 60_000), "a-1x1.png"),
        (png(60, 20), "a-1x1.svg"),
        (written(_quarters(), "BMP"), "a-1x1.png"),
    ],
)
def test_what_is_damaged_or_not_as_planned_is_told(data, file):
    with pytest.raises(UserError, match=r"^The lead image a\.png could not be put"):
        on_canvas(data, shape(file=file))
