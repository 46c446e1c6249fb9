"""Rules for the FAQ: questions on one side only, answers that differ or are cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from palmetto_editor.checks.quotes import around_difference, quoted
from palmetto_editor.intake.disagree.sides import Sides
from palmetto_editor.intake.disagree.words import flat, is_cut, key, seen, tokens
from palmetto_editor.intake.draft import Disagreement
from palmetto_editor.intake.manuscript import Claim
from palmetto_editor.model.edits import Edit, fresh_id
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Question

_ALIKE = 0.6  # share of the words of two questions, and of their answers, that are the same
_SURELY = 0.9  # share of the words of two questions, where one has no answer
_MOST = 100  # questions of each side without a partner that are compared with each other
_NONE = Claim(side="page", field="question", value="")
_NUMBER = re.compile(r"^\s*(?:q(?:uestion)?\s*\d*\s*[:.)]|\d+\s*[.)])\s*", re.IGNORECASE)


def compare(sides: Sides) -> Iterator[Disagreement]:
    """Each question with its partner on the other side. Without any markup, nothing is missed."""
    if not sides.of("markup", "question"):
        return
    held = {_words(question.question): question.id for question in sides.article.faq}
    for page, markup in _pairs(sides):
        where = held.get(_words((page or markup or _NONE).value), "")
        if page and markup is None:
            yield _missing(page, where)
        elif markup and page is None:
            if (sides.has_text or sides.shown("question")) and not sides.shows(markup.value):
                yield _unseen(markup, where)
        elif page and markup:
            if _words(page.value) != _words(markup.value):
                yield _worded(page, markup, where)
            if page.detail and markup.detail and page.detail != markup.detail:
                yield from _answers(page, markup, where)


def _missing(page: Claim, held: str) -> Disagreement:
    """A question that readers see and the markup leaves out. Its silence cannot win."""
    question = flat(page.value)
    return Disagreement(
        rule="intake.faq-missing",
        severity="warning",
        place=Place("faq", held),
        page=question,
        markup="",
        message=f"The page answers {quoted(question)}; the markup leaves the question out.",
        page_edit=_with(question, page.detail, "page"),
    )


def _unseen(markup: Claim, held: str) -> Disagreement:
    """A question that is marked up and that no reader finds (Google's FAQPage policy)."""
    question = flat(markup.value)
    return Disagreement(
        rule="intake.faq-unseen",
        severity="error",
        place=Place("faq", held),
        page="",
        markup=question,
        message=f"The markup answers {quoted(question)}, which the page does not show.",
        page_edit=_without(question),
        markup_edit=_with(question, markup.detail, "markup"),
    )


def _worded(page: Claim, markup: Claim, held: str) -> Disagreement:
    """One question in two wordings."""
    one, other = flat(page.value), flat(markup.value)
    return Disagreement(
        rule="intake.faq-question",
        severity="warning",
        place=Place("faq", held, "question" if held else ""),
        page=one,
        markup=other,
        message=f"The page asks {quoted(one)}, the markup {quoted(other)}.",
        page_edit=_reword((other, one), one, "page"),
        markup_edit=_reword((one, other), other, "markup"),
    )


def _answers(page: Claim, markup: Claim, held: str) -> Iterator[Disagreement]:
    """Answers that differ; where one is part of the other, it is cut short."""
    one, other = seen(page.detail), seen(markup.detail)
    if tokens(one) == tokens(other):
        return
    question, cut = flat(page.value), is_cut(one, other)
    where = "page" if len(tokens(one)) < len(tokens(other)) else "markup"
    words = around_difference(one, other)
    yield Disagreement(
        rule="intake.faq-cut" if cut else "intake.faq-answer",
        severity="error",
        place=Place("faq", held, "answer" if held else ""),
        page=one,
        markup=other,
        message=(
            f"The answer to {quoted(question)} is cut short in the {where}: "
            f"the page says {words[0]}, the markup {words[1]}."
            if cut
            else f"The page answers {quoted(question)} with {words[0]}, the markup with {words[1]}."
        ),
        page_edit=_with(question, page.detail, "page", flat(markup.value)),
        markup_edit=_with(question, markup.detail, "markup", flat(markup.value)),
    )


def _pairs(sides: Sides) -> list[tuple[Claim | None, Claim | None]]:
    """Each question with its partner on the other side: by its words, else by most of them where
    the answers are alike too.
    """
    page = {_words(claim.value): claim for claim in reversed(sides.shown("question"))}
    markup = {_words(claim.value): claim for claim in reversed(sides.of("markup", "question"))}
    lonely = [markup[words] for words in reversed(markup) if words not in page]
    pairs: list[tuple[Claim | None, Claim | None]] = []
    tried = 0
    for words, claim in reversed(page.items()):
        other = markup.get(words)
        if other is None and lonely and tried < _MOST:
            tried += 1
            other = next((found for found in lonely[:_MOST] if _alike(claim, found)), None)
            lonely = [found for found in lonely if found is not other]
        pairs.append((claim, other))
    return [*pairs, *((None, claim) for claim in lonely)]


def _alike(one: Claim, other: Claim) -> bool:
    share = _share(_words(one.value), _words(other.value))
    if share < _ALIKE:
        return False
    first, second = seen(one.detail), seen(other.detail)
    same = _share(key(first), key(second)) >= _ALIKE or is_cut(first, second)
    return same if first and second else share > _SURELY


def _share(one: str, other: str) -> float:
    """How many of the words of two texts are in both."""
    first, second = frozenset(one.split()), frozenset(other.split())
    return len(first & second) / len(first | second) if first | second else 0.0


def _words(question: str) -> str:
    """What tells a question from another: its words, without a number before them."""
    return key(_NUMBER.sub("", question))


def _find(article: Article, question: str) -> Question | None:
    as_written = next((q for q in article.faq if q.question == question), None)
    if as_written or not question:
        return as_written
    wanted = _words(question)
    return next((q for q in article.faq if _words(q.question) == wanted), None)


def _with(question: str, answer: str, side: str, reworded: str = "") -> Edit:
    """The question with this answer: changed where the article has it, in either wording, else
    added.
    """

    def apply(article: Article) -> Article:
        held = _find(article, question) or _find(article, reworded)
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
