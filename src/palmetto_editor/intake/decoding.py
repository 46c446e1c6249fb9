"""Bytes of a text file become text, whatever they were written in; what was wrong is told."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from palmetto_editor.intake.manuscript import Mending

# A declaration counts where the HTML standard's prescan would look, with room for long heads.
_HEAD = 8192
_SAMPLE = 4096
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']?([\w.:-]{2,40})|"""
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.I,
)
# Only encodings that the Encoding Standard knows: others of Python's are slow, or no encodings.
_KNOWN = re.compile(
    r"(?:utf-?8|utf-?16(?:-?[bl]e)?|unicode|(?:us-)?ascii|iso-?8859-?\d{1,2}|iso8859-\d{1,2}|"
    r"latin-?\d|l\d|windows-?\d{3,4}|cp-?\d{3,4}|koi8-?[ru]|macintosh|mac-?roman|gbk|gb2312|"
    r"gb18030|big5|shift[-_]?jis|sjis|euc-?(?:jp|kr)|iso-2022-jp|tis-620|ibm866)",
    re.I,
)
# The standard reads these as Windows-1252.
_WESTERN = re.compile(r"(?:us-)?ascii|iso-?8859-?1|latin-?1|l1|windows-?1252|cp-?1252", re.I)
_OTHER_NAMES = {"macintosh": "mac_roman", "mac-roman": "mac_roman", "unicode": "utf-8"}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPED = re.compile("[\udc80-\udcff]+")
_FORBIDDEN = re.compile("[\ud800-\udfff\x00]")


class Decoded(NamedTuple):
    text: str
    mended: tuple[Mending, ...]


def decode(data: bytes) -> Decoded:
    """The text of a file, with line feeds for line ends; never fails.

    In this order: a byte order mark, UTF-16 by its zeros, UTF-8 where it is valid, what the file
    declares, Windows-1252. A declaration that the bytes contradict is not believed, and told.
    """
    decoded = _decoded(data)
    text = decoded.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _FORBIDDEN.search(text):
        mending = Mending(what="Characters that no text may hold were left out", where="the file")
        return Decoded(_FORBIDDEN.sub("", text), (*decoded.mended, mending))
    return Decoded(text, decoded.mended)


def has_utf16_shape(data: bytes) -> str:
    """`utf-16-le` or `utf-16-be` where every other byte of the beginning is zero, else `""`."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.05 else ""


def _decoded(data: bytes) -> Decoded:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _with(data[len(mark) :], encoding, ())
    declared = _declared(data)
    wide = has_utf16_shape(data)
    if wide:
        return _with(data, wide, ())
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared)
    if declared and not text.isascii() and not re.fullmatch(r"utf-?8|unicode", declared, re.I):
        return Decoded(text, (_wrong(declared, "UTF-8"),))
    return Decoded(text, ())


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data, 0, _HEAD)
    name = (found[1] or found[2]).decode("ascii", "replace") if found else ""
    return name if _KNOWN.fullmatch(name) else ""


def _not_utf8(data: bytes, declared: str) -> Decoded:
    """Text in what it declares, or UTF-8 with single bytes of Windows-1252 in it."""
    if _WESTERN.fullmatch(declared):
        return Decoded(_western(data), ())
    if declared and not re.match(r"utf|unicode", declared, re.I):
        return _with(data, _OTHER_NAMES.get(declared.lower(), declared), (), declared)
    text = data.decode("utf-8", "surrogateescape")
    mended = _ESCAPED.sub(lambda run: _western(run[0].encode("utf-8", "surrogateescape")), text)
    wholly = len(_ESCAPED.findall(text)) >= sum(not c.isascii() for c in text) // 2
    if declared:
        kind = "Windows-1252" if wholly else "UTF-8 with bytes of Windows-1252 in it"
        return Decoded(mended, (_wrong(declared, kind),))
    what = "No encoding is declared; read as " + ("Windows-1252" if wholly else "UTF-8, mended")
    return Decoded(mended, (Mending(what=what, where="the file's encoding"),))


def _western(data: bytes) -> str:
    """Windows-1252; its five unassigned bytes become control characters, as in browsers."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(_CP1252[byte] for byte in data)


def _with(data: bytes, encoding: str, mended: tuple[Mending, ...], declared: str = "") -> Decoded:
    try:
        return Decoded(data.decode(encoding), mended)
    except LookupError:
        return Decoded(_western(data), (*mended, _wrong(declared or encoding, "Windows-1252")))
    except UnicodeDecodeError:
        what = f"Some bytes are no {declared or encoding}; they became “\ufffd”"
        told = Mending(what=what, where="the file's encoding")
        return Decoded(data.decode(encoding, "replace"), (*mended, told))


def _wrong(declared: str, found: str) -> Mending:
    return Mending(what=f"It declares {declared}, and is {found}", where="the file's encoding")


_CP1252 = tuple(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))
