"""Rules for what an entry says: years, pages, identifiers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model import edits
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.places import Place
from palmetto_editor.references import identifiers
from palmetto_editor.references.pages import backwards

_FIRST_JOURNAL = 1665  # Philosophical Transactions, Journal des sçavans
_FIRST_YEAR = 1000  # what has fewer digits was typed short
_JOURNALS = frozenset({"article-journal", "review"})
_FIRST_ISBN = 1970  # ISO 2108
# Where a reader can be led to works of a type; of the others some have no identifier at all.
_FOUND_BY = {
    "article-journal": ("DOI", "PMID", "PMCID", "URL"),
    "review": ("DOI", "PMID", "PMCID", "URL"),
    "article": ("DOI", "PMID", "PMCID", "URL"),
    "book": ("ISBN", "DOI", "URL"),
    "chapter": ("ISBN", "DOI", "PMID", "PMCID", "URL"),
    "dataset": ("DOI", "URL"),
    "software": ("DOI", "URL"),
    "webpage": ("URL", "DOI"),
    "post": ("URL", "DOI"),
    "post-weblog": ("URL", "DOI"),
    "report": ("DOI", "URL", "ISBN", "PMID", "PMCID", "number"),
}
_ASKED = {"ISBN": "ISBN", "DOI": "DOI", "PMID": "PMID", "URL": "web address"}


def year_range(subject: Subject) -> Iterator[Hit]:
    """A year in press may be the next one; one before there were journals is none of theirs."""
    latest = date.today().year + 1
    for reference in subject.article.references:
        issued = reference.issued
        years = [parts[0] for parts in issued.date_parts if parts] if issued else []
        why = next(filter(None, (_wrong(year, reference, latest) for year in years)), "")
        if not why and years != sorted(years):
            why = f"from {years[0]} to {years[-1]}, which is backwards"
        if why:
            yield Hit(_at(reference, "issued"), f"{_named(reference)} is dated {why}; check it.")


def pages(subject: Subject) -> Iterator[Hit]:
    for reference in subject.article.references:
        found = backwards(reference.page)
        if found:
            written, turned = found
            whole = reference.page.replace(written, turned, 1) if turned else ""
            place = _at(reference, "page")
            fix = edits.put(place, whole, "Turn the pages round") if whole else None
            message = (
                f"The pages {written} of {_named(reference, False)} run backwards; check them."
            )
            yield Hit(place, message, fix)


def no_identifier(subject: Subject) -> Iterator[Hit]:
    """What leads a reader to the work itself, and a service to its record."""
    for reference in subject.article.references:
        fields = _FOUND_BY.get(reference.type, ())
        if not fields or any(getattr(reference, field).strip() for field in fields):
            continue
        if reference.type in ("book", "chapter") and 0 < _year(reference) < _FIRST_ISBN:
            continue
        asked = [_ASKED[field] for field in fields if field in _ASKED]
        listed = f"{', '.join(asked[:-1])} or {asked[-1]}" if len(asked) > 1 else asked[0]
        message = f"{_named(reference)} has no {listed} to find it by; add one, or look it up."
        yield Hit(Place("references", reference.id, fields[0]), message)


def address_of_doi(subject: Subject) -> Iterator[Hit]:
    """A DOI given as a web address only: it is the address that outlives the others."""
    for reference in subject.article.references:
        url = reference.URL.strip()
        bare = identifiers.doi(url) if url.lower().startswith("http") else ""
        if bare and not reference.DOI.strip():
            place = _at(reference, "DOI")
            message = f"The address of {_named(reference, False)} is a DOI; give it as its DOI."
            yield Hit(place, message, edits.put(place, bare, "Give the DOI"))


def _wrong(year: int, reference: Reference, latest: int) -> str:
    """What is wrong with a year, to follow "is dated"; "" for nothing."""
    if year > latest:
        return f"{year}, which is yet to come"
    if reference.type in _JOURNALS and year < _FIRST_JOURNAL:
        return f"{year}, before there were journals"
    circa = reference.issued is not None and reference.issued.circa
    if 0 <= year < _FIRST_YEAR and not circa:
        return f"{year}, a year with fewer than four digits"
    return ""


def _year(reference: Reference) -> int:
    parts = reference.issued.date_parts if reference.issued else ()
    return parts[0][0] if parts and parts[0] else 0


def _at(reference: Reference, field: str) -> Place:
    return Place("references", reference.id, field)


def _named(reference: Reference, first: bool = True) -> str:
    return f"{'The' if first else 'the'} reference “{reference.id}”"
