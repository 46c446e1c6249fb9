"""A Word file to a manuscript: mammoth makes HTML of its text, and the HTML reader goes on.

What mammoth passes over is read from the XML and kept as leftovers: comments, what tracked changes
deleted, the page's header and footer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

import mammoth

from palmetto_editor.errors import UserError
from palmetto_editor.intake.html.read import read as read_html
from palmetto_editor.intake.manuscript import Claim, Field, Leftover, Manuscript, Mending

MOST_BYTES = 200_000_000  # unpacked
MOST_FILES = 5_000
_OLE = b"\xd0\xcf\x11\xe0"  # an old .doc, or a .docx under a password
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='HTML Preformatted'] => pre:separator('\\n')
r[style-name='HTML Code'] => code
u => em
strike => s
"""
_PROPERTIES: dict[str, Field] = {
    "title": "title",
    "creator": "author",
    "modified": "modified",
    "keywords": "keyword",
    "language": "language",
    "description": "description",
}
_KINDS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/svg+xml": "svg",
}


def read(data: bytes, name: str) -> Manuscript:
    """The document's text, its properties as claims of the file; UserError where it is none."""
    package = _opened(data, name)
    images: dict[str, bytes] = {}
    try:
        made = mammoth.convert_to_html(
            BytesIO(data), style_map=_STYLES, convert_image=_keeper(images)
        )
    except Exception as error:  # a damaged package makes mammoth raise whatever it meets first
        raise _damaged(name) from error
    page = f"<!doctype html><html><body><article>{made.value}</article></body></html>"
    manuscript = read_html(page, name, images.get)
    told = sorted({message.message for message in made.messages})
    return replace(
        manuscript,
        claims=(*_properties(package), *(c for c in manuscript.claims if c.side != "head")),
        images={**manuscript.images, **images},
        mended=(*manuscript.mended, *(Mending(what=words, where=name) for words in told)),
        leftovers=(*manuscript.leftovers, *_passed_over(package)),
    )


def _opened(data: bytes, name: str) -> dict[str, bytes]:
    """The XML files of the package, within bounds and without document types."""
    if data.startswith(_OLE):
        raise UserError(
            f"{name} cannot be read.",
            "It is an old Word file (.doc), or it is protected by a password.",
            "Save it in Word as .docx without a password.",
        )
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries)
            if len(entries) > MOST_FILES or size > MOST_BYTES:
                raise UserError(
                    f"{name} is too large.",
                    f"Unpacked it has {len(entries):,} files and {size / 1e6:,.0f} MB.",
                    "Save it without its embedded files, or in parts.",
                )
            xml = {
                entry.filename: archive.read(entry)
                for entry in entries
                if entry.filename.endswith((".xml", ".rels"))
            }
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise _damaged(name) from error
    if "word/document.xml" not in xml:
        raise _damaged(name)
    if any(b"<!DOCTYPE" in part or b"<!ENTITY" in part for part in xml.values()):
        raise UserError(
            f"{name} is not read.",
            "It declares XML entities, which Word never does and attacks do.",
            "Open it in Word and save it anew.",
        )
    return xml


def _damaged(name: str) -> UserError:
    return UserError(
        f"{name} is damaged.",
        "It is no Word file that can be unpacked and read.",
        "Save it anew, or open a copy.",
    )


def _keeper(images: dict[str, bytes]) -> object:
    """Keeps each image under a name that its figure has."""

    def keep(image: mammoth.documents.Image) -> dict[str, str]:
        kind = _KINDS.get(image.content_type)
        if kind is None:
            return {"src": "", "alt": image.alt_text or ""}
        name = f"image-{len(images) + 1}.{kind}"
        with image.open() as opened:
            images[name] = opened.read()
        return {"src": name}

    return mammoth.images.img_element(keep)


def _tree(part: bytes | None) -> ElementTree.Element | None:
    try:
        return ElementTree.fromstring(part) if part else None  # noqa: S314  (no entities: refused)
    except ElementTree.ParseError:
        return None


def _properties(package: dict[str, bytes]) -> Iterator[Claim]:
    core = _tree(package.get("docProps/core.xml"))
    for element in core if core is not None else ():
        field = _PROPERTIES.get(element.tag.rpartition("}")[2])
        text = (element.text or "").strip()
        for value in re.split(r"\s*[,;]\s*", text) if field in ("keyword", "author") else (text,):
            if field and value:
                origin = f"document property {element.tag.rpartition('}')[2]}"
                yield Claim(side="file", field=field, value=value, origin=origin, confidence=0.6)


def _passed_over(package: dict[str, bytes]) -> Iterator[Leftover]:
    for name, part in sorted(package.items()):
        if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name):
            yield from _left(_text(_tree(part), "t"), "header or footer of the pages", name)
        elif name == "word/comments.xml":
            root = _tree(part)
            for comment in root if root is not None else ():
                yield from _left(_text(comment, "t"), "comment", name)
    deleted = _text(_tree(package["word/document.xml"]), "delText")
    yield from _left(deleted, "deleted by a tracked change", "word/document.xml")


def _left(text: str, reason: str, origin: str) -> Iterator[Leftover]:
    if text:
        yield Leftover(text=text, reason=reason, origin=origin)


def _text(root: ElementTree.Element | None, tag: str) -> str:
    """The words in elements of a tag, a line for each paragraph."""
    if root is None:
        return ""
    lines = (
        "".join(run.text or "" for run in paragraph.iter(f"{_WORD}{tag}"))
        for paragraph in root.iter(f"{_WORD}p")
    )
    return "\n".join(line.strip() for line in lines if line.strip())
