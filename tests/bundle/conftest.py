"""Bundles to try things on: one is exported once, and copied for whoever needs it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from palmetto_editor.bundle.export import export
from palmetto_editor.bundle.manifest import MANIFEST, build, decode, encode
from palmetto_editor.bundle.profile import encode_publication
from palmetto_editor.bundle.read import open_bundle
from palmetto_editor.markup.bounded import Renderer
from pictures import png
from sample_articles import publication, short


@pytest.fixture(scope="session")
def renderer():
    made = Renderer(isolated=False)
    yield made
    made.close()


@pytest.fixture(scope="session")
def images(tmp_path_factory):
    """Where the bytes of the full article's images are; small ones, each shape is a file more."""
    folder = tmp_path_factory.mktemp("images")
    found = {}
    for image in short().images:
        found[image.file] = folder / image.file
        found[image.file].write_bytes(png(160, 90))
    return found


@pytest.fixture(scope="session")
def _exported(tmp_path_factory, images, renderer):
    """The files of a bundle and of the profile above it, by their paths."""
    home = tmp_path_factory.mktemp("exported")
    (home / "publication.toml").write_text(encode_publication(publication()))
    export(short(), publication(), home / "tides", images, renderer=renderer)
    files = [path for path in home.rglob("*") if path.is_file()]
    return {str(path.relative_to(home)): path.read_bytes() for path in files}


@pytest.fixture
def bundle(_exported, tmp_path):
    """The folder of an exported bundle, below its publication's profile."""
    for folder in ("tides/assets", "tides/tables"):
        (tmp_path / "notes" / folder).mkdir(parents=True)
    for name, data in _exported.items():
        (tmp_path / "notes" / name).write_bytes(data)
    return tmp_path / "notes" / "tides"


@pytest.fixture
def vouch():
    """Makes a manifest that fits whatever lies there, as a stranger might."""

    def make(bundle, **said):
        names = decode((bundle / MANIFEST).read_bytes()).files
        files = {name: (bundle / name).read_bytes() for name in names if (bundle / name).exists()}
        (bundle / MANIFEST).write_bytes(encode(replace(build(files), **said)))

    return make


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
