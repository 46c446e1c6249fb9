import struct
import zlib

import pytest

from palmetto_editor.bundle.sizes import image_size
from palmetto_editor.errors import UserError
from palmetto_editor.model.values import Article
from palmetto_editor.session.document import Session


def png(width=3, height=2):
    """A small real PNG."""

    def chunk(kind, data):
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\x00" + b"\x80" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture
def session(tmp_path):
    return Session(Article(id="a"), asset_folder=tmp_path / "assets")


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "Größe 1.PNG"
    path.write_bytes(png())
    return path


def test_an_image_is_copied_under_a_safe_name(session, picture):
    name = session.add_asset(picture)
    assert name == "groe-1.png"
    picture.unlink()
    assert session.assets[name].read_bytes() == png()


def test_a_second_image_of_the_same_name_gets_another(session, picture):
    assert session.add_asset(picture) != session.add_asset(picture)


def test_the_size_is_read_in_pixels(picture):
    assert image_size(picture) == (3, 2)


@pytest.mark.parametrize(
    ("name", "data"), [("a.png", b"not a picture"), ("a.exe", png()), ("a.jpg", b"")]
)
def test_what_is_no_image_is_refused_in_a_sentence(session, tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UserError, match="not an image"):
        session.add_asset(path)
    assert session.assets == {}


def test_a_file_that_is_not_there_is_refused_in_a_sentence(session, tmp_path):
    with pytest.raises(UserError, match="could not be read"):
        session.add_asset(tmp_path / "gone.png")
