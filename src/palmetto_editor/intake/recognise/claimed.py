"""What a byline states becomes claims of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from palmetto_editor.intake.manuscript import Claim, Field, Leftover, Piece
from palmetto_editor.intake.recognise import bylines, people, spans, tags
from palmetto_editor.intake.recognise.bylines import Statement
from palmetto_editor.intake.recognise.parts import Found

_LABEL = re.compile(
    r"(?P<tags>tags?|keywords?|topics?)|(?P<date>published|date|created|posted|updated|modified"
    r"|last (?:updated|edited|modified)|reviewed)|authors?|by|written by|reviewers?|reviewed by"
    r"|category|section",
    re.IGNORECASE,
)
_MOST_ROWS = 12  # of a table of properties
FIELDS: dict[str, Field] = {
    "author": "author",
    "reviewer": "reviewer",
    "published": "published",
    "modified": "modified",
    "keyword": "keyword",
    "section": "section",
}
_IN_BYLINE = "stood in the byline"


@dataclass(frozen=True, slots=True)
class Known:
    """What of the rest of the source helps to read the front."""

    claims: Sequence[Claim]
    vocabulary: frozenset[str]
    language: str
    named: bool = True  # whether a name without a label may be an author: not below prose

    def is_author(self, name: str) -> bool:
        known = (c.value for c in self.claims if c.field in ("author", "reviewer"))
        return any(people.same(name, value) for value in known)


def told(read: Iterable[Statement], piece: Piece, known: Known) -> Found:
    claims: list[Claim] = []
    lost: list[Leftover] = []
    for statement in read:
        if statement.said in ("author", "reviewer"):
            claims += _people(statement, piece)
        elif statement.said in FIELDS:
            claims.append(claim(FIELDS[statement.said], statement.value, piece, statement))
        else:
            glued = tags.unglued(statement.words, known.vocabulary) if not statement.said else ()
            claims += [claim("keyword", tag, piece, statement, 0.7) for tag in glued]
            if not glued:
                lost.append(Leftover(text=statement.words, reason=_IN_BYLINE, origin=piece.origin))
    return Found(claims=tuple(claims), leftovers=tuple(lost))


def claim(
    field: Field, value: str, piece: Piece, statement: Statement, sure: float | None = None
) -> Claim:
    origin = f"“{statement.words}”" + (f", {piece.origin}" if piece.origin else "")
    confidence = statement.confidence if sure is None else sure
    return Claim(side="page", field=field, value=value, origin=origin, confidence=confidence)


def _people(statement: Statement, piece: Piece) -> list[Claim]:
    anchors = spans.links(piece.text)
    field = FIELDS[statement.said]
    found = []
    for author in people.read(statement.value):
        url = next((a.target for a in anchors if people.same(a.label, author.name)), "")
        made = claim(field, author.name, piece, statement)
        found.append(replace(made, detail=author.job_title, kind=author.kind, url=url))
    return found


def properties(piece: Piece, known: Known) -> Found | None:
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
        found += told(said, line, known)
    return found


def _rows(piece: Piece) -> list[tuple[str, str]]:
    if piece.kind == "definitions":
        cells = [spans.words(item) for item in piece.items]
        names = [name.rstrip(": ") for name in cells[::2]]
        return list(zip(names, cells[1::2], strict=False))
    grid = piece.grid
    if grid is None or any(map(str.strip, grid.header)) or not grid.rows or len(grid.rows[0]) != 2:
        return []
    return [(spans.words(row[0]).rstrip(": "), spans.words(row[1])) for row in grid.rows]
