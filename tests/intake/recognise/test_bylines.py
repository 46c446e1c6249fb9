import pytest

from palmetto_editor.intake.recognise import bylines

DAY = "2026-04-21T00:00:00+00:00"


def said(line: str) -> list[tuple[str, str]]:
    return [(s.said, s.value) for s in bylines.read(line)]


def test_a_line_says_who_when_and_how_long() -> None:
    assert said("By Ada Wren | April 21, 2026 | 5 min read") == [
        ("author", "Ada Wren"),
        ("published", DAY),
        ("noise", "5 min read"),
    ]


def test_a_line_of_prose_between_them_is_read_too() -> None:
    assert said("Published on April 21, 2026 by Ada Wren") == [
        ("published", DAY),
        ("author", "Ada Wren"),
    ]


def test_an_update_and_a_review_are_told_apart() -> None:
    line = "Updated April 21, 2026 · Medically reviewed by Dr. Ana Ruiz, PharmD"
    assert said(line) == [("modified", DAY), ("reviewer", "Dr. Ana Ruiz, PharmD")]


def test_two_dates_in_one_line() -> None:
    assert [s for s, _ in said("Posted April 21, 2026, updated May 2, 2026")] == [
        "published",
        "modified",
    ]


def test_a_bare_year_is_told_and_hardly_sure() -> None:
    (only,) = bylines.read("Last updated: 2025")
    assert (only.said, only.value) == ("modified", "2025")
    assert only.confidence < 0.5


@pytest.mark.parametrize(
    "line", ["By the time it ends", "The sea comes and goes.", "In the beginning"]
)
def test_prose_says_nothing(line: str) -> None:
    assert all(not s.said for s in bylines.read(line))


def test_the_editors_may_write() -> None:
    assert said("Written by the Shore Editors") == [("author", "the Shore Editors")]


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("Written by Ada Wren, April 21, 2026. Revised May 2, 2026.", True),
        ("By Ada Wren on April 21, 2026.", True),
        ("By Ada Wren on April 21, 2026, when the whole town had left.", False),
        ("Published April 21, 2026 and sold out within a week of that.", False),
    ],
)
def test_a_sentence_that_begins_as_a_byline_may_say_more(line: str, whole: bool) -> None:
    assert bylines.is_whole(line, bylines.read(line)) is whole


def test_a_clock_alone_is_noise() -> None:
    assert bylines.is_noise("at 9:14 PM")
