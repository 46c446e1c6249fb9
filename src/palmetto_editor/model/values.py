"""The Article and its parts: frozen values that hold what the writer typed and nothing derived.

Attribute names are the names in `article.json`; in the CSL classes a hyphen of CSL-JSON
(`container-title`) is an underscore here. An unset text is `""`, never `None`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from palmetto_editor.model.csl import Reference

ArticleType = Literal[
    "Article",
    "BlogPosting",
    "NewsArticle",
    "Report",
    "ScholarlyArticle",
    "TechArticle",
]
Align = Literal["", "left", "center", "right"]
Relation = Literal["pillar", "related", "see-also", "product"]
TopicKind = Literal["Thing", "ChemicalSubstance", "MolecularEntity"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A person or an organisation that wrote or reviewed the article; the bare name, no titles."""

    kind: Literal["person", "organization"] = "person"
    name: str = ""
    url: str = ""
    same_as: tuple[str, ...] = ()
    job_title: str = ""
    orcid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What the article is about, as schema.org `about` has it."""

    kind: TopicKind = "Thing"
    name: str = ""
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the page's head says. Dates are ISO 8601 with an offset; `image` is an Image's id."""

    headline: str = ""
    title: str = ""
    description: str = ""
    slug: str = ""
    canonical_url: str = ""
    language: str = "en-US"
    type: ArticleType = "Article"
    authors: tuple[Author, ...] = ()
    reviewers: tuple[Author, ...] = ()
    published: str = ""
    modified: str = ""
    keywords: tuple[str, ...] = ()
    section: str = ""
    about: tuple[Topic, ...] = ()
    image: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One FAQ entry; the answer is Markdown."""

    id: str
    question: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    id: str
    label: str = ""
    align: Align = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A summary table. Every row has as many cells as there are columns; cells are Markdown."""

    id: str
    caption: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link beside the text. `target` is an address, or `article:` and a sibling's id or slug."""

    id: str
    label: str = ""
    target: str = ""
    relation: Relation = "related"


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """`file` is a bare file name below the bundle's `assets/`."""

    id: str
    file: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """A finding that the writer lets stand, and why.

    `quote` is the sentence, or the field's text, that it was found in, or the digest of a text too
    long to quote (`sha256:…`): when that changes, the finding comes back. Without one the dismissal
    holds for all of the place.
    """

    rule: str
    place: str
    reason: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """All that the writer typed, nothing derived. `notice` to `disclaimer` are Markdown."""

    id: str
    metadata: Metadata = Metadata()
    notice: str = ""
    short_answer: str = ""
    body: str = ""
    disclaimer: str = ""
    faq: tuple[Question, ...] = ()
    tables: tuple[Table, ...] = ()
    references: tuple[Reference, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    dismissed: tuple[Dismissal, ...] = ()
