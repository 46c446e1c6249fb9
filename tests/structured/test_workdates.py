import pytest

from palmetto_editor.model.csl import Date
from palmetto_editor.structured.workdates import day


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (((1996, 8, 16),), "1996-08-16"),
        (((1996, 8),), "1996-08"),
        (((1996,),), "1996"),
        (((996,),), "0996"),
        (((1999, 2, 30),), "1999-02"),
        (((1999, 21),), "1999"),
        (((1999, 1, 2), (2001,)), "1999-01-02"),
        (((-44,),), ""),
        (((),), ""),
        ((), ""),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(parts, expected):
    assert day(Date(date_parts=parts)) == expected


def test_an_uncertain_date_and_free_words_are_none():
    assert day(Date(date_parts=((1996,),), circa=True)) == ""
    assert day(Date(literal="in the spring")) == ""
    assert day(None) == ""
