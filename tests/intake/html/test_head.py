# ruff: noqa: E501 # snippets of pages as they are

from __future__ import annotations

from intake.html.pages import PROSE, manuscript
from palmetto_editor.intake.manuscript import Claim


def claims(head: str, body: str = f"<h1>T</h1><p>{PROSE}</p>") -> list[Claim]:
    return list(manuscript(f"<html><head>{head}</head><body>{body}").claims)


def told(head: str) -> set[tuple[str, str]]:
    return {(claim.field, claim.value) for claim in claims(head) if claim.side == "head"}


def test_a_title_is_told_as_it_stands() -> None:
    assert told("<title>\n Mud &amp; salt |  Coast </title>") == {("title", "Mud & salt | Coast")}


def test_open_graph_and_twitter_are_read() -> None:
    head = (
        '<meta property="og:title" content="A"><meta name="twitter:description" content="B">'
        '<meta property="article:published_time" content="2026-04-21T08:00:00+00:00">'
        '<meta property="article:tag" content="salt, sea"><meta property="og:locale" content="en_US">'
        '<meta property="og:url" content="https://x.org/a">'
    )
    assert told(head) == {
        ("title", "A"),
        ("description", "B"),
        ("published", "2026-04-21T08:00:00+00:00"),
        ("keyword", "salt, sea"),
        ("language", "en_US"),
        ("canonical_url", "https://x.org/a"),
    }


def test_names_of_journals_and_dublin_core_are_read() -> None:
    head = (
        '<meta name="citation_title" content="Mud"><meta name="citation_author" content="Reed, Ada">'
        '<meta name="citation_author" content="Roe, Bo"><meta name="DC.date.issued" content="2026">'
        '<meta name="DC.Publisher" content="Coast Press">'
    )
    assert told(head) == {
        ("headline", "Mud"),
        ("author", "Reed, Ada"),
        ("author", "Roe, Bo"),
        ("published", "2026"),
        ("publisher", "Coast Press"),
    }


def test_yoasts_label_says_who_wrote_it() -> None:
    head = (
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada">'
        '<meta name="twitter:label2" content="Est. reading time">'
        '<meta name="twitter:data2" content="4 minutes">'
    )
    assert told(head) == {("author", "Ada")}


def test_a_profile_is_an_address_and_no_name() -> None:
    (claim,) = claims('<meta property="article:author" content="https://facebook.com/ada">')
    assert (claim.value, claim.url) == ("", "https://facebook.com/ada")


def test_an_image_has_its_alternative_text() -> None:
    (claim,) = claims(
        '<meta property="og:image" content="https://x.org/a.jpg">'
        '<meta property="og:image:alt" content="Mud">'
    )
    assert (claim.field, claim.value, claim.detail) == ("image", "https://x.org/a.jpg", "Mud")


def test_keywords_are_told_apart() -> None:
    assert told('<meta name="keywords" content="mud, salt ,sea">') == {
        ("keyword", "mud"),
        ("keyword", "salt"),
        ("keyword", "sea"),
    }


def test_the_canonical_address_and_the_language_are_told() -> None:
    found = manuscript(
        '<html lang="en-GB"><link rel="canonical" href="https://x.org/a"><link rel="alternate" '
        'hreflang="de" href="https://x.org/de"><p>x'
    ).claims
    assert {(c.field, c.value, c.origin) for c in found} == {
        ("language", "en-GB", "<html lang>"),
        ("canonical_url", "https://x.org/a", "<link rel=canonical>"),
    }


def test_words_body_says_the_language() -> None:
    (claim,) = manuscript("<html><body lang=EN-GB><p>x").claims
    assert (claim.value, claim.origin) == ("EN-GB", "<body lang>")
