"""Words, syllables and the passive voice, counted."""

import pytest

from palmetto_editor.checks.readability.measures import ease, is_passive, lines, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("tide", 1),
        ("the", 1),
        ("table", 2),
        ("apples", 2),
        ("walked", 1),
        ("wanted", 2),
        ("horses", 2),
        ("science", 2),
        ("radio", 3),
        ("receptor", 3),
        ("stimulation", 5),
        ("well-known", 2),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert syllables(word) == count


def test_the_passive_voice_is_heard():
    assert is_passive("The receptor was cloned from pigs.")
    assert is_passive("It had been slowly given.")
    assert not is_passive("The birds were tired.")
    assert not is_passive("They cloned the receptor.")


def test_marks_and_citations_are_no_words():
    (line,) = lines("The **tide** [@wren2019] is [high](https://example.org/high).")
    assert line.words == 4


def test_easy_text_scores_above_hard_text():
    easy = ease([*lines("The tide goes out. The birds come in.")])
    hard = ease(
        [*lines("Interdisciplinary investigations characteristically necessitate cooperation.")]
    )
    assert easy > 90 > 0 > hard
