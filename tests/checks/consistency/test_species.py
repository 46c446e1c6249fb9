"""Which animals a sentence names, and whether it says that they were studied."""

import pytest

from palmetto_editor.checks.consistency.species import agree, mentions


@pytest.mark.parametrize(
    ("text", "kind", "studied"),
    [
        ("It rose in rats.", "rat", True),
        ("A mouse model showed it.", "mouse", True),
        ("It was found in the dog.", "dog", True),
        ("The human receptor was cloned.", "human", False),
        ("It was not tried in humans.", "human", False),
        ("Unlike rats, it slept.", "rat", False),
        ("Guinea pigs were fed.", "guinea_pig", True),
        ("Non-human primates were fed.", "monkey", True),
    ],
)
def test_a_study_is_told_from_a_mention(text, kind, studied):
    (found,) = mentions(text)
    assert (found.kind, found.studied) == (kind, studied)


def test_a_rat_is_a_rodent_and_no_mouse():
    assert agree({"rat"}, {"rodent"})
    assert agree({"rodent"}, {"mouse", "dog"})
    assert not agree({"rat"}, {"mouse"})
