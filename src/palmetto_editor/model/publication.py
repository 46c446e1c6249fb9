"""Publication: what the articles of one publisher share; its file form is `publication.toml`."""

from __future__ import annotations

from dataclasses import dataclass

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
