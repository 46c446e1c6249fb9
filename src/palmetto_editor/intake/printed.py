"""JSON-LD that stands in the visible text: found, read, and taken out of the article.

It looks at what a reader sees, not at what a piece is: each line of the JSON may be a paragraph
of its own, its first a list's last item, all of it one code block. What is read as JSON-LD (it
has `@context`, `@graph` or `@type`) leaves the text whole; any other JSON stays where it is. So
does a code block on a page whose markup was found elsewhere: there it is an example.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from palmetto_editor.intake import markup, mended
from palmetto_editor.intake.manuscript import Manuscript, Mending, Piece
from palmetto_editor.structured.wild.found import Found, Repair
from palmetto_editor.structured.wild.memory import Memory
from palmetto_editor.structured.wild.mend import Block, block, paragraphs

_ORIGIN = "JSON-LD in the text"
_BULLET = r"[ \t]*(?:[-*+•◦▪·‣–][ \t]+)?"
_START = re.compile(rf"(?m)^{_BULLET}([\[{{])")
_SIGN = re.compile(r"@(?:context|type|graph|id)\b")
_NEAR = 3_000  # characters from an opening bracket to the first name that tells JSON-LD
_BEFORE = re.compile(rf"(?im)^{_BULLET}(?:<script\b[^<>\n]{{0,200}}>|```[\w+-]*|~~~[\w+-]*)\s*\Z")
_AFTER = re.compile(r"\s*(?:;|</script>|```|~~~)[ \t]*(?=\n|\Z)", re.IGNORECASE)
# An item that is JSON, not one that begins with a link.
_OPENING = re.compile(r"\s*\\?[\[{]\s*(?:\\?[\[{\"“”„'‘’&]|\Z)")
_OPENING_ITEM = re.compile(
    r"(?m)^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\\?[\[{][ \t]*(?:\\?[\[{\"“”„'‘’&]|$)"
)
_BETWEEN = "\n\n"
_DEEPEST = 20  # groups within each other


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch of a run that is JSON-LD: `block` read it, marks around it are included."""

    start: int
    end: int
    block: Block


class _Run:
    """Pieces that follow each other, as one text."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.text = _BETWEEN.join(piece.plain for piece in pieces)
        self.starts: list[int] = []
        at = 0
        for piece in pieces:
            self.starts.append(at)
            at += len(piece.plain) + len(_BETWEEN)

    def index(self, offset: int) -> int:
        """The number of the piece that an offset lies in."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def where(self, offset: int) -> str:
        origin = self.pieces[self.index(offset)].origin
        return f"{_ORIGIN}, {origin}" if origin else _ORIGIN


def cut(manuscript: Manuscript) -> Manuscript:
    """The manuscript without the JSON-LD printed in it, and with what that claims.

    Sentences that stood between its members become `intruders`, in the form they had.
    """
    found = _Found(examples=any(claim.side == "markup" for claim in manuscript.claims))
    pieces = found.without(manuscript.pieces)
    if not found.founds:
        return manuscript
    return replace(
        manuscript,
        pieces=pieces,
        claims=(*manuscript.claims, *markup.claims(*found.founds)),
        mended=(*manuscript.mended, *found.mended),
        intruders=(*manuscript.intruders, *found.intruders),
    )


class _Found:
    """What is gathered while pieces are gone through. `examples`: code blocks are left alone."""

    def __init__(self, *, examples: bool) -> None:
        self._examples = examples
        self.founds: list[Found] = []
        self.mended: list[Mending] = []
        self.intruders: list[Piece] = []

    def without(self, pieces: Sequence[Piece], depth: int = 0) -> tuple[Piece, ...]:
        """The pieces with the JSON-LD taken out, those within groups too."""
        if depth < _DEEPEST:
            pieces = tuple(self._group(piece, depth) for piece in pieces)
        run = _Run(pieces)
        cuts = list(_cuts(run, examples=self._examples))
        for one in cuts:
            self._gather(run, one)
        return tuple(_kept(run, cuts)) if cuts else tuple(pieces)

    def _group(self, piece: Piece, depth: int) -> Piece:
        if piece.kind != "group":
            return piece
        inner = self.without(piece.pieces, depth + 1)
        if inner == piece.pieces:
            return piece
        text, plain = (_BETWEEN.join(getattr(p, n) for p in inner) for n in ("text", "plain"))
        return replace(piece, pieces=inner, text=text, plain=plain)

    def _gather(self, run: _Run, one: _Cut) -> None:
        read = one.block
        repairs = tuple(Repair(what, 1, 1, said) for what, _, said in read.repairs)
        self.founds.append(Found((read.value,), repairs, origin=_ORIGIN))
        where = run.where(one.start)
        words = " ".join(run.text[one.start : one.end].split())
        self.mended.append(
            Mending(what="JSON-LD printed as text taken out of it", where=where, words=words[:60])
        )
        told = (Mending(what=w, where=run.where(at), words=said) for w, at, said in read.repairs)
        self.mended += mended.grouped(told)
        self.mended += mended.mendings(Found((read.value,), origin=_ORIGIN))
        for start, end in read.intruders:
            self.intruders += _prose(run, start, end)
        if read.stop:
            near = " ".join(run.text[max(0, read.end - 60) : read.end].split())
            what = f"reading stopped: {read.stop[1]}"
            self.mended.append(Mending(what=what, where=run.where(read.end), words=near))


