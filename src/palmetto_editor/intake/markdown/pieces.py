"""The blocks of a Markdown body as pieces; each block's text stays as its writer typed it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import unescape

from palmetto_editor.intake.manuscript import Grid, Manuscript, Piece
from palmetto_editor.markup import lines
from palmetto_editor.markup.elements import heading_parts, note_text
from palmetto_editor.markup.render import is_trivial, render
from palmetto_editor.markup.rendered import SLOT, Job
from palmetto_editor.markup.scan import Span, list_items, spans

ReadImage = Callable[[str], bytes | None]

_BREAK = re.compile(r"<(?:br|/p|/li|/h[1-6]|/tr|/dt|/dd|/blockquote|/summary|/pre|/div)\b[^>]*>\n?")
_CELL = re.compile(r"</t[dh]>\s*(?=<t[dh])")
_TAG = re.compile(r"<[^>]*>")
_ALT = re.compile(r"<img[^>]* alt=\"([^\"]*)\"[^>]*>")
_PICTURE = re.compile(
    r"!\[(?P<alt>(?:[^\[\]]|\[[^\[\]]{0,200}\]){0,1000})\]\(\s*(?:<(?P<angle>[^<>\n]{1,1000})>|(?P<bare>[^\s()]{1,1000}))"
    r"(?:\s+(?:\"(?P<two>[^\"]{0,1000})\"|'(?P<one>[^']{0,1000})'))?\s*\)"
)
_DETAILS = re.compile(
    r"\s*<details[^>]*>\s*(?:<summary[^>]*>(?P<label>.{0,2000}?)</summary>)?(?P<inner>.*?)(?:</details>\s*)?\Z",
    re.S | re.I,
)
_HTML_READ = re.compile(r"\s*<(?:table|figure|img|picture|dl|script|iframe|video|noscript)\b", re.I)
# Printed JSON is read to the letter.
_JSON = re.compile(r"\s*(?:[{}\[\]][{}\[\],\s]*(?:\n|\Z|\")|\"@?\w{1,60}\"\s*:)")
_ALIGN = {(True, True): "center", (True, False): "left", (False, True): "right"}
_CAPTION = re.compile(r"(?:Table)?:[ \t]+(?P<words>[^{}]{1,1000}?)\s*(?:\{[^{}]{0,300}\})?")
_MOST_INSIDE = 6  # levels of details that are opened


class Reader:
    """Collects pieces; `apart` are manuscripts of HTML that stood in the text."""

    def __init__(self, name: str, image: ReadImage, first_line: int) -> None:
        self._name = name
        self._image = image
        self._first_line = first_line
        self.apart: list[Manuscript] = []
        self.images: dict[str, bytes] = {}

    def read(self, body: str) -> tuple[Piece, ...]:
        """The pieces of the whole body."""
        return tuple(self._pieces(body, 0))

    def figure(self, piece: Piece) -> Piece:
        """The same figure, its bytes taken along where it lies beside the file."""
        data = self._image(piece.file)
        if data is not None:
            self.images[piece.file] = data
        return piece

    def _pieces(self, text: str, depth: int) -> Iterator[Piece]:
        line, at = self._first_line, 0
        for span in spans(text):
            line += text.count("\n", at, span.start)
            at = span.start
            if span.construct != "blank":
                block = text[span.start : span.end].rstrip()
                yield from self._block(span, block, "" if depth else f"line {line}", depth)

    def _block(self, span: Span, block: str, where: str, depth: int) -> Iterator[Piece]:
        construct = span.construct
        if construct in ("heading", "setext"):
            yield _heading(block, construct, where)
        elif construct in ("fence", "code"):
            yield _code(block, construct, where)
        elif construct == "list":
            yield _list(block, where)
        elif construct == "table":
            yield _table(block, where)
        elif construct == "quote":
            yield Piece(kind="quote", text=block, plain=plain(block), origin=where)
        elif construct == "rule":
            yield Piece(kind="rule", text=block, plain="", origin=where)
        elif construct == "terms":
            yield _terms(block, where)
        elif construct == "html":
            yield from self._html(block, where, depth)
        elif construct == "note":
            label, words = note_text(block)
            yield Piece(kind="paragraph", text=block, plain=plain(words), label=label, origin=where)
        else:
            yield from self._paragraph(block, where)

    def _paragraph(self, block: str, where: str) -> Iterator[Piece]:
        picture = _PICTURE.fullmatch(block.strip())
        if picture is None:
            yield Piece(kind="paragraph", text=block, plain=plain(block), origin=where)
            return
        caption = picture["two"] or picture["one"] or ""
        yield self.figure(
            Piece(
                kind="figure", text=block, plain=caption, label=picture["alt"],
                file=picture["angle"] or picture["bare"], caption=caption, origin=where,
            )
        )  # fmt: skip

    def _html(self, block: str, where: str, depth: int) -> Iterator[Piece]:
        details = _DETAILS.fullmatch(block) if block.lstrip()[:8].lower() == "<details" else None
        if details and depth < _MOST_INSIDE:
            inner = tuple(self._pieces(details["inner"], depth + 1))
            label = " ".join(_shown(details["label"] or "").split())
            shown = "\n".join((label, *(piece.plain for piece in inner)))
            yield Piece(
                kind="details", text=block, plain=shown, label=label, pieces=inner, origin=where
            )
        elif _HTML_READ.match(block):
            from palmetto_editor.intake.html.read import read

            found = read(f"<article>{block}</article>", self._name, self._image)
            self.apart.append(found)
            yield from found.pieces
        else:
            yield Piece(kind="paragraph", text=block, plain=plain(block), origin=where)


def with_captions(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Tables with the caption that Pandoc reads: a paragraph beside it that begins `: `."""
    found: list[Piece] = []
    for piece in pieces:
        above = found[-1] if found else None
        match = _CAPTION.fullmatch(piece.text) if piece.kind == "paragraph" else None
        if match and above is not None and above.kind == "table" and above.grid is not None:
            grid = replace(above.grid, caption=" ".join(match["words"].split()))
            found[-1] = replace(above, grid=grid, plain=f"{above.plain}\n{grid.caption}")
        else:
            found.append(piece)
    return tuple(found)


