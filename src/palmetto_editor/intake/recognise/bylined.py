"""A piece near the headline or at the end: whether it is a part of the byline, and what it says."""

from __future__ import annotations

import re
from typing import Literal

from palmetto_editor.intake.manuscript import Claim, Piece
from palmetto_editor.intake.recognise import bylines, spans, tags, words
from palmetto_editor.intake.recognise.bylines import Statement
from palmetto_editor.intake.recognise.claimed import FIELDS, Known, claim, properties, told
from palmetto_editor.intake.recognise.parts import Found, hinted

_LONGEST = 320  # characters of a line that may be a byline
SENTENCE = re.compile(r"[.!?:…][\"”’')\]*_]*$")
_RAISED = re.compile(r"<sup>.*?</sup>|\^[^^\s]{1,12}\^")
_TRAIL = re.compile(r"\s*(?:[›»→>]|(?<=\s)/(?=\s))\s*")
_MOST_SECTIONS = 4
_DAYS = ("published", "modified")
_AT_THE_END = re.compile(
    r"\s*(?:(?:this (?:article|page|post) was )?(?:last |first |originally |medically )?"
    r"(?:updated|reviewed|revised|modified|published|posted)\b"
    r"|(?:(?:written|posted|published|words|text|story)\s+)?by\s)",
    re.IGNORECASE,
)
_TAG_PAGE = re.compile(r"/(?:tags?|topics?|keywords?)/[^/]+/?$|[?&]tag=", re.IGNORECASE)


def is_prose(piece: Piece, least: int = 8) -> bool:
    """Whether a piece is a sentence of at least so many words."""
    text = piece.plain.strip()
    return (
        piece.kind in ("paragraph", "quote")
        and len(text.split()) >= least
        and bool(SENTENCE.search(text))
    )


def dated(piece: Piece, known: Known) -> bool:
    read = _statements(piece, known)
    return any(s.said in ("published", "modified") for s in read) and all(s.said for s in read[:1])


def _statements(piece: Piece, known: Known) -> tuple[Statement, ...]:
    if piece.kind not in ("paragraph", "list", "note") or len(piece.plain) > _LONGEST:
        return ()
    return bylines.read(piece.plain, known.language)


def trail(piece: Piece) -> Found | None:
    """Breadcrumbs, by their class or by their signs."""
    called = hinted(piece, words.HINT_TRAIL)
    if piece.kind not in ("paragraph", "list") or len(piece.plain) > _LONGEST:
        return None
    lines = piece.items or tuple(_TRAIL.split(piece.text))
    steps = [spans.words(line).strip(" ›»→>/|") for line in lines]
    steps = [step for step in steps if step]
    signs = len(_TRAIL.findall(piece.plain))
    home = bool(steps) and steps[0].casefold() in ("home", "start", "blog", "homepage")
    if len(steps) < 2 or not (called or (home and signs) or (signs > 1 and len(piece.plain) < 160)):
        return None
    targets = [
        next((a.target for a in spans.links(line)), "") for line in lines if spans.words(line)
    ]
    claims = tuple(
        Claim(
            side="page", field="breadcrumb", value=step, url=target, detail=target,
            origin=piece.origin or "breadcrumbs", confidence=0.95 if called else 0.8,
        )
        for step, target in zip(steps, [*targets, *[""] * len(steps)], strict=False)
    )  # fmt: skip
    return Found(claims=claims)


def meta(piece: Piece, known: Known, *, neighbour: bool, after: bool = False) -> Found | None:
    """A line of the byline: None where it is none. `neighbour`: a date stands in the next one."""
    if piece.kind in ("table", "definitions"):
        return properties(piece, known)
    said = _tags(piece, known, after=after) or _contributors(piece, known)
    if said:
        return said
    read = _tagged(_statements(piece, known), piece)
    whole = bylines.is_whole(piece.plain, read) and any(s.said in _DAYS for s in read)
    if not read or (is_prose(piece) and not whole):
        return None
    if hinted(piece, words.HINT_SECTION) and len(piece.plain) <= 60 and len(read) == 1:
        return _section(piece, read[0])
    strong = any(s.said in FIELDS for s in read)
    called = hinted(piece, words.HINT_META)
    unknown = [s for s in read if not s.said]
    if unknown and not (("\n" in piece.plain.strip() or called) and (strong or called)):
        return None
    read = tuple(_settled(s, piece, known, strong or neighbour or after) for s in read)
    if any(s.said == "" for s in read) and not (strong or called):
        return None
    return told(read, piece, known)


