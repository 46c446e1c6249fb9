import pytest

from palmetto_editor.markup.guard import Budget, TooSlowError, rough_cost
from palmetto_editor.markup.plain import plain_text
from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job

PROSE = (
    "Some ordinary words – with *emphasis*, **more of it**, `code`, a [link](https://x.org/a_b),\n"
    "what others found [@howard1996; see @kojima1999, p. 3], a note[^1], 5 < 6, H<sub>2</sub>O,\n"
    "an address x@y.org, snake_case_names, 3 * 4, and so on & so forth.\n"
)


@pytest.mark.parametrize(
    "text",
    ["[" * 12_000, ">" * 10_000 + " x", "> " * 10_000, "- " * 10_000 + "x", "-\n" * 6_000,
     "[a](b)" * 5_000, "|1|2|\n|-|-|\n" * 2_000],
    ids=["brackets", "quotes", "spaced quotes", "lists", "items", "links", "cells"],
)  # fmt: skip
def test_hostile_text_stands_there_plain_with_a_fault(text):
    for inline in (False, True):
        result = render(Job(text, inline=inline))
        if inline and not result.faults:  # quotes and lists mean nothing in a line
            continue
        assert [fault.rule for fault in result.faults] == ["body.too-slow"]
        assert plain_text(result.html) == " ".join(text.split())


@pytest.mark.parametrize("times", [1, 20, 100])
def test_prose_of_any_length_is_rendered(times):
    result = render(Job(PROSE * times))
    assert result.faults == ()
    assert len(result.clusters) == times
    assert result.html.count("<strong>") == times


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("| 1.2 | *3.4* | [@a] |\n", 500),
        ("- *item* with [@a]\n", 500),
        ("line in a poem  \n", 1_000),
        ("1. [Title](https://x.org)\n", 500),
    ],
)
def test_long_tables_and_lists_are_rendered(text, rows):
    head = "| a | b | c |\n|---|---|---|\n" if text.startswith("|") else ""
    assert render(Job(head + text * rows)).faults == ()


def test_code_may_be_as_dense_as_it_likes():
    result = render(Job("```\n" + "[*_`<@\\" * 10_000 + "\n```"))
    assert result.faults == ()


def test_sixteen_levels_are_enough():
    assert render(Job("> " * 14 + "a")).faults == ()
    assert render(Job("> " * 40 + "a")).faults != ()


def test_a_budget_grows_with_the_text():
    Budget(1_000_000).spend(2_000_000)
    with pytest.raises(TooSlowError):
        Budget(1_000).spend(2_000_000)


@pytest.mark.parametrize(
    "sign", ["> ", "- ", "* ", "[a](b)", "*a **b", "<b>", "![[", "@a;", "[^a] "]
)
def test_a_short_text_that_is_dense_is_known_for_costly(sign):
    assert rough_cost(sign * 300) > 1_000


def test_a_paragraph_with_some_marks_is_known_for_cheap():
    assert rough_cost("Words of *prose* with [a link](https://a.example) and @key. " * 6) < 1_000
