"""Which service is asked for what, and what they said.

A DOI is asked for at Crossref and PubMed, and at DataCite where Crossref has none; an arXiv id at
DataCite; a PMID and a PMCID at PubMed, then at Crossref by the DOI found there, which knows of
retractions too; an ISBN at Open Library, and at Crossref where that has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from palmetto_editor.model.csl import Reference
from palmetto_editor.references import identifiers
from palmetto_editor.references.identifiers import Identifier
from palmetto_editor.references.lookup import crossref, datacite, open_library, pubmed
from palmetto_editor.references.lookup.client import Client
from palmetto_editor.references.lookup.found import Answer, Found, Service, Silent
from palmetto_editor.references.lookup.likeness import FEWEST, likeness
from palmetto_editor.references.lookup.transport import NoAnswerError

ARXIV = "10.48550/arXiv."  # every work there has this DOI: https://info.arxiv.org/help/doi.html
_BOOKS = {"book"}
_DATA = {"dataset", "software", "thesis", "report", "article", "document"}
_NEVER = "It may exist all the same: no service knows every work."


def by_identifier(identifier: Identifier, client: Client, pmid: str = "") -> Answer:
    """The records of a work by its identifier; empty for one that is of no work.

    With a DOI may go the PMID that the writer has for it, which spares a search.
    """
    asked = _Asked(f"{identifier.kind} {identifier.value}", pmid=pmid)
    if step := _STEPS.get(identifier.kind):
        step(asked, client, identifier.value)
    return asked.answer()


def by_words(reference: Reference, client: Client) -> Answer:
    """The records whose titles are like the reference's, the likeliest first."""
    asked = _Asked("this title", reference)
    asked.ask("Crossref", lambda: crossref.by_words(client, reference))
    if reference.type in _BOOKS:
        asked.ask("Open Library", lambda: open_library.by_words(client, reference))
    else:
        asked.ask("PubMed", lambda: pubmed.by_words(client, reference))
    if reference.type in _DATA:
        asked.ask("DataCite", lambda: datacite.by_words(client, reference))
    return asked.answer()


def identifiers_of(reference: Reference) -> tuple[Identifier, ...]:
    """What a reference can be looked up by, the surest first; a chapter's ISBN is its book's."""
    found = [
        _known("DOI", identifiers.doi(reference.DOI)),
        _known("PMID", identifiers.pmid(reference.PMID)),
        _known("PMCID", identifiers.pmcid(reference.PMCID)),
        _known("ISBN", identifiers.isbn(reference.ISBN) if reference.type in _BOOKS else ""),
        identifiers.recognise(reference.URL),
    ]
    works = (one for one in found if one and one.kind in _STEPS)
    return tuple(dict.fromkeys(works))


def joined(found: Iterable[Found], silent: Iterable[Silent]) -> Answer:
    """An answer in which no service is silent that gave a record."""
    kept = tuple(found)
    spoke = {one.service for one in kept}
    return Answer(kept, tuple(dict.fromkeys(one for one in silent if one.service not in spoke)))


def _known(kind: identifiers.Kind, value: str) -> Identifier | None:
    return Identifier(kind, value) if value else None


class _Asked:
    """What the services said so far. With the reference wanted, records unlike it are left out."""

    def __init__(self, what: str, wanted: Reference | None = None, pmid: str = "") -> None:
        self._what, self._wanted, self.pmid = what, wanted, pmid
        self._found: list[Found] = []
        self._silent: list[Silent] = []

    def ask(self, service: Service, question: Callable[[], list[Found]]) -> list[Found]:
        """The service's records, kept; a silent service is kept as such."""
        try:
            found = self._like(question())
        except NoAnswerError as error:
            self._silent.append(Silent(service, error.why, reached=False))
            return []
        if not found:
            why = f"{service} knows no work of {self._what}. {_NEVER}"
            self._silent.append(Silent(service, why, reached=True))
        self._found += found
        return found

    def _like(self, found: list[Found]) -> list[Found]:
        if self._wanted is None:
            return found
        wanted = self._wanted
        measured = [replace(one, likeness=likeness(wanted, one.reference)) for one in found]
        return [one for one in measured if one.likeness >= FEWEST]

    def answer(self) -> Answer:
        return joined(sorted(self._found, key=lambda one: -one.likeness), self._silent)


def _doi(asked: _Asked, client: Client, doi: str) -> None:
    if doi.casefold().startswith(ARXIV.casefold()):  # neither Crossref nor PubMed has these
        asked.ask("DataCite", lambda: datacite.by_doi(client, doi))
        return
    if not asked.ask("Crossref", lambda: crossref.by_doi(client, doi)):
        asked.ask("DataCite", lambda: datacite.by_doi(client, doi))
    asked.ask("PubMed", lambda: pubmed.by_doi(client, doi, asked.pmid))


def _arxiv(asked: _Asked, client: Client, value: str) -> None:
    bare = value.rpartition("v")[0] if value[-1:].isdigit() and "v" in value[-4:] else value
    _doi(asked, client, ARXIV + bare)


def _pmid(asked: _Asked, client: Client, pmid: str) -> None:
    found = asked.ask("PubMed", lambda: pubmed.by_pmids(client, [pmid]))
    _also_crossref(asked, client, found[0].reference.DOI if found else "")


def _pmcid(asked: _Asked, client: Client, pmcid: str) -> None:
    dois: list[str] = []

    def question() -> list[Found]:
        found, doi = pubmed.by_pmcid(client, pmcid)
        dois.append(doi)
        return found

    found = asked.ask("PubMed", question)
    _also_crossref(asked, client, found[0].reference.DOI if found else "".join(dois))


def _also_crossref(asked: _Asked, client: Client, doi: str) -> None:
    if doi:
        asked.ask("Crossref", lambda: crossref.by_doi(client, doi))


def _isbn(asked: _Asked, client: Client, isbn: str) -> None:
    if not asked.ask("Open Library", lambda: open_library.by_isbn(client, isbn)):
        asked.ask("Crossref", lambda: crossref.by_isbn(client, identifiers.isbn13(isbn)))


_STEPS: dict[str, Callable[[_Asked, Client, str], None]] = {
    "DOI": _doi, "arXiv": _arxiv, "PMID": _pmid, "PMCID": _pmcid, "ISBN": _isbn,
}  # fmt: skip
