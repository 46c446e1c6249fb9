"""What is asked of the renderer and what it gives: values that page assembly puts together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

OPEN, CLOSE = "\ue000", "\ue001"  # around a slot
SLOT = re.compile(f"{OPEN}([cn])([0-9]+){CLOSE}")


class Cite(NamedTuple):
    """One citation as Pandoc writes it: `[prefix -@key, suffix]`; both are text as typed."""

    key: str
    prefix: str = ""
    suffix: str = ""
    suppress: bool = False


class Cluster(NamedTuple):
    """Citations in one pair of brackets; `narrative` for a bare `@key` in running text."""

    cites: tuple[Cite, ...]
    narrative: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` is 2 to 6, since the page's h1 is the headline; `text` is plain."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Shortcode:
    """`{{< name argument >}}` on a line of its own."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be shown as written: which rule, and a sentence for the writer."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Job:
    """Markdown to render: a block, or with `inline` a table cell, caption or other short text.

    `definitions` is the source of the link definitions that the text may refer to.
    """

    text: str
    inline: bool = False
    definitions: str = ""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A job's result.

    `html` is sanitised. For a block it has exactly one root element (several roots or loose text
    stand in a `<div>`), or is `""` where the block shows nothing of its own; for an inline job it
    is phrasing content without a wrapper. In it `U+E000 c 0 U+E001` is the slot of citation
    cluster 0 and `U+E000 n 0 U+E001` that of footnote reference 0, numbered as they stand.
    """

    html: str
    clusters: tuple[Cluster, ...] = ()
    notes: tuple[str, ...] = ()
    note: str = ""
    heading: Heading | None = None
    shortcode: Shortcode | None = None
    images: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
