from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from palmetto_editor.model.places import Place
from palmetto_editor.page.page import Page, PageBlock
from palmetto_editor.session.patch import between


def _page(*names: str, **fields: str) -> Page:
    blocks = tuple(PageBlock(name.lower(), f"<p>{name}</p>", Place("body")) for name in names)
    page = Page("en", "", "", blocks, "", {}, "{}", (), (), (), (None,) * len(blocks))
    return replace(page, **fields)


def _spans(patch):
    return [(s.first, s.removed, "".join(block.id for block in s.added)) for s in patch.spans]


def test_the_first_page_is_shown_whole():
    assert between(None, _page("a")).whole


def test_the_same_page_changes_nothing():
    page = _page("a", "b")
    patch = between(page, page)
    assert not patch.whole
    assert not patch.spans
    assert not patch.frame


def test_one_changed_block_is_all_that_changes():
    patch = between(_page("a", "b", "c"), _page("a", "B", "c"))
    assert _spans(patch) == [(1, 1, "b")]


def test_blocks_between_two_that_change_stay():
    patch = between(_page(*"abcde"), _page(*"aBCdE"))
    assert _spans(patch) == [(1, 2, "bc"), (4, 1, "e")]


def test_a_block_put_in_removes_none():
    patch = between(_page("a", "a", "b"), _page("a", "a", "a", "b"))
    assert _spans(patch) == [(2, 0, "a")]


def test_a_block_taken_out_adds_none():
    patch = between(_page("a", "b", "c"), _page("a", "c"))
    assert _spans(patch) == [(1, 1, "")]


def test_a_new_language_or_head_changes_the_frame_and_no_block():
    for change in ({"language": "de"}, {"head": "<title>x</title>"}, {"closing": "</main>"}):
        patch = between(_page("a"), _page("a", **change))
        assert patch.frame
        assert not patch.spans


@given(st.lists(st.sampled_from("aAbBcC")), st.lists(st.sampled_from("aAbBcC")))
def test_a_patch_makes_the_old_page_the_new_one(before, after):
    old, new = _page(*before), _page(*after)
    patch = between(old, new)
    blocks = old.blocks
    for span in patch.spans:
        last = span.first + span.removed
        blocks = (*blocks[: span.first], *span.added, *blocks[last:])
    assert blocks == new.blocks
