"""Every rule is tried on an article without fault and on one with a planted fault."""

from dataclasses import replace
from functools import cache

import pytest

from palmetto_editor.checks.check import check
from palmetto_editor.checks.rules import RULES
from palmetto_editor.model.csl import Date, Extension, Name, Reference, Update
from palmetto_editor.model.publication import Publication, Publisher
from palmetto_editor.model.values import (
    Article,
    Author,
    Column,
    Image,
    Link,
    Question,
    Table,
    Topic,
)
from sample_articles import clean, publication
from sample_pages import page_of

GOOD = clean()
LARK = (Name(family="Lark", given="Eva"),)


def _meta(**fields):
    return replace(GOOD, metadata=replace(GOOD.metadata, **fields))


def _body(text):
    return replace(GOOD, body=f"{GOOD.body}\n{text}\n")


def _author(**fields):
    who = {"name": "Eva Nacht", "url": "https://example.org/nacht", **fields}
    return _meta(authors=(*GOOD.metadata.authors, Author(**who)))


def _span(words, after=0):
    """Where words stand in the text that `_body` adds."""
    start = len(GOOD.body) + 1 + after
    return f"body:{start}-{start + len(words)}"


def _reference(**fields):
    item = {"id": "x", "type": "webpage", "title": "T", "issued": Date(date_parts=((2001,),))}
    made = Reference(**{**item, **fields})
    return replace(_body(f"[@{made.id}]"), references=(*GOOD.references, made))


def _article(**fields):
    made = {"type": "article-journal", "author": LARK, "container_title": "J", "DOI": "10.5555/x"}
    return _reference(**{**made, **fields})


def _updated(kind, **fields):
    return _article(palmetto=Extension(updates=(Update(kind=kind, **fields),)))


def _table(**fields):
    item = {"id": "t", "caption": "T", "columns": (Column(id="c", label="C"),), "rows": (("a",),)}
    made = Table(**{**item, **fields})
    return replace(_body(f"{{{{< table {made.id} >}}}}"), tables=(*GOOD.tables, made))


def _faq(**fields):
    return replace(GOOD, faq=(*GOOD.faq, Question(id="new", **fields)))


def _link(**fields):
    item = {"id": "new", "label": "New", "target": "https://example.org/new"}
    return replace(GOOD, links=(*GOOD.links, Link(**{**item, **fields})))


def _image(**fields):
    item = {"id": "new", "file": "new.png", "alt": "New"}
    made = Image(**{**item, **fields})
    return replace(_body(f"![]({made.id})"), images=(*GOOD.images, made))


def _about(**fields):
    return _meta(about=(Topic(**fields),))


def _publisher(**fields):
    old = publication()
    return replace(old, publisher=replace(old.publisher, **fields))


