"""The texts of an article, each with its place and the name by which a sentence can point to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from palmetto_editor.checks.consistency.said import Said, is_list, said
from palmetto_editor.checks.consistency.same import Same
from palmetto_editor.checks.rule import Subject
from palmetto_editor.checks.shown import shown
from palmetto_editor.markup.blocks import Block
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Table

Part = Literal["body", "table", "short answer", "faq", "caption", "description", "notice"]
_SHOWS_WORDS = frozenset({"markdown", "note"})
_LONGEST = 60  # characters of a heading or a question in a sentence
_BODY = Place("body")


class Piece(NamedTuple):
    """A block of the body, or all of another text: it stands at `start` of the text at `place`.

    `lead` is the paragraph before a list, `under` the heading above a block or the question that
    an answer answers.
    """

    part: Part
    place: Place
    text: str
    start: int = 0
    lead: str = ""
    under: str = ""

    @property
    def name(self) -> str:
        """What to call it after "in"."""
        if self.part == "body":
            return f"the section “{short(self.under)}”" if self.under else "the body"
        if self.part == "faq":
            return f"the answer to “{short(self.under)}”"
        if self.part == "notice":
            return f"the {self.place.part}"
        if self.part == "caption":
            return f"the caption of the image “{self.place.item}”"
        return f"the {self.part}"

    @property
    def said(self) -> tuple[Said, ...]:
        return said(self.text, self.lead)

    def at(self, start: int, end: int) -> Place:
        """The place of a span of the text."""
        return self.place.at(self.start + start, self.start + end)


def body(subject: Subject) -> tuple[Piece, ...]:
    """The blocks of the body that show words of their own, but headings."""
    return _body(Same(subject.page.body_blocks))


def others(article: Article) -> Iterator[Piece]:
    """The texts beside the body, tables excepted."""
    yield Piece("short answer", Place("short_answer"), article.short_answer)
    for question in article.faq:
        place = Place("faq", question.id, "answer")
        yield Piece("faq", place, question.answer, under=question.question)
    for image in article.images:
        yield Piece("caption", Place("images", image.id, "caption"), image.caption)
    description = Place("metadata", field="description")
    yield Piece("description", description, article.metadata.description)
    yield Piece("notice", Place("notice"), article.notice)
    yield Piece("notice", Place("disclaimer"), article.disclaimer)


def everywhere(subject: Subject) -> Iterator[Piece]:
    """The body and the other texts."""
    for piece in body(subject):
        subject.pause()
        yield piece
    yield from others(subject.article)


def in_english(article: Article) -> bool:
    """Whether the article's words are English, as far as it says."""
    return article.metadata.language.strip().lower().partition("-")[0] in ("en", "")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text as shown, in one line."""
    return " ".join(shown(text).text.split())


def table_name(table: Table) -> str:
    """What to call a table after "in"."""
    return f"the table “{short(plain(table.caption) or table.id)}”"


def short(text: str) -> str:
    """As much of a text as a sentence can quote."""
    folded = " ".join(text.split())
    return folded if len(folded) <= _LONGEST else f"{folded[: _LONGEST - 1].rstrip()}…"


@lru_cache(maxsize=4)
def _body(same: Same[tuple[Block, ...]]) -> tuple[Piece, ...]:
    found = []
    start, before, section = 0, "", ""
    for block in same.value:
        text = block.text
        if block.kind == "heading":
            section = plain(text)
        elif block.kind in _SHOWS_WORDS:
            lead = before if is_list(text) else ""
            found.append(Piece("body", _BODY, text, start, lead, section))
        start += len(text)
        before = text
    return tuple(found)
