"""The rule for a number that announces a list, and the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from palmetto_editor.checks.consistency import pieces
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.checks.sentences import sentences
from palmetto_editor.checks.shown import shown
from palmetto_editor.markup.blocks import split
from palmetto_editor.model import edits
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

_NAMES = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_COUNTS = {name: number for number, name in enumerate(_NAMES, start=2)}
# What is announced so and then listed; `two rats` or `three groups` before a list may be anything.
_LISTED = (
    "reasons?|findings?|points?|steps?|ways?|conclusions?|questions?|properties|habits?|things?"
    "|factors?|limitations?|differences?|parts?|stages?|kinds?|types?|categories|areas?|domains?"
    "|features?|rules?|examples?|answers?|lessons?|caveats?|observations?|aspects?|papers?|studies"
    "|experiments?|mechanisms?|advantages?|disadvantages?|benefits?|drawbacks?|options?|methods?"
    "|ideas?|claims?|themes?|principles?|goals?|aims?|tips?|facts?|topics?|sections?|criteria"
    "|challenges?|problems?|results?|sources?|effects?|changes?|signs?"
)
_ANNOUNCED = re.compile(
    rf"\b(?P<count>{'|'.join(_COUNTS)}|[2-9]|1[0-2]) (?:[^\W\d_]+[ -]){{0,3}}?"
    rf"(?P<noun>{_LISTED})\b",
    re.I,
)
_ANY_COUNT = re.compile(rf"\b(?:{'|'.join(_COUNTS)}|\d+)\b", re.I)
_OPEN = re.compile(
    r"\b(?:include|includes|including|such as|e\.g|for example|among|of the|of these)\b", re.I
)
_MARK = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+\S")


def differs(subject: Subject) -> Iterator[Hit]:
    """“Four steps:” before a list of three."""
    if not pieces.in_english(subject.article):
        return
    start = 0
    for block, following in pairwise((*subject.page.body_blocks, None)):
        if block is not None and following is not None and block.text.rstrip()[-1:] in ":]":
            yield from _hits(Place("body"), start, block.text, following.text)
        start += len(block.text) if block else 0
    for piece in pieces.others(subject.article):
        if ":" in piece.text:
            yield from _in_text(piece)


def _in_text(piece: pieces.Piece) -> Iterator[Hit]:
    start = 0
    for block, following in pairwise(split(piece.text)):
        yield from _hits(piece.place, start, block.text, following.text)
        start += len(block.text)


def _hits(place: Place, start: int, text: str, following: str) -> Iterator[Hit]:
    items = _items(following)
    announced = _announced(text) if items > 1 else None
    if announced and announced[0] != items:
        _, words, first, last = announced
        message = f"“{words}” is announced here, and the list has {items}; correct one of the two."
        fix = _recounted(place, start + first, words.partition(" ")[0], items)
        yield Hit(place.at(start + first, start + last), message, fix)


def _recounted(place: Place, start: int, typed: str, items: int) -> Edit:
    """Announces as many as there are, unless the text there is another by now."""
    number = _NAMES[items - 2] if items - 2 < len(_NAMES) and not typed.isdigit() else str(items)
    number = number.capitalize() if typed[0].isupper() else number
    splice = edits.splice(place, start, start + len(typed), number)

    def apply(article: Article) -> Article:
        text: str = edits.get(article, place)
        return splice.apply(article) if text.startswith(f"{typed} ", start) else article

    return Edit(f"Announce {number}", place, apply)


@lru_cache(maxsize=4096)
def _announced(text: str) -> tuple[int, str, int, int] | None:
    """The number in the sentence that leads to a list, its words, and where they were typed."""
    view = shown(text)
    last = sentences(view.text)[-1:]
    if not last or not last[0].text.endswith(":") or _OPEN.search(last[0].text):
        return None
    counts = [*_ANNOUNCED.finditer(last[0].text)]
    if len(counts) != 1 or len(_ANY_COUNT.findall(last[0].text)) != 1:
        return None
    count = counts[0]
    number = _COUNTS.get(count["count"].lower()) or int(count["count"])
    span = view.at(last[0].start + count.start(), last[0].start + count.end())
    return number, count[0], *span


@lru_cache(maxsize=4096)
def _items(text: str) -> int:
    """How many items a list has at its outer level; 0 for a block that is none."""
    marks = [match for line in text.split("\n") if (match := _MARK.match(line))]
    if not marks or _MARK.match(text) is None:
        return 0
    outer = min(len(mark["indent"].expandtabs(4)) for mark in marks)
    return sum(len(mark["indent"].expandtabs(4)) <= outer + 1 for mark in marks)
