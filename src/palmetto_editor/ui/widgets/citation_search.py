"""Finding the reference that a writer has begun to name after an `@`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from palmetto_editor.model.csl import Reference

LONGEST = 60  # characters: what follows an `@` further away is prose
_ENDS = re.compile(r"[\[\];,]")
_KEY = re.compile(r"[\w:.#$%&+?<>~/-]*")


class Query(NamedTuple):
    """What is being named: columns of the line from the `@` on to `end`, and the words typed.

    `bracketed` tells that it stands in `[…]`.
    """

    start: int
    end: int
    words: str
    bracketed: bool


def query_at(line: str, column: int) -> Query | None:
    """The citation being typed before a column of a line; None where there is none."""
    at = line.rfind("@", 0, column)
    words = line[at + 1 : column]
    if at < 0 or len(words) > LONGEST or words[:1].isspace() or _ENDS.search(words):
        return None
    if at and (line[at - 1].isalnum() or line[at - 1] in "_@/"):
        return None  # the @ of an address
    opening, closing = line.rfind("[", 0, at), line.rfind("]", 0, at)
    bracketed = opening > closing and line[opening : opening + 2] != "[^"
    key = _KEY.match(line, column)
    end = key.end() if key and bracketed else column
    return Query(at, end, words, bracketed)


def search(references: Sequence[Reference], words: str) -> list[Reference]:
    """The references that have every word at the beginning of one of theirs, best first.

    Looked in: the key, families of authors and editors, the year, the title. Case and accents
    do not matter. Best is a key, then a first author, that begins as the words do.
    """
    wanted = _fold(words.lstrip("{")).split()
    ranked = []
    for number, reference in enumerate(references):
        key, first, text = _indexed(reference)
        if all(f" {word}" in text or word in key for word in wanted):
            whole = "".join(wanted)
            rank = 0 if key.startswith(whole) else 1 if wanted and first == wanted[0] else 2
            ranked.append((rank, number))
    return [references[number] for _, number in sorted(ranked)]


def is_finished(references: Sequence[Reference], words: str) -> bool:
    """Whether a whole key stands there and prose has begun behind it."""
    key, gap, _ = words.partition(" ")
    return bool(gap) and any(reference.id == key for reference in references)


def label(reference: Reference) -> str:
    """`Howard 1996 — A receptor in pituitary…`"""
    who = _first(reference) or reference.container_title or reference.publisher
    dated = " ".join(part for part in (who, _year(reference)) if part)
    return " — ".join(part for part in (dated, reference.title) if part) or reference.id


@lru_cache(maxsize=4096)
def _indexed(reference: Reference) -> tuple[str, str, str]:
    """The folded key, first author, and all words, each with a space before it."""
    people = (*reference.author, *reference.editor)
    names = [name.family or name.literal for name in people]
    parts = (reference.id, *names, _year(reference), reference.title)
    words = re.findall(r"\w+", _fold(" ".join(parts)))
    return _fold(reference.id), _fold(_first(reference)), "".join(f" {word}" for word in words)


def _first(reference: Reference) -> str:
    people = reference.author or reference.editor
    return (people[0].family or people[0].literal) if people else ""


def _year(reference: Reference) -> str:
    issued = reference.issued
    if issued is None:
        return ""
    return str(issued.date_parts[0][0]) if issued.date_parts[:1] else issued.literal


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
