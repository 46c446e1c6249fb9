import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.intake.disagree.words import (
    fold,
    is_beginning,
    is_cut,
    key,
    same,
    seen,
    sentences,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a  b\n", "a b"),
        ("Tom &amp; Ann", "Tom & Ann"),
        ("&amp;quot;a&amp;quot;", '"a"'),
        ("“read”", '"read"'),
        ("it’s", "it's"),
        ("a – b — c", "a - b - c"),
        ("wait…", "wait..."),
        ("soft\u00adhyphen", "softhyphen"),
        ("no\u00a0break", "no break"),
    ],
)
def test_noise_is_no_difference(one, other):
    assert fold(one) == fold(other)


def test_capitals_count_unless_all_are():
    assert same("TIDES AND SHORES", "Tides and shores")
    assert not same("Tides and Shores", "Tides and shores")


def test_a_full_stop_at_the_end_does_not_count():
    assert same("The sea comes.", "The sea comes")


def test_numbers_keep_their_sign_and_their_point():
    assert key("-5 degrees") != key("5 degrees")
    assert key("0.5 mg") != key("05 mg")
    assert key("< 5") != key("> 5")
    assert key("15–30 minutes") == key("15-30 minutes")


def test_the_number_of_a_citation_is_not_read():
    assert key("It rises [3] fast [1, 2].") == key("It rises fast.")


def test_markdown_is_seen_as_readers_see_it():
    assert seen("It **rises** [fast](https://example.org) [@wren2019].") == "It rises fast ."
    assert key(seen("- one\n- two")) == key("one two")


def test_what_ends_in_dots_is_a_beginning():
    assert is_beginning("The sea comes and…", "The sea comes and goes.")
    assert is_beginning("The sea [...]", "The sea comes.")
    assert not is_beginning("The sea", "The sea comes.")
    assert not is_beginning("…", "The sea comes.")


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("The sea comes.", "The sea comes. It goes."),
        ("It goes.", "The sea comes. It goes."),
        ("The sea comes and g…", "The sea comes and goes."),
        ("The sea", "The sea comes."),
    ],
)
def test_an_answer_is_cut_where_the_other_has_more(short, whole):
    assert is_cut(short, whole)
    assert is_cut(whole, short)


def test_another_answer_is_not_a_cut_one():
    assert not is_cut("The sea goes.", "The sea comes. It goes away.")
    assert not is_cut("", "The sea comes.")


def test_sentences_end_at_stops_and_lines():
    assert sentences("One. Two? “Three!” Four\nfive e.g. six") == (
        "One.",
        "Two?",
        "“Three!”",
        "Four",
        "five e.g. six",
    )


@examples(40)
@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more_of_plain_text(text):
    once = fold(text.replace("&", ""))
    assert fold(once) == once
