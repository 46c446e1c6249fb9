import pytest

from intake.recognise.made import draft, h, p, ul
from palmetto_editor.intake.manuscript import Piece

REST = [h(2, "Moon"), p("It pulls.")]


@pytest.mark.parametrize("heading", ["The Short Answer", "TL;DR", "Key takeaways", "At a glance:"])
def test_a_heading_tells_the_short_answer(heading: str) -> None:
    made = draft(h(1, "Tides"), h(2, heading), p("The moon."), *REST)
    assert made.article.short_answer == "The moon."
    assert made.article.body == "## Moon\n\nIt pulls.\n"


def test_takeaways_may_be_a_list() -> None:
    made = draft(h(1, "Tides"), h(2, "Key takeaways"), ul("Moon", "Sun"), *REST)
    assert made.article.short_answer == "- Moon\n- Sun"


def test_a_label_in_bold_is_taken_off() -> None:
    made = draft(h(1, "Tides"), p("**TL;DR:** The moon.", plain="TL;DR: The moon."), *REST)
    assert made.article.short_answer == "The moon."


def test_a_box_by_its_class() -> None:
    made = draft(h(1, "Tides"), p("The moon.", "key-takeaways"), *REST)
    assert made.article.short_answer == "The moon."


def test_a_conclusion_is_no_short_answer() -> None:
    made = draft(
        h(1, "Tides"), p("Text."), *REST, h(2, "Sun"), p("Too."), h(2, "The bottom line"), p("Wet.")
    )
    assert made.article.short_answer == ""
    assert "## The bottom line" in made.article.body


def test_a_sentence_that_sends_the_reader_elsewhere_stays_in_the_body() -> None:
    send = p("For a complete overview, see the Complete Guide to Tides from Shore Notes.")
    made = draft(h(1, "Tides"), h(2, "The Short Answer"), p("The moon."), send, *REST)
    assert made.article.short_answer == "The moon."
    assert made.article.body.startswith(send.text)


def test_a_box_that_begins_with_its_label() -> None:
    box = Piece(
        kind="note",
        text="> The moon.",
        plain="TL;DR The moon.",
        pieces=(p("💡"), p("**TL;DR** The moon.")),
    )
    assert draft(h(1, "Tides"), box, *REST).article.short_answer == "The moon."


def test_a_line_above_a_list_names_the_list_alone() -> None:
    made = draft(h(1, "Tides"), p("Key takeaways"), ul("Twice a day."), p("The sea is wide."))
    assert made.article.short_answer == "- Twice a day."
    assert made.article.body == "The sea is wide.\n"
