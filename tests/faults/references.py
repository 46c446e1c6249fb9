"""Faults of entries of the reference list, and of works that the text names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fault_articles import GOOD, more, span
from faults.case import Case, in_article
from palmetto_editor.model.csl import Date, Extension, Name, Reference, Update, UpdateKind
from palmetto_editor.model.values import Article

LARK = (Name(family="Lark", given="Eva"),)
SIX = tuple(Name(family=f"Lark{letter}", given="Eva") for letter in "abcdef")


def _page(**fields: Any) -> Article:
    """An article that cites one more web page."""
    made = Reference(
        **{
            "id": "x",
            "type": "webpage",
            "title": "A page of its own",
            "issued": Date(date_parts=((2001,),)),
            "URL": "https://example.org/own",
            **fields,
        }
    )
    return replace(more(f"[@{{{made.id}}}]"), references=(*GOOD.references, made))


def _paper(**fields: Any) -> Article:
    """An article that cites one more paper."""
    paper = {
        "type": "article-journal",
        "title": "Flight of the lark",
        "author": LARK,
        "container_title": "Larks and Skies",
        "DOI": "10.5555/x",
        "URL": "",
    }
    return _page(**{**paper, **fields})


def _updated(kind: UpdateKind, **fields: str) -> Article:
    return _paper(palmetto=Extension(updates=(Update(kind=kind, **fields),)))


def _years(*years: int) -> Date:
    return Date(date_parts=tuple((year,) for year in years))


CASES: dict[str, list[Case]] = {
    "references.title": [in_article(_page(title=""), _page(), "references[x].title", "no title")],
    "references.author": [
        in_article(_paper(author=()), _paper(), "references[x].author", "no author"),
        in_article(
            _page(type="book"), _page(type="book", author=LARK), "references[x].author", "no author"
        ),
    ],
    "references.year": [
        in_article(
            _page(issued=None),
            _page(issued=Date(literal="in the spring")),
            "references[x].issued",
            "no year",
        ),
        in_article(
            _page(issued=None),
            _page(issued=None, status="in press"),
            "references[x].issued",
            "no year",
        ),
    ],
    "references.container": [
        in_article(
            _paper(container_title=""), _paper(), "references[x].container-title", "the journal"
        ),
        in_article(
            _paper(type="chapter", container_title=""),
            _paper(type="chapter"),
            "references[x].container-title",
            "the book",
        ),
    ],
    "references.key": [
        in_article(_page(id="x!"), _page(id="x1"), "references[x!].id", "“x!”"),
    ],
    "references.identifier": [
        in_article(_page(DOI="11.1/x"), _page(DOI="10.5555/x"), "references[x].DOI", "a DOI"),
        in_article(
            _page(ISBN="978-3-16-148411-1"),
            _page(ISBN="978-3-16-148411-7"),
            "references[x].ISBN",
            "an ISBN",
        ),
        in_article(
            _page(ISSN="0036-8076"), _page(ISSN="0036-8075"), "references[x].ISSN", "an ISSN"
        ),
        in_article(_page(PMID="123456789"), _page(PMID="12345679"), "references[x].PMID", "PubMed"),
        in_article(
            _paper(PMID="10.5555/new", DOI=""),
            _paper(PMID="", DOI="10.5555/new"),
            "references[x].PMID",
            "PubMed",
        ),
        in_article(
            _paper(PMCID="10.5555/new"), _paper(PMCID="PMC76"), "references[x].PMCID", "PubMed"
        ),
        in_article(
            _page(URL="www.example.org"),
            _page(URL="https://www.example.org"),
            "references[x].URL",
            "address",
        ),
    ],
    "references.authors-cut": [
        in_article(
            _paper(palmetto=Extension(authors_truncated=True)),
            _paper(author=SIX, palmetto=Extension(authors_truncated=True)),
            "references[x].author",
            "shows up to 6 authors",
        )
    ],
    "references.twice": [
        in_article(
            _paper(DOI="10.5555/shore.2019.12"),
            _paper(DOI="10.5555/shore.2019.13"),
            "references[x].DOI",
            "wren2019",
        ),
        in_article(
            _paper(PMID="12345678"), _paper(PMID="12345679"), "references[x].PMID", "wren2019"
        ),
        in_article(
            _page(title="Tide Tables.", issued=_years(2020), URL="HTTPS://example.org/tides/"),
            _page(title="Tide Tables.", issued=_years(2020), URL="https://example.org/ebb/"),
            "references[x].title",
            "same title and web address",
        ),
        in_article(
            _page(title="A Short LIST of authors!", author=(Name(family="Dunlin"),)),
            _page(title="A Short LIST of authors!", author=LARK),
            "references[x].title",
            "dunlin2001",
        ),
    ],
    "references.no-identifier": [
        in_article(
            _paper(DOI=""), _paper(DOI="", PMID="76"), "references[x].DOI", "DOI, PMID or web"
        ),
        in_article(_page(URL=""), _page(), "references[x].URL", "no web address or DOI"),
        in_article(
            _page(type="book", author=LARK, URL=""),
            _page(type="book", author=LARK, URL="", issued=_years(1950)),
            "references[x].ISBN",
            "no ISBN",
        ),
    ],
    "references.address-of-doi": [
        in_article(
            _paper(DOI="", URL="https://doi.org/10.5555/X"),
            _paper(DOI="10.5555/X", URL="https://doi.org/10.5555/X"),
            "references[x].DOI",
            "is a DOI",
        )
    ],
    "references.year-range": [
        in_article(_paper(issued=_years(2999)), _paper(), "references[x].issued", "yet to come"),
        in_article(
            _paper(issued=_years(1066)),
            _paper(issued=_years(1666)),
            "references[x].issued",
            "journals",
        ),
        in_article(
            _page(issued=_years(201)),
            _page(issued=_years(2010)),
            "references[x].issued",
            "four digits",
        ),
        in_article(
            _page(issued=_years(2002, 2001)),
            _page(issued=_years(2001, 2002)),
            "references[x].issued",
            "backwards",
        ),
    ],
    "references.pages": [
        in_article(_paper(page="315–307"), _paper(page="307–315"), "references[x].page", "315–307"),
        in_article(
            _paper(page="1-5, e12-e9"), _paper(page="1-5, e9-e12"), "references[x].page", "e12-e9"
        ),
    ],
    "references.journal-spelling": [
        in_article(
            _paper(container_title="Shore J.", ISSN="1095-9203"),
            _paper(container_title="Shore J.", ISSN="0028-0836"),
            "references[x].container-title",
            "one journal",
        ),
        in_article(
            _paper(container_title="J. Shores"),
            _paper(container_title="Journal of Shores"),
            "references[x].container-title",
            "one journal",
        ),
        in_article(
            _paper(container_title="Journal of shores"),
            _paper(container_title="Journal of Shore Law"),
            "references[x].container-title",
            "“Journal of Shores”",
        ),
    ],
    "references.retracted": [
        in_article(
            _updated("retraction", source="Crossref", date="2020-01-02"),
            _paper(),
            "references[x]",
            "RETRACTED on 2020-01-02 (Crossref)",
        ),
        in_article(
            _paper(title="RETRACTED: On tides"),
            _paper(title="Retracted claws of tidal crabs"),
            "references[x].title",
            "RETRACTED",
        ),
    ],
    "references.concern": [
        in_article(_updated("concern"), _paper(), "references[x]", "expression of concern")
    ],
    "references.corrected": [
        in_article(
            _updated("correction", date="2020", DOI="10.5555/E"),
            _paper(),
            "references[x]",
            "in 2020 (DOI 10.5555/E)",
        )
    ],
    "references.not-cited-here": [
        in_article(
            more("Wren *et al.* saw it."),
            more("Wren *et al.* [@wren2019] saw it."),
            span("Wren *et al.*"),
            "cite @wren2019",
        ),
        in_article(
            more("Wren and others (Wren, 2019)."),
            more("Wren and others (Wren, 2019) [@wren2019]."),
            span("Wren, 2019)", 17),
            "cite @wren2019",
        ),
    ],
    "references.not-listed": [
        in_article(
            more("Stork et al. (2001) saw it."),
            more("Dunlin et al. (2001) saw it [@dunlin2001]."),
            span("Stork et al. (2001)"),
            "no reference fits",
        )
    ],
}
