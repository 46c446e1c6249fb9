"""PubMed by NCBI's E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25499/).

`esearch` finds numbers, `efetch` gives their records in PubMed's own format, which tells
retractions and corrections too; `esummary` says which PMID a PMCID has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from palmetto_editor.model.csl import Reference
from palmetto_editor.references import addresses, identifiers
from palmetto_editor.references.formats import nbib
from palmetto_editor.references.lookup.client import Client
from palmetto_editor.references.lookup.forms import JSON, TEXT
from palmetto_editor.references.lookup.found import Found
from palmetto_editor.references.lookup.transport import NoAnswerError
from palmetto_editor.references.lookup.values import each, part, plain, text, texts

ROWS = 5
_SIGNS = re.compile(r"[^\w\s'-]+|(?<!\w)[-']|[-'](?!\w)")  # what PubMed reads as operators
_WORDS = 25  # of a title; more make a question longer and no better
_FEW = 4  # words: a shorter title is that of many works
_LONGEST = 4


def by_pmids(client: Client, pmids: Sequence[str]) -> list[Found]:
    """The works of these numbers. Raises as `Client.get` does, as all here."""
    params = {"db": "pubmed", "id": ",".join(pmids), "rettype": "medline", "retmode": "text"}
    records = client.get("PubMed", "efetch.fcgi", params, TEXT) if pmids else None
    read = nbib.read((records or "").replace("\r\n", "\n"), "PubMed", lambda _: None)
    works = [replace(record.reference, id="", abstract="") for record in read.records]
    return [Found("PubMed", work, addresses.pmid_address(work.PMID)) for work in works if work.PMID]


def by_pmcid(client: Client, pmcid: str) -> tuple[list[Found], str]:
    """The work of a number of PubMed Central, and its DOI: some of its works are not in PubMed."""
    number = pmcid.removeprefix("PMC")
    params = {"db": "pmc", "id": number, "retmode": "json"}
    summary = part(client.get("PubMed", "esummary.fcgi", params, JSON), "result", number)
    ids = {
        text(one.get("idtype")): text(one.get("value")) for one in each(summary.get("articleids"))
    }
    pmid, doi = identifiers.pmid(ids.get("pmid", "")), identifiers.doi(ids.get("doi", ""))
    return by_pmids(client, [pmid] if pmid else []), doi


def by_dois(client: Client, dois: Sequence[str]) -> list[Found]:
    """The works of these DOIs, as far as PubMed has them; a few others may be among them."""
    question = " OR ".join(f'"{doi}"[AID]' for doi in dois)
    return by_pmids(client, _search(client, question, 2 * len(dois)))


def with_doi(found: Sequence[Found], doi: str) -> list[Found]:
    """Those that have a DOI, in any case of its letters."""
    return [one for one in found if one.reference.DOI.casefold() == doi.casefold()]


def by_words(client: Client, wanted: Reference) -> list[Found]:
    """Works with all the words of the title, and by the first author where these are few."""
    for question in _questions(wanted):
        if found := _search(client, question, ROWS):
            return by_pmids(client, found)
    return []


def _questions(wanted: Reference) -> Iterator[str]:
    """The title, then any of its longest words with author and year: it may be misspelt here."""
    words = _SIGNS.sub(" ", plain(wanted.title)).split()[:_WORDS]
    family = _SIGNS.sub(" ", wanted.author[0].family).strip() if wanted.author else ""
    years = wanted.issued.date_parts[:1] if wanted.issued else ()
    if words:
        title = f"{' '.join(words)}[Title]"
        yield f"{title} AND {family}[Author]" if family and len(words) <= _FEW else title
    if words and family and years and years[0]:
        longest = sorted(words, key=len, reverse=True)[:_LONGEST]
        any_of = " OR ".join(f"{word}[Title]" for word in longest)
        yield f"{family}[Author] AND {years[0][0]}[dp] AND ({any_of})"


def _search(client: Client, question: str, most: int) -> list[str]:
    params = {"db": "pubmed", "term": question, "retmode": "json", "retmax": str(most),
              "sort": "relevance"}  # fmt: skip
    result = part(client.get("PubMed", "esearch.fcgi", params, JSON), "esearchresult")
    if "ERROR" in result:
        raise NoAnswerError(f"PubMed could not search: {text(result['ERROR'])[:120]}")
    return [pmid for one in texts(result.get("idlist")) if (pmid := identifiers.pmid(one))][:most]
