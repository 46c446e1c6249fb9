"""What `palmetto check` looks at: the arguments themselves, and what lies below plain folders.

Below a folder these count: bundles (folders and zips) and pages (HTML). A bundle is one thing, so
its own files are not looked at one by one. Links are not followed; hidden folders and those that
programs fill (`node_modules`, …) are passed over.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from palmetto_editor.bundle.contents import ARTICLE
from palmetto_editor.bundle.disk import told
from palmetto_editor.commands.opening import STANDARD_INPUT
from palmetto_editor.errors import UserError

PAGES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
PASSED_OVER = frozenset({"node_modules", "__pycache__", "__macosx", "bower_components", "venv"})
_PEEKED = 2**20  # bytes of a damaged zip
MOST_ENTRIES = 200_000  # files and folders below one argument
_SWAP = ".swap"  # `bundle.workbench` puts a bundle aside in `.NAME.swap`


def below(arguments: Sequence[str]) -> Iterator[str | tuple[str, UserError]]:
    """Every path to look at, in the order of the arguments, those of a folder by name, each once.

    An argument with nothing to look at comes back with the error that says so.
    """
    seen = set()
    for argument in arguments:
        if not _is_plain_folder(argument):
            if argument not in seen:
                seen.add(argument)
                yield argument
            continue
        try:
            for path in _below(Path(argument)):
                if path not in seen:
                    seen.add(path)
                    yield path
        except UserError as error:
            yield argument, error


def _is_plain_folder(argument: str) -> bool:
    """Whether this is a folder that is no bundle, not even one that was lately written."""
    if argument == STANDARD_INPUT:
        return False
    path = Path(argument)
    return path.is_dir() and not os.path.lexists(path / ARTICLE)


def _below(folder: Path) -> list[str]:
    with told(f"{folder} could not be read."):
        found = list(_Walk(folder).paths(str(folder)))
    if not found:
        raise UserError(
            f"{folder} is no bundle, and none lies below it, nor a page.",
            f"No folder or zip in it holds an {ARTICLE}, and no file ends in .html.",
            "Check that it is the folder you meant.",
        )
    return found


class _Walk:
    """One way through a folder; it ends with a sentence where the folder is endless."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._entries = 0

    def paths(self, folder: str) -> Iterator[str]:
        waiting = [folder]  # not by recursion: folders may be nested deeper than calls
        while waiting:
            found, deeper = self._look(waiting.pop())
            yield from found
            waiting += reversed(deeper)

    def _look(self, folder: str) -> tuple[list[str], list[str]]:
        """What counts in a folder, and the folders in it that may hold more."""
        found, deeper = [], []
        with os.scandir(folder) as scan:
            entries = {entry.name: entry for entry in scan}
        self._count(len(entries))
        for name in sorted({*entries, *_put_aside(entries)}):
            path, entry = os.path.join(folder, name), entries.get(name)
            if entry is None or (entry.is_dir(follow_symlinks=False) and _is_bundle(path)):
                found.append(path)
            elif entry.is_dir(follow_symlinks=False):
                if not name.startswith(".") and name.lower() not in PASSED_OVER:
                    deeper.append(path)
            elif entry.is_file(follow_symlinks=False) and _counts(path):
                found.append(path)
        return found, deeper

    def _count(self, entries: int) -> None:
        self._entries += entries
        if self._entries > MOST_ENTRIES:
            raise UserError(
                f"{self._root} holds more than {MOST_ENTRIES:,} files and folders.",
                "No publication has that many.",
                "Name the folders in it that hold articles.",
            )


def _put_aside(names: dict[str, os.DirEntry[str]]) -> Iterator[str]:
    """Bundles that a crash left in the middle of their swap; opening them repairs that."""
    for name in names:
        original = name[1 : -len(_SWAP)]
        if name.startswith(".") and name.endswith(_SWAP) and original not in {"", *names}:
            yield original


def _is_bundle(folder: str) -> bool:
    return os.path.isfile(os.path.join(folder, ARTICLE))


def _counts(path: str) -> bool:
    """Whether a file is a page, or the zip of a bundle; one that is damaged is told when opened."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix != ".zip":
        return suffix in PAGES
    try:
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()
            return any(name == ARTICLE or name.endswith(f"/{ARTICLE}") for name in names)
    except (ValueError, zipfile.BadZipFile, NotImplementedError):
        return _was_a_bundle(path)
    except OSError:
        return True  # nobody can say


def _was_a_bundle(path: str) -> bool:
    """Whether a zip that cannot be listed begins with files of which one is an article."""
    try:
        with open(path, "rb") as file:
            return ARTICLE.encode() in file.read(_PEEKED)
    except OSError:
        return True
