from hypothesis import given
from hypothesis import strategies as st

from palmetto_editor.model.spans import difference

TEXT = st.text("ab\n", max_size=30)


@given(TEXT, TEXT)
def test_the_span_turns_the_old_text_into_the_new_one(old, new):
    start, old_end, new_end = difference(old, new)
    assert old[:start] + new[start:new_end] + old[old_end:] == new


@given(TEXT, TEXT)
def test_the_span_is_as_short_as_can_be(old, new):
    start, old_end, new_end = difference(old, new)
    assert old[start : start + 1] != new[start : start + 1] or old_end == start or new_end == start
    assert 0 <= start <= old_end <= len(old)
    assert start <= new_end <= len(new)


def test_equal_texts_differ_nowhere():
    assert difference("same", "same") == (4, 4, 4)
