"""What stands around the headline: trail, byline, dates, tags. All of it becomes claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from palmetto_editor.intake.manuscript import Claim, Field, Leftover, Piece
from palmetto_editor.intake.recognise import bylines, people, spans, tags, words
from palmetto_editor.intake.recognise.bylines import Statement
from palmetto_editor.intake.recognise.parts import (
    Found,
    Pieces,
    Taken,
    fold,
    hinted,
    is_heading,
    names_part,
)

_ZONE = 14  # pieces after the headline among which a byline is looked for
_TAIL = 15  # pieces at the end where tags and a date may stand
_LONGEST = 320  # characters of a line that may be a byline
_SENTENCE = re.compile(r"[.!?:…][\"”’')\]*_]*$")
_TRAIL = re.compile(r"\s*(?:[›»→>]|(?<=\s)/(?=\s))\s*")
_SITE = re.compile(r"\s+[|–—·•:-]\s+|\s*\|\s*")
_TAG_PAGE = re.compile(r"/(?:tags?|topics?|keywords?)/[^/]+/?$|[?&]tag=", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<tags>tags?|keywords?|topics?)|(?P<date>published|date|created|posted|updated|modified"
    r"|last (?:updated|edited|modified)|reviewed)|authors?|by|written by|reviewers?|reviewed by"
    r"|category|section",
    re.IGNORECASE,
)
_MOST_ROWS = 12  # of a table of properties
_FIELDS: dict[str, Field] = {
    "author": "author",
    "reviewer": "reviewer",
    "published": "published",
    "modified": "modified",
    "keyword": "keyword",
    "section": "section",
}
_ABOVE = "stood above the headline"
_IN_BYLINE = "stood in the byline"


@dataclass(frozen=True, slots=True)
class _Known:
    """What of the rest of the source helps to read the front."""

    claims: Sequence[Claim]
    vocabulary: frozenset[str]
    language: str
    named: bool = True  # whether a name without a label may be an author: not below prose

    def is_author(self, name: str) -> bool:
        known = (c.value for c in self.claims if c.field in ("author", "reviewer"))
        return any(people.same(name, value) for value in known)


def take_front(pieces: Pieces, claims: Sequence[Claim], language: str) -> Taken[str]:
    """The headline; the rest of the front is in the claims."""
    known = _Known(claims, tags.vocabulary(_prose(pieces)), language)
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
        flowing = piece.kind != "paragraph" or _SENTENCE.search(piece.plain.rstrip())
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
    if headings and not any(_is_prose(piece) for piece in pieces[: headings[0]]):
        first, others = pieces[headings[0]], [pieces[i] for i in headings[1:]]
        if not names_part(first, words.PARTS) and all(p.level >= first.level for p in others):
            return headings[0], 0.6
    if pieces and pieces[0].kind == "paragraph":
        text = pieces[0].plain.strip()
        if text and len(text) <= 120 and "\n" not in text and not _SENTENCE.search(text):
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


def _is_prose(piece: Piece, least: int = 8) -> bool:
    """Whether a piece is a sentence of at least so many words."""
    text = piece.plain.strip()
    return (
        piece.kind in ("paragraph", "quote")
        and len(text.split()) >= least
        and bool(_SENTENCE.search(text))
    )


def _above(pieces: Pieces, known: _Known) -> tuple[Found, Pieces]:
    found = Found()
    kept: list[Piece] = []
    lost: list[Piece] = []
    for piece in pieces:
        said = _trail(piece) or _meta(piece, known, neighbour=False)
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
    return told or _is_prose(piece)


def _below(pieces: Pieces, known: _Known) -> tuple[Found, Pieces]:
    found, kept = Found(), []
    zone = _zone(pieces)
    tail = max(zone, len(pieces) - _TAIL)
    near = True  # whether the piece before was the headline or a part of the byline
    for index, piece in enumerate((*map(_unheaded, pieces[:zone]), *pieces[zone:])):
        said = None
        if index < zone:
            after = index + 1 < len(pieces) and _dated(pieces[index + 1], known)
            said = (_trail(piece) if index < 3 else None) or _meta(
                piece, known, neighbour=after, after=near and bool(found.claims)
            )
        elif index >= tail:
            said = _labelled(piece, known)
        near = bool(said)
        known = known if said or not _is_prose(piece, 4) else replace(known, named=False)
        if said:
            found += said
        else:
            kept.append(piece)
    return _several(found), tuple(kept)


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


def _dated(piece: Piece, known: _Known) -> bool:
    read = _statements(piece, known)
    return any(s.said in ("published", "modified") for s in read) and all(s.said for s in read[:1])


def _statements(piece: Piece, known: _Known) -> tuple[Statement, ...]:
    if piece.kind not in ("paragraph", "list", "note") or len(piece.plain) > _LONGEST:
        return ()
    return bylines.read(piece.plain, known.language)


def _trail(piece: Piece) -> Found | None:
    """Breadcrumbs, by their class or by their signs."""
    told = hinted(piece, words.HINT_TRAIL)
    if piece.kind not in ("paragraph", "list") or len(piece.plain) > _LONGEST:
        return None
    lines = piece.items or tuple(_TRAIL.split(piece.text))
    steps = [spans.words(line).strip(" ›»→>/|") for line in lines]
    steps = [step for step in steps if step]
    signs = len(_TRAIL.findall(piece.plain))
    home = bool(steps) and steps[0].casefold() in ("home", "start", "blog", "homepage")
    if len(steps) < 2 or not (told or (home and signs) or (signs > 1 and len(piece.plain) < 160)):
        return None
    targets = [
        next((a.target for a in spans.links(line)), "") for line in lines if spans.words(line)
    ]
    claims = tuple(
        Claim(
            side="page", field="breadcrumb", value=step, url=target, detail=target,
            origin=piece.origin or "breadcrumbs", confidence=0.95 if told else 0.8,
        )
        for step, target in zip(steps, [*targets, *[""] * len(steps)], strict=False)
    )  # fmt: skip
    return Found(claims=claims)


def _meta(piece: Piece, known: _Known, *, neighbour: bool, after: bool = False) -> Found | None:
    """A line of the byline: None where it is none. `neighbour`: a date stands in the next one."""
    if piece.kind in ("table", "definitions"):
        return _properties(piece, known)
    tagged = _tags(piece, known, after=after)
    if tagged:
        return tagged
    read = _tagged(_statements(piece, known), piece)
    if not read or _is_prose(piece):
        return None
    if hinted(piece, words.HINT_SECTION) and len(piece.plain) <= 60 and len(read) == 1:
        return _section(piece, read[0])
    strong = any(s.said in _FIELDS for s in read)
    told = hinted(piece, words.HINT_META)
    unknown = [s for s in read if not s.said]
    if unknown and not (("\n" in piece.plain.strip() or told) and (strong or told)):
        return None
    read = tuple(_settled(s, piece, known, strong or neighbour or after) for s in read)
    if any(s.said == "" for s in read) and not (strong or told):
        return None
    return _told(read, piece, known)


def _tagged(read: tuple[Statement, ...], piece: Piece) -> tuple[Statement, ...]:
    """Words that link to the pages of a tag are tags."""
    linked = {a.label for a in spans.links(piece.text) if _TAG_PAGE.search(a.target)}
    return tuple(
        s._replace(said="keyword", confidence=0.9) if s.words in linked and not s.said else s
        for s in read
    )


def _properties(piece: Piece, known: _Known) -> Found | None:
    """A small table of names and values as some programs put it below a headline."""
    rows = _rows(piece)
    if not rows or len(rows) > _MOST_ROWS or not any(_LABEL.fullmatch(row[0]) for row in rows):
        return None
    if not all(len(row[0]) <= 30 for row in rows):
        return None
    found = Found()
    for label, value in rows:
        name = _LABEL.fullmatch(label)
        line = Piece(kind="paragraph", text=value, plain=f"{label}: {value}", origin=piece.origin)
        if name and name["tags"]:
            parts = tags.unglued(value, known.vocabulary) or tags.separated(value)
            said = [Statement("keyword", tag, f"{label}: {value}") for tag in parts]
        else:
            dated = value.lstrip("@ ") if name and name["date"] else value
            said = [*bylines.read(f"{label}: {dated}" if name else value, known.language)]
            said = said if name else [Statement("noise", value, f"{label}: {value}")]
        found += _told(said, line, known)
    return found


def _rows(piece: Piece) -> list[tuple[str, str]]:
    if piece.kind == "definitions":
        cells = [spans.words(item) for item in piece.items]
        return list(zip(cells[::2], cells[1::2], strict=False))
    grid = piece.grid
    if grid is None or any(map(str.strip, grid.header)) or not grid.rows or len(grid.rows[0]) != 2:
        return []
    return [(spans.words(row[0]).rstrip(": "), spans.words(row[1])) for row in grid.rows]


def _settled(statement: Statement, piece: Piece, known: _Known, placed: bool) -> Statement:
    """A bare name is an author's where it stands beside a date, or is known, or is so called."""
    if statement.said != "name":
        return statement
    if known.named and known.is_author(statement.value):
        return statement._replace(said="author", confidence=0.95)
    if hinted(piece, words.HINT_REVIEWER):
        return statement._replace(said="reviewer", confidence=0.9)
    if hinted(piece, words.HINT_AUTHOR):
        return statement._replace(said="author", confidence=0.9)
    return statement._replace(said="author" if placed and known.named else "", confidence=0.8)


