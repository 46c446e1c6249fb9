"""Every rule is tried on an article without fault and on one with a planted fault."""

from dataclasses import replace
from functools import cache

import pytest

from palmetto_editor.checks.check import check
from palmetto_editor.checks.rules import RULES
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


def _meta(**fields):
    return replace(GOOD, metadata=replace(GOOD.metadata, **fields))


def _body(text):
    return replace(GOOD, body=f"{GOOD.body}\n{text}\n")


def _author(**fields):
    who = {"name": "Eva Nacht", "url": "https://example.org/nacht", **fields}
    return _meta(authors=(*GOOD.metadata.authors, Author(**who)))


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
