"""Zips: read within limits whatever a stranger packed, written so that same files are same bytes.

The format is PKWARE's APPNOTE; an entry's kind and permissions stand in the upper half of its
external attributes where a Unix made it (section 4.4.15, and Info-ZIP's practice).
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from palmetto_editor.bundle.disk import read_file
from palmetto_editor.bundle.names import collision, is_path
from palmetto_editor.errors import UserError

LARGEST_ZIP = 256 * 2**20  # bytes, packed
LARGEST_TOTAL = 256 * 2**20  # bytes, unpacked
LARGEST_ENTRY = 64 * 2**20
MOST_ENTRIES = 10_000
STEEPEST = 250  # how many times larger an entry may be than packed; texts reach about 20
FREE = 16 * 2**20  # bytes up to which that does not matter: as large as an article may be
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say
_MODE = (stat.S_IFREG | 0o644) << 16
_LISTED = b"PK\x01\x02"  # begins each entry of the list at the end (APPNOTE 4.3.12)
_DEBRIS = "__MACOSX/"
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,  # a way of packing that is not known here
    RuntimeError,
    ValueError,
    LookupError,
    OSError,  # a position outside the file; there is no disk below: it is read from memory
)


def write_zip(files: Mapping[str, bytes]) -> bytes:
    """The files packed in their order, with fixed times and permissions.

    UserError where `read_zip` would not take them back. What is large is stored as it is, so that
    it cannot be taken for a bomb.
    """
    if sum(map(len, files.values())) > LARGEST_TOTAL or len(files) > MOST_ENTRIES:
        raise UserError(
            "The zip was not written.",
            f"Its files are more than {LARGEST_TOTAL // 2**20} MiB or {MOST_ENTRIES:,} together.",
            "Make the images smaller, or write a folder.",
        )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3  # Unix, on every system alike
            entry.external_attr = _MODE
            large = len(data) > FREE
            entry.compress_type = zipfile.ZIP_STORED if large else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return packed.getvalue()


def read_zip(path: Path) -> dict[str, bytes]:
    """The files of a zip by their paths, without the one folder that they may all lie in.

    UserError where it is damaged, encrypted, or made to do harm; nothing is unpacked to disk.
    """
    data = read_file(path, LARGEST_ZIP)
    if data.count(_LISTED) > MOST_ENTRIES:  # before zipfile makes an object of each
        raise _harmful(path.name, f"It holds more than {MOST_ENTRIES:,} files.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _require_harmless(entries, path.name)
            files = _unpacked(archive, [e for e in entries if not e.is_dir()], path.name)
    except UserError:
        raise
    except _DAMAGED as error:
        raise UserError(
            f"{path.name} cannot be read as a zip.",
            f"It is damaged or no zip at all ({_words(error)}).",
            "Fetch it again, or open the bundle's folder instead.",
        ) from error
    return _without_top(files)


def _require_harmless(entries: Sequence[zipfile.ZipInfo], name: str) -> None:
    if sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        raise _harmful(name, f"Unpacked it would be larger than {LARGEST_TOTAL // 2**20} MiB.")
    for entry in entries:
        why = _harm(entry)
        if why:
            raise _harmful(name, why)
    pair = collision(entry.filename.rstrip("/") for entry in entries)
    if pair:
        raise _harmful(name, f"It holds {pair[0]!r} and {pair[1]!r}, one file on some disks.")
    folders = {e.filename[:n] for e in entries for n, c in enumerate(e.filename) if c == "/"}
    both = next((e.filename for e in entries if e.filename in folders), None)
    if both:
        raise _harmful(name, f"{both[:80]!r} in it is a file and a folder.")


def _harm(entry: zipfile.ZipInfo) -> str:
    """Why an entry may not be read, or `""`."""
    shown = repr(entry.filename[:80])
    if entry.filename != entry.orig_filename or not is_path(entry.filename.rstrip("/")):
        return (
            f"It holds the path {entry.orig_filename[:80]!r}, which leads out or means something."
        )
    if entry.flag_bits & 0x1:
        return f"{shown} in it is encrypted."
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return f"{shown} in it is a link or a device."
    if entry.file_size > LARGEST_ENTRY:
        return f"{shown} in it is larger than {LARGEST_ENTRY // 2**20} MiB."
    if entry.file_size > max(FREE, STEEPEST * entry.compress_size):
        return f"{shown} in it unpacks to more than {STEEPEST} times its size."
    return ""


def _unpacked(
    archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], name: str
) -> dict[str, bytes]:
    """What entries say of their size is not believed: each is read up to that and no further."""
    files = {}
    for entry in entries:
        with archive.open(entry) as packed:
            data = packed.read(entry.file_size + 1)
        if len(data) != entry.file_size:
            raise _harmful(name, f"{entry.filename[:80]!r} in it is larger than it says.")
        files[entry.filename] = data
    return files


def _without_top(files: dict[str, bytes]) -> dict[str, bytes]:
    """The paths below the one top folder, as when a folder was packed as a whole."""
    real = [name for name in files if not name.startswith(_DEBRIS)]
    tops = {name.partition("/")[0] for name in real if "/" in name}
    if len(tops) != 1 or not all("/" in name for name in real):
        return files
    top = f"{tops.pop()}/"
    return {name.removeprefix(top): data for name, data in files.items()}


def _harmful(name: str, why: str) -> UserError:
    return UserError(
        f"{name} is damaged or was made to do harm, so nothing of it was read.",
        why,
        "Ask for it anew, or open the bundle's folder instead.",
    )


def _words(error: Exception) -> str:
    return str(error)[:120] or type(error).__name__
