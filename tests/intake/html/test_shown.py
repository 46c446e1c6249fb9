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
