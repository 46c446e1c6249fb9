from __future__ import annotations

import pytest

from intake.html.pages import PROSE, in_article, kinds, left, manuscript, texts


@pytest.mark.parametrize(
    "part",
    [
        "<div class='social-share'><a href=https://x.com>Tweet</a></div>",
        "<div class='newsletter-signup'><p>Tweet</p><form><input type=email></form></div>",
        "<div class='wp-block-yoast-seo-table-of-contents'><h2>Tweet</h2><ul><li><a href=#a>A</a>"
        "<li><a href=#b>B</a></ul></div>",
        "<nav><a href=/p>Tweet</a></nav>",
        "<button>Tweet</button>",
        "<div class='post-navigation'><a href=/p>Tweet</a></div>",
        "<div class='adsbygoogle'>Tweet</div>",
        "<section id=comments><h2>3 comments</h2><p>Tweet " + PROSE * 9 + "</p></section>",
        "<div class='kg-card kg-signup-card'><h2>Tweet</h2><form><input></form></div>",
        "<iframe src='https://video.example/1' title=Tweet></iframe>",
    ],
)
def test_chrome_within_the_text_is_left_out_and_kept(part: str) -> None:
    page = f"<article><h1>T</h1><div class=entry-content><p>{PROSE}</p>{part}<p>{PROSE}</p>"
    found = manuscript(page)
    assert texts(found.pieces) == ["T", PROSE, PROSE]
    assert "Tweet" in left(found)


def test_a_list_of_links_to_places_here_is_the_list_of_contents() -> None:
    items = "".join(f"<li><a href='#s{n}'>Part {n}</a>" for n in range(4))
    assert in_article(f"<ul>{items}</ul>") == ()


def test_a_class_by_chance_takes_no_paragraph_away() -> None:
    pieces = in_article(
        f"<div class='market-share'><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p></div>"
    )
    assert kinds(pieces) == ["paragraph"] * 3


def test_an_aside_in_the_text_is_text() -> None:
    assert texts(in_article(f"<aside><p>{PROSE}</p></aside>")) == [PROSE]


def test_the_footer_of_an_article_is_read() -> None:
    page = f"<article><h1>T</h1><p>{PROSE}</p><footer><p class=disclaimer>For study.</p></footer>"
    pieces = manuscript(page).pieces
    assert pieces[-1].text == "For study."
    assert pieces[-1].hints[0] == "disclaimer"


def test_products_below_the_article_are_no_part_of_it() -> None:
    found = manuscript(
        f"<main><article><h1>T</h1><div class=rte><p>{PROSE}</p></div></article>"
        "<div class='product-grid'><a href=/p>Sea salt</a> $4</div></main>"
    )
    assert texts(found.pieces) == ["T", PROSE]
    assert "Sea salt" in left(found)


def test_the_whole_page_is_not_taken_for_its_sidebar() -> None:
    page = f"<div class='sidebar right-sidebar'><main><h1>T</h1><p>{PROSE}</p></main></div>"
    assert texts(manuscript(page).pieces) == ["T", PROSE]
