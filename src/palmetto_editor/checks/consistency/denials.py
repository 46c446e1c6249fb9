"""The rule for what one part of the article denies and another affirms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from palmetto_editor.checks.consistency import pieces
from palmetto_editor.checks.consistency.pieces import Piece
from palmetto_editor.checks.consistency.said import said
from palmetto_editor.checks.consistency.words import WORD, stem, stems
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model.places import Place

_DONE = (  # what was done: a participle
    r"(?P<done>[^\W\d_]{2,20}ed|sold|given|made|known|shown|meant|written|taken|done|drawn|found|held"
    r"|seen|paid|understood)"
)
_IS = r"(?:is|are|was|were|has been|have been|had been)"
_DENIED = re.compile(
    r"(?P<subject>[^,;:()]{2,120}?) (?:(?:is|are|was|were) (?:not|never)|(?:has|have|had)"
    rf" (?:not|never) been|(?:is|are|was|were)n['’]t|(?:has|have|had)n['’]t been)"
    rf"(?: (?:yet|currently))? {_DONE}"
    r"(?P<rest>[^,;:()]{0,160})"
)
_NONE = re.compile(rf"\bNo (?P<subject>[^,;:()]{{2,80}}?) {_IS} {_DONE}(?P<rest>[^,;:()]{{0,160}})")
_AFFIRMED = re.compile(rf"\b{_IS}(?: (?:also|now|already|fully|[a-z]{{3,20}}ly))? {_DONE}\b")
_UNSURE = re.compile(
    r"\b(?:no|not|never|neither|nor|none|nobody|nothing|without|if|whether|unless|until|would|could"
    r"|should|may|might|only|hardly|rarely)\b|n['’]t\b|\?",
    re.I,
)
_NEGATED = re.compile(r"\b(?:[Nn]o|not|never)\b|n['’]t\b")
_OF_ANOTHER = re.compile(r"\b(?:that|which|who|whose)$", re.I)
_CLAUSE = re.compile(
    r"\b(?:but|because|since|although|though|while|whereas|and (?:is|are|was|it))\b.*"
)
_EITHER = re.compile(r"([\w-]+)(?:, ([\w-]+))* (?:or|nor|and/or) ([\w-]+)")
_ASKED = re.compile(
    rf"(?:Is|Are|Was|Were|Has|Have) (?P<subject>[^,;:()?]{{2,80}}?)(?: been)? {_DONE}"
    r"(?P<rest>[^,;:()?]{0,120})\?"
)
_ANSWER = re.compile(r"\W{0,4}(?P<answer>yes|no)\b", re.I)
_BEFORE = 6  # words before a verb among which its subject stands
_MOST = 20_000  # comparisons
_LEAST = 2  # words besides the participle that both sentences must share


class _Denial(NamedTuple):
    """That something was done to a subject, with which words: all of `needed`, one of `either`."""

    start: int
    end: int
    words: str
    done: str
    subject: frozenset[str]
    needed: frozenset[str]
    either: frozenset[str]


class _Affirmed(NamedTuple):
    start: int
    end: int
    words: str
    done: str
    before: frozenset[str]
    stems: frozenset[str]


def contradicts(subject: Subject) -> Iterator[Hit]:
    """“X is not approved” in the disclaimer, “X is approved” in an answer; or a question that is
    answered with Yes where another part says No.
    """
    if not pieces.in_english(subject.article):
        return
    denials: list[tuple[Piece, _Denial]] = []
    affirmed: dict[str, list[tuple[Piece, Place, _Affirmed]]] = defaultdict(list)
    for piece in pieces.everywhere(subject):
        denials += ((piece, denial) for denial in _denials(piece.text))
        for each in _affirmed(piece.text):
            affirmed[each.done].append((piece, piece.at(each.start, each.end), each))
        if piece.part == "faq":
            yes, no = _answered(piece.under, piece.text)
            denials += ((piece, each) for each in no)
            for each in yes:
                affirmed[each.done].append((piece, piece.at(each.start, each.end), each))
    told: set[Place] = set()
    left = _MOST
    for source, denial in denials:
        left -= len(affirmed[denial.done])
        for piece, place, each in affirmed[denial.done] if left >= 0 else ():
            elsewhere = piece.part != "body" or source.part != "body"
            same = piece == source and (each.start, each.end) == (denial.start, denial.end)
            if elsewhere and not same and place not in told and _fits(source, denial, each):
                told.add(place)
                yield _hit(source, denial, place, each)


def _hit(source: Piece, denial: _Denial, place: Place, each: _Affirmed) -> Hit:
    name = source.name[0].upper() + source.name[1:]
    message = (
        f"{name} says “{pieces.short(denial.words)}”, and here stands "
        f"“{pieces.short(each.words)}”; correct one of the two."
    )
    return Hit(place, message)


def _fits(source: Piece, denial: _Denial, each: _Affirmed) -> bool:
    """Whether the sentence affirms all that is denied: it may say more, and not less. A bare “X was
    not seen” among findings is of one study; only a notice means it of everything.
    """
    least = 1 if source.part == "notice" else _LEAST
    return (
        bool(denial.subject)
        and denial.subject <= each.before
        and denial.needed <= each.stems
        and (not denial.either or bool(denial.either & each.stems))
        and len(denial.subject | denial.needed) + bool(denial.either) >= least
    )


@lru_cache(maxsize=8192)
def _denials(text: str) -> tuple[_Denial, ...]:
    if _NEGATED.search(text) is None:
        return ()
    found = []
    for sentence in said(text):
        match = _NONE.match(sentence.text) or _DENIED.match(sentence.text)
        if match and not sentence.text.endswith("?"):
            found.append(_denial(match, sentence.start, sentence.end, sentence.text))
    return tuple(found)


def _denial(match: re.Match[str], start: int, end: int, words: str) -> _Denial:
    rest = _CLAUSE.sub("", match["rest"])
    either: set[str] = set()
    for choice in _EITHER.finditer(rest):
        either |= stems(choice[0])
    subject = stems(match["subject"])
    needed = stems(rest) - either
    return _Denial(start, end, words, stem(match["done"]), subject, needed, frozenset(either))


@lru_cache(maxsize=8192)
def _affirmed(text: str) -> tuple[_Affirmed, ...]:
    found = []
    for sentence in said(text):
        if _UNSURE.search(sentence.text):
            continue
        for match in _AFFIRMED.finditer(sentence.text):
            before = sentence.text[: match.start()].rstrip()
            if not _OF_ANOTHER.search(before):
                nearest = " ".join(WORD.findall(before)[-_BEFORE:])
                found.append(
                    _Affirmed(
                        sentence.start,
                        sentence.end,
                        sentence.text,
                        stem(match["done"]),
                        stems(nearest),
                        sentence.stems,
                    )
                )
    return tuple(found)


@lru_cache(maxsize=1024)
def _answered(question: str, answer: str) -> tuple[tuple[_Affirmed, ...], tuple[_Denial, ...]]:
    """What a plain Yes affirms, or a plain No denies."""
    asked = _ASKED.match(question.strip())
    short = _ANSWER.match(answer)
    if asked is None or short is None:
        return (), ()
    start, end = short.span("answer")
    words = f"{pieces.short(question)} {short['answer'].capitalize()}."
    if short["answer"].lower() == "no":
        return (), (_denial(asked, start, end, "No."),)
    subject = stems(asked["subject"])
    whole = stems(question)
    return (_Affirmed(start, end, words, stem(asked["done"]), subject, whole),), ()
