"""A Word file's parts, read within bounds; what is no such file is refused with a sentence."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

from palmetto_editor.errors import UserError

MOST_XML = 20_000_000  # bytes of one part; a book has a tenth of it
_MOST_ALL = 400_000_000
_MOST_PARTS = 10_000
_DEEPEST = 60  # elements within elements: what is read further on descends into each
_SAVE = "Open it in Word or LibreOffice and save it anew as .docx."
# What zipfile raises for what is no sound archive, or one that it cannot read.
_UNSOUND = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
    RuntimeError,
)  # fmt: skip


class Package:
    """The parts of a .docx by their names. Every XML part was checked before it is given out."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._archive = _opened(data, name)
        self.names = frozenset(self._archive.namelist())
        if "word/document.xml" not in self.names:
            what = f"{name} is no Word file."
            raise UserError(what, "It holds no document.", _SAVE)
        for part in sorted(self.names):
            if part.endswith((".xml", ".rels")) and not part.startswith("customXml/"):
                self._check(part)

    def read(self, part: str) -> bytes:
        """The bytes of a part, `b""` where there is none."""
        if part not in self.names:
            return b""
        try:
            return self._archive.read(part)
        except _UNSOUND:
            raise _damaged(self._name) from None

    def like(self, start: str) -> list[str]:
        """The XML parts whose names begin so, in order: `word/header`."""
        return sorted(n for n in self.names if n.startswith(start) and n.endswith(".xml"))

    def _check(self, part: str) -> None:
        """Refuse entities, which may grow without end, and nesting that no writer makes."""
        if self._archive.getinfo(part).file_size > MOST_XML:
            why = f"Its text is longer than {MOST_XML // 1_000_000} MB."
            raise UserError(f"{self._name} is too large.", why, "Save the article alone.")
        guard = _Guard(self._name)
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = guard.doctype
        parser.StartElementHandler = guard.start
        parser.EndElementHandler = guard.end
        try:
            parser.Parse(self.read(part), True)
        except (expat.ExpatError, LookupError, ValueError):
            raise _damaged(self._name) from None


class _Guard:
    def __init__(self, name: str) -> None:
        self._name = name
        self._depth = 0

    def doctype(self, *_declared: object) -> None:
        what = f"{self._name} is not read."
        raise UserError(what, "It declares entities, which no Word file does.", _SAVE)

    def start(self, _name: str, _attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            what = f"{self._name} is not read."
            raise UserError(what, "Its tables or boxes nest deeper than any text does.", _SAVE)

    def end(self, _name: str) -> None:
        self._depth -= 1


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        what = f"{name} is an old Word file, or one with a password."
        raise UserError(what, "Neither is read here.", "Save it as .docx without a password.")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        entries = archive.infolist()
    except _UNSOUND:
        raise _damaged(name) from None
    if any(entry.flag_bits & 1 for entry in entries):
        raise UserError(f"{name} has a password.", "", "Save it without one.")
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_ALL:
        why = "Unpacked it would be larger than any article."
        raise UserError(f"{name} is too large.", why, "Save the article alone.")
    return archive


def _damaged(name: str) -> UserError:
    return UserError(f"{name} is damaged.", "It is no sound Word file.", _SAVE)
