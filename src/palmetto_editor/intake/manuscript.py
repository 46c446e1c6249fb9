"""What a reader gives: the source's words in their order, and what it claims about itself.

Nothing is decided here. A Piece is a block of the text, a Claim one statement about the article;
that the page shows a headline and its markup another is simply two claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "heading",
    "paragraph",
    "list",
    "table",
    "quote",
    "code",
    "figure",
    "definitions",
    "details",
    "note",
    "rule",
    "group",
]
Side = Literal["page", "head", "markup", "file"]
Field = Literal[
    "headline",
    "title",
    "description",
    "author",
    "reviewer",
    "published",
    "modified",
    "keyword",
    "section",
    "canonical_url",
    "language",
    "image",
    "type",
    "about",
    "publisher",
    "site_name",
    "breadcrumb",
    "question",
    "rating",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table laid out flat: every row has as many cells as there are columns; cells are Markdown.

    `header` is empty where no row or section of the source says that it is one.
    """

    caption: str = ""
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    align: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One block of the source.

    `text` is our Markdown: inline for a heading (its `level` is 1 to 6), else the block as it
    would stand in a body. `plain` is what a reader sees, to the letter, with line breaks.
    `items` are a list's items or a definition list's terms and texts, each Markdown. `pieces` is
    what stands inside a quote, `details`, note or group. `label` is the summary of `details`, the
    name of a note, the language of code, the alternative text of a figure; `file` is a figure's
    source and `caption` its caption. `hints` are the class names, ids, roles, element names and
    the like of the element and of those around it, lower case, nearest first. `origin` says where
    in the source it stood, for people: `line 12`, `<section id=faq>`.
    """

    kind: Kind
    text: str = ""
    plain: str = ""
    level: int = 0
    label: str = ""
    file: str = ""
    caption: str = ""
    items: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()
    grid: Grid | None = None
    hints: tuple[str, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement about the article: on the `page` for readers, in its `head` (title, meta, Open
    Graph, link), in its `markup` (JSON-LD), or by the `file` around it (front matter, DOCX).

    `value` is the text as it stands there, entities decoded. `detail` is a question's answer in
    Markdown, an author's job title, the target of a breadcrumb or a site's name's address. `kind`
    is `person` or `organization` for an author, a schema.org type for what something is about.
    `url` is the address that goes with it. `confidence` is 0 to 1: how sure the reader is that
    the source says this at all.
    """

    side: Side
    field: Field
    value: str
    detail: str = ""
    kind: str = ""
    url: str = ""
    same_as: tuple[str, ...] = ()
    origin: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """Something that was broken in the source and was read all the same: what, where, how."""

    what: str
    where: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """Text of the source that found no home in the article, and why."""

    text: str
    reason: str
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """A source, read. `images` are files that came with it, by the name that a figure has.

    `intruders` are sentences that stood where no reader was meant to find them: prose within
    JSON-LD. `leftovers` is what the reader itself left out, such as the site's navigation.
    """

    pieces: tuple[Piece, ...] = ()
    claims: tuple[Claim, ...] = ()
    mended: tuple[Mending, ...] = ()
    intruders: tuple[Piece, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)
