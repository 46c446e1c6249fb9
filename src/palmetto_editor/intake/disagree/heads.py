"""Rules for the headline, the title and the description."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.finding import Severity
from palmetto_editor.checks.quotes import around_difference, quoted
from palmetto_editor.intake.disagree.sides import Sides, metadata, take
from palmetto_editor.intake.disagree.words import flat, fold, is_beginning, same
from palmetto_editor.intake.draft import Disagreement
from palmetto_editor.intake.manuscript import Claim

_SEPARATOR = re.compile(r"\s+[|\-–—·•»\x22:/]{1,2}\s+|\s*\|\s*|:\s+")
_WORD_FILE = re.compile(r"core|docx|propert", re.IGNORECASE)


def headline(sides: Sides) -> Iterator[Disagreement]:
    """The page's h1 against the markup's headline, and against a file's own title."""
    page = sides.first("headline", "page")
    markup = sides.first("headline", "markup")
    if page is None:
        return
    if markup and not _agree(sides, markup.value, page.value):
        words = f"The page’s headline is {quoted(page.value)}, the markup’s {quoted(markup.value)}."
        yield _two("intake.headline", "warning", "headline", page, markup, words)
    own = sides.first("headline", "file") or sides.first("title", "file")
    if own and not _WORD_FILE.search(own.origin) and not _titles(sides, own.value, page.value):
        words = (
            f"The text’s headline is {quoted(page.value)}, the file’s title {quoted(own.value)}."
        )
        yield _two("intake.headline", "advice", "headline", page, own, words)


def title(sides: Sides) -> Iterator[Disagreement]:
    """A title may well differ from the headline: advice. A site's name in it is no difference."""
    titles = (
        *sides.of("head", "title"),
        *sides.of("head", "headline"),
        *sides.of("markup", "title"),
    )
    first = sides.first("headline", "page", "markup") or next(iter(titles), None)
    if first is None:
        return
    known = [first.value]
    for claim in titles:
        if any(_titles(sides, claim.value, value) for value in known):
            continue
        known.append(claim.value)
        what = "headline" if first.field == "headline" else "title"
        message = (
            f"The {what} is {quoted(first.value)}, but the title in "
            f"{claim.origin or claim.side} is {quoted(claim.value)}."
        )
        yield _two("intake.title", "advice", "title", first, claim, message)


def description(sides: Sides) -> Iterator[Disagreement]:
    """What page and head say against the markup; what is cut with three dots is no difference."""
    first = sides.first("description", "page", "head", "file")
    markup = sides.of("markup", "description")
    head = sides.of("head", "description")
    for claim in markup:
        if first and not _described(first.value, claim.value):
            one, other = around_difference(first.value, claim.value)
            message = f"The {_owner(first)}’s description is {one}, the markup’s {other}."
            yield _two("intake.description", "warning", "description", first, claim, message)
    for claim in head:
        known = [c.value for c in (first, *markup) if c]
        if first and not any(_described(claim.value, value) for value in known):
            one, other = around_difference(first.value, claim.value)
            message = f"One description is {one}, that of {claim.origin or 'the head'} {other}."
            yield _two("intake.description", "advice", "description", first, claim, message)
            return


def _owner(claim: Claim) -> str:
    return {"head": "head", "file": "file"}.get(claim.side, "page")


def _two(
    rule: str, severity: Severity, field: str, page: Claim, markup: Claim, message: str
) -> Disagreement:
    place = metadata(field)
    return Disagreement(
        rule=rule,
        severity=severity,
        place=place,
        page=flat(page.value),
        markup=flat(markup.value),
        message=message,
        page_edit=take(place, flat(page.value), page.side, f"the {field}"),
        markup_edit=take(place, flat(markup.value), markup.side, f"the {field}"),
    )


def _agree(sides: Sides, one: str, other: str) -> bool:
    """The same words, the name of the site apart."""
    return same(one, other) or same(_bare(sides, one), _bare(sides, other))


def _titles(sides: Sides, one: str, other: str) -> bool:
    """Whether two titles are one, with a site's name before or after it, or cut with dots."""
    if _agree(sides, one, other) or is_beginning(one, other) or is_beginning(other, one):
        return True
    pairs = ((one, other), (other, one))
    return any(_parts_hold(whole, part) for whole, part in pairs)


def _parts_hold(whole: str, part: str) -> bool:
    """Whether `part` is all of `whole` up to a separator, or from one on."""
    text = fold(whole)
    ends = ((text[: m.start()], text[m.end() :]) for m in _SEPARATOR.finditer(text))
    return any(same(half, part) for halves in ends for half in halves)


def _bare(sides: Sides, text: str) -> str:
    """The title without the name of the site."""
    text = fold(text)
    for match in _SEPARATOR.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if sides.is_site(after):
            return before
        if sides.is_site(before):
            return after
    return text


def _described(one: str, other: str) -> bool:
    return same(one, other) or is_beginning(one, other) or is_beginning(other, one)
