"""What the writer lets stand, and why: kept in the article, until the sentence itself changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.sentences import sentences
from palmetto_editor.model.edits import Edit, get
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Dismissal

_BLANK = re.compile(r"\n[ \t\r]*\n")
LONGEST = 600  # characters of a text that is quoted whole; a longer one is meant as a whole


def quote_of(article: Article, place: Place) -> str:
    """The sentence, or sentences, of a span as typed, or the whole text of a short field, with
    white space folded; "" for what is no text, and for a long one without a span.
    """
    text = _text(article, place)
    if place.span is None:
        return _folded(text) if len(text) <= LONGEST else ""
    first, last = place.span
    begin, stop = _paragraphs(text, first, last)
    around = text[begin:stop]
    met = [
        one
        for one in sentences(around)
        if one.start < max(last, first + 1) - begin and one.end > first - begin
    ]
    return _folded(around[met[0].start : met[-1].end] if met else text[first:last])


def dismiss(article: Article, finding: Finding, reason: str) -> Edit:
    """Let a finding about this article stand. ValueError where the reason is blank, and for a
    finding that is firm.
    """
    if not reason.strip():
        raise ValueError("a dismissal needs a reason")
    if finding.firm:
        raise ValueError(f"{finding.rule} cannot be dismissed")
    place = finding.place
    quote = quote_of(article, place)
    made = Dismissal(
        rule=finding.rule, place=str(place.whole()), reason=reason.strip(), quote=quote
    )

    def apply(now: Article) -> Article:
        others = tuple(one for one in now.dismissed if replace(one, reason=made.reason) != made)
        return replace(now, dismissed=(*others, made))

    return Edit("Dismiss a problem", place, apply)


def restore(dismissal: Dismissal) -> Edit:
    """Ask again what was dismissed."""

    def apply(now: Article) -> Article:
        kept = tuple(one for one in now.dismissed if one != dismissal)
        return now if len(kept) == len(now.dismissed) else replace(now, dismissed=kept)

    return Edit("Ask again", _place(dismissal), apply)


def dismissed_by(article: Article, finding: Finding, of: Sequence[Dismissal]) -> Dismissal | None:
    """The dismissal under which a finding stands, of those for its rule; None: under none."""
    if finding.firm or not of:
        return None
    places = {str(finding.place), str(finding.place.whole())}
    here = [one for one in of if one.rule == finding.rule and one.place in places]
    if not here:
        return None
    quote = quote_of(article, finding.place) if any(one.quote for one in here) else ""
    return next((one for one in here if one.quote in ("", quote)), None)


def _text(article: Article, place: Place) -> str:
    """The text at a place; a row of cells as one; "" where there is none."""
    try:
        value = get(article, place.whole())
    except (KeyError, IndexError, AttributeError, TypeError):
        return ""
    if isinstance(value, tuple) and value and all(isinstance(one, str) for one in value):
        return " | ".join(value)
    return value if isinstance(value, str) else ""


def _place(dismissal: Dismissal) -> Place:
    try:
        return Place.parse(dismissal.place)
    except ValueError:
        return Place("metadata")


def _paragraphs(text: str, first: int, last: int) -> tuple[int, int]:
    """Where the paragraphs of a span begin and end: no sentence goes on past a blank line."""
    begin = 0
    for match in _BLANK.finditer(text, 0, first):
        begin = match.end()
    after = _BLANK.search(text, last)
    return begin, after.start() if after else len(text)


def _folded(text: str) -> str:
    return " ".join(text.split())
