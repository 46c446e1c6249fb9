from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from golden_files import assert_golden
from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.model.publication import Publication, Publisher
from palmetto_editor.model.values import Article, Author, Image, Metadata, Question, Topic
from palmetto_editor.structured.graph import Shown, build
from palmetto_editor.structured.sound import flaws
from palmetto_editor.structured.text import dump
from sample_articles import full, minimal, publication

SHOWN = Shown(
    answers={"q1": "At low water, mostly [1].", "q2": "Two things: worms small crabs & lice"},
    image_sizes={"beach-plan.png": (1200, 675)},
    captions={"beach": "The beach and its three hides", "bird": ""},
)


def _nodes(article, shared=None, shown=SHOWN):
    graph = build(article, shared or publication(), shown)
    return {node["@type"]: node for node in graph["@graph"]}


@pytest.mark.parametrize(
    ("name", "article", "shared"),
    [
        ("full", full(), publication()),
        ("minimal", minimal(), publication()),
        ("nowhere", full(), Publication(publisher=Publisher(name="The Shore Station"))),
    ],
)
def test_the_graph_is_the_one_that_was_read_and_agreed_on(name, article, shared):
    assert_golden(f"graph-{name}.jsonld", dump(build(article, shared, SHOWN)) + "\n")


def test_the_article_is_part_of_the_page_of_the_site_of_the_publisher():
    nodes = _nodes(full())
    page = "https://example.org/notes/sandpipers-and-tides/"
    assert nodes["ScholarlyArticle"]["isPartOf"] == {"@id": page}
    assert nodes["ScholarlyArticle"]["mainEntityOfPage"] == {"@id": page}
    assert nodes["WebPage"]["@id"] == nodes["WebPage"]["url"] == page
    assert nodes["WebPage"]["isPartOf"] == {"@id": nodes["WebSite"]["@id"]}
    assert nodes["WebSite"]["publisher"] == {"@id": nodes["Organization"]["@id"]}


def test_a_reviewer_belongs_to_the_page_and_not_to_the_article():
    nodes = _nodes(full())
    assert len(nodes["WebPage"]["reviewedBy"]) == 2
    assert "reviewedBy" not in nodes["ScholarlyArticle"]


def test_an_answer_is_the_text_that_the_page_shows():
    questions = _nodes(full())["FAQPage"]["mainEntity"]
    assert [(q["name"], q["acceptedAnswer"]["text"]) for q in questions] == [
        ("When do they feed?", "At low water, mostly [1]."),
        ("What do they eat?", "Two things: worms small crabs & lice"),
    ]


def test_without_an_answered_question_there_is_no_faq():
    assert "FAQPage" not in _nodes(full(), shown=Shown())


def test_every_reference_with_a_title_is_cited():
    assert len(_nodes(full())["ScholarlyArticle"]["citation"]) == 8


@pytest.mark.parametrize("date", ["2025", "2026-04-21", "yesterday", "2026-13-01T00:00:00Z"])
def test_a_date_that_is_none_is_not_said(date):
    article = full()
    article = replace(article, metadata=replace(article.metadata, published=date))
    for kind in ("WebPage", "ScholarlyArticle"):
        assert "datePublished" not in _nodes(article)[kind]
        assert "dateModified" in _nodes(article)[kind]


def test_a_language_that_is_none_is_not_said():
    article = full()
    article = replace(article, metadata=replace(article.metadata, language="en_GB"))
    assert "inLanguage" not in _nodes(article)["WebPage"]


def test_without_a_headline_there_is_no_article():
    article = full()
    article = replace(article, metadata=replace(article.metadata, headline=" "))
    assert "ScholarlyArticle" not in _nodes(article)


