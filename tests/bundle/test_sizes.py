import pytest
from PIL import Image

from palmetto_editor.bundle.sizes import image_size, image_weight
from pictures import png, written

TURNED = Image.Exif()
TURNED[0x0112] = 6  # a quarter to the right


@pytest.fixture
def file(tmp_path):
    def make(name, data):
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return make


def test_a_photo_is_as_large_as_it_is_shown(file):
    photo = Image.new("RGB", (40, 20))
    assert image_size(file("a.jpg", written(photo, "JPEG"))) == (40, 20)
    assert image_size(file("b.jpg", written(photo, "JPEG", exif=TURNED))) == (20, 40)


def test_a_drawing_is_measured_by_its_root_alone(file):
    inner = b'<svg viewBox="0 0 30 20"><rect width="7" height="7"/></svg>'
    assert image_size(file("a.svg", inner)) == (30, 20)
    assert image_size(file("b.SVG", b'<svg><rect width="7" height="7"/></svg>')) is None
    assert image_size(file("c.svg", png(3, 2))) is None


def test_what_cannot_be_read_has_neither_size_nor_weight(tmp_path):
    for name in ("a.svg", "a.png"):
        assert image_size(tmp_path / name) is None
        assert image_weight(tmp_path / name) is None
