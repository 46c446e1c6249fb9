from __future__ import annotations

import pytest

from palmetto_editor.markup.rendered import Rendered
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Image
from palmetto_editor.page.fill import Numbers, Picture, Surroundings, below, fill
from sample_manuscripts import plain
from sample_pages import page_of

NOWHERE = Surroundings("", {})


def filled(body: str) -> str:
    return page_of(plain(body), Publication()).blocks[1].html


@pytest.mark.parametrize(
    ("texts", "level", "html"),
    [
        (["<h2>a</h2>", "<h3>b</h3>"], 3, "<h4>a</h4>\n<h5>b</h5>"),
        (["<h6>a</h6>"], 1, "<h2>a</h2>"),
        (["<h2>a</h2>", "", "<h6>b</h6>"], 5, "<h6>a</h6>\n<h6>b</h6>"),
        (["<p>h2 &lt;h2&gt;</p>"], 3, "<p>h2 &lt;h2&gt;</p>"),
    ],
)
def test_headings_of_a_text_stand_below_the_one_above_it(texts, level, html):
    assert below(texts, level) == html


def test_a_table_wider_than_a_telephone_scrolls_by_itself():
    wide = filled("| a | *b* | c |\n|---|---|---|\n| 1 | 2 | 3 |\n")
    assert wide.startswith('<div class="scroll" role="region" tabindex="0" aria-label="Table: a, b')
    assert filled("| a | b |\n|---|---|\n| 1 | 2 |\n").startswith("<table>")


def test_a_link_that_leads_nowhere_stays_on_the_page():
    html = '<p><a href="article:">x</a></p>'
    assert fill(Rendered(html), Numbers(), NOWHERE) == '<p><a href="#">x</a></p>'


def test_text_that_looks_like_a_tag_stays():
    html = '<p>href="article:x" &lt;a href="article:x"&gt;</p>'
    assert fill(Rendered(html), Numbers(), NOWHERE) == html


def test_prefix_suffix_and_key_of_a_citation_are_escaped():
    shown = filled("[<b>x</b> @a, p. <i>3]\n")
    assert "<b>" not in shown
    assert "&lt;b&gt;x&lt;/b&gt; <a" in shown or "x <a" in shown


def test_a_picture_shown_again_shows_no_image_that_the_article_lacks():
    picture = Picture(Image(id="i", file="i.png"), None, 'See <img src="assets/gone.png" alt="x">.')
    rendered = Rendered('<p><img src="assets/i.png" alt=""></p>', images=("i.png",))
    html = fill(rendered, Numbers(), Surroundings("", {"i.png": picture}))
    assert "gone.png" not in html
    assert 'See <span class="image-missing">x</span>.' in html
