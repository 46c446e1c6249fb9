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


CARD = "<div><h3><a href=/{0}>{0}</a></h3><p>Some words of it.</p></div>"
TEXT = f"<main><h1>T</h1><div class=entry-content><p>{PROSE}</p></div>{{}}</main>"


def test_cards_under_a_heading_that_says_so_are_related() -> None:
    box = f"<section><h2>Read next</h2>{CARD.format('Mud')}{CARD.format('Salt')}</section>"
    pieces = manuscript(TEXT.format(box)).pieces
    assert texts(pieces)[2:] == ["Read next", "- [Mud](/Mud)\n- [Salt](/Salt)"]
    assert "related" in pieces[-1].hints


def test_cards_that_no_word_calls_related_are_the_sites() -> None:
    found = manuscript(
        TEXT.format(f"<section><h2>Notes from us</h2>{CARD.format('Mud')}</section>")
    )
    assert texts(found.pieces) == ["T", PROSE]
    assert "Mud" in left(found)


def test_the_box_of_an_author_is_no_card() -> None:
    box = (
        "<div class=about><h4 class=author-name><a href=/ada>Ada Reed</a></h4><p>Writes.</p></div>"
    )
    assert texts(manuscript(TEXT.format(box)).pieces)[2:] == ["[Ada Reed](/ada)", "Writes."]


def test_a_heading_is_never_taken_for_a_bar_by_its_class() -> None:
    (piece,) = in_article("<h2 class='anchor anchorWithStickyNavbar_x'>Mud</h2>")
    assert piece.text == "Mud"


@pytest.mark.parametrize("said", ["4 min read", "214 views 3 comments", "← Back to blog"])
def test_counters_and_ways_back_are_controls(said: str) -> None:
    assert in_article(f"<div><a href=/b>{said}</a></div>") == ()


def test_tags_that_wix_has_in_a_nav_are_tags() -> None:
    (piece,) = in_article("<nav aria-label=tags><a href=/a>salt</a><a href=/b>mud</a></nav>")
    assert piece.items == ("[salt](/a)", "[mud](/b)")


@pytest.mark.parametrize(
    "words", ["<a href=/in>Log in</a> to post comments", "<a href=/in>Sign in</a> to leave a reply"]
)
def test_an_invitation_to_log_in_is_no_list_of_the_text(words: str) -> None:
    assert not in_article(f"<ul class=links><li>{words}</li></ul>")


def test_a_box_that_asks_for_an_address_goes_with_its_heading() -> None:
    box = "<div class=mt-10><h3>Notes by mail</h3><p>On Saturdays.</p><form><input type=email>"
    assert not in_article(box)


def test_a_footnote_in_an_aside_beside_the_text_is_kept() -> None:
    note = "<aside class='footnote brackets' id=f1 role=doc-footnote><p>Twice.</p></aside>"
    page = f"<main><section><h1>T</h1><p>{PROSE}</p><p>{PROSE}</p>{note}</section></main>"
    assert "Twice." in " ".join(texts(manuscript(page).pieces))


def test_a_step_that_begins_with_logging_in_stays() -> None:
    step = "Log in to the server to post a job to the queue."
    assert texts(in_article(f"<p>{step}</p>")) == [step]
