import pytest

from effort import grows_with
from palmetto_editor.ui.problems.sections import Sections

BODY = """It begins.

## Where it *comes* from [@page]

A paragraph.

Under a line
============

> ## Quoted

The end.
"""


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("begins", ""),
        ("comes", "Where it comes from"),
        ("paragraph", "Where it comes from"),
        ("line", "Under a line"),
        ("end", "Under a line"),
    ],
)
def test_a_character_stands_under_the_last_heading_before_it(words, heading):
    assert Sections().heading(BODY, BODY.index(words)) == heading


def test_headings_are_kept_up_with_what_is_typed():
    sections = Sections()
    sections.heading(BODY, 0)
    typed = BODY.replace("Under a line", "Above a line").replace(
        "It begins", "## First\n\nIt begins"
    )
    assert sections.heading(typed, typed.index("begins")) == "First"
    assert sections.heading(typed, typed.index("end")) == "Above a line"
    assert sections.heading("", 0) == ""


def test_asking_for_each_of_many_findings_does_not_read_the_body_each_time():
    body = "".join(f"## Part {number}\n\nWords.\n\n" for number in range(2_000))

    def ask(times):
        sections = Sections()
        for number in range(times):
            sections.heading(body, number * 7)

    assert grows_with(ask, 500)
