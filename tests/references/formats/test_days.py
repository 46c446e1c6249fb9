"""Dates in the habits of libraries."""

from __future__ import annotations

import pytest

from palmetto_editor.model.csl import Date
from palmetto_editor.references.formats.days import of_parts, read_day


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2000", ((2000,),)),
        ("2000-03-15", ((2000, 3, 15),)),
        ("2000/03/15/", ((2000, 3, 15),)),
        ("2000///Winter", ((2000, 16),)),
        ("2000/03//Winter", ((2000, 3),)),
        ("2024/02/03/10:11:12", ((2024, 2, 3),)),
        ("2024-02-03T10:11:12Z", ((2024, 2, 3),)),
        ("2000 Mar 15", ((2000, 3, 15),)),
        ("2000 Mar-Apr", ((2000, 3), (2000, 4))),
        ("1998 Dec-1999 Jan", ((1998, 12), (1999, 1))),
        ("1998-1999", ((1998,), (1999,))),
        ("2000-03/2001-04", ((2000, 3), (2001, 4))),
        ("15 March 2000", ((2000, 3, 15),)),
        ("March 15, 2000", ((2000, 3, 15),)),
        ("15. März 2000", ((2000, 3, 15),)),
        ("2000 Winter", ((2000, 16),)),
        ("Fall 2000", ((2000, 15),)),
        ("Frühjahr 2000", ((2000, 13),)),
        ("automne 2000", ((2000, 15),)),
        ("2000 Spring-Summer", ((2000, 13), (2000, 14))),
        ("Winter 1999-2000", ((1999, 16), (2000,))),
        ("2000-21", ((2000, 13),)),
        ("2000-13", ((2000,),)),
        ("2000-21/2000-22", ((2000, 13), (2000, 14))),
        ("15 March 2000 (Spring)", ((2000, 3, 15),)),
        ("2000-02-31", ((2000, 2),)),
        ("-0044", ((-44,),)),
        ("[1850]", ((1850,),)),
    ],
)
def test_a_date_is_read(text: str, parts: tuple[tuple[int, ...], ...]) -> None:
    date = read_day(text)
    assert date is not None
    assert date.date_parts == parts
    assert not date.circa


def test_about_when_is_kept() -> None:
    assert read_day("c. 1850") == read_day("1850~") == Date(date_parts=((1850,),), circa=True)


def test_words_without_a_number_stay() -> None:
    assert read_day("in press") == Date(literal="in press")


@pytest.mark.parametrize("text", ["", "///", "n.d.", "no date"])
def test_nothing_is_no_date(text: str) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("month", "parts"),
    [
        ("mar", ((2000, 3),)),
        ("March", ((2000, 3),)),
        ("3", ((2000, 3),)),
        ("mar~15", ((2000, 3, 15),)),
        ("15 mar", ((2000, 3, 15),)),
        ("Mar--Apr", ((2000, 3), (2000, 4))),
        ("jan/feb", ((2000, 1), (2000, 2))),
        ("", ((2000,),)),
        ("Winter", ((2000, 16),)),
        ("Spring/Summer", ((2000, 13), (2000, 14))),
    ],
)
def test_a_month_of_its_own_field_is_read(month: str, parts: tuple[tuple[int, ...], ...]) -> None:
    date = of_parts("2000", month.replace("~", " "))
    assert date is not None
    assert date.date_parts == parts
