"""Finding the reference that a writer has begun to name after an `@`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from palmetto_editor.model.csl import Reference

LONGEST = 60  # characters: what follows an `@` further away is prose
LONGEST_ADDRESS = 300  # the same for an identifier, which a DOI's signs do not end
_ENDS = re.compile(r"[\[\];,]")
_IDENTIFIER = re.compile(r"(?:doi:\s?|https?://|www\.)\S*|10\.\d{4,9}/\S*", re.I)
_KEY = re.compile(r"[\w:.#$%&+?<>~/-]*")
_BRACKET = re.compile(r"[\[\]]")


class Query(NamedTuple):
    """What is being named: columns of the line from the `@` on to `end`, and the words typed.

    `lacks` are the brackets of a citation that do not stand around it: both, the one behind it,
    or none.
    """

    start: int
    end: int
    words: str
    lacks: tuple[str, str]


def query_at(line: str, column: int) -> Query | None:
    """The citation being typed before a column of a line; None where there is none."""
    at = line.rfind("@", 0, column)
    words = line[at + 1 : column]
    if at < 0 or words[:1].isspace() or not _may_name(words):
        return None
    if at and (line[at - 1].isalnum() or line[at - 1] in "@/"):
        return None  # the @ of an address
    opening, closing = line.rfind("[", 0, at), line.rfind("]", 0, at)
    if opening <= closing or line[opening : opening + 2] == "[^":
        return Query(at, column, words, ("[", "]"))
    key = _KEY.match(line, column)
    end = key.end() if key else column
    following = _BRACKET.search(line, end)
    return Query(at, end, words, ("", "" if following and following[0] == "]" else "]"))


def closes(line: str, column: int) -> bool:
    """Whether the next character of a line is the bracket that ends a citation begun before."""
    opening = line.rfind("[", 0, column)
    is_open = opening > line.rfind("]", 0, column) and "@" in line[opening:column]
    return is_open and line[column : column + 1] == "]"


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


def nearest(references: Sequence[Reference], words: str) -> list[Reference]:
    """The references that have every word in another spelling at the beginning of one of theirs.

    The nearest first. A word of up to three letters must be right, one of up to six may have one
    slip (a letter wrong, missing, doubled or two in the wrong order), a longer one up to three.
    """
    wanted = _fold(words.lstrip("{")).split()
    if not wanted:
        return []
    vocabulary = list({word for reference in references for word in _words(reference)})
    slips = [_slips(word, vocabulary) for word in wanted]
    ranked = []
    for number, reference in enumerate(references):
        own = _words(reference)
        least = [min((near[w] for w in own if w in near), default=None) for near in slips]
        known = [slip for slip in least if slip is not None]
        if len(known) == len(wanted):
            ranked.append((sum(known), number))
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


def _may_name(words: str) -> bool:
    """Whether what stands after an `@` can still name a work."""
    if _IDENTIFIER.fullmatch(words):
        return len(words) <= LONGEST_ADDRESS
    return len(words) <= LONGEST and not _ENDS.search(words)


@lru_cache(maxsize=4096)
def _words(reference: Reference) -> tuple[str, ...]:
    """All folded words of a reference, and its key."""
    key, _, text = _indexed(reference)
    return tuple(dict.fromkeys((key, *text.split())))


def _slips(word: str, vocabulary: Sequence[str]) -> dict[str, int]:
    """The words that begin as `word` does but for a few slips, and how many those are."""
    from rapidfuzz import process  # only where nothing fits, so not at the start
    from rapidfuzz.distance import OSA

    most = 0 if len(word) < 4 else 1 if len(word) < 7 else 2 if len(word) < 10 else 3
    near: dict[str, int] = {}
    for length in (len(word) - 1, len(word), len(word) + 1):
        beginnings = [other[:length] for other in vocabulary]
        for _, slips, at in process.extract(
            word, beginnings, scorer=OSA.distance, score_cutoff=most, limit=None
        ):
            other = vocabulary[at]
            near[other] = min(int(slips), near.get(other, most))
    return near


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
