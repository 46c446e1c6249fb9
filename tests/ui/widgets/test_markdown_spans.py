"""What each stretch of a line is, and what the line leaves open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import grows_with
from palmetto_editor.ui.widgets import markdown_spans
from palmetto_editor.ui.widgets.markdown_spans import START, Style, describe, next_state, pairs_in


def found(line, style, state=START):
    return [line[s.start : s.end] for s in describe(line, state)[0] if s.style & style]


def states(*lines):
    state, result = START, []
    for line in lines:
        state = describe(line, state)[1]
        result.append(state)
    return result


@pytest.mark.parametrize(
    ("line", "style", "texts"),
    [
        ("a **b *c* d**", Style.STRONG, ["**b *c* d**"]),
        ("a **b *c* d**", Style.EMPHASIS, ["*c*"]),
        ("***a***", Style.STRONG | Style.EMPHASIS, ["**a**", "***a***"]),
        ("snake_case_name and _it_", Style.EMPHASIS, ["_it_"]),
        ("2 * 3 * 4", Style.EMPHASIS, []),
        (r"\*no\*", Style.EMPHASIS, []),
        ("~~gone~~", Style.STRIKE, ["~~gone~~"]),
        ("`a *b*` *c*", Style.CODE, ["`a *b*`"]),
        ("`a *b*` *c*", Style.EMPHASIS, ["*c*"]),
        ("``a ` b``", Style.CODE, ["``a ` b``"]),
        ("[see @a, p. 3; -@b] [no]", Style.CITATION, ["[see @a, p. 3; -@b]"]),
        ("as @howard1996 says.", Style.CITATION, ["@howard1996"]),
        ("[@{10.1/x?y}] and @{a/}", Style.CITATION, ["[@{10.1/x?y}]", "@{a/}"]),
        ("me@example.org", Style.CITATION, []),
        ("x[^n] y", Style.NOTE, ["[^n]"]),
        ("[^n]: text", Style.NOTE, ["[^n]:"]),
        ("[a](b_(c)) ![d](route)", Style.LINK, ["[a](b_(c))", "![d](route)"]),
        ("see https://example.org/a_b.", Style.LINK, ["https://example.org/a_b."]),
        ("{{< table findings >}}", Style.SHORTCODE, ["{{< table findings >}}"]),
        ("a <b class=x>c</b>", Style.HTML, ["<b class=x>", "</b>"]),
        ("> [!NOTE] What it means", Style.LABEL, ["[!NOTE] What it means"]),
        ("> quoted", Style.QUOTE, ["> quoted"]),
        ("# One", Style.H1, ["# One"]),
        ("### Three", Style.H2, ["### Three"]),
        ("##### Five", Style.H3, ["##### Five"]),
        ("#no heading", Style.H1, []),
        ("| a | b |", Style.TABLE, ["| a | b |"]),
        ("1. a", Style.MARKER, ["1. "]),
        ("- [x] a", Style.MARKER, ["- [x]"]),
        ("***", Style.MARKER, ["***"]),
        ("    code", Style.CODE, ["    code"]),
    ],
)
def test_marks_are_found(line, style, texts):
    assert found(line, style) == texts


def test_a_fence_lasts_until_one_as_long_of_the_same_sign():
    lines = ("````py", "*a*", "```", "~~~~", "````", "*a*")
    fenced = [state & 3 == markdown_spans.FENCE for state in states(*lines)]
    assert fenced == [True, True, True, True, False, False]


def test_backticks_in_a_line_open_no_fence():
    assert states("```a``` b")[0] & 3 == markdown_spans.TEXT


def test_a_comment_lasts_over_lines():
    first, second, third = states("a <!-- b", "*c*", "d --> *e*")
    assert first & second & 3 == markdown_spans.COMMENT
    assert third & 3 == markdown_spans.TEXT
    assert found("d --> *e*", Style.EMPHASIS, second) == ["*e*"]


def test_indented_lines_are_code_but_not_in_a_list():
    assert found("    a", Style.CODE, states("- item", "")[-1]) == []
    assert found("    a", Style.CODE, states("- item", "", "text", "")[-1]) == ["    a"]
    assert found("    a", Style.CODE, states("text")[-1]) == []


def test_code_after_a_blank_line_begins_no_list():
    assert next_state("\t- a", START) == describe("\t- a", START)[1]


def test_pairs_tell_their_marks():
    (pair,) = pairs_in("a **b** c", Style.STRONG)
    assert (pair.start, pair.end, pair.marks) == (2, 7, (2, 2))


LINES = st.lists(
    st.text(alphabet="ab` ~>-*_#1.[]()<!@\\|\t", max_size=20)
    | st.sampled_from(["```", "~~~", "", "    x", "- a", "<!--", "-->", "> ```", "# h"]),
    max_size=8,
)


@given(LINES)
def test_the_cheap_state_is_the_state(lines):
    state = START
    for line in lines:
        spans, left = describe(line, state)
        assert next_state(line, state) == left
        assert all(0 <= s.start <= s.end <= len(line) for s in spans)
        state = left


@pytest.mark.parametrize(
    "unit", ["[", "*a ", "`a ``", "[@", "<a", "<!--", "](a ", "**_", "a_", "@a...", '[](a "', "> "]
)
def test_the_time_is_linear_in_the_line(unit, monkeypatch):
    monkeypatch.setattr(markdown_spans, "LONGEST", 10**9)

    assert grows_with(lambda length: describe((unit * length)[:length], START), 4_000)
