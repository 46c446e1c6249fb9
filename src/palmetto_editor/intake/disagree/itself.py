"""Rules for what a page should not show, and for markup that it should not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.quotes import quoted
from palmetto_editor.intake.disagree.sides import Sides, pieces, words_of
from palmetto_editor.intake.disagree.words import flat, key
from palmetto_editor.intake.draft import Disagreement
from palmetto_editor.intake.manuscript import Mending, Piece
from palmetto_editor.model.edits import Edit, put
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

EMPTY_HEADING = "empty heading"
INTRUDER = "prose within JSON-LD"

_MARK = re.compile(
    r"(?<![\w*\\])\*{1,3}(?=[^\s*])[^*\n]{1,300}?(?<=[^\s*])\*{1,3}(?![\w*])"
    r"|(?<![\w_.])__(?=[^\s_])[^_\n]{1,300}?(?<=[^\s_])__(?![\w_(]|\.\w)"
    r"|(?<![\w~])~~(?=[^\s~])[^~\n]{1,300}?(?<=[^\s~])~~(?![\w~])"
    r"|!?\[[^\[\]\n]{1,300}\]\((?:https?:|/|#|\.|mailto:)[^()\s]{0,500}\)"
    r"|^[ \t]{0,3}#{1,6}[ \t]+\S[^\n]{0,300}"
    r"|^[ \t]{0,3}(?:```|~~~)[^\n]{0,100}",
    re.MULTILINE,
)
_PRINTED = re.compile(r"\bprinted\b|\bas text\b")
_IN_TEXTS = re.compile(r"HTML (?:entities|tags) in texts")
_STOPPED = re.compile(r"reading (?:of the JSON-LD )?stopped\b", re.IGNORECASE)
_WORDS = re.compile(r"[^*_~#\[\]()!`]+")
_SHOWN_PLAIN = frozenset({"code", "rule"})  # their words mean themselves


def empty_headings(sides: Sides) -> Iterator[Disagreement]:
    for leftover in sides.draft.leftovers:
        if leftover.reason == EMPTY_HEADING:
            heading = flat(leftover.text.lstrip("# "))
            yield Disagreement(
                rule="intake.empty-heading",
                severity="warning",
                place=Place("body"),
                page=heading,
                markup="",
                message=f"Nothing stands under the heading {quoted(heading)}.",
            )


def marks(sides: Sides) -> Iterator[Disagreement]:
    """Asterisks, brackets and hashes that readers see: one finding with all of them."""
    found = [mark for piece in pieces(sides.draft.pieces) for mark in _marks(piece)]
    if not found:
        return
    one = len(found) == 1
    times = "is shown" if one else f"and {len(found) - 1} more are shown"
    yield Disagreement(
        rule="intake.markdown-marks",
        severity="warning",
        place=_place_of(sides.article, found[0]),
        page="\n".join(found),
        markup="",
        message=f"Markdown stands unrendered in the text: {quoted(found[0])} {times} to readers.",
    )


def prose_in_markup(sides: Sides) -> Iterator[Disagreement]:
    """A sentence for readers that stood within JSON-LD; the edit ends the body with it."""
    for leftover in sides.draft.leftovers:
        if leftover.reason == INTRUDER:
            sentence = flat(leftover.text)
            yield Disagreement(
                rule="intake.prose-in-markup",
                severity="error",
                place=Place("body"),
                page=sentence,
                markup="",
                message=f"A sentence for readers stood within the JSON-LD: {quoted(sentence)}.",
                page_edit=_append(leftover.text.strip()),
            )


def broken(sides: Sides) -> Iterator[Disagreement]:
    """JSON-LD that a strict reader refuses: one finding, an error where reading stopped."""
    mended = [m for m in sides.draft.mended if _is_broken(m)]
    stopped = next(_stops(sides), None)
    if not mended and stopped is None:
        return
    kinds = len({mending.what for mending in mended})
    more = f", and {kinds - 1} more kinds of faults" if kinds > 1 else ""
    first = mended[0] if stopped is None else Mending(what="", where="", words=stopped)
    at = f" ({first.where})" if first.where else ""
    yield Disagreement(
        rule="intake.markup-broken",
        severity="warning" if stopped is None else "error",
        place=Place("metadata"),
        page="",
        markup=first.words or first.what,
        message=(
            f"The JSON-LD is broken and had to be mended: {first.what.strip().rstrip('.')}{at}"
            f"{more}; other programs may not read it at all."
            if stopped is None
            else f"The JSON-LD is broken; reading stopped at {quoted(stopped)}."
        ),
    )


def _stops(sides: Sides) -> Iterator[str]:
    """The words at which reading of JSON-LD stopped."""
    for mending in sides.draft.mended:
        if _is_markup(mending) and _STOPPED.match(mending.what):
            yield mending.words or mending.where
    for leftover in sides.draft.leftovers:
        if _STOPPED.match(leftover.reason):
            yield leftover.text


def visible(sides: Sides) -> Iterator[Disagreement]:
    for mending in sides.draft.mended:
        if _is_visible(mending):
            at = f" ({mending.where})" if mending.where else ""
            yield Disagreement(
                rule="intake.markup-visible",
                severity="error",
                place=Place("body"),
                page=mending.words,
                markup="",
                message=f"Readers see JSON-LD printed as text{at}.",
            )
            return


def ratings(sides: Sides) -> Iterator[Disagreement]:
    """A rating that is marked up and that no reader finds."""
    for claim in sides.of("markup", "rating"):
        shown = sides.of("page", "rating") or sides.shows(claim.value)
        if sides.has_text and not shown:
            yield Disagreement(
                rule="intake.rating-unseen",
                severity="error",
                place=Place("metadata"),
                page="",
                markup=flat(claim.value),
                message=f"The markup gives a rating of {quoted(claim.value)}; the page shows none.",
            )


def _is_markup(mending: Mending) -> bool:
    """Whether this was mended in JSON-LD, as `intake.markup` and `intake.printed` tell it."""
    return "json-ld" in f"{mending.what} {mending.where}".casefold()


def _is_visible(mending: Mending) -> bool:
    """Whether this says that JSON-LD stood in the text."""
    return _is_markup(mending) and _PRINTED.search(mending.what) is not None


def _is_broken(mending: Mending) -> bool:
    """Whether this was no JSON; HTML in a text is, however it reads."""
    return _is_markup(mending) and not _is_visible(mending) and not _IN_TEXTS.match(mending.what)


def _marks(piece: Piece) -> Iterator[str]:
    if piece.kind in _SHOWN_PLAIN:
        return
    for text in words_of(piece):
        for match in _MARK.finditer(text):
            yield match[0].strip()


def _place_of(article: Article, mark: str) -> Place:
    """Where in the article these words came to stand."""
    words = key(max(_WORDS.findall(mark), key=len, default=""))
    for reference in article.references:
        if words in key(f"{reference.title} {reference.container_title}"):
            return Place("references", reference.id)
    for question in article.faq:
        if words in key(f"{question.question} {question.answer}"):
            return Place("faq", question.id, "answer")
    return Place("body")


def _append(paragraph: str) -> Edit:
    """The paragraph at the end of the body, unless it stands there."""
    place = Place("body")

    def apply(article: Article) -> Article:
        body = article.body.rstrip("\n")
        if body.endswith(paragraph):
            return article
        return put(place, f"{body}\n\n{paragraph}\n".lstrip("\n")).apply(article)

    return Edit("Put the sentence at the end of the body", place, apply)
