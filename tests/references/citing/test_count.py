"""Counting citations, and counting again what changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from palmetto_editor.markup.rendered import Cite, Cluster
from palmetto_editor.references.citing.count import Counted, count, recount

KNOWN = {"a", "b", "c"}
CLUSTERS = st.lists(
    st.lists(st.sampled_from(["a", "b", "c", "x", "y"]), min_size=1, max_size=3), max_size=3
)


def clusters(keys):
    return tuple(Cluster(tuple(map(Cite, row))) for row in keys)


def test_works_are_counted_in_the_order_of_their_citing():
    texts = [clusters([["b", "x"]]), (), clusters([["a"], ["b"]])]
    assert count(texts, KNOWN) == Counted(
        ("b", "a"), {"b": 2, "a": 1}, (((1, 0),), (), ((1,), (2,))), ((0, "x"),)
    )


def test_other_keys_that_nobody_knows_count_for_no_other_text():
    before = [clusters([["x"], ["a"]]), clusters([["a"]])]
    texts = [clusters([["a", "y"]]), before[1]]
    assert recount(count(before, KNOWN), before, texts, [0], KNOWN) == count(texts, KNOWN)


def test_another_work_counts_for_all_that_follow():
    before = [clusters([["a"]]), clusters([["b"]])]
    texts = [clusters([["b"]]), before[1]]
    assert recount(count(before, KNOWN), before, texts, [0], KNOWN) is None


@given(st.lists(CLUSTERS.map(clusters), max_size=4), st.data())
def test_counting_again_gives_what_counting_gives(before, data):
    texts = [data.draw(st.one_of(st.just(row), CLUSTERS.map(clusters))) for row in before]
    others = [i for i, row in enumerate(texts) if row is not before[i]]
    again = recount(count(before, KNOWN), before, texts, others, KNOWN)
    assert again in (None, count(texts, KNOWN))
