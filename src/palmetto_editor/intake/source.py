"""A source: the bytes of a file, of standard input or of the clipboard, decoded and named.

Everything that may be opened passes here first, and everything that must not is refused here with
a sentence: files that are too large, empty, or of a kind that holds no article.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Literal
from urllib.parse import unquote, urlsplit

from palmetto_editor.errors import UserError
from palmetto_editor.intake.decoding import decode, has_utf16_shape
from palmetto_editor.intake.manuscript import Mending

Kind = Literal["html", "text", "markdown", "docx", "bundle"]

# A long article with its pictures is a tenth of this.
MOST_BYTES = 50_000_000
MOST_IMAGE_BYTES = 20_000_000

_BY_SUFFIX: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".mdx": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".txt": "text",
    ".text": "text",
}
# What a file begins with, and what people call it.
_BINARY = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file (.doc, .xls)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "an image or a recording"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"bplist", "a web archive of Safari"),
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)?"
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|h[1-6]|p|table|ul|ol|"
    r"span|b|a|img|figure|blockquote|header|nav|script)[\s>/]",
    re.I,
)
_MARKDOWN = re.compile(
    r"\A(?:---|\+\+\+)[ \t]*\n|^#{1,6} \S|^(?:```|~~~)|\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)|"
    r"^> \S|^\[\^\w+\]:|^\|[^\n]*\|\n\|[ :|-]+\|",
    re.M,
)
_REMEDY = "Open an HTML page, a Markdown or text file, or a Word file (.docx)."


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """`text` is `data` decoded, `""` for a Word file or a bundle. The file lies in `folder`."""

    name: str
    kind: Kind
    data: bytes = b""
    text: str = ""
    mended: tuple[Mending, ...] = ()
    folder: Path | None = None

    def image(self, address: str) -> bytes | None:
        """The file beside the page that an `<img>` names (`Page_files/a.png`), if there is one.

        Nothing outside the page's folder is read, and nothing is asked of the network.
        """
        path = _beside(self.folder, address)
        if path is None:
            return None
        try:
            if not path.is_file() or path.stat().st_size > MOST_IMAGE_BYTES:
                return None
            return path.read_bytes()
        except OSError:
            return None


def open_source(path: Path) -> Source:
    """The source at `path`: a file, or the folder of a bundle. UserError where it is neither."""
    try:
        if path.is_dir():
            return _folder(path)
        size = path.stat().st_size
        _refuse_large(size, path.name)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise UserError(
            f"There is no file {path.name}.", "", "Check its name and folder."
        ) from None
    except OSError as error:
        why = error.strerror or "It could not be read."
        raise UserError(f"{path.name} cannot be opened.", f"{why}.", "") from None
    source = from_bytes(data, path.name)
    return Source(
        name=source.name,
        kind=source.kind,
        data=source.data,
        text=source.text,
        mended=source.mended,
        folder=path.parent,
    )


def from_bytes(data: bytes, name: str, kind: Kind | None = None) -> Source:
    """A source from its bytes. Its kind is told by its content first, then by its name."""
    _refuse_large(len(data), name)
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise UserError(f"{name} is empty.", "", "Choose a file with an article in it.")
    if data.startswith(b"PK\x03\x04"):
        return Source(name=name, kind=_zipped(data, name), data=data)
    _refuse_binary(data, name)
    decoded = decode(data)
    return Source(
        name=name,
        kind=kind or _kind(decoded.text, name),
        data=data,
        text=decoded.text,
        mended=decoded.mended,
    )


def from_text(text: str, name: str, kind: Kind | None = None) -> Source:
    """A source from text that is decoded already, such as the clipboard's."""
    return from_bytes(text.encode("utf-8", "replace"), name, kind)


def _folder(path: Path) -> Source:
    if (path / "article.json").is_file():
        return Source(name=path.name, kind="bundle", folder=path)
    raise UserError(
        f"{path.name} is a folder without an article.",
        "A bundle's folder holds article.json.",
        "Open the page's file itself, or the bundle's folder.",
    )


def _refuse_large(size: int, name: str) -> None:
    if size > MOST_BYTES:
        raise UserError(
            f"{name} is too large: {size / 1e6:,.0f} MB.",
            f"Sources up to {MOST_BYTES // 1_000_000} MB are read.",
            "Save the article alone, without what the page embeds.",
        )


def _refuse_binary(data: bytes, name: str) -> None:
    for start, what in _BINARY:
        if data.startswith(start):
            raise UserError(f"{name} is {what}.", "It is not read here.", _REMEDY)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or has_utf16_shape(data):
        return
    sample = data[:65536]
    controls = sum(sample.count(code) for code in (*range(1, 9), *range(14, 27), *range(28, 32)))
    if sample.count(0) > len(sample) // 200 or controls > len(sample) // 20:
        raise UserError(f"{name} is not text.", "Its bytes are those of a binary file.", _REMEDY)


def _zipped(data: bytes, name: str) -> Kind:
    """What a zip archive holds. Only its list of names is read here."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise UserError(
            f"{name} is damaged.",
            "It begins as a Word file or a zip does, and does not go on so.",
            "Save it anew, or open a copy.",
        ) from None
    if "word/document.xml" in names:
        return "docx"
    if any(PurePosixPath(entry).name == "article.json" for entry in names):
        return "bundle"
    raise UserError(f"{name} is an archive without an article.", "", _REMEDY)


def _kind(text: str, name: str) -> Kind:
    by_name = _BY_SUFFIX.get(Path(name).suffix.lower())
    if by_name in ("html", "markdown"):
        return by_name
    start = text[:20_000]
    if _HTML.match(start):
        return "html"
    if by_name is None and _MARKDOWN.search(start):
        return "markdown"
    return "text"


def _beside(folder: Path | None, address: str) -> Path | None:
    """The file below `folder` that a relative address names; None where it leads elsewhere."""
    if folder is None or not address:
        return None
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    name = unquote(parts.path).replace("\\", "/")
    if parts.scheme or parts.netloc or not name or name.startswith("/") or "\x00" in name:
        return None
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError, ValueError):
        return None
