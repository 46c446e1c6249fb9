from __future__ import annotations

import pytest

from intake.html.pages import PROSE, left, manuscript, texts

SITE = (
    "<header><a href=/>Home</a> <a href=/shop>Shop</a></header>{}<footer>Contact us here</footer>"
)


@pytest.mark.parametrize(
    "page",
    [
        "<main><h1>T</h1>{}</main>",
        "<article><h1>T</h1>{}</article>",
        "<div id=content><h1>T</h1>{}</div>",
        "<div class=x><div class=y><h1>T</h1><div class=z>{}</div></div></div>",
        "<div class=hero><h1>T</h1></div><div itemprop=articleBody>{}</div>",
        "<div class=page-header><h1>T</h1></div><main><div class=rte>{}</div></main>",
        "<div role=main><h1 class=post-title>T</h1><div class='gh-content'>{}</div></div>",
        "<div class=post-header><h2 class=entry-title>T</h2></div><div class=post-body>{}</div>",
        "<form id=aspnetForm><input type=hidden><div><h1>T</h1><div>{}</div></div></form>",
    ],
)
def test_the_article_is_found_by_what_evidence_there_is(page: str) -> None:
    found = manuscript(SITE.format(page.format(f"<p>{PROSE}</p>" * 4)))
    assert texts(found.pieces) == ["T", *[PROSE] * 4]
    assert "Shop" in left(found)
    assert "Contact us here" in left(found)


def test_the_name_of_the_site_is_no_headline() -> None:
    found = manuscript(
        "<div class=site-branding><h1 class=site-title><a href=/>Coast</a></h1></div>"
        f"<main><article><h1>Marsh</h1><p>{PROSE}</p></article></main>"
    )
    assert texts(found.pieces) == ["Marsh", PROSE]


def test_cards_of_other_articles_do_not_outweigh_the_article() -> None:
    card = "<article class=card><h2><a href=/x>Other</a></h2><p>Some words of it.</p></article>"
    found = manuscript(f"<article><h1>T</h1><p>{PROSE}</p><p>{PROSE}</p></article>{card * 3}")
    assert texts(found.pieces) == ["T", PROSE, PROSE]


def test_a_flat_page_loses_only_its_chrome() -> None:
    found = manuscript(
        f"<nav><a href=/>Home</a></nav><h1>T</h1><p>{PROSE}</p><h2>U</h2><p>{PROSE}</p>"
        "<p>© 2026 The Coast Office</p>"
    )
    assert texts(found.pieces) == ["T", PROSE, "U", PROSE]
    assert "© 2026 The Coast Office" in left(found)
