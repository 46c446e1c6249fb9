from __future__ import annotations

import pytest

from palmetto_editor.markup.blocks import Block
from palmetto_editor.model.places import Place
from palmetto_editor.page.page import Page, PageBlock
from palmetto_editor.ui.preview.clicks import clicked_place

SOURCES = ("# A title\n\n", "Some *words* and some [more](https://words.org) words.\n\n", "> end\n")


@pytest.fixture
def page():
    blocks = (
        PageBlock("head", "<header>…</header>", Place("metadata", field="headline")),
        PageBlock("b0", "<h2>A title</h2>", Place("body")),
        PageBlock("b1", "<p>…</p>", Place("body")),
        PageBlock("q1", "<section>…</section>", Place("faq", "q1", "answer")),
        PageBlock("b2", "<blockquote>…</blockquote>", Place("body")),
    )
    body = tuple(Block("markdown", text) for text in SOURCES)
    sources = (None, 0, 1, None, 2)
    return Page("en", "", "", blocks, "", {}, "{}", (), (), body, sources)


def test_a_block_that_is_not_of_the_body_gives_its_place(page):
    assert clicked_place(page, "head", "anything") == Place("metadata", field="headline")
    assert clicked_place(page, "q1", "") == Place("faq", "q1", "answer")


def test_a_block_of_the_body_gives_where_it_begins(page):
    assert clicked_place(page, "b0", "") == Place("body", span=(0, 0))
    start = len(SOURCES[0])
    assert clicked_place(page, "b1", "") == Place("body", span=(start, start))


@pytest.mark.parametrize(
    ("before", "point"),
    [
        ("Some wor", SOURCES[1].index("words") + 3),
        ("Some words and some", SOURCES[1].index("some") + 4),
        ("Some words and some more", SOURCES[1].index("more") + 4),
        ("Words that are not in the source", 0),
    ],
)
def test_the_words_before_the_click_are_found_in_the_source(page, before, point):
    place = clicked_place(page, "b1", before)
    assert place.span == (len(SOURCES[0]) + point,) * 2


def test_a_block_that_is_gone_gives_nothing(page):
    assert clicked_place(page, "x", "") is None
