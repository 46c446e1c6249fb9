"""Bold, italic, links and citations come and go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmetto_editor.ui.widgets.inline_commands import bold, cite, code, italic, link


@pytest.mark.parametrize(
    ("before", "result"),
    [
        ("a wo|rd b", "a **wo|rd** b"),
        ("a |two words| b", "a **|two words|** b"),
        ("a | spaced | b", "a | **spaced** | b"),
        ("|", "**|**"),
        ("- |one\n- two|", "- **|one**\n- **two|**"),
        ("|- [x] kept signs|", "|- [x] **kept signs|**"),
        ("|one\n\ntwo|", "**|one**\n\n**two|**"),
        ("x |**a** b| y", "x **|a b|** y"),
        ("\U0001f600 wo|rd", "\U0001f600 **wo|rd**"),
    ],
)
def test_bold_is_put_around_the_selection_or_word(after, before, result):
    assert after(bold, before) == result


@pytest.mark.parametrize(
    ("before", "result"),
    [
        ("a **wo|rd** b", "a wo|rd b"),
        ("a |**word**| b", "a |word| b"),
        ("a **more wo|rds** b", "a more wo|rds b"),
        ("**|**", "|"),
        ("- **|one**\n- **two|**", "- |one\n- two|"),
    ],
)
def test_bold_twice_is_plain_again(after, before, result):
    assert after(bold, before) == result


def test_italic_within_bold_keeps_the_bold(after):
    assert after(italic, "**bo|ld**") == "***bo|ld***"
    assert after(italic, "***bo|ld***") == "**bo|ld**"


def test_stars_in_code_are_no_emphasis(after):
    assert after(italic, "`a *b| c*`") == "`a **b|* c*`"
    assert after(code, "a `b| c`") == "a b| c"


@pytest.mark.parametrize(
    ("before", "result"),
    [
        ("a |word| b", "a [word](|) b"),
        ("a wo|rd b", "a [word](|) b"),
        ("see |https://example.org| b", "see [|](https://example.org) b"),
        ("|", "[|]()"),
        ("[some wo|rds](https://example.org)", "some wo|rds"),
    ],
)
def test_a_link_is_made_and_unmade(after, before, result):
    assert after(link, before) == result


def test_an_address_on_the_clipboard_becomes_the_target(passage):
    made = link(passage("a |word| b"), " https://example.org/x ")
    assert made.text == "a [word](https://example.org/x) b"
    assert made.selected == "https://example.org/x"


@pytest.mark.parametrize(
    ("before", "result"),
    [
        ("fed|.", "fed [@|]."),
        ("fed |.", "fed [@|]."),
        ("fed [@sun2004|].", "fed [@sun2004; @|]."),
        ("by |sun2004| it", "by |[@sun2004]| it"),
        ("by |[@sun2004]| it", "by |sun2004| it"),
    ],
)
def test_a_citation_is_begun_added_or_taken_away(after, before, result):
    assert after(cite, before) == result


@pytest.mark.parametrize("command", [bold, italic, code])
@given(text=st.text(alphabet="ab *`_\n-[]", max_size=30), data=st.data())
def test_a_toggle_loses_no_word(passage, command, text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    result = command(passage(f"{text[:start]}|{text[start:end]}|{text[end:]}"))
    assert result.text.count("a") == text.count("a")
    assert result.text.count("\n") == text.count("\n")
    assert 0 <= result.start <= result.end <= len(result.text)
