from datetime import date

import pytest

from palmetto_editor.intake.disagree.dates import agree, is_before, read


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("2026", date(2026, 1, 1), "year"),
        ("2026-04", date(2026, 4, 1), "month"),
        ("April 2026", date(2026, 4, 1), "month"),
        ("2026-04-21", date(2026, 4, 21), "day"),
        ("20260421", date(2026, 4, 21), "day"),
        ("April 21, 2026", date(2026, 4, 21), "day"),
        ("Tuesday, 21st of April 2026", date(2026, 4, 21), "day"),
        ("Updated: 21 Apr 2026", date(2026, 4, 21), "day"),
        ("04/21/2026", date(2026, 4, 21), "day"),
        ("2026-04-21T09:30:00+02:00", date(2026, 4, 21), "moment"),
        ("2026-04-21T09:30Z", date(2026, 4, 21), "moment"),
        ("2026-04-21 09:30:00.123+0200", date(2026, 4, 21), "moment"),
    ],
)
def test_dates_are_read(text, day, precision):
    when = read(text)
    assert (when.day, when.precision) == (day, precision)


@pytest.mark.parametrize("text", ["", "soon", "2026-13-01", "2026-02-30", "0000", "04/05/2026"])
def test_what_is_no_certain_date_is_none(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2026", "April 21, 2026"),
        ("April 2026", "2026-04-21"),
        ("2026-04-21", "2026-04-21T23:30:00-05:00"),
        ("April 21, 2026", "2026-04-22T04:30:00Z"),
        ("2026-04-21T09:30:00+02:00", "2026-04-21T07:30:00Z"),
        ("2026-04-21T23:30:00-05:00", "2026-04-22T04:30:00Z"),
    ],
)
def test_a_coarse_date_agrees_with_a_finer_one_in_it(one, other):
    assert agree(read(one), read(other))
    assert agree(read(other), read(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2025", "April 21, 2026"),
        ("April 20, 2026", "2026-04-21"),
        ("April 20, 2026", "2026-04-21T00:00:00+00:00"),
        ("April 20, 2026", "2026-04-21T09:30:00+02:00"),
    ],
)
def test_another_day_is_another_day(one, other):
    assert not agree(read(one), read(other))


def test_before_is_certain_or_not_at_all():
    assert is_before(read("2025"), read("2026-04-21"))
    assert not is_before(read("2026"), read("2026-04-21"))
    assert is_before(read("2026-04-21T07:00:00Z"), read("2026-04-21T09:30:00+02:00"))
