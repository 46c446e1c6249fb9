"""Columns share the width by what they have to say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from palmetto_editor.model.values import Column, Table
from palmetto_editor.ui.widgets.grid_widths import NARROWEST, column_widths


def table(*texts):
    columns = tuple(Column(id=f"c{number}") for number in range(len(texts)))
    return Table(id="t", columns=columns, rows=(texts,))


def widths(shown, room, dragged=None):
    return column_widths(shown, room, lambda text: 8 * len(text), dragged or {})


def test_more_text_gets_more_room():
    short, long = widths(table("yes", "many words " * 20), 600)
    assert short < long
    assert short + long == 600


def test_a_long_word_is_not_broken_where_there_is_room():
    first, _ = widths(table("[@bednarek2000]", "many words " * 30), 600)
    assert first >= 8 * len("[@bednarek2000]")


def test_a_dragged_column_keeps_its_width():
    assert widths(table("a", "b"), 600, {"c0": 400})[0] == 400


def test_one_column_has_it_all():
    assert widths(table("a"), 500) == [500]


def test_a_row_that_is_too_short_is_no_obstacle():
    ragged = Table(id="t", columns=table("a", "b").columns, rows=(("a",), ("a", "b")))
    assert len(widths(ragged, 500)) == 2


def test_no_columns_have_no_widths():
    assert widths(Table(id="t"), 500) == []


@given(
    st.lists(st.text(alphabet="ab ", max_size=60), min_size=1, max_size=12), st.integers(50, 900)
)
def test_the_room_is_filled_and_columns_can_be_read(texts, room):
    result = widths(table(*texts), room)
    assert sum(result) >= room
    assert min(result) >= NARROWEST / 1.2 - 1
