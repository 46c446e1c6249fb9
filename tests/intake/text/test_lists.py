"""Lists of plain text."""

from __future__ import annotations

import pytest

from palmetto_editor.intake.text.read import read


def _list(text: str):
    return next(p for p in read(text, "x").pieces if p.kind == "list")


@pytest.mark.parametrize("mark", ["•", "–", "-", "*", "◦", "▪", "+", "✓", "1.", "1)", "(1)", "[1]"])
def test_a_mark_begins_an_item(mark):
    assert _list(f"{mark} first thing\n{mark.replace('1', '2')} second").items == (
        "first thing",
        "second",
    )


def test_numbers_keep_their_start():
    assert _list("3. c\n4. d\n").text == "3. c\n4. d"


def test_indentation_nests():
    assert _list("• a\n    • b\n        • c\n• d\n").text == "- a\n  - b\n    - c\n- d"


def test_another_mark_at_the_same_indentation_nests():
    assert _list("• a\n◦ b\n◦ c\n• d\n").text == "- a\n  - b\n  - c\n- d"


def test_bullets_below_a_number_nest():
    assert _list("1. a\n   • b\n2. c\n").text == "1. a\n   - b\n2. c"


def test_a_mark_alone_takes_the_line_below():
    assert _list("•\nfirst\n•\nsecond\n").items == ("first", "second")


def test_blank_lines_between_items_part_nothing():
    assert len(_list("• a\n\n• b\n\n• c\n").items) == 3


def test_numbers_that_begin_anew_are_another_list():
    kinds = [p.kind for p in read("1. a\n2. b\n\n1. c\n2. d\n", "x").pieces]
    assert kinds == ["list", "list"]


def test_whole_sentences_in_a_list_stay_in_it():
    text = (
        "- It rained for a week.\n- It was cold at night.\n"
        "- The river rose above the road and nobody could pass it.\n"
    )
    assert len(_list(text).items) == 3


def test_an_indented_line_goes_on_with_its_item():
    assert _list("- one\n  two\n- three\n").items == ("one two", "three")


def test_depth_has_a_bound():
    text = "\n".join(f"{' ' * 2 * depth}• {depth}" for depth in range(100))
    assert max(len(line) - len(line.lstrip()) for line in _list(text).text.split("\n")) == 10
