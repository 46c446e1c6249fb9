import pytest

from palmetto_editor.references.seasons import as_month, of_edtf, of_month, season, to_edtf


@pytest.mark.parametrize(
    ("word", "number"), [("Spring", 1), ("{Summer}", 2), ("fall", 3), ("Été", 2), ("Springer", 0)]
)
def test_a_season_is_known_by_its_name(word, number):
    assert season(word) == number


def test_a_season_is_a_month_above_twelve_and_comes_back():
    assert [as_month(number) for number in range(6)] == [0, 13, 14, 15, 16, 0]
    assert [of_month(month) for month in (12, 13, 16, 17)] == [0, 1, 4, 0]


def test_edtf_counts_seasons_from_twenty_one():
    assert [of_edtf(month) for month in (12, 21, 24, 33)] == [12, 13, 16, 33]
    assert [to_edtf(month) for month in (12, 13, 16)] == [12, 21, 24]
