from hypothesis import given
from hypothesis import strategies as st

from palmetto_editor.intake.recognise import tags


def test_tags_stand_between_commas_or_signs() -> None:
    assert tags.separated("gulls, sea birds #tides") == ("gulls", "sea birds", "tides")


def test_tags_that_run_together_are_parted_by_the_words_of_the_article() -> None:
    known = tags.vocabulary(["A pelican eats. Its diet is fish; sea birds of the T-2 bay."])
    assert tags.unglued("pelicandietsea birdsT-2fish", known) == (
        "pelican",
        "diet",
        "sea birds",
        "T-2",
        "fish",
    )


def test_tags_in_capitals_are_parted_without_help() -> None:
    assert tags.unglued("Sea BirdsTides", frozenset()) == ("Sea Birds", "Tides")


def test_a_sentence_is_not_taken_apart() -> None:
    known = tags.vocabulary(["the sea comes and goes"])
    assert tags.unglued("the sea comes", known) == ()


@given(st.lists(st.text("abcAB1 -", max_size=12), max_size=4), st.text("abcAB1 -", max_size=30))
def test_no_sign_is_lost(texts: list[str], text: str) -> None:
    found = tags.unglued(text, tags.vocabulary(texts))
    assert not found or "".join(found).replace(" ", "") == text.replace(" ", "")
