"""A planted fault: what breaks one rule and nothing else, and a neighbour that breaks none.

Each module beside this one has `CASES`, the faults of one family of rules: rule id → cases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from palmetto_editor.checks.check import Checker
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph import published
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.page.page import Page
from sample_articles import publication
from sample_pages import next_page_of

Find = Callable[[], Iterable[Finding]]
_CHECKER = Checker()  # as the window has it: a rule is asked where what it reads is another


@dataclass(frozen=True, slots=True)
class Case:
    """`broken` gives the findings with the fault, `neighbour` those of what is as like it as can
    be, and sound. `place` is where the fault must be found, `words` stand in its message;
    `beside` names rules that the fault cannot help breaking too. `article` and `shared` are what
    was broken, where that is an article.
    """

    broken: Find
    neighbour: Find
    place: str
    words: str = ""
    beside: frozenset[str] = frozenset()
    article: Article | None = None
    shared: Publication | None = None

    def page(self) -> Page:
        """The page of what was broken."""
        assert self.article is not None
        assert self.shared is not None
        return _page(self.article, self.shared)

    def mended(self, fix: Edit) -> tuple[Finding, ...]:
        """What is found once the article is mended."""
        assert self.article is not None
        assert self.shared is not None
        return _checked(fix.apply(self.article), self.shared)


def in_article(
    broken: Article,
    neighbour: Article,
    place: str,
    words: str = "",
    *,
    beside: Iterable[str] = (),
    shared: Publication | None = None,
    neighbour_shared: Publication | None = None,
) -> Case:
    """A fault that the writer made; `shared` is the publication, `neighbour_shared` the sound one
    where the fault is in that.
    """
    home = shared or publication()
    return Case(
        lambda: _checked(broken, home),
        lambda: _checked(neighbour, neighbour_shared or home),
        place,
        words,
        frozenset(beside),
        broken,
        home,
    )


def in_page(
    broken_html: str,
    neighbour_html: str,
    place: str,
    words: str = "",
    *,
    beside: Iterable[str] = (),
) -> Case:
    """A fault of a finished page, read from its HTML alone."""
    return Case(
        lambda: _published(broken_html),
        lambda: _published(neighbour_html),
        place,
        words,
        frozenset(beside),
    )


@cache
def _published(html: str) -> tuple[Finding, ...]:
    return published(html)


@cache
def _page(article: Article, shared: Publication) -> Page:
    return next_page_of(article, shared)


@cache
def _checked(article: Article, shared: Publication) -> tuple[Finding, ...]:
    return _looked(article, shared, _page(article, shared))


def with_page(
    article: Article, shared: Publication, change: Callable[[Page], Page]
) -> tuple[Finding, ...]:
    """What is found where an article's page is changed."""
    return _looked(article, shared, change(_page(article, shared)))


def _looked(article: Article, shared: Publication, page: Page) -> tuple[Finding, ...]:
    checked = _CHECKER.look(article, shared, page)
    assert checked is not None
    return checked.findings


def all_cases() -> dict[str, tuple[Case, ...]]:
    """Every planted fault of every module here, by its rule."""
    found: dict[str, tuple[Case, ...]] = {}
    for name in sorted(path.stem for path in Path(__file__).parent.glob("*.py")):
        if name != "case":
            for rule, cases in import_module(f"faults.{name}").CASES.items():
                found[rule] = (*found.get(rule, ()), *cases)
    return found


def caught(rule: str, case: Case, found: tuple[Finding, ...]) -> bool:
    """Whether among what is found the fault is where it is, in words that name it, and nothing
    else is.
    """
    others = {finding.rule for finding in found} - {rule} - case.beside
    return not others and any(_is_meant(rule, case, finding) for finding in found)


def alarms(cases: Iterable[Case]) -> Iterator[str]:
    """The rules that find something in neighbours, which have nothing to be found."""
    for case in cases:
        yield from (finding.rule for finding in case.neighbour())


def _is_meant(rule: str, case: Case, finding: Finding) -> bool:
    is_there = finding.rule == rule and str(finding.place) == case.place
    return is_there and case.words in finding.message
