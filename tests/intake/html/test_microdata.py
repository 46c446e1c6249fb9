# ruff: noqa: E501 # snippets of pages as they are

from __future__ import annotations

from intake.html.pages import PROSE, manuscript

SHOPIFY = (
    '<article itemscope itemtype="http://schema.org/BlogPosting"><h1 itemprop="headline">Mud</h1>'
    '<meta itemprop="dateModified" content="2026-05-01"><span itemprop="datePublished"><time '
    'datetime="2026-04-21">April 21</time></span><span itemprop="author" itemscope itemtype='
    f'"http://schema.org/Person"><span itemprop="name">Ada Reed</span></span><p>{PROSE}</p></article>'
)


def told(html: str) -> set[tuple[str, str, str]]:
    return {(c.field, c.value, c.origin) for c in manuscript(html).claims if c.side == "markup"}


def test_an_item_claims_what_its_properties_say() -> None:
    assert {
        ("headline", "Mud", "microdata BlogPosting.headline"),
        ("published", "2026-04-21", "microdata BlogPosting.datePublished"),
        ("modified", "2026-05-01", "microdata BlogPosting.dateModified"),
        ("author", "Ada Reed", "microdata BlogPosting.author"),
    } <= told(SHOPIFY)


def test_items_that_are_cards_of_others_claim_nothing_here() -> None:
    card = (
        '<div class="related" itemscope itemtype="https://schema.org/BlogPosting">'
        '<a itemprop="headline" href="/o">Other</a></div>'
    )
    assert "Other" not in {value for _, value, _ in told(SHOPIFY + card * 2)}


def test_answers_keep_their_markup() -> None:
    page = (
        f'<h1>T</h1><p>{PROSE}</p><div itemscope itemtype="https://schema.org/FAQPage"><div itemscope '
        'itemprop="mainEntity" itemtype="https://schema.org/Question"><h3 itemprop="name">Why?</h3>'
        '<div itemscope itemprop="acceptedAnswer" itemtype="https://schema.org/Answer"><div itemprop='
        '"text"><p>The <em>sea</em>.</p></div></div></div></div>'
    )
    (claim,) = [c for c in manuscript(page).claims if c.field == "question"]
    assert (claim.value, claim.detail) == ("Why?", "The *sea*.")


def test_a_clock_that_abbreviates_a_moment_claims_the_moment() -> None:
    time = "<abbr itemprop=datePublished title='2018-05-21T21:14:00+02:00'>9:14 PM</abbr>"
    page = (
        "<article itemscope itemtype='https://schema.org/BlogPosting'><h1 itemprop=headline>Mud"
        f"</h1>{time}<p>{PROSE}</p></article>"
    )
    assert ("published", "2018-05-21T21:14:00+02:00") in {(f, v) for f, v, _ in told(page)}
