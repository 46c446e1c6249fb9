"""A bibliographic item as CSL-JSON 1.0.2 has it (https://docs.citationstyles.org/, appendix IV).

Attribute names are the CSL variables with `_` for `-`. `palmetto` holds what CSL cannot say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EvidenceKind = Literal["", "in-vitro", "animal", "human", "review", "guideline", "other"]
UpdateKind = Literal["retraction", "correction", "concern"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A CSL name: `family` and `given`, or `literal` for an institution."""

    family: str = ""
    given: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A CSL date: one or two `date_parts` (year, month, day, as far as known), or `literal`.

    A season stands as a month: 13 is spring, 16 winter.
    """

    date_parts: tuple[tuple[int, ...], ...] = ()
    literal: str = ""
    circa: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What kind of study a reference reports: `n` is the number of subjects, if known."""

    kind: EvidenceKind = ""
    species: str = ""
    n: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """That the record was compared with a service's: which, and the ISO 8601 day."""

    source: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What became of a work after it appeared, as a service told it (Crossref: "updated-by").

    `source` is the service, `date` the ISO 8601 day of the notice as far as it is known, `DOI` the
    notice's own.
    """

    kind: UpdateKind
    source: str = ""
    date: str = ""
    DOI: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    authors_truncated: bool = False
    evidence: Evidence | None = None
    verified: Verified | None = None
    updates: tuple[Update, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One item of the reference list; `id` is the citation key."""

    id: str
    type: str = "article-journal"
    title: str = ""
    title_short: str = ""
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    issued: Date | None = None
    accessed: Date | None = None
    container_title: str = ""
    container_title_short: str = ""
    collection_title: str = ""
    collection_number: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    number_of_pages: str = ""
    chapter_number: str = ""
    edition: str = ""
    genre: str = ""
    publisher: str = ""
    publisher_place: str = ""
    event_title: str = ""
    status: str = ""
    version: str = ""
    language: str = ""
    abstract: str = ""
    note: str = ""
    DOI: str = ""
    ISBN: str = ""
    ISSN: str = ""
    PMID: str = ""
    PMCID: str = ""
    URL: str = ""
    palmetto: Extension = Extension()
