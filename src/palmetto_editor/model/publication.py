"""Publication: what the articles of one publisher share; its file form is `publication.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from palmetto_editor.model.values import Author


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """`logo` is an absolute address, or a path below the publication's `base_url`."""

    name: str = ""
    url: str = ""
    logo: str = ""
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citations:
    """How works are cited: `style` is the id of a CSL style.

    `csl` is the text of a style that is not shipped; it stands in a file of its own beside
    `publication.toml`. `badges`: the page shows what kind of study each work reports.
    """

    style: str = "nlm-citation-sequence"
    csl: str = ""
    badges: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """What is asked of articles. `packs` are the ids of packs of claim rules; None: no choice is
    made, and the article's own notice decides.

    `own` has the packs that are not shipped, each id with its TOML text; they stand in files of
    their own beside `publication.toml`. `off` are the ids of rules, or families, that are not
    asked; `severity` has each rule's id with what it counts as here.
    """

    packs: tuple[str, ...] | None = None
    own: tuple[tuple[str, str], ...] = ()
    off: tuple[str, ...] = ()
    severity: tuple[tuple[str, Literal["error", "warning", "advice"]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """`base_url` ends in `/` or is empty; `notice` and `disclaimer` are for new articles."""

    name: str = ""
    base_url: str = ""
    language: str = "en-US"
    publisher: Publisher = Publisher()
    authors: tuple[Author, ...] = ()
    notice: str = ""
    disclaimer: str = ""
    theme: str = "default"
    citations: Citations = Citations()
    checks: Checks = Checks()
