"""What a rule is: a pure function that finds places, with a name and a severity."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from palmetto_editor.checks.finding import Finding, Severity
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.page.page import Page


class Stopped(Exception):  # noqa: N818  (nothing is wrong: somebody else is waiting)
    """The answer is not wanted any more: a newer article waits."""


def go_on() -> None:
    """Nobody waits."""


class Pause:
    """What to call between pieces of work whose result is remembered: all are equal, so that it is
    no part of what was asked.
    """

    __slots__ = ("call",)

    def __init__(self, call: Callable[[], None] = go_on) -> None:
        self.call = call

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pause)

    def __hash__(self) -> int:
        return 0


@dataclass(frozen=True, slots=True)
class Subject:
    """What is looked at.

    A rule that takes longer than a millisecond calls `pause` between blocks or items: it lets a
    key pass, and raises `Stopped` where a newer article waits. What the rule has memoised by then
    is not lost.
    """

    article: Article
    publication: Publication
    page: Page
    pause: Callable[[], None] = field(default=go_on, compare=False)


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

    `asked`: off where it is False, unless a publication says what the rule counts as. `firm`: the
    page could not be made, or would contradict itself; a publication cannot turn it off or lower
    it, and a writer cannot dismiss it.
    """

    id: str
    severity: Severity
    find: Callable[[Subject], Iterable[Hit]]
    reads: tuple[str, ...] = ()
    asked: bool = True
    firm: bool = False

    def findings(self, subject: Subject) -> list[Finding]:
        return [Finding(self.id, self.severity, *hit, firm=self.firm) for hit in self.find(subject)]
