"""A work of Crossref's REST API -> a reference.

The fields are those of https://api.crossref.org/swagger-ui/; what publishers deposit is often less
and sometimes else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from palmetto_editor.model.csl import Date, Extension, Name, Reference, Update, UpdateKind
from palmetto_editor.references import identifiers
from palmetto_editor.references.duplicates import folded
from palmetto_editor.references.lookup.values import (
    date,
    day,
    each,
    listed,
    pages,
    part,
    rich,
    text,
    texts,
)

_TYPES = {
    "journal-article": "article-journal", "proceedings-article": "paper-conference",
    "book-chapter": "chapter", "book-section": "chapter", "book-part": "chapter",
    "book-track": "chapter", "reference-entry": "entry-encyclopedia", "book": "book",
    "monograph": "book", "edited-book": "book", "reference-book": "book", "book-set": "book",
    "book-series": "book", "proceedings": "book", "report": "report",
    "report-component": "report", "report-series": "report", "standard": "report",
    "dissertation": "thesis", "posted-content": "article", "dataset": "dataset",
    "database": "dataset", "peer-review": "review",
}  # fmt: skip
_DATES = ("issued", "published", "published-print", "published-online", "posted")
_UPDATES: Mapping[str, UpdateKind] = {
    "retraction": "retraction", "partial retraction": "retraction", "withdrawal": "retraction",
    "removal": "retraction", "expression of concern": "concern", "correction": "correction",
    "corrigendum": "correction", "erratum": "correction", "addendum": "correction",
    "clarification": "correction",
}  # fmt: skip
_GRAVEST: tuple[UpdateKind, ...] = ("retraction", "concern", "correction")
# How publishers mark the title where they deposit no notice.
_MARKED = re.compile(
    r"\W*(?:retracted|withdrawn|removed)(?:\s+(?:article|paper))?\s*[:\]–—-]", re.I
)


def reference(message: Mapping[str, Any]) -> Reference:
    """The reference, without a key; what became of the work is in its `palmetto`."""
    kind = _TYPES.get(text(message.get("type")), "document")
    doi = identifiers.doi(text(message.get("DOI")))
    is_part = kind not in {"book", "report", "thesis"}
    container = rich(message.get("container-title"))
    title = _title(message)
    return Reference(
        id="",
        type=kind,
        title=title,
        author=_people(message.get("author")),
        editor=_people(message.get("editor")),
        translator=_people(message.get("translator")),
        issued=_issued(message),
        container_title=container if is_part else "",
        container_title_short=_short(message, container) if is_part else "",
        collection_title="" if is_part else container,
        volume=text(message.get("volume")),
        issue=text(message.get("issue")),
        page=pages(text(message.get("page")) or text(message.get("article-number"))),
        edition=text(message.get("edition-number")),
        genre="preprint" if text(message.get("subtype")) == "preprint" else _degree(message, kind),
        publisher=_publisher(message, kind),
        publisher_place=text(message.get("publisher-location")) if is_book(kind) else "",
        event_title=text(part(message, "event").get("name")),
        language=text(message.get("language")),
        DOI=doi,
        ISBN=listed(_isbns(message)) if is_book(kind) else "",
        ISSN=listed(identifiers.issns(" ".join(texts(message.get("ISSN"))))),
        URL="" if doi else text(message.get("URL")),
        palmetto=Extension(updates=_updates(message, title)),
    )


def is_book(kind: str) -> bool:
    """Whether works of a CSL type have a publisher in the reference list, and may have an ISBN."""
    return kind in {"book", "chapter", "report", "thesis", "paper-conference", "entry-encyclopedia"}


def _title(message: Mapping[str, Any]) -> str:
    """The title with its subtitle, which Crossref keeps apart, or has in both places."""
    title, subtitle = rich(message.get("title")), rich(message.get("subtitle"))
    if not subtitle or folded(subtitle) in folded(title):
        return title
    return f"{title.rstrip(' :')}: {subtitle}" if title else subtitle


def _people(value: Any) -> tuple[Name, ...]:
    names = (
        Name(
            family=text(one.get("family")),
            given=text(one.get("given")),
            suffix=text(one.get("suffix")),
            literal=text(one.get("name")),
        )
        for one in each(value)
    )
    return tuple(_of_one(name) for name in names if name != Name())


def _of_one(name: Name) -> Name:
    """A person of one name stands as a family name, wherever it was put."""
    return Name(family=name.given) if name.given and not (name.family or name.literal) else name


def _issued(message: Mapping[str, Any]) -> Date | None:
    return next((found for name in _DATES if (found := date(message.get(name)))), None)


def _short(message: Mapping[str, Any], container: str) -> str:
    short = rich(message.get("short-container-title"))
    return short if short != container else ""


def _degree(message: Mapping[str, Any], kind: str) -> str:
    return text(message.get("degree")) if kind == "thesis" else ""


def _publisher(message: Mapping[str, Any], kind: str) -> str:
    """Who published; a journal's publisher is no part of a reference."""
    institution = next((text(one.get("name")) for one in each(message.get("institution"))), "")
    if kind in {"thesis", "report", "article"} and institution:
        return institution
    return text(message.get("publisher")) if is_book(kind) or kind == "dataset" else ""


def _isbns(message: Mapping[str, Any]) -> list[str]:
    return [identifiers.isbn(one.rpartition("/")[2]) for one in texts(message.get("ISBN"))]


def _updates(message: Mapping[str, Any], title: str) -> tuple[Update, ...]:
    """What updated the work, the gravest kind of each notice.

    The publisher and Retraction Watch may both tell one notice, and of different kinds.
    """
    notices: dict[str, Update] = {}
    for one in each(message.get("updated-by")):
        kind = _UPDATES.get(re.sub(r"[_\s-]+", " ", text(one.get("type"))).lower())
        if kind is None:
            continue
        doi = identifiers.doi(text(one.get("DOI")))
        known = notices.get(doi.casefold())
        if known is None or _GRAVEST.index(kind) < _GRAVEST.index(known.kind):
            when = day(date(one.get("updated")))
            notices[doi.casefold()] = Update(kind=kind, source="Crossref", date=when, DOI=doi)
    found = sorted(notices.values(), key=lambda update: _GRAVEST.index(update.kind))
    if _MARKED.match(title) and not any(update.kind == "retraction" for update in found):
        found.insert(0, Update(kind="retraction", source="Crossref"))
    return tuple(found)
