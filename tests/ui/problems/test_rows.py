from dataclasses import replace

import pytest

from found import BACKWARDS, CHECKED, NO_SLUG, STALE, STAYS, WORD
from palmetto_editor.checks.checked import Checked
from palmetto_editor.model.values import Dismissal
from palmetto_editor.ui.problems.names import Names
from palmetto_editor.ui.problems.rows import MOST, Row, groups
from sample_articles import full

NAMES = Names(full())


def grouped(by="severity", asked="", checked=CHECKED):
    made = groups(checked.findings, checked, by, asked, NAMES)
    return {group.title: [row.rule for row in group.rows] for group in made}


def test_by_severity_the_gravest_come_first_and_what_stands_last():
    assert grouped() == {
        "Errors  1": [NO_SLUG.rule],
        "Warnings  1": [BACKWARDS.rule],
        "Advice  1": [WORD.rule],
        "Dismissed, with your reason  1": [STAYS.rule],
        "Dismissed, and found no more  1": [STALE.rule],
    }


def test_by_part_they_stand_as_the_parts_do():
    titles = list(grouped("part"))
    assert titles[:3] == ["Metadata  1", "Body  1", "References  1"]


def test_within_a_part_the_gravest_come_first():
    grave = replace(WORD, severity="error", rule="text.grave")
    found = grouped("part", checked=Checked((WORD, grave)))
    assert found == {"Body  2": ["text.grave", "text.word"]}


@pytest.mark.parametrize(
    ("asked", "rules"),
    [
        ("tide", [WORD.rule]),
        ("REFERENCES.pages", [BACKWARDS.rule]),
        ("warning run", [BACKWARDS.rule]),
        ("wren2019", [BACKWARDS.rule]),
        ("quoted", [STAYS.rule]),
        ("was cited", [STALE.rule]),
        ("advice backwards", []),
    ],
)
def test_each_word_of_the_filter_is_in_what_is_left(asked, rules):
    assert [rule for found in grouped(asked=asked).values() for rule in found] == rules


def test_a_long_group_is_cut_and_says_by_how_much():
    many = tuple(replace(WORD, message=f"Word {number}.") for number in range(MOST + 7))
    (group,) = groups(many, Checked(many), "severity", "", NAMES)
    assert (len(group.rows), group.hidden, group.title) == (MOST, 7, f"Advice  {MOST + 7}")


def test_a_dismissal_of_no_place_is_still_listed():
    row = Row(None, Dismissal(rule="a.b", place="!!", reason="Once."))
    assert row.place is None
    assert row.says(NAMES) == "“Once.” · a.b"