# For each rule: what breaks it, the place of the finding, and words of its message.
ARTICLES: dict[str, list[tuple[Article, str, str]]] = {
    "metadata.headline": [(_meta(headline=" "), "metadata.headline", "no headline")],
    "metadata.description": [(_meta(description=""), "metadata.description", "no description")],
    "metadata.slug": [(_meta(slug=""), "metadata.slug", "no slug")],
    "metadata.slug-shape": [
        (_meta(slug="A Slug"), "metadata.slug", "small letters"),
        (_meta(slug="../up"), "metadata.slug", "small letters"),
        (_meta(slug="con"), "metadata.slug", "Windows"),
        (_meta(slug="a" * 101), "metadata.slug", "more than 100"),
    ],
    "metadata.language": [(_meta(language=""), "metadata.language", "language")],
    "metadata.language-shape": [(_meta(language="en_US"), "metadata.language", "en_US")],
    "metadata.canonical-shape": [
        (_meta(canonical_url="/notes/"), "metadata.canonical_url", "https://"),
        (_meta(canonical_url="https://example.org/#a"), "metadata.canonical_url", "#"),
    ],
    "metadata.image": [(_meta(image=""), "metadata.image", "No image")],
    "metadata.image-unknown": [(_meta(image="gone"), "metadata.image", "gone")],
    "metadata.keywords": [
        (_meta(keywords=("a", " ")), "metadata.keywords[1]", "empty"),
        (_meta(keywords=("Tide", "tide")), "metadata.keywords[1]", "twice"),
    ],
    "dates.published": [(_meta(published=""), "metadata.published", "no date")],
    "dates.format": [
        (_meta(published="2025"), "metadata.published", "2025"),
        (_meta(modified="April 21, 2026"), "metadata.modified", "April"),
        (_meta(modified="2026-04-21T09:30:00"), "metadata.modified", "offset"),
    ],
    "dates.order": [
        (_meta(modified="2026-04-21T07:29:00Z"), "metadata.modified", "before it was published")
    ],
    "people.author": [(_meta(authors=()), "metadata.authors", "no author")],
    "people.name": [
        (_author(name=" "), "metadata.authors[2].name", "no name"),
        (_meta(reviewers=(Author(),)), "metadata.reviewers[0].name", "no name"),
    ],
    "people.bare-name": [
        (_author(name="Dr. Eva Nacht"), "metadata.authors[2].name", "“Eva Nacht”"),
        (_author(name="By Eva Nacht, PhD, M.D."), "metadata.authors[2].name", "“Eva Nacht”"),
    ],
    "people.identity": [(_author(url=""), "metadata.authors[2].url", "which Eva Nacht")],
    "people.address": [
        (_author(url="example.org"), "metadata.authors[2].url", "example.org"),
        (_author(same_as=("x",)), "metadata.authors[2].same_as[0]", "x"),
    ],
    "people.orcid": [
        (_author(orcid="0000-0002-1825-0098"), "metadata.authors[2].orcid", "0098"),
    ],
    "people.twice": [
        (
            _meta(authors=(*GOOD.metadata.authors, GOOD.metadata.authors[0])),
            "metadata.authors[2].name",
            "twice",
        )
    ],
    "topics.name": [(_about(name=""), "metadata.about[0].name", "no name")],
    "topics.address": [(_about(name="A", same_as=("x",)), "metadata.about[0].same_as[0]", "x")],
    "references.title": [(_reference(title=""), "references[x].title", "no title")],
    "references.author": [(_reference(type="book"), "references[x].author", "no author")],
    "references.year": [(_reference(issued=None), "references[x].issued", "no year")],
    "references.container": [
        (_reference(type="article-journal"), "references[x].container-title", "the journal"),
        (_reference(type="chapter"), "references[x].container-title", "the book"),
    ],
    "references.key": [(_reference(id="a b"), "references[a b].id", "“a b”")],
    "references.identifier": [
        (_reference(DOI="11.1/x"), "references[x].DOI", "a DOI"),
        (_reference(ISBN="978-3-16-148410-1"), "references[x].ISBN", "an ISBN"),
        (_reference(ISSN="0036-8076"), "references[x].ISSN", "an ISSN"),
        (_reference(PMID="123456789"), "references[x].PMID", "PubMed"),
        (_reference(PMID="10.5555/new"), "references[x].PMID", "PubMed"),
        (_reference(PMCID="10.5555/new", DOI="10.5555/x"), "references[x].PMCID", "PubMed"),
        (_reference(URL="www.example.org"), "references[x].URL", "address"),
    ],
    "references.authors-cut": [
        (
            _article(palmetto=Extension(authors_truncated=True)),
            "references[x].author",
            "shows up to 6 authors",
        )
    ],
    "references.twice": [
        (_reference(DOI="10.5555/shore.2019.12"), "references[x].DOI", "wren2019"),
        (_reference(PMID="12345678"), "references[x].PMID", "wren2019"),
        (
            _reference(
                title="Tide Tables.",
                issued=Date(date_parts=((2020,),)),
                URL="HTTPS://example.org/tides/",
            ),
            "references[x].title",
            "same title and web address",
        ),
        (
            _reference(title="A Short LIST of authors!", author=(Name(family="Dunlin"),)),
            "references[x].title",
            "dunlin2001",
        ),
    ],
    "references.no-identifier": [
        (_article(DOI=""), "references[x].DOI", "no DOI, PMID or web address"),
        (_reference(), "references[x].URL", "no web address or DOI"),
        (_reference(type="book", author=LARK), "references[x].ISBN", "no ISBN"),
    ],
    "references.address-of-doi": [
        (_article(DOI="", URL="https://doi.org/10.5555/X"), "references[x].DOI", "is a DOI"),
    ],
    "references.year-range": [
        (_article(issued=Date(date_parts=((2999,),))), "references[x].issued", "yet to come"),
        (_article(issued=Date(date_parts=((1066,),))), "references[x].issued", "journals"),
        (_reference(issued=Date(date_parts=((201,),))), "references[x].issued", "four digits"),
        (
            _reference(issued=Date(date_parts=((2002,), (2001,)))),
            "references[x].issued",
            "backwards",
        ),
    ],
    "references.pages": [
        (_article(page="315–307"), "references[x].page", "315–307"),
        (_article(page="1-5, e12-e9"), "references[x].page", "e12-e9"),
    ],
    "references.journal-spelling": [
        (
            _article(container_title="Shore J.", ISSN="1095-9203"),
            "references[x].container-title",
            "one journal",
        ),
        (_article(container_title="J. Shores"), "references[x].container-title", "one journal"),
        (
            _article(container_title="Journal of shores"),
            "references[x].container-title",
            "“Journal of Shores”",
        ),
    ],
    "references.retracted": [
        (
            _updated("retraction", source="Crossref", date="2020-01-02"),
            "references[x]",
            "RETRACTED on 2020-01-02 (Crossref)",
        ),
        (_article(title="RETRACTED: On tides"), "references[x].title", "RETRACTED"),
    ],
    "references.concern": [(_updated("concern"), "references[x]", "expression of concern")],
    "references.corrected": [
        (
            _updated("correction", date="2020", DOI="10.5555/E"),
            "references[x]",
            "in 2020 (DOI 10.5555/E)",
        ),
    ],
    "references.not-cited-here": [
        (_body("Wren *et al.* saw it."), _span("Wren *et al.*"), "cite @wren2019"),
        (_body("Wren and others (Wren, 2019)."), _span("Wren, 2019)", 17), "cite @wren2019"),
    ],
    "references.not-listed": [
        (_body("Stork et al. (2001) saw it."), _span("Stork et al. (2001)"), "no reference fits")
    ],
    "ids.twice": [
        (replace(GOOD, faq=(*GOOD.faq, replace(GOOD.faq[0], id="Q1"))), "faq[Q1].id", "twice")
    ],
    "ids.columns": [
        (
            _table(columns=(Column(id="c", label="A"), Column(id="C", label="B")), rows=()),
            "tables[t].columns[1].id",
            "“C”",
        )
    ],
    "ids.missing": [(_link(id=""), "links", "no id")],
}
PUBLICATIONS: dict[str, list[tuple[Publication, str, str]]] = {
    "metadata.address": [
        (replace(publication(), base_url=""), "metadata.canonical_url", "address")
    ],
    "publication.publisher": [(_publisher(name=""), "publication.publisher.name", "Nobody")],
    "publication.base-url": [
        (replace(publication(), base_url="notes"), "publication.base_url", "notes")
    ],
    "publication.address": [
        (_publisher(url="x"), "publication.publisher.url", "x"),
        (_publisher(same_as=("y",)), "publication.publisher.same_as[0]", "y"),
    ],
    "publication.identity": [
        (_publisher(url=""), "publication.publisher.url", "home page"),
        (_publisher(logo=""), "publication.publisher.logo", "no logo"),
    ],
    "publication.language": [
        (replace(publication(), language="english!"), "publication.language", "english!")
    ],
}
CASES = [
    (rule, article, publication(), place, words)
    for rule, planted in ARTICLES.items()
    for article, place, words in planted
] + [
    (rule, GOOD, shared, place, words)
    for rule, planted in PUBLICATIONS.items()
    for shared, place, words in planted
]


