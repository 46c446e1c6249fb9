"""What stands around the headline: trail, byline, dates, tags. All of it becomes claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from palmetto_editor.intake.manuscript import Claim, Leftover, Piece
from palmetto_editor.intake.recognise import people, spans, tags, words
from palmetto_editor.intake.recognise.bylined import (
    SENTENCE,
    dated,
    is_prose,
    labelled,
    meta,
    tagged,
    trail,
)
from palmetto_editor.intake.recognise.claimed import Known
from palmetto_editor.intake.recognise.parts import (
    OWN_HEADING,
    Found,
    Pieces,
    Taken,
    fold,
    hinted,
    is_heading,
    leftover,
    names_part,
)

_ZONE = 14  # pieces after the headline among which a byline is looked for
_TAIL = 15  # pieces at the end where tags and a date may stand
_SITE = re.compile(r"\s+[|–—·•:-]\s+|\s*\|\s*")
_TAG_HEADING = re.compile(r"(?:tags?|keywords?|key words|topics?|labels?)\s*:?", re.IGNORECASE)
_ABOVE = "stood above the headline"


def take_front(pieces: Pieces, claims: Sequence[Claim], language: str) -> Taken[str]:
    """The headline; the rest of the front is in the claims."""
    known = Known(claims, tags.vocabulary(_prose(pieces)), language)
    at, sure = _headline(pieces, claims)
    above, kept_above = _above(pieces[: max(at, 0)], known)
    below, kept_below = _below(pieces[at + 1 :], known)
    found = above + below
    if at < 0:
        return Taken("", kept_above + kept_below, found)
    headline = spans.words(pieces[at].text) or " ".join(pieces[at].plain.split())
    claim = Claim(
        side="page", field="headline", value=headline, origin=_origin(pieces[at]), confidence=sure
    )
    return Taken(headline, kept_above + kept_below, Found(claims=(claim,)) + found)


def _origin(piece: Piece) -> str:
    return piece.origin or (f"<h{piece.level}>" if is_heading(piece) else piece.kind)


def _prose(pieces: Pieces) -> Iterable[str]:
    """The texts that are long enough to be sentences, headings and cells: no lines of tags."""
    for piece in pieces:
        flowing = piece.kind != "paragraph" or SENTENCE.search(piece.plain.rstrip())
        if flowing and piece.kind not in ("code", "rule"):
            yield piece.plain


def _headline(pieces: Pieces, claims: Sequence[Claim]) -> tuple[int, float]:
    """Its index, -1 for none, and how sure."""
    wanted = {fold(v) for c in claims if c.field in ("headline", "title") for v in _variants(c)}
    headings = [i for i, piece in enumerate(pieces) if is_heading(piece) and piece.plain.strip()]
    first = [i for i in headings if pieces[i].level == 1]
    named = [i for i in first or headings[:3] if fold(pieces[i].plain) in wanted]
    if named:
        return named[0], 0.98
    if first:
        return first[0], 0.95 if len(first) == 1 else 0.8
    if any(c.field == "headline" for c in claims):
        return -1, 0.0
    return _guessed(pieces, headings)


def _guessed(pieces: Pieces, headings: list[int]) -> tuple[int, float]:
    """Without an `h1`: a first heading with no sentence above it, or a first line like a title."""
    if headings and not any(is_prose(piece) for piece in pieces[: headings[0]]):
        first, others = pieces[headings[0]], [pieces[i] for i in headings[1:]]
        if not names_part(first, words.PARTS) and all(p.level >= first.level for p in others):
            return headings[0], 0.6
    if pieces and pieces[0].kind == "paragraph":
        text = pieces[0].plain.strip()
        if text and len(text) <= 120 and "\n" not in text and not SENTENCE.search(text):
            return 0, 0.5
    return -1, 0.0


def _variants(claim: Claim) -> Iterable[str]:
    """A title, and what is left of it without the site's name."""
    yield claim.value
    if claim.field == "title":
        parts = _SITE.split(claim.value)
        for cut in range(1, len(parts)):
            yield " ".join(parts[:cut])
            yield " ".join(parts[cut:])


