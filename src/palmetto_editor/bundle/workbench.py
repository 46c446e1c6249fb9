"""The place beside a bundle where it is made anew, and the swap into place.

For a bundle `slug` it is the folder `.slug.swap` next to it, so that renames stay on one disk.
Who writes holds its lock; the lock ends with its process, so whatever lies there when the lock
is free was left by a crash, and its name says how far that had come:

    new            was being made: it goes
    new and old    the old bundle was put aside, the new one is whole: it takes the place
    old            the new one is in place: foreign files move over to it, then old goes
    gone           is being removed
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from palmetto_editor.bundle.companions import is_companion
from palmetto_editor.bundle.contents import ASSETS, FIXED, TABLES, Folder, manifest_of
from palmetto_editor.bundle.disk import sync_folder
from palmetto_editor.errors import UserError

PATIENCE = 10.0  # seconds to wait for another program that writes the same bundle
GLANCE = 2.0  # seconds to wait for it where one only wants to read
_LOCK = "lock"


def bench_of(target: Path) -> Path:
    return target.with_name(f".{target.name}.swap")


@contextmanager
def held(target: Path, patience: float | None = None) -> Iterator[Path]:
    """Hold the bundle for writing: an interrupted swap is repaired, then the bench is ours.

    `patience` is how many seconds to wait for another program, `PATIENCE` if not said.

    OSError where the disk refuses, UserError where another program holds it for too long.
    """
    bench = bench_of(target)
    lock = _acquired(bench, PATIENCE if patience is None else patience)
    try:
        _repair(target, bench)
        yield bench
    finally:
        _release(lock, bench)


def repair(target: Path) -> None:
    """Finish or undo what a crash interrupted; nothing is touched while somebody writes."""
    if not os.path.lexists(bench_of(target)):
        return
    with contextlib.suppress(OSError, UserError), held(target, patience=GLANCE):
        pass


def swap(target: Path, bench: Path) -> None:
    """Put `bench/new` in the place of the target; foreign files of the old folder come along.

    OSError where the disk refuses; the old one is back in its place then.
    """
    new, old = bench / "new", bench / "old"
    if not target.is_dir():
        new.replace(target)
        sync_folder(target.parent)
        return
    target.rename(old)
    try:
        new.rename(target)
    except BaseException:
        if not os.path.lexists(target):
            old.rename(target)
        raise
    sync_folder(target.parent)
    sync_folder(bench)
    _finish_if_possible(target, bench)


def keep(path: Path, folder: Path) -> None:
    """Move something into a folder; where its name is taken, it gets the next free one."""
    name, number = path.name, 1
    while os.path.lexists(folder / name):
        number += 1
        name = f"{path.name}.kept" if number == 2 else f"{path.name}.kept-{number - 1}"
    path.rename(folder / name)


def _repair(target: Path, bench: Path) -> None:
    new, old, gone = bench / "new", bench / "old", bench / "gone"
    _remove(gone)
    there = os.path.lexists(target)
    if old.exists() and not there:
        (new if new.exists() else old).rename(target)
        sync_folder(target.parent)
    elif old.exists() and new.exists():  # somebody made another one since: nothing is guessed
        keep(old, target.parent)
    _remove(new)
    if old.exists():
        _finish_if_possible(target, bench)


def _finish_if_possible(target: Path, bench: Path) -> None:
    """The new bundle is in place already: what cannot be done now is done by the next repair."""
    with contextlib.suppress(OSError, UserError):
        _finish(target, bench)


def _finish(target: Path, bench: Path) -> None:
    """The new folder is in place: carry over what was not ours, then remove the old one."""
    old, gone = bench / "old", bench / "gone"
    for path in _foreign(old):
        folder = target / path.parent.relative_to(old)
        folder.mkdir(exist_ok=True)
        if not _same_file(path, folder / path.name):
            keep(path, folder)
            sync_folder(folder)
    old.rename(gone)
    _remove(gone)


def _foreign(old: Path) -> list[Path]:
    """What lies in a bundle's folder and no export put there."""
    contents = Folder(old)
    try:
        manifest = manifest_of(contents)
    except UserError:  # damaged: then only the fixed names are surely ours
        manifest = None
    listed = frozenset(manifest.files if manifest else ())
    found = [old / name for name in contents.foreign]
    found += [old / name for name in contents.names if is_companion(name) and name not in listed]
    for folder in (TABLES, ASSETS):
        if (old / folder).is_dir() and not (old / folder).is_symlink():
            inside = sorted((old / folder).iterdir())
            found += [path for path in inside if f"{folder}/{path.name}" not in listed]
    return [path for path in found if path.name not in FIXED or path.parent != old]


def _same_file(path: Path, other: Path) -> bool:
    if path.is_symlink() or other.is_symlink() or not (path.is_file() and other.is_file()):
        return False
    return path.stat().st_size == other.stat().st_size and path.read_bytes() == other.read_bytes()


def _remove(path: Path) -> None:
    """Take away what is ours; what cannot go now goes the next time."""
    if path.is_symlink() or path.is_file():
        path.unlink(missing_ok=True)
    else:
        shutil.rmtree(path, ignore_errors=True)


def _acquired(bench: Path, patience: float) -> FileLock:
    if bench.is_symlink():
        raise UserError(
            "The bundle cannot be written safely.",
            f"{bench.name} beside it is a link, which this program never makes.",
            "Take the link away.",
        )
    for _ in range(20):  # whoever held it last may take the folder away under us
        bench.mkdir(exist_ok=True)
        lock = FileLock(bench / _LOCK, thread_local=False)
        try:
            lock.acquire(timeout=patience)
        except FileNotFoundError:
            continue
        except Timeout as error:
            raise UserError(
                "The bundle is being written by another program.",
                f"{bench} has been held for {patience:.0f} seconds.",
                "Close the bundle there, then try again.",
            ) from error
        return lock
    raise UserError("The bundle could not be held.", f"{bench} goes away.", "Try again.")


def _release(lock: FileLock, bench: Path) -> None:
    """The lock's file goes while it is held: who waits for it sees that and asks anew."""
    if os.name != "nt":  # Windows removes no open file
        (bench / _LOCK).unlink(missing_ok=True)
    lock.release()
    with contextlib.suppress(OSError):
        (bench / _LOCK).unlink(missing_ok=True) if os.name == "nt" else None
        bench.rmdir()
