"""Where sentences end, and where they do not."""

import pytest

from palmetto_editor.checks.sentences import sentences


def texts(text):
    return [sentence.text for sentence in sentences(text)]


def test_a_stop_before_a_capital_ends_a_sentence():
    assert texts("The tide rose. Birds left.") == ["The tide rose.", "Birds left."]


@pytest.mark.parametrize(
    "text",
    [
        "Wren et al. (2000) counted birds.",
        "Work by Wren G, et al. Nature later confirmed it.",
        "Some birds, e.g. Calidris, stay.",
        "Some waders, i.e. Calidris, stay.",
        "The plan (Fig. 3) shows it.",
        "It was seen by Dr. Wren.",
        "It was counted by J. B. Wren.",
        "It weighs 2.5 mg on average.",
        "It is of approx. 20 g.",
        "Bird no. 5 left.",
        "Tide vs. Wind was the question.",
        "The larvae of C. elegans grew.",
        "It came to St. Ives.",
        "Was it in vivo? yes and no",
        "See p. 3 of it.",
        "Counted in Jan. 2019 again.",
    ],
)
def test_a_stop_within_a_sentence_ends_nothing(text):
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It was found by Wren et al. The birds had left.", 2),
        ("Is it allowed? No. It is not.", 3),
        ("They left the U.S. They came back.", 2),
        ("It held vitamin C. The rest was water.", 2),
        ("“They left.” Nobody knew.", 2),
        ("They left (at noon). Nobody knew.", 2),
        ("They left… Nobody knew!", 2),
        ("They left at 10 a.m. The rest stayed.", 2),
        ("潮が満ちた。鳥は去った。", 2),
        ("It rose by 5 mg. 20 birds left.", 2),
    ],
)
def test_other_stops_end_one(text, count):
    assert len(texts(text)) == count


def test_headings_items_rows_and_heads_of_callouts_are_sentences():
    text = (
        "# Of birds\nThey left.\n- one\n- two\n\n> [!NOTE] What it means\n> It rose.\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n1. first\n2. second\n"
    )
    assert texts(text) == [
        "Of birds", "They left.", "one", "two", "What it means", "It rose.",
        "a | b |", "c | d |", "first", "second",
    ]  # fmt: skip


def test_a_wrapped_line_goes_on():
    assert texts("The tide\nrose at noon.") == ["The tide\nrose at noon."]


def test_spans_are_those_of_the_text():
    text = "  One stop.  Another one.\n\n- Third"
    assert all(text[s.start : s.end] == s.text for s in sentences(text))


def test_nothing_has_no_sentences():
    assert texts("") == texts(" \n\n ") == texts("---\n\n***") == []