def _cuts(run: _Run, *, examples: bool) -> Iterator[_Cut]:
    """The stretches of JSON-LD in a run, in order. Each character is read once."""
    signs = [sign.start() for sign in _SIGN.finditer(run.text)]
    done, memory = 0, Memory()
    for start in _START.finditer(run.text) if signs else ():
        at = start.start(1)
        if at < done:
            continue
        sign = bisect_left(signs, at)
        if sign == len(signs) or signs[sign] > at + _NEAR:
            continue
        if examples and run.pieces[run.index(at)].kind == "code":
            continue
        read = block(run.text, at, memory)
        done = max(read.end, at + 1)
        if _is_json_ld(read.value):
            made = _widened(run.text, start.start(), read)
            done = made.end
            yield made


def _is_json_ld(value: Any) -> bool:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if item.keys() & {"@context", "@graph", "@type"}:
                return True
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
    return False


def _widened(text: str, start: int, read: Block) -> _Cut:
    """The block with its bullet, and the script tags or fences that stand around it."""
    before = text[max(0, start - 300) : start]
    tag = _BEFORE.search(before.rstrip())
    first = start - len(before) + tag.start() if tag else start
    end = read.end
    while after := _AFTER.match(text, end):
        end = after.end()
    return _Cut(first, end, read)


def _kept(run: _Run, cuts: Sequence[_Cut]) -> Iterator[Piece]:
    """The pieces, or what is left of them beside the cuts."""
    starts, ends = [one.start for one in cuts], [one.end for one in cuts]
    for piece, start in zip(run.pieces, run.starts, strict=True):
        end = start + len(piece.plain)
        here = cuts[bisect_right(ends, start) : bisect_left(starts, end)]
        if here:
            yield from _beside(piece, start, here)
        else:
            yield piece


def _beside(piece: Piece, start: int, cuts: Sequence[_Cut]) -> Iterator[Piece]:
    """What stands in a piece before, between and after the cuts that it holds."""
    at = 0
    for one in cuts:
        before = max(0, one.start - start)
        if at == 0 and piece.plain[:before].strip():
            yield _head(piece, before)
        elif piece.plain[at : max(at, before)].strip():
            yield from _paragraphs(piece, piece.plain[at:before])
        at = max(at, one.end - start)
    if piece.plain[at:].strip():
        yield from _paragraphs(piece, piece.plain[at:])


def _head(piece: Piece, before: int) -> Piece:
    """A piece without what stands from an offset on; a list keeps its whole items."""
    plain = piece.plain[:before].rstrip()
    if piece.kind == "list" and piece.items:
        return _shorter_list(piece, plain)
    lines = plain.count("\n") + 1
    marked = piece.text.split("\n")
    same = len(marked) == piece.plain.count("\n") + 1
    text = "\n".join(marked[:lines]).rstrip(" \\") if same else markup.markdown(plain)
    return replace(piece, text=text, plain=plain)


def _shorter_list(piece: Piece, plain: str) -> Piece:
    opens = (n for n, item in enumerate(piece.items) if _OPENING.match(item))
    number = next(opens, len(piece.items))
    marked = _OPENING_ITEM.search(piece.text)
    text = piece.text[: marked.start()].rstrip() if marked else piece.text
    if number == 0 or not text:
        return Piece(kind="paragraph", text=markup.markdown(plain), plain=plain, hints=piece.hints)
    return replace(piece, text=text, plain=plain, items=piece.items[:number])


def _paragraphs(piece: Piece, words: str) -> Iterator[Piece]:
    for part in re.split(r"\n\s*\n", words.strip()):
        plain = part.strip()
        if plain:
            yield Piece(
                kind="paragraph",
                text=markup.markdown(plain),
                plain=plain,
                hints=piece.hints,
                origin=piece.origin,
            )


def _prose(run: _Run, start: int, end: int) -> Iterator[Piece]:
    """The pieces that an intruder was; where it is part of one, a paragraph of those words."""
    words = run.text[start:end]
    start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    for number in range(run.index(start), run.index(max(start, end - 1)) + 1):
        piece, first = run.pieces[number], run.starts[number]
        part = piece.plain[max(0, start - first) : end - first]
        if part.strip() == piece.plain.strip():
            yield piece
        else:
            for plain in paragraphs(part):
                yield from _paragraphs(piece, plain)
