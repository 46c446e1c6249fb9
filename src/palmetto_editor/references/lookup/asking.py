"""Which service is asked for what.

A DOI is asked for at Crossref and PubMed, and at DataCite where Crossref has none; an arXiv id at
DataCite; a PMID and a PMCID at PubMed, then at Crossref by the DOI found there, which knows of
retractions too; an ISBN at Open Library, and at Crossref where that has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from palmetto_editor.model.csl import Reference
from palmetto_editor.references import identifiers
from palmetto_editor.references.identifiers import Identifier
from palmetto_editor.references.lookup import crossref, datacite, open_library, pubmed
from palmetto_editor.references.lookup.asked import Asked
from palmetto_editor.references.lookup.found import Found

ARXIV = "10.48550/arXiv."  # every work there has this DOI: https://info.arxiv.org/help/doi.html
_VERSION = re.compile(r"v\d+$")
_BOOKS = {"book"}
_DATA = {"dataset", "software", "thesis", "report", "article", "document"}


def identifier(asked: Asked, wanted: Identifier, pmid: str = "") -> None:
    """Ask for a work by its identifier; for one that is of no work, ask nothing.

    With a DOI may go the PMID that the writer has for it, which spares a search.
    """
    if wanted.kind == "DOI":
        _doi(asked, wanted.value, pmid)
    elif step := _STEPS.get(wanted.kind):
        step(asked, wanted.value)


def words(asked: Asked, wanted: Reference) -> None:
    """Ask for works whose titles are like the reference's."""
    client, what = asked.client, "this title"
    asked.ask("Crossref", what, lambda: crossref.by_words(client, wanted), wanted)
    if wanted.type in _BOOKS:
        asked.ask("Open Library", what, lambda: open_library.by_words(client, wanted), wanted)
    else:
        asked.ask("PubMed", what, lambda: pubmed.by_words(client, wanted), wanted)
    if wanted.type in _DATA:
        asked.ask("DataCite", what, lambda: datacite.by_words(client, wanted), wanted)


def identifiers_of(reference: Reference) -> tuple[Identifier, ...]:
    """What a reference can be looked up by, the surest first; a chapter's ISBN is its book's."""
    found = [
        _known("DOI", identifiers.doi(reference.DOI)),
        _known("PMID", identifiers.pmid(reference.PMID)),
        _known("PMCID", identifiers.pmcid(reference.PMCID)),
        _known("ISBN", identifiers.isbn(reference.ISBN) if reference.type in _BOOKS else ""),
        identifiers.recognise(reference.URL),
    ]
    works = (one for one in found if one and (one.kind == "DOI" or one.kind in _STEPS))
    return tuple(dict.fromkeys(works))


def _known(kind: identifiers.Kind, value: str) -> Identifier | None:
    return Identifier(kind, value) if value else None


def _doi(asked: Asked, doi: str, pmid: str = "") -> None:
    client, what = asked.client, f"DOI {doi}"
    if doi.casefold().startswith(ARXIV.casefold()):  # neither Crossref nor PubMed has these
        asked.ask("DataCite", what, lambda: datacite.by_doi(client, doi))
        return
    if not asked.ask("Crossref", what, lambda: crossref.by_doi(client, doi)):
        asked.ask("DataCite", what, lambda: datacite.by_doi(client, doi))
    asked.ask("PubMed", what, lambda: asked.shelf.by_doi(doi, pmid))


def _arxiv(asked: Asked, value: str) -> None:
    doi = ARXIV + _VERSION.sub("", value)
    asked.ask("DataCite", f"arXiv {value}", lambda: datacite.by_doi(asked.client, doi))


def _pmid(asked: Asked, pmid: str) -> None:
    found = asked.ask("PubMed", f"PMID {pmid}", lambda: asked.shelf.by_pmid(pmid))
    _also_crossref(asked, found[0].reference.DOI if found else "")


def _pmcid(asked: Asked, pmcid: str) -> None:
    dois: list[str] = []

    def question() -> list[Found]:
        found, doi = pubmed.by_pmcid(asked.client, pmcid)
        dois.append(doi)
        return found

    found = asked.ask("PubMed", f"PMCID {pmcid}", question)
    _also_crossref(asked, found[0].reference.DOI if found else "".join(dois))


def _also_crossref(asked: Asked, doi: str) -> None:
    if doi:
        asked.ask("Crossref", f"DOI {doi}", lambda: crossref.by_doi(asked.client, doi))


def _isbn(asked: Asked, isbn: str) -> None:
    client, what = asked.client, f"ISBN {isbn}"
    if not asked.ask("Open Library", what, lambda: open_library.by_isbn(client, isbn)):
        asked.ask("Crossref", what, lambda: crossref.by_isbn(client, identifiers.isbn13(isbn)))


_STEPS: dict[str, Callable[[Asked, str], None]] = {
    "arXiv": _arxiv, "PMID": _pmid, "PMCID": _pmcid, "ISBN": _isbn,
}  # fmt: skip