def _told(read: Iterable[Statement], piece: Piece, known: _Known) -> Found:
    claims: list[Claim] = []
    lost: list[Leftover] = []
    for statement in read:
        if statement.said in ("author", "reviewer"):
            claims += _people(statement, piece)
        elif statement.said in _FIELDS:
            claims.append(_claim(_FIELDS[statement.said], statement.value, piece, statement))
        else:
            glued = tags.unglued(statement.words, known.vocabulary) if not statement.said else ()
            claims += [_claim("keyword", tag, piece, statement, 0.7) for tag in glued]
            if not glued:
                lost.append(Leftover(text=statement.words, reason=_IN_BYLINE, origin=piece.origin))
    return Found(claims=tuple(claims), leftovers=tuple(lost))


def _claim(
    field: Field, value: str, piece: Piece, statement: Statement, sure: float | None = None
) -> Claim:
    origin = f"“{statement.words}”" + (f", {piece.origin}" if piece.origin else "")
    confidence = statement.confidence if sure is None else sure
    return Claim(side="page", field=field, value=value, origin=origin, confidence=confidence)


def _people(statement: Statement, piece: Piece) -> list[Claim]:
    anchors = spans.links(piece.text)
    field = _FIELDS[statement.said]
    found = []
    for author in people.read(statement.value):
        url = next((a.target for a in anchors if people.same(a.label, author.name)), "")
        claim = _claim(field, author.name, piece, statement)
        found.append(replace(claim, detail=author.job_title, kind=author.kind, url=url))
    return found


