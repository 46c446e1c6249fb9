"""Lists, quotes, headings and blocks, line by line."""

from __future__ import annotations

import pytest

from palmetto_editor.ui.widgets import line_commands as lines


@pytest.mark.parametrize(
    ("before", "result"),
    [
        ("- a|", "- a\n- |"),
        ("* a| b", "* a\n* |b"),
        ("  1. a|", "  1. a\n  2. |"),
        ("9) a|", "9) a\n10) |"),
        ("- [x] done|", "- [x] done\n- [ ] |"),
        ("> a|", "> a\n> |"),
        ("> - a|", "> - a\n> - |"),
    ],
)
def test_enter_goes_on_with_the_list_or_quote(after, before, result):
    assert after(lines.enter, before) == result


@pytest.mark.parametrize(
    ("before", "result"),
    [
        ("- a\n- |", "- a\n|"),
        ("1. |", "|"),
        ("    - |", "- |"),
        ("> |", "|"),
        ("> - |", "> |"),
    ],
)
def test_enter_in_an_empty_item_leaves_it(after, before, result):
    assert after(lines.enter, before) == result


@pytest.mark.parametrize("text", ["a|", "|- a", "-| a", "a |b| c", "---|", "-a|", "|"])
def test_enter_elsewhere_is_a_plain_line_break(after, text):
    assert after(lines.enter, text) is None


def test_a_list_is_nested_and_back(after):
    assert after(lines.indent, "- a\n- |b") == "- a\n    - |b"
    assert after(lines.outdent, "- a\n    - |b") == "- a\n- |b"
    assert after(lines.indent, "> - a|") == ">     - a|"
    assert after(lines.outdent, "- |a") is None


def test_several_lines_are_nested_but_blank_ones(after):
    assert after(lines.indent, "|- a\n\n- b|\n- c") == "    |- a\n\n    - b|\n- c"


@pytest.mark.parametrize(
    ("level", "before", "result"),
    [
        (2, "a|", "## a|"),
        (3, "## a|", "### a|"),
        (2, "## a|", "a|"),
        (0, "### a|", "a|"),
        (2, "|", "## |"),
        (2, "|a\n\nb|", "## |a\n\n## b|"),
    ],
)
def test_a_heading_has_the_level_that_was_asked(after, level, before, result):
    assert after(lines.heading(level), before) == result


@pytest.mark.parametrize(
    ("command", "before", "result"),
    [
        (lines.bullets, "|a\nb|", "- |a\n- b|"),
        (lines.bullets, "- |a\n- b|", "|a\nb|"),
        (lines.bullets, "|1. a\n2. b|", "|- a\n- b|"),
        (lines.numbers, "|- a\n- b|", "|1. a\n2. b|"),
        (lines.numbers, "|1. a\n2. b|", "|a\nb|"),
        (lines.numbers, "a|", "1. a|"),
        (lines.bullets, "|", "- |"),
        (lines.quote, "|a\n\nb|", "> |a\n>\n> b|"),
        (lines.quote, "|> a\n>\n> b|", "|a\n\nb|"),
    ],
)
def test_lists_and_quotes_come_and_go(after, command, before, result):
    assert after(command, before) == result


def test_a_callout_takes_the_lines_in_and_selects_its_title(after):
    assert after(lines.callout("NOTE", "Title"), "te|xt") == "> [!NOTE] |Title|\n> text"
    assert after(lines.callout("NOTE", "Title"), "|") == "> [!NOTE] |Title|\n> "


@pytest.mark.parametrize(
    ("before", "result"),
    [
        ("a|", "a\n\nX|"),
        ("a\nb|\nc", "a\nb\n\nX|\n\nc"),
        ("a\n|\nc", "a\n\nX|\n\nc"),
        ("\n|\n", "\nX|\n"),
        ("|", "X|"),
    ],
)
def test_a_block_stands_between_blank_lines(after, before, result):
    assert after(lines.block("X"), before) == result


def test_part_of_a_block_may_be_selected(after):
    assert after(lines.block("{{< table id >}}", "id"), "|") == "{{< table |id| >}}"
