"""The reference list: its lines read into references with keys, and the numbers that they had."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from palmetto_editor.intake.draft import Recovered
from palmetto_editor.intake.manuscript import Leftover, Piece
from palmetto_editor.intake.recognise import spans, words
from palmetto_editor.intake.recognise.parts import (
    Found,
    Pieces,
    Taken,
    hinted,
    is_heading,
    is_mark,
    leftover,
    mark,
    names_part,
    section_end,
)
from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.model.naming import citation_key
from palmetto_editor.model.places import Place
from palmetto_editor.references.lines import LONGEST, read_line

SHORTCODE = "{{< references >}}"
_YEAR = re.compile(r"\b(?:19|20)\d\d[a-z]?\b")
_FOUND_AT = re.compile(r"\b10\.\d{4,9}/|https?://|\bPMID\b|\bdoi\b|\bISBN\b", re.IGNORECASE)
_PAGES = re.compile(
    r"\d+\s*\(\s*[\w .-]+\)\s*[:,]|\b\d+\s*:\s*[A-Za-z]?\d+|\bpp?\.\s*\d", re.IGNORECASE
)
_AUTHORS = re.compile(r"^\W*[A-ZÀ-Þ][\w'’-]+,?\s+(?:[A-ZÀ-Þ]\.?[-\s]?){1,3}[,.&\s]|\bet al\b")
_NUMBER = re.compile(r"^\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.)])\s+")
_NAMED = re.compile(r"\b10\.\d{4,9}/|\bPMID\b|\bdoi\b|\bISBN\b", re.IGNORECASE)
_LEAST = 15  # characters of a line that is a reference
_STRICT = 0.6  # from such a share on, an item that does not look like the others is none
_SHARE = 0.7  # of a list without a heading that must look like references


@dataclass(frozen=True, slots=True)
class References:
    """`numbers` are the keys by the number that an entry has or would have on the page."""

    items: tuple[Reference, ...] = ()
    numbers: Mapping[int, str] | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    text: str
    number: int | None
    origin: str


def take_references(pieces: Pieces) -> Taken[References]:
    """The lists under headings of references; without one, a list that looks like nothing else."""
    entries: list[_Entry] = []
    rest: list[Piece] = []
    lost: list[Leftover] = []
    index, sure = 0, 0.95
    while index < len(pieces):
        end = _section(pieces, index)
        if end > index:
            heading = pieces[index] if names_part(pieces[index], words.REFERENCES) else None
            body = pieces[index + bool(heading) : end]
            found = [entry for piece in body for entry in _entries(piece)]
            lost += [gone for piece in body for gone in _beside(piece)]
            kept = [heading] if heading and is_heading(heading) and not entries else []
            rest += [*kept, mark("references", SHORTCODE if not entries else "")]
            entries += found
        else:
            rest.append(pieces[index])
            end = index + 1
        index = end
    if not entries:
        entries, rest, sure = *_unnamed(pieces), 0.7
    return _given(entries, tuple(rest), tuple(lost), sure)


def _section(pieces: Pieces, index: int) -> int:
    """Where the references that begin here end; the index itself where none do."""
    piece = pieces[index]
    if is_mark(piece):
        return index
    if names_part(piece, words.REFERENCES):
        end = section_end(pieces, index, _ends)
        return end if any([*_entries(p)] for p in pieces[index + 1 : end]) else index
    boxed = hinted(piece, words.HINT_REFERENCES)
    return index + 1 if boxed and piece.kind == "list" and _share(piece) >= 0.5 else index


def _ends(piece: Piece) -> bool:
    """Whether a piece is no part of a reference list: text, or the heading of another part."""
    if is_heading(piece):
        return words.RELATED.named(piece.plain) or words.PARTS.named(piece.plain)
    return not _lists(piece)


def _lists(piece: Piece) -> bool:
    if piece.kind in ("list", "definitions"):
        return True
    return piece.kind == "paragraph" and (_looks(piece.plain) or len(piece.plain.split()) < 3)


def _looks(text: str) -> bool:
    """Whether a line looks like a reference: where it is found, or a year among other signs."""
    if len(text.strip()) < _LEAST or words.LINK_LABEL.match(text.strip()):
        return False
    signs = (
        _PAGES.search(text),
        _AUTHORS.search(text),
        _NUMBER.match(text),
        "“" in text or '"' in text,
    )
    return bool(_FOUND_AT.search(text)) or (bool(_YEAR.search(text)) and any(signs))


def _lines(piece: Piece) -> tuple[str, ...]:
    if piece.items:
        return piece.items
    many = [line for line in piece.text.split("\n") if line.strip()]
    if len(many) > 1 and all(_looks(spans.reference_line(line)) for line in many):
        return tuple(many)
    return (piece.text,) if piece.kind == "paragraph" else ()


def _entries(piece: Piece) -> Iterator[_Entry]:
    if is_heading(piece) or is_mark(piece):
        return
    free = bool(piece.items) and _share(piece) < _STRICT
    for line in _lines(piece):
        text = spans.reference_line(line)
        number = _NUMBER.match(text)
        shown = int(next(filter(None, number.groups()))) if number else None
        bare = _bare(text)
        if len(bare) >= _LEAST and (free or _looks(text)):
            yield _Entry(bare, shown, piece.origin or "list")


def _beside(piece: Piece) -> Iterator[Leftover]:
    """The words of a piece of the list that are no reference."""
    taken = {entry.text for entry in _entries(piece)}
    reason = "stood in the reference list"
    if not taken:
        yield leftover(piece, reason)
        return
    for line in _lines(piece):
        text = spans.reference_line(line)
        if _bare(text) not in taken:
            yield Leftover(text=text, reason=reason, origin=piece.origin)


def _bare(text: str) -> str:
    number = _NUMBER.match(text)
    return text[number.end() :] if number else text


def _share(piece: Piece) -> float:
    lines = [spans.reference_line(item) for item in piece.items]
    return sum(map(_looks, lines)) / len(lines) if lines else 0.0


def _unnamed(pieces: Pieces) -> tuple[list[_Entry], list[Piece]]:
    """The last list of the page, if nearly all of it looks like references."""
    lists = [i for i, p in enumerate(pieces) if p.kind == "list" and len(p.items) > 1]
    at = lists[-1] if lists else -1
    if at < 0 or _share(pieces[at]) < _SHARE or at < len(pieces) // 2:
        return [], list(pieces)
    if not all(_PAGES.search(i) or _NAMED.search(i) for i in pieces[at].items):
        return [], list(pieces)
    rest = [*pieces[:at], mark("references", SHORTCODE), *pieces[at + 1 :]]
    return list(_entries(pieces[at])), rest


def _given(
    entries: Sequence[_Entry], rest: Pieces, lost: tuple[Leftover, ...], sure: float
) -> Taken[References]:
    items: list[Reference] = []
    fields: list[Recovered] = []
    gone = list(lost)
    taken: dict[str, list[str]] = {}
    for entry in entries:
        line = read_line(entry.text)
        key = _key(line.reference, taken)
        items.append(replace(line.reference, id=key))
        for name, confidence in line.confidence.items():
            place = Place("references", key, name.replace("_", "-"))
            value = _shown(getattr(line.reference, name))
            fields.append(
                Recovered(
                    place=place, value=value, origin=entry.origin, confidence=confidence * sure
                )
            )
        left = " ".join([line.rest, entry.text[LONGEST:]]).strip()
        if any(c.isalnum() for c in left):
            gone.append(
                Leftover(text=left, reason=f"no field of {key} took it", origin=entry.origin)
            )
    numbers = {
        entry.number or place: item.id
        for place, (entry, item) in enumerate(zip(entries, items, strict=True), start=1)
    }
    told = Found(fields=tuple(fields), leftovers=tuple(gone))
    return Taken(References(tuple(items), numbers), rest, told)


def _key(reference: Reference, taken: dict[str, list[str]]) -> str:
    """A key that is free, noted with those of its stem: long lists ask only about these."""
    stem = citation_key(reference, frozenset())
    key = citation_key(reference, frozenset(taken.get(stem, ())))
    if key in taken and key != stem:
        key = citation_key(reference, frozenset(name for keys in taken.values() for name in keys))
    taken.setdefault(stem, []).append(key)
    if key != stem:
        taken.setdefault(key, []).append(key)
    return key


def _shown(value: object) -> str:
    """A field's value in words for the report."""
    if isinstance(value, tuple):
        return "; ".join(_shown(item) for item in value)
    if isinstance(value, Name):
        return " ".join(filter(None, (value.literal, value.family, value.given)))
    if isinstance(value, Date):
        return "–".join("-".join(map(str, part)) for part in value.date_parts) or value.literal
    return str(value)