def _section(piece: Piece, read: Statement) -> Found:
    value = read.value if read.said == "section" else spans.words(piece.text)
    statement = Statement("section", value, spans.words(piece.text), 0.8)
    return Found(claims=(_claim("section", value, piece, statement),))


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


def _tags(piece: Piece, known: _Known, *, after: bool) -> Found | None:
    """A list or line of tags: by its class, or run together below the byline."""
    told = hinted(piece, words.HINT_TAGS)
    short = len(piece.plain) <= _LONGEST and not _SENTENCE.search(piece.plain.strip())
    if piece.kind not in ("paragraph", "list") or not short:
        return None
    label = re.match(r"\s*(?:tags?|tagged|keywords?|topics?)\s*:\s*", piece.plain, re.IGNORECASE)
    if piece.items and (told or after):
        items = [spans.words(item).strip(" #,") for item in piece.items]
        if not told and any(
            len(i.split()) > 4 or len(i) > 40 or bylines.read(i)[0].said not in ("", "name")
            for i in items
            if i
        ):
            return None
    elif told or label:
        text = piece.plain[label.end() :] if label else piece.plain
        anchors = [a.label for a in spans.links(piece.text)]
        items = anchors or [*(tags.unglued(text, known.vocabulary) or tags.separated(text))]
    elif after and len(piece.plain.split()) <= 20:
        items = [*tags.unglued(piece.plain, known.vocabulary)]
    else:
        return None
    statement = Statement(
        "keyword", "", " ".join(piece.plain.split()), 0.95 if told or label else 0.7
    )
    claims = tuple(_claim("keyword", tag.lstrip("#"), piece, statement) for tag in items if tag)
    return Found(claims=claims) if claims else None


def _labelled(piece: Piece, known: _Known) -> Found | None:
    """At the end of a page only what has a label or a class is taken."""
    if piece.kind not in ("paragraph", "list") or len(piece.plain) > _LONGEST:
        return None
    label = re.match(r"\s*(?:tags?|tagged|keywords|filed under)\b\s*:?", piece.plain, re.IGNORECASE)
    if hinted(piece, words.HINT_TAGS) or (label and label[0].rstrip().endswith(":")):
        return _tags(piece, known, after=False)
    read = _statements(piece, known)
    labelled = re.match(
        r"\s*(?:this (?:article|page) was )?(?:last |first |medically )?"
        r"(?:updated|reviewed|modified|published|posted)\b",
        piece.plain,
        re.IGNORECASE,
    )
    if labelled and read and all(s.said in _FIELDS for s in read):
        return _told(read, piece, known)
    return None
