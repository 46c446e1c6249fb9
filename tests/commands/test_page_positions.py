"""The words of a page are found in its source."""

from dataclasses import replace

import pytest

from palmetto_editor.commands.page_positions import PageText
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Metadata, Question

ARTICLE = Article(
    id="a",
    metadata=Metadata(headline="Tides & winds", description="Of the sea."),
    body="The sea [comes](x:y) and **goes**. It treats *arthritis*.\n",
    faq=(Question(id="q", question="Why?", answer="The moon, they say."),),
)
PAGE = """<!doctype html>
<html><head><title>It treats arthritis.</title>
<meta name="description" content="Of the sea.">
<meta property="og:title" content="Tides">
<script type="application/ld+json">{"headline": "Tides"}</script>
<style>p { color: red }</style></head>
<body><h1>Tides &amp; winds</h1><!-- It treats arthritis. -->
<p>The sea <a href="x:y">comes</a>
and <b>goes</b>. It treats&nbsp;<i>arthri</i>tis.</p><h2>Why?</h2><p>The moon, they say.</p>
"""
READ = PageText(PAGE)


def _words(place, page=READ, article=ARTICLE):
    region = page.region(article, place)
    if region is None:
        return None
    lines = page.text.split("\n")[region.line - 1 : region.end_line]
    lines[-1] = lines[-1][: region.end_column - 1]
    lines[0] = lines[0][region.column - 1 :]
    return "\n".join(lines)


def _in_body(words):
    start = ARTICLE.body.index(words)
    return Place("body").at(start, start + len(words))


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (_in_body("treats *arthritis"), "treats&nbsp;<i>arthri</i>tis"),
        (_in_body("comes](x:y) and **goes"), 'comes</a>\nand <b>goes'),
        (Place("metadata", "", "headline"), "Tides &amp; winds"),
        (Place("metadata", "", "description"), "Of the sea."),
        (Place("metadata", "", "slug"), None),
        (Place("faq", "q", "answer"), "The moon, they say."),
        (Place("faq", "q", "answer").at(4, 8), "moon"),
        (Place("graph", "Article", "headline"), '"headline"'),
        (Place("graph", "Article", "image"), '{"headline": "Tides"}'),
        (Place("graph", "#1"), '{"headline": "Tides"}'),
        (Place("graph", "#2", "image"), '{"headline": "Tides"}'),
        (Place("head", "", "og_title"), '<meta property="og:title" content="Tides">'),
        (Place("head", "", "title"), "<title>It treats arthritis."),
        (Place("head", "", "canonical"), "<head>"),
        (Place("images", "none", "alt"), None),
    ],
)  # fmt: skip
def test_what_is_found_stands_where_the_page_shows_it(place, found):
    assert _words(place) == found


def test_words_that_the_page_does_not_show_are_nowhere():
    other = replace(ARTICLE, body="Quite other words. And these.\n")
    assert _words(Place("body").at(0, 5), article=other) is None


def test_a_text_that_is_no_page_is_searched_as_it_is():
    text = "# Tides\n\nIt is a < b & c.\n"
    article = replace(ARTICLE, body="It is a < b & c.\n")
    region = PageText(text, is_html=False).region(article, Place("body").at(8, 13))
    assert region == (3, 9, 3, 14)


@pytest.mark.parametrize(
    "page",
    ["", "<", "<!--", "<script", "<script>", "<p", "&", "&amp", "<title>x", "<a " * 50_000,
     "<!-- " * 50_000, "<script>" * 50_000, "<meta " * 50_000, "&" * 100_000],
    ids=lambda one: one[:12],
)  # fmt: skip
def test_a_broken_page_is_searched_as_far_as_it_goes(page):
    places = (_in_body("treats"), Place("graph", "#1"), Place("head", "", "canonical"))
    read = PageText(page)
    assert [_words(place, read) for place in places] == [None] * 3
