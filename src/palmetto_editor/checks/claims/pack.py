"""What a pack of claim rules is, once it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from palmetto_editor.checks.claims.patterns import Pattern
from palmetto_editor.checks.finding import About, Severity

Surface = Literal[
    "title", "description", "keyword", "heading", "text", "question", "cell", "label", "alt"
]
SURFACES: tuple[Surface, ...] = (
    "title", "description", "keyword", "heading", "text", "question", "cell", "label", "alt",
)  # fmt: skip
# What may be known of a match's neighbourhood: `docs/packs.md` says what each means.
CONDITIONS = frozenset(
    {
        "cited", "model", "near-model", "animal", "near-animal", "study", "methods", "findings",
        "legal", "year",
    }
)  # fmt: skip
Role = Literal["", "finding", "says", "against", "notice"]

Conditions = tuple[frozenset[str], ...]  # any of these, each all of its names


@dataclass(frozen=True, eq=False, slots=True)
class When:
    """Patterns that break a rule, and what makes them no claim after all.

    `unless` stands anywhere in the sentence, `but` where the match does. `negated`, `quoted` and
    `asked` say whether a match counts in a negation, in a quotation, in a question. `targets` are
    sought in the targets of links. `role` is "" for what is told by itself.
    """

    found: Pattern | None
    targets: Pattern | None = None
    unless: Pattern | None = None
    but: Pattern | None = None
    where: frozenset[Surface] = frozenset(SURFACES)
    silent: Conditions = ()
    only: Conditions = ()
    negated: bool = False
    quoted: bool = False
    asked: bool = False
    role: Role = ""
    message: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class ClaimRule:
    """`message` is the writer's sentence, with `{quote}`, `{words}` and, in a contradiction,
    `{other}`; `removable`: deleting the sentence mends it; `citable`: so does a citation.
    """

    id: str
    category: str
    severity: Severity
    message: str
    about: About
    whens: tuple[When, ...]
    removable: bool = True
    citable: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Pack:
    """`date` is the ISO 8601 day that it was last looked at; `applies` finds a notice that puts it
    in force where a publication made no choice.
    """

    id: str
    title: str
    jurisdiction: str
    date: str
    applies: Pattern | None
    rules: tuple[ClaimRule, ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
