# ruff: noqa: E501 # snippets of pages as they are

from __future__ import annotations

import pytest

from intake.html.pages import PROSE, manuscript


def dates(header: str, body: str = "") -> list[tuple[str, str, str]]:
    page = (
        f"<article><header><h1>T</h1>{header}</header><div class=entry-content><p>{PROSE}</p>{body}"
    )
    return [
        (claim.field, claim.value, claim.detail)
        for claim in manuscript(page).claims
        if claim.side == "page" and claim.field in ("published", "modified")
    ]


@pytest.mark.parametrize(
    ("time", "field"),
    [
        ('<time class="entry-date published" datetime="2026-04-21">x</time>', "published"),
        ('<time class="published updated" datetime="2026-04-21">x</time>', "published"),
        ('<time class="updated" datetime="2026-04-21">x</time>', "modified"),
        ('<time itemprop="dateModified" datetime="2026-04-21">x</time>', "modified"),
        ('<time pubdate datetime="2026-04-21">x</time>', "published"),
        ('Last updated <time datetime="2026-04-21">x</time>', "modified"),
        ('<span>Published:</span> <time datetime="2026-04-21">x</time>', "published"),
        ('<time datetime="2026-04-21">x</time>', "published"),
    ],
)
def test_a_time_is_what_its_names_or_the_words_before_it_say(time: str, field: str) -> None:
    assert dates(time) == [(field, "2026-04-21", "x")]


def test_a_time_without_a_machine_date_says_its_words() -> None:
    assert dates("<time>April 21, 2026</time>") == [("published", "April 21, 2026", "")]


def test_a_time_in_the_text_is_no_date_of_the_article() -> None:
    assert dates("", '<p>In <time datetime="1999-01-01">1999</time> it rained.</p>') == []


def test_dates_of_other_articles_are_not_this_ones() -> None:
    found = manuscript(
        f"<main><article><h1>T</h1><p>{PROSE}</p></article></main><section class=related-posts>"
        "<a href=/a>A</a><time class=published datetime=2001-01-01>2001</time></section>"
    )
    assert not [claim for claim in found.claims if claim.field == "published"]


def test_an_author_has_an_address_and_no_by() -> None:
    page = f'<article><h1>T</h1><a rel="author" href="https://x.org/ada">By Ada Reed</a><p>{PROSE}'
    (claim,) = [c for c in manuscript(page).claims if c.field == "author"]
    assert (claim.side, claim.value, claim.url) == ("page", "Ada Reed", "https://x.org/ada")


def test_the_second_time_of_wordpress_is_a_claim_and_no_text() -> None:
    page = (
        f"<article><header><h1>T</h1><p>On <time class='entry-date published' datetime=2026-04-21>A"
        f"</time><time class=updated datetime=2026-05-01>B</time></p></header><p>{PROSE}</p></article>"
    )
    found = manuscript(page)
    assert "B" not in found.pieces[1].plain
    assert ("modified", "2026-05-01") in {(c.field, c.value) for c in found.claims}


def test_the_summary_of_an_entry_is_its_description() -> None:
    page = f"<article class=h-entry><h1>T</h1><p class=p-summary>Wet.</p><p>{PROSE}</p></article>"
    assert ("page", "description", "Wet.") in {
        (c.side, c.field, c.value) for c in manuscript(page).claims
    }


def test_a_clock_that_abbreviates_a_day_is_told_by_its_title() -> None:
    time = "<span>at <abbr class=published title='2018-05-21T21:14:00+02:00'>9:14 PM</abbr></span>"
    assert dates(time) == [("published", "2018-05-21T21:14:00+02:00", "")]


def test_an_entry_gives_its_own_address_though_the_line_is_left_out() -> None:
    link = "<p><a class=p-canonical href=https://example.org/tides>Canonical link</a></p>"
    found = manuscript(f"<article class=h-entry><h1>T</h1><p>{PROSE}</p><footer>{link}</footer>")
    claims = [claim.value for claim in found.claims if claim.field == "canonical_url"]
    assert claims == ["https://example.org/tides"]
