"""What a cited work is part of: issue, volume and periodical; book; series; site."""

from __future__ import annotations

from palmetto_editor.model.csl import Reference
from palmetto_editor.references import identifiers
from palmetto_editor.structured import plain
from palmetto_editor.structured.names import agents
from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.site import Node, node, one_or_many

_PERIODICALS = {"NewsArticle": "Newspaper"}
_IN_BOOKS = {"chapter", "entry-dictionary", "entry-encyclopedia", "paper-conference"}
_WITHOUT_EDITORS = {"article-journal", "webpage", "report", "thesis"}
_SERIAL = {"Article", "BlogPosting", "NewsArticle", "ScholarlyArticle"}


def container(reference: Reference, kind: str) -> Node | None:
    """What a work of schema.org type `kind` is part of; None where nothing is known of it."""
    if is_in_book(reference):
        return _book(reference)
    if kind in _SERIAL:
        return _issue(reference, _PERIODICALS.get(kind, "Periodical"))
    if kind == "WebPage":
        return _named("WebSite", reference.container_title)
    if kind == "Book":
        return _series(reference)
    if kind == "Report":
        return _named("CreativeWorkSeries", reference.collection_title)
    return None if kind == "Thesis" else _named("CreativeWorkSeries", reference.container_title)


def is_in_book(reference: Reference) -> bool:
    """Whether the work is a part of a book, to which editors, publisher and ISBN then belong."""
    if reference.type == "paper-conference" and identifiers.issns(reference.ISSN):
        return False
    return reference.type in _IN_BOOKS and bool(plain.title(reference.container_title))


def shows_editors(reference: Reference) -> bool:
    """Whether the reference list names the editors of such a work: nothing unseen is marked up."""
    if reference.type in ("book", "chapter"):
        return True
    return reference.type not in _WITHOUT_EDITORS and not reference.author


def _issue(reference: Reference, kind: str) -> Node | None:
    """An issue without a journal would say nothing, so the journal decides."""
    issns = identifiers.issns(reference.ISSN)
    title = plain.title(reference.container_title)
    if not (title or issns):
        return None
    whole = node(kind, name=title, issn=one_or_many(issns))
    if volume := one_line(reference.volume):
        whole = node("PublicationVolume", volumeNumber=volume, isPartOf=whole)
    if issue := one_line(reference.issue):
        whole = node("PublicationIssue", issueNumber=issue, isPartOf=whole)
    return whole


def _book(reference: Reference) -> Node:
    publisher = one_line(reference.publisher)
    return node(
        "Book",
        name=plain.title(reference.container_title),
        editor=agents(reference.editor if shows_editors(reference) else ()),
        bookEdition=one_line(reference.edition),
        isbn=identifiers.isbn(reference.ISBN),
        publisher=node("Organization", name=publisher) if publisher else None,
        isPartOf=_series(reference) if reference.type == "chapter" else None,
    )


def _series(reference: Reference) -> Node | None:
    return _named("BookSeries", reference.collection_title)


def _named(kind: str, title: str) -> Node | None:
    name = plain.title(title)
    return node(kind, name=name) if name else None
