"""Rules for what the text points to and the article does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.consistency import pieces
from palmetto_editor.checks.consistency.pieces import Piece
from palmetto_editor.checks.consistency.pointers import Kind, Pointer, pointers
from palmetto_editor.checks.consistency.said import words_of
from palmetto_editor.checks.consistency.words import stems
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model.values import Article

_TABLE = re.compile(r"^[ \t>]*\|?[ \t]*:?-{2,}:?[ \t]*\|[ \t:|-]*$", re.MULTILINE)
_PICTURE = re.compile(r"!\[|\{\{<\s*figure\b")
_LEFT = re.compile(r"\b(?:section|article|part|following|page)s?\b", re.I)


def no_section(subject: Subject) -> Iterator[Hit]:
    """“See the section on dosing” where no heading has a word of it."""
    headings: frozenset[str] = frozenset()
    for piece, pointer in _found(subject, "section"):
        headings = headings or _headings(subject)
        wanted = stems(_LEFT.sub(" ", pointer.what))
        if wanted and wanted.isdisjoint(headings):
            yield _hit(
                piece, pointer, "points to a section that is not there; write it, or take it out"
            )


def no_thing(subject: Subject) -> Iterator[Hit]:
    """“The table below” in an article without a table, or “Table 3” in one that has two."""
    for piece, pointer in _found(subject, "thing"):
        if _lacks(subject, pointer.what):
            yield _hit(
                piece, pointer, "points to what the article does not have; add it, or take it out"
            )


def no_link(subject: Subject) -> Iterator[Hit]:
    """“See our guide to …” without a link to it, in the sentence or beside the text."""
    for piece, pointer in _found(subject, "article"):
        wanted = stems(pointer.what)
        labels = [stems(link.label) for link in subject.article.links]
        if not wanted or not any(len(wanted & label) * 2 > len(wanted) for label in labels):
            message = "sends the reader to a page without a link to it; link it, or take it out"
            yield _hit(piece, pointer, message)


def _found(subject: Subject, kind: Kind) -> Iterator[tuple[Piece, Pointer]]:
    if pieces.in_english(subject.article):
        for piece in pieces.everywhere(subject):
            for pointer in pointers(piece.text):
                if pointer.kind == kind:
                    yield piece, pointer


def _hit(piece: Piece, pointer: Pointer, what: str) -> Hit:
    words = pieces.short(pointer.words)
    return Hit(piece.at(pointer.start, pointer.end), f"“{words}” {what}.")


def _headings(subject: Subject) -> frozenset[str]:
    """The words of all headings, the page's own among them."""
    found = [words_of(entry.text) for entry in subject.page.outline]
    found += [words_of(table.caption) for table in subject.article.tables]
    return stems("short answer frequently asked questions FAQ references notice").union(*found)


def _lacks(subject: Subject, what: str) -> bool:
    article = subject.article
    name, _, number = what.rpartition(" ") if what[-1].isdigit() else (what, "", "1")
    if "table" in name:
        return _tables(article) < int(number)
    if name == "figure":
        return len(article.images) + len(_PICTURE.findall(article.body)) < int(number)
    if "question" in name or name == "faq":
        return not article.faq and not _has_heading(subject, "question faq")
    return not article.references and not _has_heading(subject, "reference source literature")


def _tables(article: Article) -> int:
    drawn = _TABLE.findall(article.body) if "--" in article.body else []
    return len(article.tables) + len(drawn) + article.body.lower().count("<table")


def _has_heading(subject: Subject, words: str) -> bool:
    wanted = stems(words)
    return any(wanted & stems(entry.text) for entry in subject.page.outline)