def test_without_an_address_what_needs_one_is_left_out():
    article = replace(full(), id=minimal().id)
    nodes = _nodes(article, Publication(name="Notes"))
    assert not {"WebSite", "ImageObject", "BreadcrumbList"} & nodes.keys()
    page = nodes["WebPage"]
    assert page["@id"] == f"urn:uuid:{article.id}"
    assert not {"url", "primaryImageOfPage", "breadcrumb", "isPartOf"} & page.keys()
    assert nodes["ScholarlyArticle"]["@id"] == f"urn:uuid:{article.id}#article"
    assert "image" not in nodes["ScholarlyArticle"]


def test_an_id_that_is_no_uuid_gives_one_that_does_not_change():
    ids = {_nodes(replace(full(), id=i), Publication())["WebPage"]["@id"] for i in ("a", "a", "b")}
    assert len(ids) == 2
    assert all(i.startswith("urn:uuid:") for i in ids)


def test_a_canonical_url_alone_gives_addresses_to_the_page_but_no_site():
    article = full()
    article = replace(
        article, metadata=replace(article.metadata, canonical_url="https://example.net/x")
    )
    nodes = _nodes(article, Publication(publisher=Publisher(name="Press")))
    assert nodes["WebPage"]["url"] == "https://example.net/x"
    assert nodes["ImageObject"]["url"].startswith("https://example.net/assets/")
    assert nodes["WebPage"]["publisher"] == nodes["ScholarlyArticle"]["publisher"]
    assert "WebSite" not in nodes


words = st.text(max_size=12) | st.sampled_from(["Ada", "ada ", "Wren & <b>", "10.5555/a", "\ud800"])
urls = words | st.sampled_from(["https://example.org/a/", "https://example.org/b", "javascript:x"])
authors = st.builds(
    Author,
    kind=st.sampled_from(["person", "organization"]),
    name=words,
    url=urls,
    same_as=st.lists(urls, max_size=2).map(tuple),
    job_title=words,
    orcid=st.sampled_from(["", "0000-0002-1825-0097", "0000-0002-1694-233X", "bad"]),
)
references = st.builds(
    Reference,
    id=words,
    type=st.sampled_from(["article-journal", "book", "chapter", "thesis", "webpage", "x"]),
    title=words,
    author=st.lists(st.builds(Name, family=words, given=words, literal=words), max_size=2).map(
        tuple
    ),
    issued=st.none() | st.builds(Date, date_parts=st.tuples(st.tuples(st.integers(-9, 9999)))),
    container_title=words,
    volume=words,
    DOI=words,
    ISBN=st.sampled_from(["", "978-3-16-148410-0"]),
    URL=urls,
)
metadata = st.builds(
    Metadata,
    headline=words,
    slug=st.sampled_from(["", "a", "A b"]),
    canonical_url=urls,
    language=st.sampled_from(["en", "", "en_GB"]),
    authors=st.lists(authors, max_size=3).map(tuple),
    reviewers=st.lists(authors, max_size=2).map(tuple),
    published=st.sampled_from(["", "2025", "2026-04-21T09:30:00+02:00"]),
    keywords=st.lists(words, max_size=3).map(tuple),
    section=words,
    about=st.lists(st.builds(Topic, name=words), max_size=2).map(tuple),
    image=st.sampled_from(["", "i", "gone"]),
)
articles = st.builds(
    Article,
    id=words,
    metadata=metadata,
    faq=st.lists(st.builds(Question, id=words, question=words, answer=words), max_size=3).map(
        tuple
    ),
    references=st.lists(references, max_size=3).map(tuple),
    images=st.lists(st.builds(Image, id=st.just("i"), file=words), max_size=2).map(tuple),
)
publications = st.builds(
    Publication,
    name=words,
    base_url=urls,
    publisher=st.builds(Publisher, name=words, url=urls, logo=urls),
)


@examples(60)
@given(articles, publications)
def test_whatever_the_writer_types_the_graph_is_sound(article, shared):
    shown = Shown({q.id: q.answer for q in article.faq}, {"x": (1, 1)}, {"i": "A caption"})
    graph = build(article, shared, shown)
    assert flaws(graph) == ()
    assert dump(graph) == dump(build(article, shared, shown))
    dump(graph).encode()
