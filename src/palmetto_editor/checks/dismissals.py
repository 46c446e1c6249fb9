"""What the writer lets stand, and why: kept in the article, until the sentence itself changes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.sentences import Sentence, sentences
from palmetto_editor.model.edits import Edit, get
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Dismissal

_BLANK = re.compile(r"\n[ \t\r]*\n")
Known = dict[tuple[str, str], dict[str, Dismissal]]
LONGEST = 600  # characters of a text that is quoted whole


def quote_of(article: Article, place: Place) -> str:
    """What a dismissal quotes: `words_at`, but "" for a long text without a span."""
    is_long = place.span is None and len(_text(article, place)) > LONGEST
    return "" if is_long else words_at(article, place)


def words_at(article: Article, place: Place) -> str:
    """What has to change before a finding that was dismissed is told again: the sentence, or
    sentences, of a span as typed, or the whole text, with white space folded; "" for no text.
    """
    text = _text(article, place)
    if place.span is None:
        return _folded(text)
    first, last = place.span
    begin, met = _around(text, bisect_right(_breaks(text), first))
    since = bisect_right(met, first - begin, key=lambda one: one.end)
    until = bisect_left(met, max(last, first + 1) - begin, key=lambda one: one.start)
    if since >= until:
        return _folded(text[first:last])
    return _folded(text[begin + met[since].start : begin + met[until - 1].end])


def dismiss(article: Article, finding: Finding, reason: str) -> Edit:
    """Let a finding about this article stand. ValueError where the reason is blank, and for a
    finding that is firm.
    """
    if not reason.strip():
        raise ValueError("a dismissal needs a reason")
    if finding.firm:
        raise ValueError(f"{finding.rule} cannot be dismissed")
    place = finding.place
    made = Dismissal(
        rule=finding.rule,
        place=str(place.whole()),
        reason=reason.strip(),
        quote=_kept(article, place),
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


def by_place(dismissed: Iterable[Dismissal]) -> Known:
    """Dismissals by rule and place, and there by what they quote."""
    known: Known = {}
    for one in dismissed:
        known.setdefault((one.rule, one.place), {}).setdefault(one.quote, one)
    return known


def dismissed_by(article: Article, finding: Finding, known: Known) -> Dismissal | None:
    """The dismissal under which a finding stands; None where it stands under none."""
    if finding.firm or not known:
        return None
    for place in dict.fromkeys((str(finding.place), str(finding.place.whole()))):
        here = known.get((finding.rule, place))
        if here:
            found = here.get("") or here.get(_kept(article, finding.place))
            if found:
                return found
    return None


def _kept(article: Article, place: Place) -> str:
    """What a dismissal keeps of what it was made for: the quote, or a text too long to quote by
    its digest.
    """
    quote = quote_of(article, place)
    return quote if quote or place.span is not None else _digest(_text(article, place))


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


@lru_cache(maxsize=64)  # many findings of one text are looked up one after another
def _breaks(text: str) -> tuple[int, ...]:
    """Where the paragraphs of a text begin, but for the first: no sentence goes on across."""
    return tuple(match.end() for match in _BLANK.finditer(text))


@lru_cache(maxsize=256)
def _around(text: str, paragraph: int) -> tuple[int, tuple[Sentence, ...]]:
    """Where a paragraph begins, by its number, and its sentences."""
    starts = (0, *_breaks(text), len(text))
    begin = starts[paragraph]
    return begin, sentences(text[begin : starts[paragraph + 1]])


@lru_cache(maxsize=64)
def _digest(text: str) -> str:
    """White space may change; "" for nothing."""
    folded = _folded(text)
    return f"sha256:{sha256(folded.encode('utf-8', 'surrogatepass')).hexdigest()}" if folded else ""


def _folded(text: str) -> str:
    return " ".join(text.split())
