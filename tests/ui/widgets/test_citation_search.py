"""References are found by what a writer remembers of them."""

from __future__ import annotations

import pytest

from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.ui.widgets.citation_search import is_finished, label, query_at, search

HOWARD = Reference(
    id="howard1996",
    title="A receptor in pituitary and hypothalamus that functions in growth hormone release",
    author=(Name(family="Howard", given="A. D."), Name(family="Feighner")),
    issued=Date(date_parts=((1996, 8, 16),)),
)
MUELLER = Reference(
    id="ghrelin-review",
    title="Ghrelin",
    author=(Name(family="Müller"),),
    issued=Date(date_parts=((2015,),)),
)
AGENCY = Reference(id="who", title="Fact sheet", author=(Name(literal="World Health Agency"),))
ALL = (HOWARD, MUELLER, AGENCY)
BOTH = ("[", "]")


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("", ["howard1996", "ghrelin-review", "who"]),
        ("how", ["howard1996"]),
        ("HOWARD", ["howard1996"]),
        ("1996", ["howard1996"]),
        ("feighner", ["howard1996"]),
        ("pituitary howard", ["howard1996"]),
        ("muller 2015", ["ghrelin-review"]),
        ("Müller", ["ghrelin-review"]),
        ("review", ["ghrelin-review"]),
        ("health", ["who"]),
        ("howard 2015", []),
        ("itary", []),
    ],
)
def test_words_in_any_order_find_a_reference(words, keys):
    assert [reference.id for reference in search(ALL, words)] == keys


def test_a_key_that_begins_so_comes_before_other_words():
    other = Reference(id="x", title="How it began", author=(Name(family="Adams"),))
    named = Reference(id="y", author=(Name(family="How"),))
    found = search((other, named, HOWARD), "how")
    assert [reference.id for reference in found] == ["howard1996", "y", "x"]


def test_a_label_says_who_when_and_what():
    assert label(HOWARD).startswith("Howard 1996 — A receptor in pituitary")
    assert label(AGENCY) == "World Health Agency — Fact sheet"
    assert label(Reference(id="bare")) == "bare"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("see @how", (4, 8, "how", BOTH)),
        ("see [@how", (5, 9, "how", ("", "]"))),
        ("[@a; -@b c", (6, 10, "b c", ("", "]"))),
        ("[x] @", (4, 5, "", BOTH)),
        ("me@example", None),
        ("@ home", None),
        ("@a] more", None),
        ("no citation", None),
    ],
)
def test_what_is_being_cited_is_read_from_the_line(line, expected):
    assert query_at(line, len(line)) == expected


def test_within_brackets_the_rest_of_a_key_is_replaced_too():
    assert query_at("[@howard1996]", 5) == (1, 12, "how", ("", ""))
    assert query_at("by @how the", 7) == (3, 7, "how", BOTH)


def test_prose_after_a_whole_key_ends_the_search():
    assert is_finished(ALL, "howard1996 showed")
    assert not is_finished(ALL, "howard pituitary")
    assert not is_finished(ALL, "howard1996")
