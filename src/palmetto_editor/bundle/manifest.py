"""`manifest.json`: what the bundle's other files are, so that a change by a stranger shows.

It holds no date and no path of a machine: the same bundle has the same manifest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import msgspec

from palmetto_editor import __version__
from palmetto_editor.bundle.disk import sha256
from palmetto_editor.bundle.jsontext import parse
from palmetto_editor.bundle.misfit import misfit
from palmetto_editor.bundle.names import collision, is_path
from palmetto_editor.errors import UserError

MANIFEST = "manifest.json"
FORMAT = "palmetto-bundle"
VERSION = 1
GENERATOR = "Palmetto Editor"
LARGEST = 4 * 2**20  # bytes
_REMEDY = "Take manifest.json out of the bundle and export it anew; the article is not touched."


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file holds: SHA-256 in lower-case hexadecimal, size in bytes."""

    sha256: str
    size: int


Fingerprint = Mapping[str, Stamp]


@dataclass(frozen=True, slots=True)
class Overruled:
    """An error that an export was made in spite of; `place` as it is written."""

    rule: str
    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Forced:
    """Why an export was made in spite of its errors, in the writer's words, and the errors."""

    reason: str
    errors: tuple[Overruled, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of an export but for the manifest itself, in their order, and who wrote them.

    `forced` stands there only where errors were overruled.
    """

    files: Fingerprint
    version: str = __version__
    generator: str = GENERATOR
    forced: Forced | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """How a file is not as the manifest says; `added` is a file that the manifest does not name."""

    file: str
    kind: Literal["changed", "missing", "added"]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    size: Annotated[int, msgspec.Meta(ge=0, lt=2**53)]


class _Generator(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    version: str


class _Overruled(msgspec.Struct, forbid_unknown_fields=True):
    rule: str
    place: str
    message: str


class _Forced(msgspec.Struct, forbid_unknown_fields=True):
    reason: Annotated[str, msgspec.Meta(min_length=1)]
    errors: Annotated[list[_Overruled], msgspec.Meta(min_length=1, max_length=1_000)]


class _Wire(msgspec.Struct, forbid_unknown_fields=True):
    format: str
    version: int
    generator: _Generator
    files: Annotated[list[_File], msgspec.Meta(max_length=10_000)]
    forced: _Forced | msgspec.UnsetType = msgspec.UNSET


def stamp(data: bytes) -> Stamp:
    return Stamp(sha256(data), len(data))


def build(files: Mapping[str, bytes], forced: Forced | None = None) -> Manifest:
    stamps = {name: stamp(data) for name, data in files.items() if name != MANIFEST}
    return Manifest(stamps, forced=forced)


def encode(manifest: Manifest) -> bytes:
    """The bytes of `manifest.json`, indented, with a line end at the end."""
    files = [_File(name, s.sha256, s.size) for name, s in manifest.files.items()]
    generator = _Generator(manifest.generator, manifest.version)
    wire = _Wire(FORMAT, VERSION, generator, files, _forced(manifest.forced))
    return msgspec.json.format(msgspec.json.encode(wire), indent=2) + b"\n"


def decode(data: bytes, name: str = MANIFEST) -> Manifest:
    """The manifest in the bytes; UserError where it is damaged, newer, or names hostile paths."""
    value = parse(data, name, LARGEST)
    _require_version(value, name)
    try:
        wire = msgspec.convert(value, _Wire)
    except msgspec.ValidationError as error:
        raise misfit(error, value, name, _REMEDY) from error
    paths = [file.path for file in wire.files]
    for path in paths:
        if not is_path(path) or path == MANIFEST:
            why = f"It names {path[:80]!r}, which is no file that a bundle holds."
            raise UserError(f"{name} is damaged or was made to do harm.", why, _REMEDY)
    pair = collision(paths)
    if pair:
        why = f"It names {pair[0][:80]!r} and {pair[1][:80]!r}, which some disks take for one file."
        raise UserError(f"{name} is damaged or was made to do harm.", why, _REMEDY)
    files = {file.path: Stamp(file.sha256, file.size) for file in wire.files}
    return Manifest(files, wire.generator.version, wire.generator.name, _read_forced(wire.forced))


def compare(manifest: Manifest, actual: Fingerprint) -> tuple[Difference, ...]:
    """Every file that is not as the manifest says: first its own in their order, then others."""
    return (*_own(manifest, actual), *_others(manifest, actual))


def _forced(forced: Forced | None) -> _Forced | msgspec.UnsetType:
    if forced is None:
        return msgspec.UNSET
    errors = [_Overruled(one.rule, one.place, one.message) for one in forced.errors]
    return _Forced(forced.reason, errors)


def _read_forced(wire: _Forced | msgspec.UnsetType) -> Forced | None:
    if isinstance(wire, msgspec.UnsetType):
        return None
    errors = tuple(Overruled(one.rule, one.place, one.message) for one in wire.errors)
    return Forced(wire.reason, errors)


def _own(manifest: Manifest, actual: Fingerprint) -> Iterator[Difference]:
    for name, expected in manifest.files.items():
        found = actual.get(name)
        if found is None:
            yield Difference(name, "missing")
        elif found != expected:
            yield Difference(name, "changed")


def _others(manifest: Manifest, actual: Fingerprint) -> Iterator[Difference]:
    for name in sorted(actual):
        if name not in manifest.files and name != MANIFEST:
            yield Difference(name, "added")


def _require_version(value: Any, name: str) -> None:
    version = value.get("version") if isinstance(value, dict) else None
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise UserError(
            f"{name} is not the manifest of a bundle.", f"Its “format” is not “{FORMAT}”.", _REMEDY
        )
    if isinstance(version, int) and version > VERSION:
        raise UserError(
            f"{name} was written by a newer Palmetto Editor.",
            f"This one reads bundles of version {VERSION}.",
            "Open the bundle with a newer version of the program.",
        )
