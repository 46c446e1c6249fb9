"""Files read and written with care: nothing but plain files, never half a file, one clear error."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from palmetto_editor.errors import UserError

_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_CHUNK = 2**20
_REMEDIES = {
    errno.ENOSPC: "Make room on the disk, or choose another one.",
    errno.EROFS: "Choose a place that can be written to.",
    errno.EACCES: "Ask for the right to it, or choose another place.",
    errno.EPERM: "Ask for the right to it, or choose another place.",
    errno.ENAMETOOLONG: "Choose a shorter name.",
    errno.ENOENT: "Check the path.",
    errno.ELOOP: "A bundle holds no links: put the file itself there.",
}


@contextmanager
def told(what: str) -> Iterator[None]:
    """Whatever the disk refuses inside becomes a UserError that begins with `what`."""
    try:
        yield
    except OSError as error:
        said = error.strerror or str(error)
        where = f" ({error.filename})" if error.filename else ""
        remedy = _REMEDIES.get(error.errno or 0, "Check the disk and the folder, then try again.")
        raise UserError(what, f"The system says: {said}{where}.", remedy) from error


def real_path(path: Path) -> Path:
    """The path without links; UserError for what no disk can have, such as links in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise UserError(
            f"{str(path)[:200]!r} cannot be looked up.",
            f"The system says: {getattr(error, 'strerror', None) or error}.",
            "Check the path.",
        ) from error


def read_file(path: Path, largest: int) -> bytes:
    """The bytes of a plain file of at most `largest` bytes; UserError otherwise.

    A link is not followed, and a pipe or a device not waited for: a bundle holds neither.
    """
    with told(f"{path.name} could not be read."):
        handle = os.open(path, _READ | _PLAIN)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise _not_plain(path)
        with os.fdopen(handle, "rb") as file:
            data = file.read(largest + 1)
    if len(data) > largest:
        raise UserError(
            f"{path.name} is larger than {_size(largest)}.",
            "Nothing of its kind is that large, so it was not read.",
            "Check that it is the file you meant.",
        )
    return data


def write_new(path: Path, data: bytes, mode: int | None = None) -> None:
    """Make a file that was not there, and wait until the disk has it; OSError if it cannot."""
    with path.open("xb") as file:
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(file.fileno(), mode)
        for start in range(0, len(data), _CHUNK):
            file.write(data[start : start + _CHUNK])
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in place of a file, all or nothing; until then the old bytes stay.

    The caller holds the bundle's lock, so that a leftover beside the file is of nobody alive.
    The file keeps its permissions. OSError where the disk refuses; nothing is left behind then.
    """
    beside = path.with_name(beside_name(path.name))
    beside.unlink(missing_ok=True)
    try:
        write_new(beside, data, mode_of(path))
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def beside_name(name: str) -> str:
    """What a file is called while it is being written."""
    return f".{name}.new"


def mode_of(path: Path) -> int | None:
    """The permissions of what lies there, or None where nothing does."""
    try:
        return stat.S_IMODE(path.lstat().st_mode)
    except FileNotFoundError:
        return None


def sync_folder(path: Path) -> None:
    """Wait until the disk has the names in a folder; systems that cannot are not asked."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _not_plain(path: Path) -> UserError:
    return UserError(
        f"{path.name} is no plain file.",
        "It is a folder, a pipe or a device.",
        "Check what lies there under that name.",
    )


def _size(count: int) -> str:
    return f"{count // 2**20} MiB" if count >= 2**20 else f"{count // 2**10} KiB"
