"""Rules for the FAQ: questions on one side only, answers that differ or are cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from palmetto_editor.checks.quotes import around_difference, quoted
from palmetto_editor.intake.disagree.sides import Sides
from palmetto_editor.intake.disagree.words import fold, is_cut, key, seen, tokens
from palmetto_editor.intake.draft import Disagreement
from palmetto_editor.intake.manuscript import Claim
from palmetto_editor.model.edits import Edit, fresh_id
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Question

_ALIKE = 0.6  # share of the words of two questions, and of their answers, that are the same
_SURELY = 0.9  # share of the words of two questions, where one has no answer
_MOST = 200  # questions without a partner that are compared with all others
_NUMBER = re.compile(r"^\s*(?:q(?:uestion)?\s*\d*\s*[:.)]|\d+\s*[.)])\s*", re.IGNORECASE)


def missing(sides: Sides) -> Iterator[Disagreement]:
    """Questions that readers see and the markup leaves out; without any markup, none is missed."""
    pairs = _pairs(sides)
    if not sides.of("markup", "question"):
        return
    for page, markup in pairs:
        if page and markup is None:
            question = fold(page.value)
            yield Disagreement(
                rule="intake.faq-missing",
                severity="warning",
                place=_place(sides, question),
                page=question,
                markup="",
                message=f"The page answers {quoted(question)}; the markup leaves the question out.",
                page_edit=_with(question, page.detail, "page"),
            )


def unseen(sides: Sides) -> Iterator[Disagreement]:
    """Questions that are marked up and that no reader finds (Google's FAQPage policy)."""
    for page, markup in _pairs(sides):
        if page or markup is None or sides.shows(markup.value) or not _knows(sides):
            continue
        question = fold(markup.value)
        yield Disagreement(
            rule="intake.faq-unseen",
            severity="error",
            place=_place(sides, question),
            page="",
            markup=question,
            message=f"The markup answers {quoted(question)}, which the page does not show.",
            page_edit=_without(question),
            markup_edit=_with(question, markup.detail, "markup"),
        )


def worded(sides: Sides) -> Iterator[Disagreement]:
    """One question in two wordings."""
    for page, markup in _pairs(sides):
        if page and markup and _key(page) != _key(markup):
            one, other = fold(page.value), fold(markup.value)
            yield Disagreement(
                rule="intake.faq-question",
                severity="warning",
                place=_place(sides, one),
                page=one,
                markup=other,
                message=f"The page asks {quoted(one)}, the markup {quoted(other)}.",
                page_edit=_reword((other, one), one, "page"),
                markup_edit=_reword((one, other), other, "markup"),
            )


def answers(sides: Sides) -> Iterator[Disagreement]:
    """Answers that differ; where one is part of the other, it is cut short."""
    for page, markup in _pairs(sides):
        if page is None or markup is None or not (page.detail and markup.detail):
            continue
        one, other = seen(page.detail), seen(markup.detail)
        if tokens(one) == tokens(other):
            continue
        question = fold(page.value)
        cut = is_cut(one, other)
        where = "page" if len(tokens(one)) < len(tokens(other)) else "markup"
        words = around_difference(one, other)
        yield Disagreement(
            rule="intake.faq-cut" if cut else "intake.faq-answer",
            severity="error",
            place=_place(sides, question, "answer"),
            page=one,
            markup=other,
            message=(
                f"The answer to {quoted(question)} is cut short in the {where}: "
                f"the page says {words[0]}, the markup {words[1]}."
                if cut
                else f"The page answers {quoted(question)} with {words[0]}, "
                f"the markup with {words[1]}."
            ),
            page_edit=_with(question, page.detail, "page", fold(markup.value)),
            markup_edit=_with(question, markup.detail, "markup", fold(markup.value)),
        )


def _pairs(sides: Sides) -> list[tuple[Claim | None, Claim | None]]:
    """Each question with its partner on the other side: by its words, else by most of them where
    the answers are alike too.
    """
    page = {_key(claim): claim for claim in reversed(sides.shown("question"))}
    markup = {_key(claim): claim for claim in reversed(sides.of("markup", "question"))}
    pairs: list[tuple[Claim | None, Claim | None]] = []
    lonely = [markup[words] for words in reversed(markup) if words not in page]
    for words, claim in reversed(page.items()):
        other = markup.get(words)
        if other is None:
            other = next((found for found in lonely[:_MOST] if _alike(claim, found)), None)
            lonely = [found for found in lonely if found is not other]
        pairs.append((claim, other))
    return [*pairs, *((None, claim) for claim in lonely)]


def _alike(one: Claim, other: Claim) -> bool:
    share = _share(_key(one), _key(other))
    if share < _ALIKE:
        return False
    first, second = seen(one.detail), seen(other.detail)
    same = _share(key(first), key(second)) >= _ALIKE or is_cut(first, second)
    return same if first and second else share > _SURELY


def _share(one: str, other: str) -> float:
    """How many of the words of two texts are in both."""
    first, second = frozenset(one.split()), frozenset(other.split())
    return len(first & second) / len(first | second) if first | second else 0.0


def _key(claim: Claim) -> str:
    return key(_NUMBER.sub("", claim.value))


def _knows(sides: Sides) -> bool:
    """Whether it is known what readers see: the text, or a FAQ in it."""
    return sides.has_text or bool(sides.shown("question"))


def _find(article: Article, question: str) -> Question | None:
    wanted = key(_NUMBER.sub("", question))
    return next((q for q in article.faq if key(_NUMBER.sub("", q.question)) == wanted), None)


def _place(sides: Sides, question: str, field: str = "") -> Place:
    held = _find(sides.article, question)
    return Place("faq", held.id, field) if held else Place("faq")


def _with(question: str, answer: str, side: str, reworded: str = "") -> Edit:
    """The question with this answer: changed where the article has it, in either wording, else
    added.
    """

    def apply(article: Article) -> Article:
        held = _find(article, question) or (_find(article, reworded) if reworded else None)
        if held is None:
            new = Question(id=fresh_id("q", article.faq), question=question, answer=answer)
            return replace(article, faq=(*article.faq, new))
        if held.answer == answer:
            return article
        faq = tuple(replace(q, answer=answer) if q is held else q for q in article.faq)
        return replace(article, faq=faq)

    return Edit(f"Take the answer from the {side}", Place("faq"), apply)


def _without(question: str) -> Edit:
    def apply(article: Article) -> Article:
        held = _find(article, question)
        rest = tuple(q for q in article.faq if q is not held)
        return replace(article, faq=rest) if held else article

    return Edit("Leave out what the page does not ask", Place("faq"), apply)


def _reword(known: tuple[str, str], wording: str, side: str) -> Edit:
    def apply(article: Article) -> Article:
        held = _find(article, known[0]) or _find(article, known[1])
        if held is None or held.question == wording:
            return article
        faq = tuple(replace(q, question=wording) if q is held else q for q in article.faq)
        return replace(article, faq=faq)

    return Edit(f"Take the question from the {side}", Place("faq"), apply)
