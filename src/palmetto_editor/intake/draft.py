"""Draft: what a source became. An article ready to revise, and all that there is to say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from palmetto_editor.checks.finding import Severity
from palmetto_editor.intake.manuscript import Claim, Leftover, Mending, Piece
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """A field of the article: where its value came from (`<h1>`, `JSON-LD Article.author`), and
    how sure that is, from 0 to 1.
    """

    place: Place
    value: str
    origin: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two sides of a source that cannot both be right, with the words of each.

    `markup` is the side that readers do not see: JSON-LD, the head, the target of a link. A side
    that says nothing is "". The edits make the article say what that side says; None where that
    changes nothing that an article holds.
    """

    rule: str
    severity: Severity
    place: Place
    page: str
    markup: str
    message: str
    page_edit: Edit | None = field(default=None, compare=False)
    markup_edit: Edit | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`article` is as the page has it, gaps filled from the markup, the head and the file.

    `assets` are the bytes of its images by file name. `claims` are all that the source says of
    itself, those of the page as they were recognised. `pieces` is the text as it was read, for the
    rules that ask what readers see. `source` names it for people.
    """

    source: str
    article: Article
    assets: Mapping[str, bytes] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    fields: tuple[Recovered, ...] = ()
    mended: tuple[Mending, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    pieces: tuple[Piece, ...] = ()
