"""References out of a file or a paste, whatever its format and its state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Reference
from palmetto_editor.references.formats.decoding import clean, decoded
from palmetto_editor.references.formats.detect import Format, detect
from palmetto_editor.references.formats.mixed import parts
from palmetto_editor.references.imported import Imported, Refused

LARGEST = 100_000_000  # bytes; PubMed gives at most 10,000 records at once, about 60 MB

_KINDS = "BibTeX, BibLaTeX, RIS, PubMed (NBIB), CSL-JSON, EndNote, or a reference list as text"
# The reader of each format, imported where it is asked for: some of their libraries are slow.
_READERS: dict[Format, tuple[str, str]] = {
    "bibtex": ("bibtex", "read"),
    "ris": ("ris", "read"),
    "nbib": ("nbib", "read"),
    "csl-json": ("csl_json", "read"),
    "endnote-xml": ("endnote", "read_xml"),
    "endnote": ("endnote", "read_tagged"),
    "text": ("free_text", "read"),
}
_FOREIGN = (
    (b"%PDF-", "a PDF", "Copy the reference list out of it and paste that."),
    (b"PK\x03\x04", "a Word document or another packed file", "Paste the list as text."),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "Paste the list as text."),
    (b"{\\rtf", "an RTF document", "Open it there and paste the list as text."),
    (b"\x1f\x8b", "a packed file", "Unpack it first."),
    (b"SQLite format 3", "a database", "Export the references in the program it belongs to."),
    (b"\x89PNG", "an image", "Only text can be read."),
    (b"\xff\xd8\xff", "an image", "Only text can be read."),
)


def _silent(_: float) -> None: ...


def read(
    data: bytes | str, name: str = "", *, on_progress: Callable[[float], None] = _silent
) -> Imported:
    """Every record of a source, read or refused with a reason.

    The format is told by the content, `name` (a file's) stands in each record's origin and tips
    the balance. `on_progress` hears a share between 0 and 1 and may raise to cancel. UserError
    where nothing at all can be read: an empty source, one that is no text, or above 100 MB.
    """
    _refuse(data, name)
    text, remarks = decoded(data) if isinstance(data, bytes) else clean(data)
    if not text.strip():
        raise UserError(f"{_called(name)} is empty.", remedy="Choose another file.")
    imported = _mixed(text, name, on_progress) or _whole(
        detect(text, name), text, name, on_progress
    )
    if not imported.count:
        raise UserError(
            f"No reference was found in {_called(name, within=True)}.",
            f"It looks like {imported.format}.",
            f"What can be read is {_KINDS}.",
        )
    on_progress(1.0)
    return replace(imported, remarks=(*remarks, *imported.remarks))


def _mixed(text: str, name: str, on_progress: Callable[[float], None]) -> Imported | None:
    """What each format in the text holds, one format after the other; None where it is of one."""
    found = [_whole(kind, part, name, on_progress) for kind, part in parts(text).items()]
    if not found or not all(one.count for one in found):
        return None
    return Imported(
        ", ".join(one.format for one in found),
        tuple(record for one in found for record in one.records),
        tuple(refused for one in found for refused in one.refused),
        tuple(remark for one in found for remark in one.remarks),
    )


def _whole(kind: Format, text: str, name: str, on_progress: Callable[[float], None]) -> Imported:
    """What a text of one format holds."""
    return _without_empty(_reader(kind)(text, name, on_progress))


def _without_empty(imported: Imported) -> Imported:
    """A record of which no field has a place is refused, not brought in as an empty row."""
    empty = [r for r in imported.records if r.reference == _bare(r.reference)]
    if not empty:
        return imported
    why = "None of its fields has a place in the list."
    return replace(
        imported,
        records=tuple(r for r in imported.records if r.reference != _bare(r.reference)),
        refused=(*imported.refused, *(Refused(r.origin, r.source, why) for r in empty)),
    )


def _bare(reference: Reference) -> Reference:
    return Reference(id=reference.id, type=reference.type)


def _reader(kind: Format) -> Callable[[str, str, Callable[[float], None]], Imported]:
    module, function = _READERS[kind]
    found = getattr(import_module(f"palmetto_editor.references.formats.{module}"), function)
    reader: Callable[[str, str, Callable[[float], None]], Imported] = found
    return reader


def _refuse(data: bytes | str, name: str) -> None:
    """UserError for what is too large or no text."""
    if len(data) > LARGEST:
        raise UserError(
            f"{_called(name)} is larger than {LARGEST // 1_000_000} MB.",
            remedy="Export the references that the article needs, or in several files.",
        )
    begin = data[:200] if isinstance(data, bytes) else data[:200].encode("utf-8", "replace")
    begin = begin.removeprefix(b"\xef\xbb\xbf").lstrip()
    for mark, what, remedy in _FOREIGN:
        if begin.startswith(mark):
            raise UserError(f"{_called(name)} is {what}, not a list of references.", "", remedy)
    if begin[:14].lower() == b"<!doctype html" or begin[:5].lower() == b"<html":
        raise UserError(
            f"{_called(name)} is a web page.",
            "A page is brought in as an article, with its references.",
            "Open it with Import, or copy its reference list and paste that.",
        )
    if isinstance(data, bytes) and _is_binary(data):
        raise UserError(f"{_called(name)} is no text.", "", f"What can be read is {_KINDS}.")


def _is_binary(data: bytes) -> bool:
    """Zeros that are no UTF-16's, or more control characters than any text has."""
    sample = data[:8192]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return False
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    controls = sum(byte < 9 or 13 < byte < 27 for byte in sample)
    if even + odd and min(even, odd) > max(even, odd) * 0.2:
        return True
    return controls - even - odd > len(sample) * 0.05


def _called(name: str, *, within: bool = False) -> str:
    return f"“{name}”" if name else ("the text" if within else "The text")
