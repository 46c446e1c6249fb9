from __future__ import annotations

import sys

import pytest

from intake.html.pages import manuscript
from palmetto_editor.intake.html import tree

BEYOND_PYTHON = sys.getrecursionlimit() + 200


@pytest.mark.parametrize(
    "opened",
    ["<div>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<details>", "<b><p>", "<x-y>"],
)
def test_nesting_beyond_pythons_own_depth_keeps_the_words(opened: str) -> None:
    times = BEYOND_PYTHON // opened.count("<") + 1
    found = manuscript(opened * times + "<p>deep words")
    assert any("deep words" in piece.plain for piece in found.pieces)
    assert "nest deeper" in found.mended[0].what


def test_pages_that_people_wrote_are_left_as_they_are() -> None:
    assert tree.parse("<div>" * 60 + "<p>x</p>" + "</div>" * 60)[1] == 0


def test_tags_that_are_dropped_lose_their_ends_too() -> None:
    page, dropped = tree.parse("<div>" * 200 + "in" + "</div>" * 200 + "<p>out")
    assert dropped == 2 * (200 - tree.MOST_NESTED)
    assert page.body is not None
    assert page.body.css_first("body > p") is not None


def test_marks_are_words_between_hyphens_whatever_their_spelling() -> None:
    page, _ = tree.parse("<div class='entry-content tocMobile_x1' id=Post_Body>")
    node = page.css_first("div")
    assert node is not None
    assert tree.marks(node) == " -entry-content- -toc-mobile-x1- -post-body- "


def test_hints_name_the_element_last() -> None:
    page, _ = tree.parse("<p class='A b' id=c role=note itemprop=text>")
    node = page.css_first("p")
    assert node is not None
    assert tree.own_hints(node) == ("a", "b", "c", "note", "text", "p")
