"""What looking at one path gave: values that may come from another process, and go to any report.

An edit is a function and cannot travel, so of the fixes only their labels are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from palmetto_editor.checks.checked import Checked
from palmetto_editor.checks.dismissals import quote_of
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph.across import Facts
from palmetto_editor.commands.page_positions import PageText
from palmetto_editor.commands.positions import Region, Source
from palmetto_editor.commands.where import where
from palmetto_editor.model.edits import get
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Checks
from palmetto_editor.model.values import Article, Dismissal

LONGEST_QUOTE = 600  # characters


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as a report tells it. `where` is its place in words; `before`, `words` and `after`
    are the sentence that it was found in, with the exact words between, or nothing of that.
    `ways` are what its fixes are called, `reason` is why the writer lets it stand.
    """

    finding: Finding
    where: str
    before: str = ""
    words: str = ""
    after: str = ""
    ways: tuple[str, ...] = ()
    reason: str = ""
    region: Region | None = None

    @property
    def quote(self) -> str:
        """The sentence in one piece."""
        return f"{self.before}{self.words}{self.after}"


@dataclass(frozen=True, slots=True)
class InForce:
    """A pack of claim rules that was asked; `ids` are its rules."""

    id: str
    title: str
    jurisdiction: str
    date: str


@dataclass(frozen=True, slots=True)
class Looked:
    """One article or page that was looked at. `file` is what a program would open at a finding,
    `inside` the name of the article in it where that is a zip; `title` is its headline. `checks` is
    what its publication asks for. `facts` are compared with those of the other articles below the
    same `profile`.
    """

    path: str
    file: str
    title: str
    is_page: bool = False
    told: tuple[Told, ...] = ()
    dismissed: tuple[Told, ...] = ()
    stale: tuple[Dismissal, ...] = ()
    inside: str = ""
    packs: tuple[InForce, ...] = ()
    facts: Facts = field(default_factory=Facts)
    profile: str = ""
    id: str = ""
    checks: Checks = field(default_factory=Checks)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(one.finding for one in self.told)


@dataclass(frozen=True, slots=True)
class Unread:
    """A path that could not be looked at, and why."""

    path: str
    why: str


def told(
    article: Article, checked: Checked, source: Source | PageText | None = None
) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """The findings about an article, and those that were dismissed, with all that reports need.

    `source` is the `article.json`, or the page, where findings are to be shown in it.
    """
    return (
        tuple(_told(article, finding, source) for finding in checked.findings),
        tuple(
            replace(_told(article, finding, source), reason=dismissal.reason)
            for finding, dismissal in checked.dismissed
        ),
    )


def _told(article: Article, finding: Finding, source: Source | PageText | None) -> Told:
    place = finding.place
    before, words, after = _quote(article, place)
    return Told(
        replace(finding, fix=None, others=()),
        where(article, place),
        before,
        words,
        after,
        ways=tuple(dict.fromkeys(fix.label for fix in finding.fixes)),
        region=source.region(article, place) if source else None,
    )


def _quote(article: Article, place: Place) -> tuple[str, str, str]:
    """The sentence before, at and after the words; nothing where the place is no text."""
    quote = quote_of(article, place)
    words = _words(article, place)
    before, found, after = quote.partition(words) if words else (quote, "", "")
    if not found or found in after:  # which of them is meant cannot be told from the sentence
        return _head(quote, LONGEST_QUOTE), "", ""
    room = max(0, LONGEST_QUOTE - len(found)) // 2
    return _tail(before, room), _head(found, LONGEST_QUOTE), _head(after, room)


def _words(article: Article, place: Place) -> str:
    """The text of the span alone, with white space folded as in a quoted sentence."""
    if place.span is None:
        return ""
    try:
        text = get(article, place.whole())
    except (KeyError, IndexError, AttributeError, TypeError):
        return ""
    return " ".join(text[slice(*place.span)].split()) if isinstance(text, str) else ""


def _head(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length].rpartition(' ')[0]}…"


def _tail(text: str, length: int) -> str:
    return text if len(text) <= length else f"…{text[-length:].partition(' ')[2]}"
