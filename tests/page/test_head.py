from __future__ import annotations

import json
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from palmetto_editor.model.publication import Publication
from palmetto_editor.page.page import document
from sample_articles import full, minimal, publication
from sample_pages import page_of


def head(article=None, shared=None) -> LexborHTMLParser:
    return LexborHTMLParser(document(page_of(article or full(), shared or publication())))


def meta(tree: LexborHTMLParser) -> dict[str, str]:
    nodes = tree.css("meta[name], meta[property]")
    return {
        (n.attributes.get("name") or n.attributes["property"] or ""): n.attributes["content"] or ""
        for n in nodes
    }


def test_the_title_may_differ_from_the_headline():
    tree = head()
    assert tree.css_first("title").text() == "Sandpipers and tides"
    assert meta(tree)["og:title"] == "How sandpipers “read” the tide & the wind"
    assert tree.css_first("h1").text() == meta(tree)["og:title"]


def test_there_is_one_address_for_the_page():
    tree = head()
    address = "https://example.org/notes/sandpipers-and-tides/"
    assert tree.css_first('link[rel="canonical"]').attributes["href"] == address
    assert meta(tree)["og:url"] == address


def test_the_image_is_described_and_absolute():
    found = meta(head())
    image = "https://example.org/notes/sandpipers-and-tides/assets/beach-plan-share.png"
    assert found["og:image"] == found["twitter:image"] == image
    assert found["og:image:alt"] == found["twitter:image:alt"] == "A plan of the beach"
    assert (found["og:image:width"], found["og:image:height"]) == ("1286", "675")
    assert found["twitter:card"] == "summary_large_image"


def test_an_image_that_is_not_made_for_link_previews_stands_for_itself():
    article = full()
    drawing = replace(article.images[0], file="beach-plan.svg")
    found = meta(head(replace(article, images=(drawing, *article.images[1:]))))
    assert found["og:image"].endswith("/assets/beach-plan.svg")
    assert found["twitter:image"] == found["og:image"]
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "675")


def test_dates_section_and_keywords_are_said():
    found = meta(head())
    assert found["article:published_time"] == "2026-04-21T09:30:00+02:00"
    assert found["article:modified_time"] == "2026-05-02T08:00:00Z"
    assert found["article:section"] == "Shore birds"
    assert found["article:tag"] == "shore birds"
    assert found["og:locale"] == "en_GB"
    assert found["robots"] == "max-image-preview:large"


def test_the_twins_are_announced():
    links = {n.attributes["type"]: n.attributes["href"] for n in head().css("link[type]")}
    assert links == {"text/markdown": "article.md", "application/ld+json": "article.jsonld"}


def test_the_graph_stands_in_the_page_as_it_is():
    page = page_of(full(), publication())
    script = LexborHTMLParser(document(page)).css_first("script").text()
    assert script.strip() == page.graph_text
    assert json.loads(script) == page.graph


def test_what_is_not_known_is_not_said():
    nowhere = replace(minimal(), metadata=replace(minimal().metadata, canonical_url=""))
    found = meta(head(nowhere, Publication()))
    assert "og:url" not in found
    assert "og:image" not in found
    assert "article:published_time" not in found
    assert found["twitter:card"] == "summary"


@pytest.mark.parametrize("date", ["2026", "soon", "2026-02-30T00:00:00Z", "2026-04-21T09:30:00"])
def test_what_is_no_date_stands_there_as_text_and_in_no_head(date):
    article = full()
    article = replace(article, metadata=replace(article.metadata, published=date))
    tree = head(article)
    assert "article:published_time" not in meta(tree)
    assert f"Published {date}" in tree.css_first(".dates").text()
    assert len(tree.css("time")) == 1


def test_a_language_that_is_none_is_unknown():
    article = full()
    article = replace(article, metadata=replace(article.metadata, language="no language"))
    tree = head(article)
    assert tree.css_first("html").attributes["lang"] == ""
    assert "og:locale" not in meta(tree)
