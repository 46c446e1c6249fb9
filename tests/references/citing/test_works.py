import pytest

from palmetto_editor.references.citing.apart import letters, told_apart
from palmetto_editor.references.citing.count import count
from palmetto_editor.references.citing.pieces import Stand
from palmetto_editor.references.citing.positions import positions
from palmetto_editor.references.citing.works import works
from palmetto_editor.references.styles.style import load
from references.citing.cited_works import REFERENCES, cluster, work


def test_keys_are_counted_in_reading_order():
    found = count([[cluster("@b; @a")], [], [cluster("@a"), cluster("@b")]], {"a", "b", "c"})
    assert found.order == ("b", "a")
    assert found.counts == {"b": 2, "a": 2}
    assert found.occurrences == (((1, 1),), (), ((2,), (2,)))


def test_a_key_that_nothing_has_is_told_and_takes_no_number():
    found = count([[cluster("@x; @a")]], {"a"})
    assert found.occurrences == (((0, 1),),)
    assert found.unknown == ((0, "x"),)


def test_numbers_follow_the_citing_and_what_is_uncited_comes_last():
    made = works(REFERENCES, ("c", "a"), load("nlm-citation-sequence"))
    assert made.keys == ("c", "a", "a2", "b", "c2", "m1", "m2", "n", "doi")
    assert made.cited == 2


def test_names_order_what_is_cited_then_what_is_not():
    made = works(REFERENCES, ("b", "a", "c"), load("harvard-cite-them-right"))
    assert made.keys[:3] == ("c", "a", "b") or made.keys[:3] == ("c", "b", "a")
    assert made.keys[3:] == ("doi", "n", "m1", "m2", "c2", "a2")


def test_only_works_that_are_cited_are_told_apart():
    style = load("harvard-cite-them-right")
    assert works(REFERENCES, ("a", "b"), style).year_suffix("a") == ""
    both = works(REFERENCES, ("a2", "a"), style)
    assert {both.year_suffix("a"), both.year_suffix("a2")} == {"a", "b"}


def test_two_references_with_one_key_are_one_work():
    twice = (work("a", "kate", 2001), work("a", "jane", 2002))
    made = works(twice, ("a",), load("apa"))
    assert made.keys == ("a",)
    assert made.known["a"] is twice[0]


def test_forty_works_alike_get_a_letter_each():
    alike = [work(f"k{n}", "kate", 2000, f"Title {n}") for n in range(40)]
    suffixes = [place.year_suffix for place in told_apart(alike, load("apa")).values()]
    assert len(set(suffixes)) == 40
    assert suffixes[25:28] == ["z", "aa", "ab"]
    assert letters(26 + 26 * 26) == "aaa"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["@a", "@a"], [("first",), ("ibid",)]),
        (["@a", "@a, p. 3", "@a, p. 3"], [("first",), ("ibid-with-locator",), ("ibid",)]),
        (["@a, p. 3", "@a"], [("first",), ("subsequent",)]),
        (["@a", "@b", "@a"], [("first",), ("first",), ("subsequent",)]),
        (["@a; @b", "@b"], [("first", "first"), ("subsequent",)]),
    ],
)
def test_a_position_looks_back_at_what_was_cited(written, expected):
    found = positions([cluster(text) for text in written])
    assert [tuple(one.position for one in row) for row in found] == expected


def test_a_page_in_the_language_of_the_article_is_the_same_page():
    page, words = cluster("@a, S. 3"), cluster("@a, p. 3")
    assert positions([page, words], "de")[1][0].position == "ibid"
    assert positions([page, words], "en")[1][0].position == "ibid-with-locator"


@pytest.mark.parametrize(
    ("note", "near", "expected"),
    [
        (2, 5, Stand("ibid", True, 1)),
        (6, 5, Stand("subsequent", True, 1)),
        (7, 5, Stand("subsequent", False, 1)),
        (3, 1, Stand("subsequent", False, 1)),
        (7, None, Stand("subsequent")),
    ],
)
def test_a_note_is_near_within_the_distance_that_the_style_says(note, near, expected):
    clusters = [cluster("@a"), cluster("@a")]
    assert positions(clusters, "", [1, note], near)[1] == (expected,)


def test_the_first_note_of_a_work_is_told_and_the_latest_is_near():
    clusters = [cluster(text) for text in ("@a", "@b", "@a", "@a; @b")]
    found = positions(clusters, "", [1, 2, 6, 9], 5)
    assert found[3] == (Stand("subsequent", True, 1), Stand("subsequent", False, 2))