def _above(pieces: Pieces, known: Known) -> tuple[Found, Pieces]:
    found = Found()
    kept: list[Piece] = []
    lost: list[Piece] = []
    for piece in pieces:
        said = trail(piece) or meta(piece, known, neighbour=False)
        if said:
            found += said
        elif _stays(piece):
            kept.append(piece)
        elif piece.plain.strip():
            lost.append(piece)
    if lost:
        text = "\n".join(piece.plain.strip() for piece in lost)
        gone = Leftover(text=text, reason=_ABOVE, origin=lost[0].origin)
        found += Found(leftovers=(gone,))
    return _kicker(found), tuple(kept)


def _stays(piece: Piece) -> bool:
    if piece.kind in ("figure", "note", "table", "code", "details", "definitions"):
        return True
    told = hinted(piece, words.HINT_NOTICE) or hinted(piece, words.HINT_SHORT)
    return told or is_prose(piece)


def _below(pieces: Pieces, known: Known) -> tuple[Found, Pieces]:
    found = Found()
    kept: list[Piece] = []
    zone = _zone(pieces)
    tail = max(zone, len(pieces) - _TAIL)
    near = True  # whether the piece before was the headline or a part of the byline
    for index, piece in enumerate((*map(_unheaded, pieces[:zone]), *pieces[zone:])):
        said = None
        if index < zone:
            after = index + 1 < len(pieces) and dated(pieces[index + 1], known)
            said = (trail(piece) if index < 3 else None) or meta(
                piece, known, neighbour=after, after=near and bool(found.claims)
            )
        elif hinted(piece, words.HINT_KEYWORDS):  # below the abstract of a paper
            said = tagged(piece, known)
        elif index >= tail:
            said = labelled(piece, known)
        near = bool(said)
        known = known if said or not is_prose(piece, 4) else replace(known, named=False)
        if said:
            found += said + _headed(kept, said)
        else:
            kept.append(piece)
    return _several(found), tuple(kept)


def _headed(kept: list[Piece], said: Found) -> Found:
    """The heading over tags goes with them."""
    over = kept[-1] if kept and said.claims and said.claims[0].field == "keyword" else None
    if over is None or not (is_heading(over) and _TAG_HEADING.fullmatch(over.plain.strip())):
        return Found()
    kept.pop()
    return Found(leftovers=(leftover(over, OWN_HEADING),))


def _zone(pieces: Pieces) -> int:
    """How many pieces stand above the first heading of the text itself."""
    for index, piece in enumerate(pieces[:_ZONE]):
        if is_heading(piece) and _unheaded(piece) is piece:
            return index
    return min(_ZONE, len(pieces))


def _unheaded(piece: Piece) -> Piece:
    """A name or a subtitle below the headline that is set as a heading is a line like others."""
    named = hinted(piece, words.HINT_AUTHOR) and people.is_name(piece.plain)
    if is_heading(piece) and (named or hinted(piece, words.HINT_DECK)):
        return replace(piece, kind="paragraph", level=0)
    return piece


def _several(found: Found) -> Found:
    """Two categories or more are tags; one is where the article belongs."""
    if sum(claim.field == "section" for claim in found.claims) < 2:
        return found
    claims = tuple(
        replace(claim, field="keyword") if claim.field == "section" else claim
        for claim in found.claims
    )
    return replace(found, claims=claims)


def _kicker(found: Found) -> Found:
    """A single tag above the headline is where the article belongs."""
    tagged = [claim for claim in found.claims if claim.field == "keyword"]
    if len(tagged) != 1:
        return found
    claims = tuple(replace(c, field="section") if c is tagged[0] else c for c in found.claims)
    return replace(found, claims=claims)
