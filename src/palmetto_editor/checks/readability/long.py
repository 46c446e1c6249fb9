"""Rules for sentences and paragraphs that are longer than a reader holds in mind."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.consistency import pieces
from palmetto_editor.checks.consistency.said import is_list
from palmetto_editor.checks.readability.measures import lines
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.markup.blocks import split

LONGEST_SENTENCE = 35  # words
LONGEST_PARAGRAPH = 150  # words


def sentence(subject: Subject) -> Iterator[Hit]:
    for piece in pieces.everywhere(subject):
        for line in lines(piece.text):
            if line.words > LONGEST_SENTENCE:
                message = (
                    f"This sentence has {line.words} words; two sentences may read more easily."
                )
                yield Hit(piece.at(line.start, line.end), message)


def paragraph(subject: Subject) -> Iterator[Hit]:
    """Lists, tables and quotations are divided already."""
    for piece in pieces.everywhere(subject):
        blocks = [piece.text] if piece.part == "body" else [b.text for b in split(piece.text)]
        start = 0
        for text in blocks:
            if not is_list(text) and text.lstrip()[:1] not in ("|", ">"):
                words = sum(line.words for line in lines(text))
                if words > LONGEST_PARAGRAPH:
                    message = f"This paragraph has {words} words; a break would give a rest."
                    yield Hit(piece.at(start, start + len(text.rstrip())), message)
            start += len(text)
