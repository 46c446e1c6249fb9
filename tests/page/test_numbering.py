from __future__ import annotations

from palmetto_editor.markup.rendered import Cite, Cluster
from palmetto_editor.page.numbering import UNKNOWN, Mark, citations, notes


def clusters(*keys: str) -> tuple[Cluster, ...]:
    return tuple(Cluster(tuple(map(Cite, key.split()))) for key in keys)


def test_a_key_has_the_number_of_its_first_citation_and_counts_its_places():
    found = citations([clusters("b a"), (), clusters("a", "b")], {"a", "b", "c"})
    assert found.order == ("b", "a")
    assert found.counts == (2, 2)
    assert found.marks == (
        ((Mark(1, 1), Mark(2, 1)),),
        (),
        ((Mark(2, 2),), (Mark(1, 2),)),
    )


def test_a_key_that_nothing_has_takes_no_number():
    found = citations([clusters("x a")], {"a"})
    assert found.marks == (((UNKNOWN, Mark(1, 1)),),)
    assert found.unknown == ((0, "x"),)


def test_notes_that_refer_to_each_other_end():
    found = notes([("x",)], {"x": ("y",), "y": ("x",)})
    assert found.order == ("x", "y")
    assert found.counts == (2, 1)
    assert found.marks == ((Mark(1, 1),), (Mark(2, 1),), (Mark(1, 2),))
