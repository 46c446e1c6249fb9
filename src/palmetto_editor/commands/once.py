"""A fault of a page that is found in several ways, told once.

Reading a page compares its sides, for a writer who takes it over; rules on finished pages and on
the article that it would become ask some of the same. A rule says why, so it is told and reading
is not; and the page is what is looked at, so its rule is told and the article's is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from palmetto_editor.checks.finding import Finding
from palmetto_editor.intake.draft import Disagreement

# What reading tells, and the rules that may tell the same. It is the same where the rule quotes
# words of one of the sides, and finds it in the same field where a page has such words in several.
_BY_WORDS: dict[str, tuple[str, ...]] = {
    "intake.headline": ("parity.headline",),
    "intake.published": ("parity.date-unseen",),
    "intake.modified": ("parity.date-unseen",),
    "intake.date-bare-year": ("graph.date-format",),
    "intake.date-free-text": ("graph.date-format",),
    "intake.modified-before-published": ("graph.date-order", "dates.order"),
    "intake.canonical": ("head.canonical-differs", "head.canonical"),
    "intake.language": ("head.language", "head.locale"),
    "intake.breadcrumbs": ("parity.unseen",),
    "intake.faq-unseen": ("parity.faq-unseen",),
    "intake.faq-question": ("parity.faq-unseen",),
    "intake.faq-answer": ("parity.faq-unseen",),
    "intake.faq-cut": ("parity.faq-unseen",),
    "intake.authors": ("parity.author-unseen",),
    "intake.author-unseen": ("parity.author-unseen",),
    "intake.rating-unseen": ("parity.unseen",),
    "intake.prose-in-markup": ("graph.syntax",),
    "intake.link-titles": ("links.two-titles",),
    "intake.link-targets": ("links.two-targets",),
    "intake.preclinical-only": ("claims.contradiction",),
}
# The same wherever it stands, as long as the rules tell it as often as reading names somebody.
_BY_NUMBER: dict[str, tuple[str, ...]] = {
    "intake.markup-broken": ("graph.syntax", "graph.breakout"),
    "intake.markup-visible": ("parity.printed",),
    "intake.no-identifier": ("references.no-identifier",),
    "intake.uncited": ("reference.uncited",),
    "intake.modified-before-published": ("dates.order",),
}
# What a rule tells of the article, and that which tells the same of the page.
_OF_PAGE = {
    "metadata.title-width": "head.title-width",
    "metadata.description": "head.description",
    "metadata.description-width": "head.description-width",
    "metadata.language": "head.language",
    "metadata.language-shape": "head.language",
    "metadata.canonical-shape": "head.canonical",
    "dates.published": "graph.published",
    "dates.format": "graph.date-format",
    "dates.order": "graph.date-order",
    "people.author": "graph.author",
    "people.identity": "graph.author-identity",
    "people.bare-name": "graph.author-name",
    "faq.answer": "graph.faq-answer",
    "faq.twice": "graph.faq-twice",
}
_OF_SEVERAL = ("people.", "faq.")  # told of each by name
_FIELDS = {
    "published": "datePublished",
    "modified": "dateModified",
}
_QUOTED = re.compile(r"“…?([^“”]{1,300}?)[….]*”")


def once(said: Iterable[Disagreement], rules: Sequence[Finding]) -> Iterator[Disagreement]:
    """What reading says of a page and none of these findings does."""
    for one in said:
        named = _BY_WORDS.get(one.rule, ())
        if any(found.rule in named and _is_same(one, found) for found in rules):
            continue
        counted = _BY_NUMBER.get(one.rule, ())
        wanted = len(one.page.splitlines()) if one.place.part == "references" else 1
        if not counted or sum(found.rule in counted for found in rules) < wanted:
            yield one


def of_texts(
    rules: Iterable[Finding], page: Sequence[Finding], said: Iterable[Disagreement]
) -> Iterator[Finding]:
    """What the rules find in the article that a page would become, and none finds in the page.

    Backslashes that reading wrote before marks are no fault beside the marks that it tells of.
    """
    escaped = any(one.rule == "intake.markdown-marks" for one in said)
    for found in rules:
        if escaped and found.rule == "markdown.escaped":
            continue
        wanted = _OF_PAGE.get(found.rule)
        if not any(one.rule == wanted and _names(one, found) for one in page):
            yield found


def _names(one: Finding, other: Finding) -> bool:
    """Whether a finding of the page is about what the other names, where there may be several."""
    if not other.rule.startswith(_OF_SEVERAL):
        return True
    said = _QUOTED.findall(one.message)
    return not said or any(_folded(words) in _folded(other.message) for words in said)


def _is_same(one: Disagreement, found: Finding) -> bool:
    field = _FIELDS.get(one.place.field)
    if field and found.place.part == "graph" and found.place.field != field:
        return False
    sides = [_folded(side) for side in f"{one.page}\n{one.markup}".split("\n")]
    words = map(_folded, _QUOTED.findall(found.message))
    return any(word and any(word in side for side in sides) for word in words)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
