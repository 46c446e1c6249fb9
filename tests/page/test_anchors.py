from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from palmetto_editor.page.anchors import anchors, item_anchor


def test_an_anchor_reads_as_its_heading():
    assert anchors(["What was *not* counted?", "Größe"], ()) == ("what-was-not-counted", "grosse")


def test_a_heading_in_another_script_keeps_its_letters():
    assert anchors(["Приливы и птицы", "潮汐", "…"], ()) == ("приливы-и-птицы", "潮汐", "section")


def test_a_second_heading_has_a_number_that_no_other_has():
    assert anchors(["One", "One 2", "One"], ()) == ("one", "one-2", "one-3")


@given(st.lists(st.sampled_from(["Ref 1", "Note", "FAQ", "Table 1", "Cite 1", "x", ""])))
def test_anchors_are_unique_and_never_what_the_page_numbers(headings):
    found = anchors(headings, {"x"})
    own = {"ref-1", "note-2", "cite-1-2", "faq-2", "table-1", "table-2", "x"}
    assert len(set(found)) == len(headings)
    assert own.isdisjoint(found)


@given(st.text(max_size=8), st.text(max_size=8))
def test_two_items_never_share_an_anchor(one, other):
    assert (item_anchor("table", one) == item_anchor("table", other)) == (one == other)
