"""PubMed's records of many works, fetched together: NCBI asks for few questions about many works.

https://www.ncbi.nlm.nih.gov/books/NBK25497/ ("Minimizing the Number of Requests").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palmetto_editor.model.csl import Reference
from palmetto_editor.references import identifiers
from palmetto_editor.references.lookup import pubmed
from palmetto_editor.references.lookup.client import Client
from palmetto_editor.references.lookup.found import Found
from palmetto_editor.references.lookup.transport import NoAnswerError

PMIDS, DOIS = 100, 20  # in one question; longer ones do not fit into an address


class Shelf:
    """Gives what was fetched before, and asks for what was not."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._by_pmid: dict[str, list[Found]] = {}
        self._by_doi: dict[str, list[Found]] = {}

    def stock(self, references: Sequence[Reference]) -> None:
        """Fetch the records of all references that have a PMID or a DOI.

        Where PubMed gives no answer, the works are asked for one by one later, and it is told then.
        """
        pairs = [(identifiers.pmid(one.PMID), identifiers.doi(one.DOI)) for one in references]
        try:
            for pmids in _chunks([pmid for pmid, _ in pairs if pmid], PMIDS):
                found = pubmed.by_pmids(self._client, pmids)
                for pmid in pmids:
                    self._by_pmid[pmid] = [one for one in found if pmid == one.reference.PMID]
            for dois in _chunks([doi for pmid, doi in pairs if doi and not pmid], DOIS):
                found = pubmed.by_dois(self._client, dois)
                for doi in dois:
                    self._by_doi[doi.casefold()] = pubmed.with_doi(found, doi)
        except NoAnswerError:
            return

    def by_pmid(self, pmid: str) -> list[Found]:
        """The work of a PMID. Raises as `Client.get` does."""
        known = self._by_pmid.get(pmid)
        return pubmed.by_pmids(self._client, [pmid]) if known is None else known

    def by_doi(self, doi: str, pmid: str = "") -> list[Found]:
        """The work of a DOI; a PMID that may be its own spares a search."""
        found = pubmed.with_doi(self.by_pmid(pmid), doi) if pmid else []
        known = self._by_doi.get(doi.casefold())
        if found or known is not None:
            return found or known or []
        return pubmed.with_doi(pubmed.by_dois(self._client, [doi]), doi)


def _chunks(values: Sequence[str], size: int) -> Iterator[list[str]]:
    distinct = list(dict.fromkeys(values))
    for start in range(0, len(distinct), size):
        yield distinct[start : start + size]
