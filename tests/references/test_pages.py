import pytest

from palmetto_editor.references.pages import backwards


@pytest.mark.parametrize(
    "page",
    [
        "",
        "307-315",
        "307–15",
        "1207–9",
        "S12–S19",
        "e1-e10",
        "123.e1-123.e15",
        "iv–ix",
        "33-35, 38-39 and 41",
        "974",
        "e1000412",
        "12-3-4",
        "1-A",
        "A9-B1",
        "ix-3",
        "PS-2019-3",
    ],
)
def test_ranges_that_run_forwards_and_what_is_no_range_are_right(page):
    assert backwards(page) is None


@pytest.mark.parametrize(
    ("page", "written", "turned"),
    [
        ("315-307", "315-307", "307-315"),
        ("S19 – S12", "S19 – S12", "S12 – S19"),
        ("e12--e9", "e12--e9", "e9--e12"),
        ("1-9, 20-12; 30", "20-12", "12-20"),
        ("X–iv", "X–iv", "iv–X"),
        ("315–07", "315–07", ""),
    ],
)
def test_a_range_that_runs_backwards_is_told_and_turned_where_it_is_whole(page, written, turned):
    assert backwards(page) == (written, turned)
