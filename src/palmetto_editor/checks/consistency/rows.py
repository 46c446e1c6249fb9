"""Rules for summary tables and the text that they sum up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from palmetto_editor.checks.consistency import pieces
from palmetto_editor.checks.consistency.said import cited, words_of
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Table

_NAMED = 2  # keys that a sentence names


@dataclass(frozen=True, slots=True)
class _Text:
    """What the article's texts cite, and which of the asked words they have."""

    cited: frozenset[str]
    words: frozenset[str]


def unsupported(subject: Subject) -> Iterator[Hit]:
    """A row of which no text speaks, in a table whose other rows the texts support.

    A row that cites works is supported where a text cites one of them; another where a text has
    any word of its first cell. A table of figures is data that no text need repeat, and so is one
    most of whose rows stand alone.
    """
    tables = [table for table in subject.article.tables if len(table.rows) > 1]
    if not tables:
        return
    asked = frozenset[str]().union(
        *(words_of(row[0]) for table in tables for row in table.rows if row)
    )
    text = _text(subject, asked)
    english = pieces.in_english(subject.article)
    for table in tables:
        yield from _without_source(table, text.cited)
        if english:
            yield from _without_words(table, text.words)


def answer_alone(subject: Subject) -> Iterator[Hit]:
    """The short answer sums the article up: what it cites should stand in the body too."""
    typed = subject.article.short_answer
    keys = cited(typed)
    if not keys:
        return
    known = {reference.id for reference in subject.article.references}
    in_body = [cited(block.text) for block in subject.page.body_blocks]
    if not any(in_body):
        return
    for key in sorted((keys & known).difference(*in_body)):
        start, end = _where(typed, key)
        message = (
            f"The short answer rests on “{key}”, which the body never cites; "
            "tell there what the work found, or cite another."
        )
        yield Hit(Place("short_answer").at(start, end), message)


def _text(subject: Subject, asked: frozenset[str]) -> _Text:
    texts = [block.text for block in subject.page.body_blocks]
    texts += [piece.text for piece in pieces.others(subject.article) if piece.part != "notice"]
    texts += [question.question for question in subject.article.faq]
    keys: set[str] = set()
    missing = asked
    for text in texts:
        subject.pause()
        keys |= cited(text)
        missing = missing - words_of(text)
    return _Text(frozenset(keys), asked - missing)


def _without_source(table: Table, known: frozenset[str]) -> Iterator[Hit]:
    keys = [_keys(row) for row in table.rows]
    with_source = [row for row in keys if row]
    alone = [row for row in with_source if row.isdisjoint(known)]
    if not alone or len(alone) * 2 > len(with_source):
        return
    for index, row in enumerate(keys):
        if row and row.isdisjoint(known):
            listed = " and ".join(f"“{key}”" for key in sorted(row)[:_NAMED])
            message = (
                f"This row rests on {listed}, which no text cites; "
                "tell in a section what was found, or take the row out."
            )
            yield Hit(Place("tables", table.id, f"rows[{index}][0]"), message)


def _without_words(table: Table, known: frozenset[str]) -> Iterator[Hit]:
    if _is_data(table):
        return
    labels = [(index, words_of(row[0])) for index, row in enumerate(table.rows) if row]
    asked = [(index, words) for index, words in labels if any(len(word) > 2 for word in words)]
    alone = [index for index, words in asked if words.isdisjoint(known)]
    if not alone or len(alone) * 4 > len(asked):
        return
    for index in alone:
        if not _keys(table.rows[index]):
            label = pieces.plain(table.rows[index][0])
            message = (
                f"No section speaks of “{label}”, which this row sums up; "
                "write about it, or take the row out."
            )
            yield Hit(Place("tables", table.id, f"rows[{index}][0]"), message)


def _is_data(table: Table) -> bool:
    """Whether most cells beside the first are figures: those the text need not repeat."""
    cells = [cell for row in table.rows for cell in row[1:] if cell.strip()]
    return sum(any(map(str.isdigit, cell)) for cell in cells) * 2 >= len(cells)


def _keys(row: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*map(cited, row))


def _where(text: str, key: str) -> tuple[int, int]:
    start = text.find(f"@{key}")
    return (start, start + len(key) + 1) if start >= 0 else (0, len(text))
