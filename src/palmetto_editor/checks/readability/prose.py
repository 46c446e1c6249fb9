"""Rules for the passive voice of a section and the reading ease of the body, in English."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from palmetto_editor.checks.consistency import pieces
from palmetto_editor.checks.readability.measures import ease, lines
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model.places import Place

MOST_PASSIVE = 0.5  # of the sentences of a section
LEAST_SENTENCES = 6  # in a section whose share says anything
LEAST_EASE = 30.0  # Flesch: below it stand scholarly papers
LEAST_WORDS = 100  # in a body whose ease says anything


def passive(subject: Subject) -> Iterator[Hit]:
    """Told once for a section, at its first passive sentence."""
    if not pieces.in_english(subject.article):
        return
    for section, group in groupby(pieces.body(subject), key=lambda piece: piece.under):
        measured = [(piece, line) for piece in group for line in lines(piece.text)]
        found = [(piece, line) for piece, line in measured if line.passive]
        if len(measured) >= LEAST_SENTENCES and len(found) > MOST_PASSIVE * len(measured):
            where = f"“{pieces.short(section)}”" if section else "this section"
            message = (
                f"In {where} {len(found)} of the {len(measured)} sentences are passive; "
                "say who did what in some of them."
            )
            piece, line = found[0]
            yield Hit(piece.at(line.start, line.end), message)


def ease_of_body(subject: Subject) -> Iterator[Hit]:
    if not pieces.in_english(subject.article):
        return
    measured = [line for piece in pieces.body(subject) for line in lines(piece.text)]
    score = ease(measured) if measured else 100.0
    if sum(line.words for line in measured) >= LEAST_WORDS and score < LEAST_EASE:
        message = (
            f"The body's reading ease is {score:.0f} by Flesch, below {LEAST_EASE:.0f}; "
            "shorter sentences and words would reach more readers."
        )
        yield Hit(Place("body"), message)
