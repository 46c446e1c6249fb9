"""Words looked for in the texts of an article, and others put in their place."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import islice

from palmetto_editor.model import citing
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.edits import Edit, put, splice
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

MOST = 10_000  # places that are told
_BLANK = r"\s"  # one of a run: what looks for all of it again and again is slow
_ALIKE = ("'’‘", '"“”')  # signs that keyboards and printers write otherwise


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. White space stands for any, but at the ends for one character of it; a
    quotation mark stands for its like.

    `case`: only in these capitals; `whole`: only where no letter or digit stands beside it.
    """

    words: str
    case: bool = False
    whole: bool = False

    def pattern(self) -> re.Pattern[str] | None:
        """What matches it; None where nothing is looked for."""
        inner = self.words.strip()
        if not inner:
            return None
        first, last = self.words[:1].isspace(), self.words[-1:].isspace()
        spelt = "".join(map(_piece, re.findall(r"\s+|\S", inner)))
        spelt = f"{_BLANK * first}{spelt}{_BLANK * last}"
        spelt = rf"(?<!\w){spelt}(?!\w)" if self.whole else spelt
        return re.compile(spelt, 0 if self.case else re.IGNORECASE)


def plain_texts(article: Article) -> Iterator[tuple[Place, str]]:
    """The fields that are plain text on the page, with their places."""
    meta = article.metadata
    for field in ("headline", "title", "description", "section"):
        yield Place("metadata", field=field), getattr(meta, field)
    for index, keyword in enumerate(meta.keywords):
        yield Place("metadata", field=f"keywords[{index}]"), keyword
    for question in article.faq:
        yield Place("faq", question.id, "question"), question.question
    for link in article.links:
        yield Place("links", link.id, "label"), link.label
    for image in article.images:
        yield Place("images", image.id, "alt"), image.alt
        yield Place("images", image.id, "credit"), image.credit


def texts(article: Article) -> Iterator[tuple[Place, str]]:
    """Every text of the article that a writer writes, with its place."""
    yield from plain_texts(article)
    yield from citing.texts(article)
    for role in ("authors", "reviewers", "about"):
        for index, named in enumerate(getattr(article.metadata, role)):
            yield Place("metadata", field=f"{role}[{index}].name"), named.name
    for reference in article.references:
        yield from _of_reference(reference)
    for link in article.links:
        yield Place("links", link.id, "target"), link.target


def _of_reference(reference: Reference) -> Iterator[tuple[Place, str]]:
    yield Place("references", reference.id, "title"), reference.title
    yield Place("references", reference.id, "container-title"), reference.container_title
    for role in ("author", "editor"):
        for index, name in enumerate(getattr(reference, role)):
            for part in ("family", "given", "literal"):
                place = Place("references", reference.id, f"{role}[{index}].{part}")
                yield place, getattr(name, part)


def found(article: Article, query: Query) -> tuple[Place, ...]:
    """The first `MOST` places where it stands, each with its span, text by text."""
    pattern = query.pattern()
    if pattern is None:
        return ()
    places = (
        place.at(*match.span())
        for place, text in texts(article)
        for match in pattern.finditer(text)
    )
    return tuple(islice(places, MOST))


def replace(place: Place, words: str) -> Edit:
    """Put other words in the place of those at a span, as a step of its own."""
    start, end = place.span or (0, 0)
    return dataclasses.replace(splice(place, start, end, words), label="Replace", typing=False)


def replace_all(article: Article, query: Query, words: str) -> tuple[Edit | None, int]:
    """What replaces it everywhere in the article as it is, in one step, and how often; None where
    it stands nowhere.
    """
    pattern = query.pattern()
    if pattern is None:
        return None, 0
    changed = [(place, *pattern.subn(lambda _: words, text)) for place, text in texts(article)]
    edits = [put(place, text) for place, text, times in changed if times]
    if not edits:
        return None, 0
    count = sum(times for _, _, times in changed)
    return Edit("Replace all", edits[0].place, _one_by_one(edits)), count


def _one_by_one(edits: list[Edit]) -> Callable[[Article], Article]:
    return lambda article: reduce(lambda made, edit: edit.apply(made), edits, article)


def _piece(piece: str) -> str:
    if piece.isspace():
        return r"\s+"
    alike = next((signs for signs in _ALIKE if piece in signs), "")
    return f"[{alike}]" if alike else re.escape(piece)
