"""Bundles to try things on: one is exported once, and copied for whoever needs it."""

from __future__ import annotations

import shutil
import struct
import zlib

import pytest

from palmetto_editor.bundle.export import export
from palmetto_editor.bundle.profile import encode_publication
from palmetto_editor.bundle.read import open_bundle
from palmetto_editor.markup.bounded import Renderer
from sample_articles import publication, sound


def png(width, height):
    """A black PNG (ISO/IEC 15948), as small as they come."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (1 + (width + 7) // 8) * height)
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture(scope="session")
def renderer():
    made = Renderer(isolated=False)
    yield made
    made.close()


@pytest.fixture(scope="session")
def images(tmp_path_factory):
    """Where the bytes of the full article's images are."""
    folder = tmp_path_factory.mktemp("images")
    found = {}
    for image in sound().images:
        found[image.file] = folder / image.file
        found[image.file].write_bytes(png(1200, 675))
    return found


@pytest.fixture(scope="session")
def _exported(tmp_path_factory, images, renderer):
    home = tmp_path_factory.mktemp("exported")
    (home / "publication.toml").write_text(encode_publication(publication()))
    export(sound(), publication(), home / "tides", images, renderer=renderer)
    return home


@pytest.fixture
def bundle(_exported, tmp_path):
    """The folder of an exported bundle, below its publication's profile."""
    shutil.copytree(_exported, tmp_path / "notes")
    return tmp_path / "notes" / "tides"


@pytest.fixture
def reopen(tmp_path):
    """Opens a bundle, its images copied into a folder of the test's own."""
    return lambda path: open_bundle(path, tmp_path / "workspace")


@pytest.fixture
def listening():
    """A progress that remembers what it was told and ends the work at given words."""

    class Listening:
        def __init__(self, until=None):
            self.shares, self.words, self.until = [], [], until

        @property
        def cancelled(self):
            return self.until is not None and self.until in self.words

        def report(self, share, words):
            self.shares.append(share)
            self.words.append(words)

    return Listening


@pytest.fixture
def snapshot():
    """Every file below a folder with its bytes, and every link and folder."""

    def look(folder):
        return {
            str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
            for path in sorted(folder.rglob("*"))
        }

    return look
