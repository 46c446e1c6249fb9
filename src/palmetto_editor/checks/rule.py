"""What a rule is: a pure function that finds places, with a name and a severity."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from palmetto_editor.checks.finding import Finding, Severity
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.page.page import Page


@dataclass(frozen=True, slots=True)
class Subject:
    """What is looked at."""

    article: Article
    publication: Publication
    page: Page


class Hit(NamedTuple):
    """Where a rule is broken, and the sentence that says so."""

    place: Place
    message: str
    fix: Edit | None = None
    others: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """`id` is `family.name`. `reads` names what `find` looks at: attributes of Article,
    `publication`, or of Page (`page.outline`, …; `page.body_blocks` for the body's text), so that
    nothing is asked anew where all of them are the very same; empty: everything.
    """

    id: str
    severity: Severity
    find: Callable[[Subject], Iterable[Hit]]
    reads: tuple[str, ...] = ()

    def findings(self, subject: Subject) -> list[Finding]:
        return [Finding(self.id, self.severity, *hit) for hit in self.find(subject)]
