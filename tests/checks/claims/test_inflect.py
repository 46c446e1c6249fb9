"""Plural and tense are made by rule."""

import pytest

from palmetto_editor.checks.claims.inflect import forms


@pytest.mark.parametrize(
    ("word", "made"),
    [
        ("treat", "treats treated treating"),
        ("cure", "cures cured curing"),
        ("carry", "carries carried carrying"),
        ("stop", "stops stopped stopping"),
        ("refer", "referred referring"),
        ("heal", "heals healed healing"),
        ("fix", "fixes fixed"),
        ("rise", "rises rose risen rising"),
        ("run", "runs ran running"),
        ("swear", "swore sworn swearing"),
        ("mouse", "mice"),
        ("study", "studies studied studying"),
        ("woman", "women"),
        ("maximise", "maximised maximized maximizing"),
        ("tie", "tied tying"),
        ("agree", "agreed agreeing"),
    ],
)
def test_a_word_has_its_forms(word, made):
    assert set(made.split()) <= set(forms(word))
