"""Word files for tests, built from a description: what Word itself would write, no more.

A description is `{"name", "properties", "blocks"}`. A block has a `style` of Word (Title, Normal,
Heading 1, List Bullet 2, Caption…) and a `text`, in which `**…**` is bold and `^[…]` a footnote;
or it is a `table` with `rows`, or an `image` with its `alt` and `file`.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DUBLIN = "http://purl.org/dc"
_STAMP = (2023, 9, 14, 16, 20, 0)
_RUNS = re.compile(r"\*\*(.+?)\*\*|\^\[(.+?)\]")
_LIST = re.compile(r"List (Bullet|Number)(?: (\d))?")


def word_file(description: dict[str, Any]) -> bytes:
    """The bytes of a .docx with these blocks and core properties."""
    notes: list[str] = []
    files = [block for block in description["blocks"] if block["style"] == "image"]
    body = "".join(_block(block, notes, files) for block in description["blocks"])
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(("officeDocument", "word/document.xml"), core=True),
        "docProps/core.xml": _core(description.get("properties", {})),
        "word/document.xml": _document(body),
        "word/styles.xml": _styles(description["blocks"]),
        "word/numbering.xml": _numbering(),
        "word/footnotes.xml": _footnotes(notes),
        "word/_rels/document.xml.rels": _relations(*_links(files)),
    }
    packed = {name: text.encode() for name, text in parts.items()}
    packed |= {f"word/media/{image['file']}": _png() for image in files}
    return _zipped(packed)


def _zipped(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), data)
    return held.getvalue()


def _block(block: dict[str, Any], notes: list[str], files: list[dict[str, Any]]) -> str:
    if block["style"] == "table":
        return _table(block["rows"])
    if block["style"] == "image":
        return _image(block["alt"], files.index(block) + 1)
    style = block["style"]
    numbered = ""
    if listed := _LIST.fullmatch(style):
        level = int(listed[2] or 1) - 1
        kind = 1 if listed[1] == "Bullet" else 2
        numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{kind}"/></w:numPr>'
    layout = f'<w:pPr><w:pStyle w:val="{_style_id(style)}"/>{numbered}</w:pPr>'
    return f"<w:p>{layout}{''.join(_runs(block['text'], notes))}</w:p>"


def _runs(text: str, notes: list[str]) -> Iterator[str]:
    end = 0
    for found in _RUNS.finditer(text):
        yield _run(text[end : found.start()])
        if found[1]:
            yield _run(found[1], "<w:rPr><w:b/></w:rPr>")
        else:
            notes.append(found[2])
            yield f'<w:r><w:footnoteReference w:id="{len(notes)}"/></w:r>'
        end = found.end()
    yield _run(text[end:])


def _run(text: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _table(rows: list[list[str]]) -> str:
    def row(cells: list[str], first: bool) -> str:
        header = "<w:trPr><w:tblHeader/></w:trPr>" if first else ""
        inner = "".join(f"<w:tc><w:p>{_run(cell)}</w:p></w:tc>" for cell in cells)
        return f"<w:tr>{header}{inner}</w:tr>"

    return f"<w:tbl>{''.join(row(cells, n == 0) for n, cells in enumerate(rows))}</w:tbl>"


def _image(alt: str, number: int) -> str:
    picture = (
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name=""/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdImage{number}"/>'
        "</pic:blipFill><pic:spPr/></pic:pic>"
    )
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="640080" cy="360045"/>'
        f'<wp:docPr id="{number}" name="Picture {number}" descr={quoteattr(alt)}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">{picture}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def _document(body: str) -> str:
    spaces = (
        f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}" xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
        f'xmlns:a="{_DRAWING}/main"'
    )
    return f"{_HEAD}<w:document {spaces}><w:body>{body}<w:sectPr/></w:body></w:document>"


def _style_id(name: str) -> str:
    return name.replace(" ", "")


def _styles(blocks: list[dict[str, Any]]) -> str:
    names = dict.fromkeys(b["style"] for b in blocks if b["style"] not in ("table", "image"))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{_style_id(name)}"><w:name '
        f'w:val="{name.lower() if name.startswith("Heading") else name}"/></w:style>'
        for name in names
    )
    return f'{_HEAD}<w:styles xmlns:w="{_WORD}">{styles}</w:styles>'


def _numbering() -> str:
    def levels(kind: str) -> str:
        return "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/></w:lvl>'
            for n in range(3)
        )

    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{levels(kind)}</w:abstractNum>'
        for n, kind in ((1, "bullet"), (2, "decimal"))
    )
    uses = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return f'{_HEAD}<w:numbering xmlns:w="{_WORD}">{kinds}{uses}</w:numbering>'


def _footnotes(notes: list[str]) -> str:
    held = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r>{_run(" " + text)}</w:p>'
        "</w:footnote>"
        for n, text in enumerate(notes, 1)
    )
    return f'{_HEAD}<w:footnotes xmlns:w="{_WORD}">{held}</w:footnotes>'


def _links(files: list[dict[str, Any]]) -> list[tuple[str, str]]:
    own = [(kind, f"{kind}.xml") for kind in ("styles", "numbering", "footnotes")]
    return own + [("image", f"media/{image['file']}") for image in files]


def _relations(*targets: tuple[str, str], core: bool = False) -> str:
    images = iter(range(1, len(targets) + 1))
    items = "".join(
        f'<Relationship Id="{f"rIdImage{next(images)}" if kind == "image" else f"rId{kind}"}" '
        f'Type="{_OFFICE}/{kind}" Target={quoteattr(target)}/>'
        for kind, target in targets
    )
    if core:
        items += (
            '<Relationship Id="rIdCore" Target="docProps/core.xml" '
            f'Type="{_PACKAGE}/relationships/metadata/core-properties"/>'
        )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _core(values: dict[str, str]) -> str:
    names = {
        "title": "dc:title",
        "creator": "dc:creator",
        "keywords": "cp:keywords",
        "description": "dc:description",
        "language": "dc:language",
        "created": "dcterms:created",
        "modified": "dcterms:modified",
    }
    inner = "".join(
        f"<{names[key]}{_dated(key)}>{escape(value)}</{names[key]}>"
        for key, value in values.items()
    )
    spaces = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="{_DUBLIN}/elements/1.1/" xmlns:dcterms="{_DUBLIN}/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return f"{_HEAD}<cp:coreProperties {spaces}>{inner}</cp:coreProperties>"


def _dated(key: str) -> str:
    return ' xsi:type="dcterms:W3CDTF"' if key in ("created", "modified") else ""


def _types() -> str:
    kinds = {
        "document": "document.main+xml",
        "styles": "styles+xml",
        "numbering": "numbering+xml",
        "footnotes": "footnotes+xml",
    }
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_PART}.{kind}"/>'
        for name, kind in kinds.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{parts}</Types>"
    )


def _png() -> bytes:
    """A grey picture of 8 by 8."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * 8) * 8)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks
