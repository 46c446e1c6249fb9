"""The rule for a number that is another where the same thing is told again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from palmetto_editor.checks.consistency import pieces
from palmetto_editor.checks.consistency.pieces import Piece
from palmetto_editor.checks.consistency.quantities import Quantity, differ, quantities
from palmetto_editor.checks.consistency.said import Said, cited, said, words_of
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model import edits
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Table

# Which part is believed more: the finding is at the other one.
_ORDER = ("body", "table", "caption", "short answer", "faq", "description", "notice")
_SHARED = 3  # words that two sentences on one thing have in common
_LIKE = 0.7  # share of the shorter one's words
_SHARED_OF_WORK = 2  # where both cite the same work
_MOST = 20_000  # comparisons for one kind of number


class _Number(NamedTuple):
    """One number: the sentence around it cites `keys` and has the words `around` beside it."""

    order: int
    name: str
    place: Place
    typed: str
    quantity: Quantity
    keys: frozenset[str]
    around: frozenset[str]


class _Read(NamedTuple):
    """A number in one text, at `start` to `end` as typed there."""

    start: int
    end: int
    typed: str
    quantity: Quantity
    keys: frozenset[str]
    around: frozenset[str]


def differs(subject: Subject) -> Iterator[Hit]:
    """Two parts tell of one thing and give two numbers.

    They tell of one thing where both cite the same single work and share words, or where nearly
    all of the words of the shorter sentence stand in the other. A part that has both numbers is
    not in doubt.
    """
    if not pieces.in_english(subject.article):
        return
    beside = [*_beside(subject.article)]
    wanted = {number.quantity.dimension for number in beside}
    known = _by_dimension((*_in_body(subject, wanted), *beside))
    budget: dict[str, int] = defaultdict(lambda: _MOST)
    for number in sorted(beside, key=lambda number: number.order):
        dimension = number.quantity.dimension
        alike = known[dimension]
        budget[dimension] -= len(alike)
        if budget[dimension] >= 0:
            other = _contradicts(number, alike)
            if other is not None:
                yield _hit(number, other)


def _contradicts(number: _Number, alike: Iterable[_Number]) -> _Number | None:
    """The number of a part believed more that stands for the same thing, if each such part's is
    another than this one.
    """
    by_part: dict[int, list[_Number]] = defaultdict(list)
    agreed: set[int] = set()
    for other in alike:
        if other.order < number.order:
            if not differ(number.quantity, other.quantity):
                if number.around & other.around or number.keys & other.keys:
                    agreed.add(other.order)
            elif _same_thing(number, other):
                by_part[other.order].append(other)
    for order, found in sorted(by_part.items()):
        if order in agreed:
            return None
        values = {(other.quantity.low, other.quantity.high) for other in found}
        return found[0] if len(values) == 1 else None
    return None


def _same_thing(one: _Number, other: _Number) -> bool:
    own = one.quantity.own | other.quantity.own
    mine, theirs = one.around - own, other.around - own
    shared = len(mine & theirs)
    if one.keys and other.keys:
        if one.keys != other.keys or len(one.keys) > 1:
            return False
        return one.quantity.dimension == "n" or shared >= _SHARED_OF_WORK
    return shared >= _SHARED and shared >= _LIKE * min(len(mine), len(theirs))


def _hit(number: _Number, other: _Number) -> Hit:
    message = (
        f"“{number.quantity.words}” stands here, and “{other.quantity.words}” in {other.name} for "
        "the same thing; see which is right."
    )
    if number.quantity.own != other.quantity.own:
        return Hit(number.place, message)
    mine, theirs = _written(number, other.typed), _written(other, number.typed)
    return Hit(number.place, message, None, (mine, theirs))


def _written(number: _Number, other: str) -> Edit:
    """Puts the other number in this one's place, unless the text there is another by now."""
    start, end = number.place.span or (0, 0)
    whole = number.place.whole()
    splice = edits.splice(whole, start, end, other)

    def apply(article: Article) -> Article:
        text: str = edits.get(article, whole)
        return splice.apply(article) if text[start:end] == number.typed else article

    return Edit(f"Write {other} in {number.name}", number.place, apply)


def _in_body(subject: Subject, wanted: set[str]) -> Iterator[_Number]:
    for piece in pieces.body(subject):
        subject.pause()
        for read in _read(piece.text, piece.lead):
            if read.quantity.dimension in wanted:
                yield _of(piece, read)


def _beside(article: Article) -> Iterator[_Number]:
    for piece in pieces.others(article):
        yield from (_of(piece, read) for read in _read(piece.text, piece.lead))
    for table in article.tables:
        yield from _in_table(table)


def _of(piece: Piece, read: _Read) -> _Number:
    place = piece.at(read.start, read.end)
    return _Number(_ORDER.index(piece.part), piece.name, place, *read[2:])


def _in_table(table: Table) -> Iterator[_Number]:
    """The numbers of each cell, among the words of their row and their column's label."""
    order = _ORDER.index("table")
    labels = [pieces.plain(column.label) for column in table.columns]
    for index, cells in enumerate(table.rows):
        around = frozenset[str]().union(*map(words_of, cells))
        keys = frozenset[str]().union(*map(cited, cells))
        for column, cell in enumerate(cells):
            label = labels[column] if column < len(labels) else ""
            place = Place("tables", table.id, f"rows[{index}][{column}]")
            for read in _read(cell, "") or _bare(cell, label):
                yield _Number(
                    order,
                    f"row {index + 1} of {pieces.table_name(table)}",
                    place.at(read.start, read.end),
                    read.typed,
                    read.quantity,
                    keys,
                    around | words_of(label),
                )


@lru_cache(maxsize=8192)
def _read(text: str, lead: str) -> tuple[_Read, ...]:
    return tuple(
        _reading(text, sentence, quantity)
        for sentence in said(text, lead)
        for quantity in sentence.quantities
    )


def _reading(text: str, sentence: Said, quantity: Quantity) -> _Read:
    start, end = sentence.typed(quantity.start, quantity.end)
    return _Read(start, end, text[start:end], quantity, sentence.keys, sentence.stems)


@lru_cache(maxsize=8192)
def _bare(cell: str, label: str) -> tuple[_Read, ...]:
    """A cell that is a number alone: its column's label says what it counts or measures."""
    bare = cell.strip()
    if not bare[:1].isdigit() or not label:
        return ()
    unit = label[label.find("(") + 1 : label.rfind(")")] if "(" in label else label
    counts = unit.strip() in ("n", "N")
    made = quantities(f"n = {bare}" if counts else f"{bare} {unit}")
    start = cell.index(bare)
    return tuple(
        _Read(start, start + len(bare), bare, quantity, frozenset(), frozenset())
        for quantity in made[:1]
        if quantity.end - quantity.start == len(bare)
    )


def _by_dimension(numbers: Iterable[_Number]) -> dict[str, list[_Number]]:
    found: dict[str, list[_Number]] = defaultdict(list)
    for number in numbers:
        found[number.quantity.dimension].append(number)
    return found