def plain(text: str) -> str:
    """What a reader sees of Markdown, each block of it on lines of its own."""
    if is_trivial(text) or _JSON.match(text):
        return text.strip()
    rendered = render(Job(text))
    cited = [" ".join(f"@{cite.key}" for cite in cluster.cites) for cluster in rendered.clusters]
    return _shown(
        SLOT.sub(lambda slot: cited[int(slot[2])] if slot[1] == "c" else "", rendered.html)
    )


def _shown(html: str) -> str:
    text = _BREAK.sub("\n", _CELL.sub("\t", _ALT.sub(r"\1", html)))
    rows = (row.strip() for row in unescape(_TAG.sub("", text)).split("\n"))
    return "\n".join(filter(None, rows))


def _heading(block: str, construct: str, where: str) -> Piece:
    level, text = heading_parts(block)
    if construct == "heading":
        level = lines.heading(lines.read(block, 0).text)[0]
    elif block.rstrip()[-1:] == "=":
        level = 1
    words = " ".join(text.split())
    return Piece(
        kind="heading", text=words, plain=" ".join(plain(words).split()), level=level, origin=where
    )


def _code(block: str, construct: str, where: str) -> Piece:
    if construct == "code":
        inner = "\n".join(row.removeprefix("\t").removeprefix("    ") for row in block.split("\n"))
        return Piece(kind="code", text=block, plain=inner, origin=where)
    first, *rest = block.split("\n")
    opened = lines.fence(first.strip())
    closed = bool(rest) and lines.closes(lines.read(rest[-1], 0), opened)
    info = first.strip()[len(opened) :].strip().strip("{}").split()
    label = info[0].lstrip(".").partition(",")[0] if info else ""
    inner = "\n".join(rest[:-1] if closed else rest)
    text = "\n".join((f"{opened}{label}", inner, opened))
    return Piece(kind="code", text=text, plain=inner, label=label, origin=where)


def _list(block: str, where: str) -> Piece:
    found, end = list_items(block, 0)
    ends = [*(item.start for item in found[1:]), end]
    items = []
    for item, until in zip(found, ends, strict=True):
        first, *rest = block[item.start : until].rstrip().split("\n")
        words = first.strip()[item.marker.width :].strip()
        column = item.indent + item.marker.width + 1
        items.append("\n".join((words, *(_dedented(row, column) for row in rest))))
    return Piece(kind="list", text=block, plain=plain(block), items=tuple(items), origin=where)


def _dedented(row: str, column: int) -> str:
    bare = row.expandtabs(4).lstrip() if row[:1] == "\t" else row.lstrip(" ")
    indent = len(row.expandtabs(4)) - len(row.expandtabs(4).lstrip())
    return " " * max(0, indent - column) + bare


def _table(block: str, where: str) -> Piece:
    header, marks, *rows = (lines.cells(row) for row in block.split("\n") if row.strip())
    width = len(header)
    align = tuple(_ALIGN.get((m.startswith(":"), m.endswith(":")), "") for m in marks)
    grid = Grid(
        header=tuple(header),
        rows=tuple(tuple((*row, *[""] * width)[:width]) for row in rows),
        align=align if any(align) else (),
    )
    return Piece(kind="table", text=block, plain=plain(block), grid=grid, origin=where)


def _terms(block: str, where: str) -> Piece:
    rows = [row.strip() for row in block.split("\n") if row.strip()]
    items = tuple(re.sub(r"^:[ \t]+", "", row) for row in rows)
    return Piece(kind="definitions", text=block, plain=plain(block), items=items, origin=where)
