"""Links beside the text: under their headings, behind their labels, and to the pillar guide."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from palmetto_editor.intake.draft import Recovered
from palmetto_editor.intake.manuscript import Leftover, Piece
from palmetto_editor.intake.recognise import spans, words
from palmetto_editor.intake.recognise.parts import (
    OWN_HEADING,
    Found,
    Pieces,
    Taken,
    cards_end,
    fold,
    hinted,
    is_heading,
    is_mark,
    leftover,
    mark,
    names_part,
    section_end,
)
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Link, Relation

_SENDS = re.compile(
    r"for [^.?!]{3,120}? (?:see|read|visit|consult|refer to|check out|explore) (?:our|the)\b"
    r"|(?:for|to) (?:a |an |the |more )?(?:complete|comprehensive|full|broader|deeper|detailed"
    r"|further|in-depth|closer|better|more|overview|background|information|details?|context)\b[^.?!]{0,120}?\b"
    r"(?:see|read|visit|consult|refer to|check out|explore)\b"
    r"|(?:see|read|visit|consult|check out) (?:our|the)\b"
    r"|[^.?!]{0,120}\bcan (?:consult|see|read|find) (?:our|the)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.?!])\s+")
_TITLE = re.compile(
    r"\b(?:see|read|visit|consult|refer to|check out|explore)\s+"
    r"(?:(?:our|the|this|also)\s+)*"
    r"(?:(?:dedicated|related|companion|full|separate|detailed|own|sister|main)\s+)*"
    r"(?:(?:article|guide|post|review|page|overview|piece)s?\s*(?:on [^:]{1,60})?:\s*)?"
    r"(?P<title>[“\"]?[A-Z0-9][^\n]*)",
)
_TITLE_END = re.compile(
    r"(?:,?\s+(?:from|by|at|on|in)\s+(?:the\s+)?[A-Z][^.]*|,\s+(?:which|where|that|for)\b.*)?[\s.”\"]*$"
)
_PILLAR = re.compile(
    r"\b(?:complete|ultimate|definitive|comprehensive|full|pillar|beginner[’']?s|main)\s+(?:[\w-]+\s+){0,4}?(?:guide|overview|hub)\b"
    r"|\bpillar\b|\bguide to\b.*\b(?:peptide|research)\b",
    re.IGNORECASE,
)
_OVERVIEW = re.compile(
    r"\b(?:complete|comprehensive|broader|full) (?:overview|review|picture|guide)\b", re.I
)
_LONGEST_LABEL = 160  # characters
_RELATIONS: dict[str, Relation] = {
    "related": "related",
    "seealso": "see-also",
    "pillar": "pillar",
    "product": "product",
}


class _Lead(NamedTuple):
    label: str
    target: str
    relation: Relation
    origin: str
    confidence: float


def points_elsewhere(piece: Piece) -> bool:
    """Whether a paragraph only sends the reader to another page."""
    text = piece.plain.strip()
    return piece.kind == "paragraph" and len(text) < 400 and bool(_SENDS.match(text))


def take_related(pieces: Pieces) -> Taken[tuple[Link, ...]]:
    """The links, each once; sentences in the text that lead to guides stay where they are."""
    leads: list[_Lead] = []
    rest: list[Piece] = []
    lost: list[Leftover] = []
    index = 0
    while index < len(pieces):
        end, found, gone = _section(pieces, index)
        if end == index:
            end, found, gone = _labelled(pieces, index)
        if end > index:
            rest.append(mark("links"))
        else:
            rest.append(pieces[index])
            found, end = _in_prose(pieces[index]), index + 1
        leads += found
        lost += gone
        index = end
    links, fields = _links(leads)
    return Taken(links, tuple(rest), Found(fields=fields, leftovers=tuple(lost)))


_Run = tuple[int, list[_Lead], list[Leftover]]


def _section(pieces: Pieces, index: int) -> _Run:
    piece = pieces[index]
    product = names_part(piece, words.PRODUCTS)
    pillar = names_part(piece, words.PILLAR)
    if not (product or pillar or names_part(piece, words.RELATED)):
        return index, [], []
    if piece.kind == "paragraph" and spans.links(piece.text):
        return index, [], []
    see_also = fold(piece.plain).startswith("see also")
    relation: Relation = "product" if product else "pillar" if pillar else "related"
    relation = "see-also" if see_also else relation
    end = max(section_end(pieces, index, lambda p: not _listing(p)), cards_end(pieces, index))
    end = _without_tail(pieces, index, end)
    leads: list[_Lead] = []
    lost = [leftover(piece, OWN_HEADING)]
    for child in pieces[index + 1 : end]:
        found, rest = _listed(child, relation, 0.95)
        leads += found
        lost += [rest] if rest else []
    return (end, leads, lost) if leads else (index, [], [])


def _without_tail(pieces: Pieces, index: int, end: int) -> int:
    """Below a list, a paragraph that is not a link alone belongs to the section no more."""
    listed = False
    for at in range(index + 1, end):
        piece = pieces[at]
        beside = piece.kind == "paragraph" and len(spans.without_links(piece.text).split()) > 1
        if listed and beside:
            return at
        listed = listed or piece.kind == "list"
    return end


def _listing(piece: Piece) -> bool:
    """Whether a piece may be a part of a list of links."""
    if is_mark(piece) or piece.kind in ("table", "code", "definitions", "note", "details"):
        return False
    if is_heading(piece) or piece.kind in ("list", "figure", "rule"):
        return True
    text = piece.plain.strip()
    linked = bool(spans.links(piece.text))
    return linked or (len(text) <= 300 and not words.DISCLAIMER_START.match(text))


def _listed(piece: Piece, relation: Relation, sure: float) -> tuple[list[_Lead], Leftover | None]:
    """The links in one piece of such a list; words beside them are left over."""
    lines = piece.items or ((piece.text,) if piece.text else ())
    leads, beside = [], []
    origin = piece.origin or piece.kind
    for line in lines:
        anchors = [a for a in spans.links(line) if a.label.strip() and not a.target.startswith("#")]
        leads += [_Lead(a.label, a.target, _told(relation, a.label), origin, sure) for a in anchors]
        words_ = spans.without_links(line) if anchors else spans.words(line)
        if not anchors and piece.kind == "list" and 0 < len(words_) <= _LONGEST_LABEL:
            leads.append(_Lead(words_, "", _told(relation, words_), origin, sure - 0.2))
        elif words_.strip(" .,;:–—-|·•→»"):
            beside.append(words_)
    text = " ".join(beside)
    gone = Leftover(text=text, reason="stood beside the links", origin=piece.origin)
    return leads, gone if text else None


def _told(relation: Relation, label: str) -> Relation:
    return "pillar" if relation == "related" and _PILLAR.search(label) else relation


def _labelled(pieces: Pieces, index: int) -> _Run:
    """`Related research: one, and two`, or a box of links by its class name."""
    piece = pieces[index]
    if piece.kind not in ("paragraph", "list", "note", "quote") or is_mark(piece):
        return index, [], []
    text = piece.plain.strip()
    match = words.LINK_LABEL.match(text)
    if match and match.lastgroup and len(text) < 600 and piece.kind != "list":
        relation = _RELATIONS[match.lastgroup]
        found, rest = _listed(piece, relation, 0.9) if spans.links(piece.text) else ([], None)
        if rest:
            stripped = words.LINK_LABEL.sub("", rest.text).strip(" .,;&")
            gone = [leftover_of(rest, stripped)] if stripped not in ("", "and", "or") else []
            return index + 1, found, gone
        after = text[match.end() :].strip()
        if not found and after:
            found = [
                _Lead(label, "", _told(relation, label), piece.origin or "label", 0.7)
                for label in _parted(after)
            ]
        return (index + 1, found, []) if found else (index, [], [])
    found, more = _note(piece)
    if found and not more:
        return index + 1, found, []
    boxed = hinted(piece, words.HINT_RELATED) and bool(spans.links(piece.text))
    alone = len(spans.without_links(piece.text).split()) <= 4 or piece.kind == "list"
    if boxed and alone:
        found, rest = _listed(piece, "related", 0.85)
        return index + 1, found, [rest] if rest else []
    return index, [], []


def _note(piece: Piece) -> tuple[list[_Lead], bool]:
    """The links of a box whose name is "See also", and whether it says more than they do."""
    if not (piece.kind == "note" and words.RELATED.named(piece.label)):
        return [], False
    see_also = fold(piece.label).startswith("see also")
    leads: list[_Lead] = []
    more = False
    for inside in piece.pieces or (piece,):
        found, rest = _listed(inside, "see-also" if see_also else "related", 0.9)
        leads += found
        more = more or rest is not None
    return leads, more


def leftover_of(rest: Leftover, text: str) -> Leftover:
    return Leftover(text=text, reason=rest.reason, origin=rest.origin)


def _parted(text: str) -> list[str]:
    """The titles in a line without links. Titles in capitals may have commas and dashes in them."""
    bare = text.strip(" .")
    parts = re.split(r"\s*[;|·•\n]\s*", bare)
    if len(parts) == 1 and not _is_title(bare):
        parts = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+(?=[\w-]+ (?:vs|and|of|in|for)\b)", bare)
    return [part.strip() for part in parts if part.strip()]


def _is_title(text: str) -> bool:
    long: list[str] = re.findall(r"[^\W\d_]{4,}", text)
    return bool(long) and sum(w[0].isupper() for w in long) > len(long) / 2


def _in_prose(piece: Piece) -> list[_Lead]:
    """A sentence that sends the reader to a guide or a sibling; the sentence stays."""
    if piece.kind not in ("paragraph", "note", "quote") or len(piece.plain) > 600:
        return []
    boxed, _ = _note(piece)
    if boxed:
        return boxed
    text = piece.plain.strip()
    if not any(map(_SENDS.match, _SENTENCES.split(text))):
        return []
    anchors = [a for a in spans.links(piece.text) if not a.target.startswith("#")]
    if anchors:
        return [
            _Lead(a.label, a.target, _relation(a.label, text), piece.origin or "text", 0.7)
            for a in anchors
            if a.label and (_PILLAR.search(a.label) or points_elsewhere(piece))
        ]
    match = _TITLE.search(text)
    if match is None:
        return []
    title = _TITLE_END.sub("", match["title"]).strip(' .”“"')
    if not (_is_title(title) and len(title) <= _LONGEST_LABEL):
        return []
    return [_Lead(title, "", _relation(title, text), piece.origin or "text", 0.6)]


def _relation(label: str, sentence: str) -> Relation:
    return "pillar" if _PILLAR.search(label) or _OVERVIEW.search(sentence) else "related"


def _links(leads: Iterable[_Lead]) -> tuple[tuple[Link, ...], tuple[Recovered, ...]]:
    links: list[Link] = []
    fields: list[Recovered] = []
    seen: set[tuple[str, str]] = set()
    for lead in leads:
        key = (fold(lead.label), lead.target)
        if key in seen or (not lead.target and any(k[0] == key[0] for k in seen)):
            continue
        seen.add(key)
        name = f"l{len(links) + 1}"
        links.append(Link(id=name, label=lead.label, target=lead.target, relation=lead.relation))
        fields += [
            Recovered(
                place=Place("links", name, field), value=value, origin=lead.origin,
                confidence=lead.confidence,
            )
            for field, value in (("label", lead.label), ("target", lead.target))
            if value
        ]  # fmt: skip
    return tuple(links), tuple(fields)
