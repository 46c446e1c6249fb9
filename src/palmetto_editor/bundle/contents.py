"""What lies in a bundle, be it a folder or a zip: the names that count, and bounded reading.

A bundle's own files have fixed names, lie in `tables/` and `assets/`, or are companions
of its profile; whatever else lies there is foreign: it is never read and never lost.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from palmetto_editor.bundle import codec, manifest
from palmetto_editor.bundle.archive import read_zip
from palmetto_editor.bundle.companions import is_companion
from palmetto_editor.bundle.disk import beside_name, read_file, told
from palmetto_editor.bundle.manifest import MANIFEST, Manifest, Stamp, decode, stamp
from palmetto_editor.bundle.names import is_path
from palmetto_editor.errors import UserError

ARTICLE = "article.json"
PAGE = "index.html"
GRAPH = "article.jsonld"
TWIN = "article.md"
REFERENCES = "references.json"
PROFILE_COPY = "publication.toml"
FIXED = (ARTICLE, PAGE, GRAPH, TWIN, REFERENCES, PROFILE_COPY, MANIFEST)
TABLES, ASSETS = "tables", "assets"
LARGEST_FILE = 64 * 2**20  # bytes
LARGEST = {ARTICLE: codec.LARGEST, MANIFEST: manifest.LARGEST}  # bytes, of those that are less
MOST_FILES = 10_000
_BEING_WRITTEN = beside_name(ARTICLE)
UNREADABLE = Stamp("", 0)
DEBRIS = frozenset({".ds_store", "thumbs.db", "desktop.ini", "__macosx"})  # of file managers


class Contents(Protocol):
    """The files of a bundle. `names` are those that count, `foreign` all else at the top."""

    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def foreign(self) -> tuple[str, ...]: ...
    def read(self, name: str) -> bytes:
        """The bytes of a file; UserError where it is missing, no plain file, or too large."""
        ...


class Folder:
    """A bundle's folder. Links in it are never followed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with told(f"{path.name} could not be read."):
            self.names, self.foreign = self._look()

    def read(self, name: str) -> bytes:
        self._require_real_folders(name)
        return read_file(self.path / name, LARGEST.get(name, LARGEST_FILE))

    def _look(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        own: list[str] = []
        foreign: list[str] = []
        for name in sorted(os.listdir(self.path)):
            if name in FIXED or is_companion(name):
                own.append(name)
            elif name in {TABLES, ASSETS} and _is_folder(self.path / name):
                own += [f"{name}/{file}" for file in self._files(name) if is_path(file)]
            elif name != _BEING_WRITTEN:
                foreign.append(name)
        if len(own) > MOST_FILES:
            raise UserError(
                f"{self.path.name} holds more than {MOST_FILES:,} files.",
                "No article has that many, so it was not read.",
                "Check that it is the folder you meant.",
            )
        return tuple(own), tuple(foreign)

    def _files(self, folder: str) -> Iterator[str]:
        for name in sorted(os.listdir(self.path / folder)):
            if stat.S_ISREG((self.path / folder / name).lstat().st_mode):
                yield name

    def _require_real_folders(self, name: str) -> None:
        for step in Path(name).parents[:-1]:
            if (self.path / step).is_symlink():
                raise UserError(
                    f"{step} in {self.path.name} is a link.",
                    "A bundle that leads out of its folder is not read.",
                    "Put the files themselves there.",
                )


class Archive:
    """A bundle's zip, read whole into memory, within the limits of `archive`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.files = read_zip(path)
        own = [name for name in self.files if _is_own(name)]
        self.names = tuple(sorted(own))
        self.foreign = tuple(sorted(set(self.files) - set(own)))

    def read(self, name: str) -> bytes:
        data = self.files.get(name)
        if data is None:
            raise UserError(
                f"{name} is missing.",
                f"{self.path.name} does not hold it.",
                "Check that it is the zip of a bundle.",
            )
        return data


def open_contents(path: Path) -> Folder | Archive:
    """What lies in a folder or a zip; UserError where it is neither or may not be read."""
    with told(f"{path.name or path} could not be read."):
        mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        return Folder(path)
    if stat.S_ISREG(mode):
        return Archive(path)
    raise UserError(
        f"{path.name} is no bundle.",
        "It is neither a folder nor a file.",
        "Choose a bundle's folder, its zip, or the article.json in it.",
    )


def fingerprint(contents: Contents) -> dict[str, Stamp]:
    """What each file that counts holds; `UNREADABLE`, which equals none, where that is unknown."""
    return {name: _stamp(contents, name) for name in contents.names}


def _stamp(contents: Contents, name: str) -> Stamp:
    try:
        return stamp(contents.read(name))
    except UserError:
        return UNREADABLE


def manifest_of(contents: Contents) -> Manifest | None:
    """The bundle's manifest, or None where it was never exported."""
    return decode(contents.read(MANIFEST)) if MANIFEST in contents.names else None


def _is_own(name: str) -> bool:
    folder, slash, file = name.partition("/")
    if not slash:
        return name in FIXED or is_companion(name)
    return folder in {TABLES, ASSETS} and "/" not in file


def _is_folder(path: Path) -> bool:
    return stat.S_ISDIR(path.lstat().st_mode)