@cache
def _check(article, shared):
    return check(article, shared, page_of(article, shared))


def test_an_article_without_fault_has_no_finding():
    assert _check(GOOD, publication()) == ()


@pytest.mark.parametrize(("rule", "article", "shared", "place", "words"), CASES)
def test_a_planted_fault_is_found_where_it_is(rule, article, shared, place, words):
    found = _check(article, shared)
    own = [finding for finding in found if finding.rule == rule]
    assert [str(finding.place) for finding in own] == [place]
    assert words in own[0].message
    severities = {known.id: known.severity for known in RULES}
    assert own[0].severity == severities[rule]


@pytest.mark.parametrize(("rule", "article", "shared", "place", "words"), CASES)
def test_a_fix_mends_what_was_found(rule, article, shared, place, words):
    found = _check(article, shared)
    for finding in found:
        if finding.rule == rule and finding.fix:
            mended = finding.fix.apply(article)
            assert finding not in _check(mended, shared)


def test_every_rule_has_a_planted_fault_and_a_name_of_its_own():
    assert sorted(rule.id for rule in RULES) == sorted({*ARTICLES, *PUBLICATIONS})


def test_every_message_is_a_sentence():
    for _, article, shared, *_ in CASES:
        for finding in _check(article, shared):
            assert finding.message[0].isupper() or finding.message[0] in "“{@"
            assert finding.message.endswith("."), finding.message


def test_an_unusable_publisher_is_told_without_the_rest():
    shared = Publication(publisher=Publisher())
    rules = {finding.rule for finding in _check(GOOD, shared)}
    assert rules == {"metadata.address", "publication.publisher"}
