"""The bytes of a library file become text, whatever program wrote them; what was mended is told."""

from __future__ import annotations

import codecs
import re

# What JabRef (`% Encoding: Cp1252`), BibDesk and XML say of themselves in their first lines.
_DECLARED = re.compile(
    rb"%\s*(?:!TeX\s+encoding|Encoding)\s*[:=]\s*([\w-]{2,30})"
    rb"|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,30})",
    re.IGNORECASE,
)
_HEAD = 4096
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Declarations are believed for these only: others of Python's are slow, or no encodings of text.
_KNOWN = re.compile(
    r"(?:iso[-_]?8859[-_]?\d{1,2}|latin-?\d|(?:windows|cp)-?125\d|macroman|mac-roman|macintosh|"
    r"koi8-?[ru]|gbk|gb2312|gb18030|big5|shift[-_]?jis|euc-?(?:jp|kr)|us-ascii|ascii)",
    re.IGNORECASE,
)
_WESTERN = re.compile(r"iso[-_]?8859[-_]?1|latin-?1|us-ascii|ascii", re.IGNORECASE)
_NAMES = {"macroman": "mac_roman", "mac-roman": "mac_roman", "macintosh": "mac_roman"}
_TWICE = re.compile("[ÂÃ][\u0080-¿\u0152-\u2122]|â€")  # UTF-8 that was taken for Windows-1252
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufeff]")


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text with line feeds for line ends, and remarks for the writer; never fails.

    In this order: a byte order mark, UTF-16 by its zeros, UTF-8, what the file declares,
    Windows-1252.
    """
    text, remark = _text(data)
    return _mended(text, (remark,) if remark else ())


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """The same for what is text already: a paste."""
    return _mended(text, ())


def _text(data: bytes) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    wide = _wide(data)
    if wide:
        return _strictly(data, wide)
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _not_utf8(data)


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of the beginning is zero."""
    sample = data[:_HEAD]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half > 1 and odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if half > 1 and even > half * 0.6 and odd < half * 0.05 else ""


def _not_utf8(data: bytes) -> tuple[str, str]:
    declared = _declared(data)
    if declared and not _WESTERN.fullmatch(declared):
        return _strictly(data, _NAMES.get(declared.lower(), declared))
    text = data.decode("utf-8", "surrogateescape")
    bad = re.compile("[\udc80-\udcff]+")
    western = bad.sub(lambda run: _western(run[0].encode("utf-8", "surrogateescape")), text)
    return western, "The text is not UTF-8; its letters were read as Windows-1252."


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data, 0, _HEAD)
    name = (found[1] or found[2]).decode("ascii", "replace") if found else ""
    return name if _KNOWN.fullmatch(name) else ""


def _strictly(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), ""
    except LookupError:
        return _western(data), f"The encoding {encoding} is not known; read as Windows-1252."
    except UnicodeDecodeError:
        told = f"Some bytes are no {encoding}; they became “\ufffd”."
        return data.decode(encoding, "replace"), told


def _western(data: bytes) -> str:
    """Windows-1252; its five unassigned bytes are left out with the other controls."""
    return data.decode("cp1252", "ignore")


def _mended(text: str, remarks: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii() and _TWICE.search(text):
        once = _once(text)
        if once is not None:
            text, remarks = once, (*remarks, "Letters that were encoded twice (“Ã©”) were mended.")
    if _UNFIT.search(text):
        visible = _UNFIT.sub("", text.removeprefix("\ufeff"))
        if len(visible) < len(text.removeprefix("\ufeff")):
            remarks = (*remarks, "Characters that no text may hold were left out.")
        text = visible
    return text, remarks


def _once(text: str) -> str | None:
    """The text before it was encoded twice; None where that is not what happened to all of it."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