def _contributors(piece: Piece, known: Known) -> Found | None:
    """A list of known authors, as a paper has them, with the signs of where they work."""
    names = [spans.words(_RAISED.sub("", item)).strip(" ,;*†‡") for item in piece.items]
    if not names or not all(known.is_author(name) for name in names):
        return None
    return told([Statement("author", name, name) for name in names], piece, known)


def _tagged(read: tuple[Statement, ...], piece: Piece) -> tuple[Statement, ...]:
    """Words that link to the pages of a tag are tags."""
    linked = {a.label for a in spans.links(piece.text) if _TAG_PAGE.search(a.target)}
    return tuple(
        s._replace(said="keyword", confidence=0.9) if s.words in linked and not s.said else s
        for s in read
    )


def _settled(statement: Statement, piece: Piece, known: Known, placed: bool) -> Statement:
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


def _section(piece: Piece, read: Statement) -> Found:
    value = read.value if read.said == "section" else spans.words(piece.text)
    statement = Statement("section", value, spans.words(piece.text), 0.8)
    return Found(claims=(claim("section", value, piece, statement),))


def tagged(piece: Piece, known: Known) -> Found | None:
    """A line of keywords that is called so."""
    return _tags(piece, known, after=False)


def _tags(piece: Piece, known: Known, *, after: bool) -> Found | None:
    """A list or line of tags: by its class, or run together below the byline."""
    called = hinted(piece, words.HINT_TAGS)
    short = len(piece.plain) <= _LONGEST and not SENTENCE.search(piece.plain.strip())
    if piece.kind not in ("paragraph", "list") or not short:
        return None
    label = re.match(r"\s*(?:tags?|tagged|keywords?|topics?)\s*:\s*", piece.plain, re.IGNORECASE)
    if piece.items and (called or after):
        items = [spans.words(item).strip(" #,") for item in piece.items]
        if not called and any(
            len(i.split()) > 4
            or len(i) > 40
            or any(s.said not in ("", "name") for s in bylines.read(i)[:1])
            for i in items
            if i
        ):
            return None
    elif called or label:
        text = piece.plain[label.end() :] if label else piece.plain
        anchors = [a.label for a in spans.links(piece.text)]
        items = anchors or [*(tags.unglued(text, known.vocabulary) or tags.separated(text))]
    elif after and len(piece.plain.split()) <= 20:
        items = [*tags.unglued(piece.plain, known.vocabulary)]
    else:
        return None
    statement = Statement(
        "keyword", "", " ".join(piece.plain.split()), 0.95 if called or label else 0.7
    )
    claims = tuple(claim("keyword", tag.lstrip("#"), piece, statement) for tag in items if tag)
    return Found(claims=claims) if claims else None


def _linked(piece: Piece) -> Found | None:
    """A list of nothing but links to the pages of tags, or of the category in an entry's footer."""
    anchors = [spans.links(item) for item in piece.items]
    if not anchors or not all(len(one) == 1 for one in anchors):
        return None
    if any(spans.without_links(item).strip(" #,") for item in piece.items):
        return None
    if all(_TAG_PAGE.search(one[0].target) for one in anchors):
        field: Literal["keyword", "section"] = "keyword"
    elif hinted(piece, words.HINT_SECTION) and len(anchors) <= _MOST_SECTIONS:
        field = "section"
    else:
        return None
    names = [one[0].label.strip(" #,") for one in anchors]
    return Found(
        claims=tuple(
            claim(field, name, piece, Statement(field, name, name)) for name in names if name
        )
    )


def labelled(piece: Piece, known: Known) -> Found | None:
    """At the end of a page only what has a label or a class is taken."""
    if piece.kind not in ("paragraph", "list") or len(piece.plain) > _LONGEST:
        return None
    label = re.match(r"\s*(?:tags?|tagged|keywords|filed under)\b\s*:?", piece.plain, re.IGNORECASE)
    if listed := _linked(piece):
        return listed
    if hinted(piece, words.HINT_TAGS) or (label and label[0].rstrip().endswith(":")):
        return _tags(piece, known, after=False)
    called, signed = hinted(piece, words.HINT_META), _AT_THE_END.match(piece.plain)
    read = _statements(piece, known) if called or signed else ()
    if called and read and all(s.said == "noise" for s in read):
        return told(read, piece, known)
    if signed and read and all(s.said in FIELDS for s in read):
        if read[0].said == "author" and not bylines.is_whole(piece.plain, read):
            return None
        return told(read, piece, known)
    return None
