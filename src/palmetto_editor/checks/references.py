"""Rules for the reference list: what an entry needs, and identifiers that look right."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model import edits
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.naming import CITATION_KEY, citation_key
from palmetto_editor.model.places import Place
from palmetto_editor.model.renaming import rename_reference
from palmetto_editor.references import identifiers
from palmetto_editor.structured.addresses import is_absolute

_NEEDS_CONTAINER = {
    "article-journal": "the journal",
    "chapter": "the book",
}


def no_title(subject: Subject) -> Iterator[Hit]:
    for reference in subject.article.references:
        if not reference.title.strip():
            yield Hit(_at(reference, "title"), f"{_named(reference)} has no title; enter it.")


def no_author(subject: Subject) -> Iterator[Hit]:
    """A web page may have none; everything else was written by somebody."""
    for reference in subject.article.references:
        if not (reference.author or reference.editor) and reference.type != "webpage":
            yield Hit(_at(reference, "author"), f"{_named(reference)} has no author; add one.")


def no_year(subject: Subject) -> Iterator[Hit]:
    """A work in press, by its status, has none yet."""
    for reference in subject.article.references:
        issued = reference.issued
        if not (reference.status or (issued and (issued.date_parts or issued.literal))):
            yield Hit(_at(reference, "issued"), f"{_named(reference)} has no year; enter it.")


def no_container(subject: Subject) -> Iterator[Hit]:
    for reference in subject.article.references:
        what = _NEEDS_CONTAINER.get(reference.type)
        if what and not reference.container_title.strip():
            message = f"{_named(reference)} does not say {what} that it stands in; enter it."
            yield Hit(_at(reference, "container-title"), message)


def key_shape(subject: Subject) -> Iterator[Hit]:
    """A key of another shape can be cited only in braces, and by nobody's habit."""
    taken = frozenset(reference.id for reference in subject.article.references)
    for reference in subject.article.references:
        if not CITATION_KEY.fullmatch(reference.id):
            message = f"The key “{reference.id}” cannot be cited; use letters and digits."
            fix = rename_reference(reference.id, citation_key(reference, taken))
            yield Hit(_at(reference, "id"), message, fix)


def identifier(subject: Subject) -> Iterator[Hit]:
    """A check digit that is wrong, a number that is too long, an identifier of another kind."""
    for reference in subject.article.references:
        for field, (read, name) in _IDENTIFIERS.items():
            text = getattr(reference, field)
            if text.strip() and not read(text):
                message = f"“{text}” is not {name}, or a digit of it is wrong; check it."
                yield Hit(_at(reference, field), message, _meant(reference, field, text))


def _meant(reference: Reference, field: str, text: str) -> edits.Edit | None:
    """What the text is after all: another spelling of this identifier, or one of another kind
    that the reference does not have yet.
    """
    found = identifiers.recognise(text)
    if found is None or found.kind not in _IDENTIFIERS:
        return None
    if found.kind == field:
        return edits.put(_at(reference, field), found.value, f"Write the {field}")
    if getattr(reference, found.kind).strip():
        return None
    moved = edits.put(_at(reference, found.kind), found.value, f"Move to {found.kind}")
    return edits.both(moved, edits.put(_at(reference, field), ""))


def _web(text: str) -> str:
    return text if is_absolute(text.strip()) else ""


_IDENTIFIERS: dict[str, tuple[Callable[[str], object], str]] = {
    "DOI": (identifiers.doi, "a DOI"),
    "PMID": (identifiers.pmid, "a PubMed id"),
    "PMCID": (identifiers.pmcid, "a PubMed Central id"),
    "ISBN": (identifiers.isbn, "an ISBN"),
    "ISSN": (identifiers.issns, "an ISSN"),
    "URL": (_web, "a whole address"),
}


def _at(reference: Reference, field: str) -> Place:
    return Place("references", reference.id, field)


def _named(reference: Reference) -> str:
    return f"The reference “{reference.id}”"
