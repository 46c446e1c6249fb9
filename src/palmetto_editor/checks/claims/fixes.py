"""What mends a claim: its evidence, or its deletion. Never other words for it."""

from __future__ import annotations

import re

from palmetto_editor.checks.cited_style import at
from palmetto_editor.model import edits
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

_PROSE = frozenset({"notice", "short_answer", "body", "disclaimer"})
_TAIL = re.compile(r"[*_~]{0,3}(?:[ \t]?\[[^\[\]\n]{0,300}@[^\[\]\n]{0,300}\])?[ \t]*")
_ONLY = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])?[ \t]*[*_]{0,3}")


def delete(place: Place, start: int, end: int, typed: str) -> Edit | None:
    """Takes a sentence out of running text, with its list item where it is all of it."""
    if place.part not in _PROSE and place.field not in ("answer", "note", "caption", "description"):
        return None
    whole = place.whole()

    def apply(article: Article) -> Article:
        text = _text(article, whole)
        if text[start:end] != typed:
            return article
        first, last = _with_marks(text, start, end)
        return edits.splice(whole, first, last, "").apply(article)

    return Edit("Delete the sentence", place.whole().at(start, end), apply)


def cite(place: Place, start: int, end: int, typed: str, key: str) -> Edit:
    """Puts a citation before the stop of the sentence."""
    whole = place.whole()
    before = end - 1 if typed[-1:] in ".!" else end

    def apply(article: Article) -> Article:
        same = _text(article, whole)[start:end] == typed
        splice = edits.splice(whole, before, before, f" [{at(key)}]")
        return splice.apply(article) if same else article

    return Edit(f"Cite {key}", whole.at(start, end), apply)


def evident(words: str, references: tuple[Reference, ...]) -> str:
    """The key of the one reference whose first author the words name; "" where none is evident."""
    named = [
        reference.id
        for reference in references
        if (author := next(iter(reference.author), None)) is not None
        and len(author.family) > 2
        and re.search(rf"\b{re.escape(author.family)}\b", words)
    ]
    return named[0] if len(named) == 1 else ""


def _text(article: Article, place: Place) -> str:
    try:
        text = edits.get(article, place)
    except (KeyError, IndexError, AttributeError):
        return ""
    return text if isinstance(text, str) else ""


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the marks and citations that belong to it, and its line where it is alone."""
    tail = _TAIL.match(text, end)
    end = tail.end() if tail else end
    line = text.rfind("\n", 0, start) + 1
    alone = _ONLY.fullmatch(text, line, start) is not None
    if alone and (end >= len(text) or text[end] == "\n"):
        return line, min(end + 1, len(text))
    return start, end
