"""Every rule on an article, and after an edit those again that read what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from operator import attrgetter, is_

from palmetto_editor.checks.abouts import explained
from palmetto_editor.checks.checked import Checked, sorted_out
from palmetto_editor.checks.chosen import counts_as, is_asked, is_off
from palmetto_editor.checks.families import MORE, Family
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.rule import Rule, Stopped, Subject
from palmetto_editor.checks.rules import RULES
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Checks, Publication
from palmetto_editor.model.values import Article
from palmetto_editor.page.page import Page

__all__ = ["Checked", "Checker", "check", "look"]

FAILED = "checks.rule-failed"
EVERYTHING = ("article", "publication", "page")
_Reading = Callable[[Subject], tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a rule found in what it read."""

    read: tuple[object, ...]
    findings: tuple[Finding, ...]


class Checker:
    """Looks at article after article. A rule is asked again only where what it reads is another
    object than the last time. Not for two threads at once.
    """

    def __init__(self, rules: Sequence[Rule] = RULES) -> None:
        self._askers: tuple[Rule | Family, ...] = (*rules, *MORE)
        self._asked = lru_cache(1)(self._asked_by)  # a publication's choice seldom changes
        self._answers: dict[str, _Answer] = {}

    def look(
        self,
        article: Article,
        publication: Publication,
        page: Page,
        stop: Callable[[], bool] = lambda: False,
    ) -> Checked | None:
        """All that is found in the article; None where `stop` asked to give up.

        `stop` is called between rules, and by those that take long within them.
        """

        def pause() -> None:
            if stop():
                raise Stopped

        subject = Subject(article, publication, page, pause)
        try:
            found = tuple(_chosen(self._found(subject), publication.checks))
        except Stopped:
            return None
        return sorted_out(found, article)

    def _asked_by(self, checks: Checks) -> list[tuple[Rule | Family, _Reading]]:
        """Those that a publication asks, each with what gives what it reads."""
        return [
            (asker, _reading(asker.reads or EVERYTHING))
            for asker in self._askers
            if not isinstance(asker, Rule) or is_asked(asker, checks)
        ]

    def _found(self, subject: Subject) -> Iterator[Finding]:
        read: dict[_Reading, tuple[object, ...]] = {}  # many rules read the same
        for asker, reading in self._asked(subject.publication.checks):
            subject.pause()
            if reading not in read:
                read[reading] = reading(subject)
            yield from self._answer(asker, read[reading], subject)

    def _answer(
        self, asker: Rule | Family, read: tuple[object, ...], subject: Subject
    ) -> tuple[Finding, ...]:
        known = self._answers.get(asker.id)
        if known is None or not _same(known.read, read):
            made = _guarded(asker, subject)
            known = self._answers[asker.id] = _Answer(read, made)
        return known.findings


def look(article: Article, publication: Publication, page: Page) -> Checked:
    """All that is found in an article, and what of it was dismissed."""
    return Checker().look(article, publication, page) or Checked()  # nobody asks to give up


def check(article: Article, publication: Publication, page: Page) -> tuple[Finding, ...]:
    """What is wrong with the article, in the order in which a reader meets it.

    What the writer dismissed is left out.
    """
    return look(article, publication, page).findings


def _guarded(asker: Rule | Family, subject: Subject) -> tuple[Finding, ...]:
    """What a rule answers, or that it failed: the fault of one rule is not the article's."""
    try:
        return explained(asker.findings(subject))
    except Stopped:
        raise
    except Exception as error:  # whatever a rule does, the others are asked
        said = (
            f"The rule “{asker.id}” failed ({type(error).__name__}), so it was not asked; "
            "please report it."
        )
        return explained([Finding(FAILED, "warning", Place("metadata"), said)])


def _chosen(found: Iterable[Finding], checks: Checks) -> Iterator[Finding]:
    """What the publication asks for, as grave as it says."""
    for finding in found:
        if finding.firm or checks == Checks():
            yield finding
        elif not is_off(finding.rule, checks):
            severity = counts_as(finding.rule, finding.severity, checks)
            same = severity == finding.severity
            yield finding if same else replace(finding, severity=severity)


@cache
def _reading(names: tuple[str, ...]) -> _Reading:
    """Gives what a rule says that it reads; each key asks all rules, so this has to be quick."""
    paths = [n if n in EVERYTHING or n.startswith("page.") else f"article.{n}" for n in names]
    return attrgetter(*paths, paths[0])  # of a single name it would give no tuple


def _same(before: tuple[object, ...], after: tuple[object, ...]) -> bool:
    return all(map(is_, before, after))
