"""Rules for the animals that were studied, in the text, in tables and in the list of references."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from palmetto_editor.checks.consistency import pieces
from palmetto_editor.checks.consistency.pieces import Piece
from palmetto_editor.checks.consistency.said import Said, cited, said
from palmetto_editor.checks.consistency.species import Mention, agree, kinds, mentions
from palmetto_editor.checks.consistency.words import stems
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Table

# Words of a column's label below which the animals of a study stand.
_MODEL = stems("model species animals organism subjects studied observed population sample host")
_STUDIES = frozenset({"in-vitro", "animal", "human"})


class _Spot(NamedTuple):
    """Where a text says that animals of a kind were studied."""

    piece: Piece
    sentence: Said
    mention: Mention

    @property
    def words(self) -> str:
        return self.sentence.text[self.mention.start : self.mention.end]

    @property
    def place(self) -> Place:
        return self.piece.at(*self.sentence.typed(self.mention.start, self.mention.end))


class _Texts(NamedTuple):
    """For each work the kinds named beside it, and where it says that such were studied; and the
    kinds named anywhere.
    """

    beside: dict[str, set[str]]
    studied: dict[str, list[_Spot]]
    named: frozenset[str]


class _Row(NamedTuple):
    """Animals in a cell of a table, and the works that the row cites."""

    place: Place
    words: str
    kind: str
    keys: frozenset[str]


def differs_from_text(subject: Subject) -> Iterator[Hit]:
    """A row and the text cite one work and say that other animals were studied; or a row without a
    source says so of animals that the text never names, where it names some.
    """
    article = subject.article
    if not article.tables or not pieces.in_english(article):
        return
    texts = _texts(subject)
    for row in (row for table in article.tables for row in _rows(table)):
        if len(row.keys) == 1:
            (key,) = row.keys
            studied = texts.studied.get(key)
            if studied and not agree({row.kind}, texts.beside[key]):
                spot = studied[0]
                message = (
                    f"The row says “{row.words}”, and {spot.piece.name}, which cites the same "
                    f"work, says “{spot.words}”; correct one of the two."
                )
                yield Hit(row.place, message)
        elif not row.keys and texts.named and not agree({row.kind}, texts.named):
            message = (
                f"The table says “{row.words}”, and the text never names them; "
                "tell of that study in a section, or correct the row."
            )
            yield Hit(row.place, message)


def differs_from_entry(subject: Subject) -> Iterator[Hit]:
    """The text says that animals of one kind were studied, the work's entry says another."""
    entries = [(entry, of) for entry in subject.article.references if (of := _of_entry(entry))]
    if not entries or not pieces.in_english(subject.article):
        return
    texts = _texts(subject)
    for entry, of in entries:
        studied = texts.studied.get(entry.id)
        if studied and not agree(of, texts.beside[entry.id]):
            spot = studied[0]
            message = (
                f"“{spot.words}” is said of “{entry.id}”, whose entry says “{_told(entry)}”; "
                "correct one of the two."
            )
            yield Hit(spot.place, message)


def _texts(subject: Subject) -> _Texts:
    beside: dict[str, set[str]] = defaultdict(set)
    studied: dict[str, list[_Spot]] = defaultdict(list)
    named: set[str] = set()
    for piece in pieces.everywhere(subject):
        for sentence in piece.said:
            if sentence.animals:
                found = {mention.kind for mention in sentence.animals}
                named |= found
                for key in sentence.keys:
                    beside[key] |= found
                if len(sentence.keys) == 1:
                    (key,) = sentence.keys
                    studied[key] += [
                        _Spot(piece, sentence, m) for m in sentence.animals if m.studied
                    ]
    return _Texts(beside, studied, frozenset(named))


def _rows(table: Table) -> Iterator[_Row]:
    """The animals below “Model” and the like, and what other cells say was studied."""
    labels = [stems(pieces.plain(column.label)) for column in table.columns]
    for index, cells in enumerate(table.rows):
        keys = frozenset[str]().union(*map(cited, cells))
        for column, cell in enumerate(cells):
            of_model = column < len(labels) and not labels[column].isdisjoint(_MODEL)
            place = Place("tables", table.id, f"rows[{index}][{column}]")
            for sentence in said(cell):
                for mention in sentence.animals:
                    if mention.studied or (of_model and mention.alone):
                        span = sentence.typed(mention.start, mention.end)
                        words = sentence.text[mention.start : mention.end]
                        yield _Row(place.at(*span), words, mention.kind, keys)


def _of_entry(reference: Reference) -> frozenset[str]:
    """The kinds that an entry says were studied; none for a review."""
    evidence = reference.palmetto.evidence
    if evidence is None or evidence.kind not in _STUDIES:
        return frozenset()
    named = kinds(mentions(evidence.species))
    if evidence.kind == "human" and not evidence.species.strip():
        return frozenset({"human"})
    return named


def _told(reference: Reference) -> str:
    evidence = reference.palmetto.evidence
    return (evidence.species.strip() if evidence else "") or "human"
