from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palmetto_editor.ui.widgets import iso_moment
from palmetto_editor.ui.widgets.iso_moment import read, read_offset, spell, step, write


def test_a_whole_moment_is_read():
    moment = read("2026-04-21T09:00:00-04:00")
    assert moment is not None
    assert (moment.local, moment.offset) == (datetime(2026, 4, 21, 9), -240)
    assert moment.is_whole


@pytest.mark.parametrize("text", ["2026-04-21 09:00", "2026-04-21", "2026-04-21T09:00"])
def test_a_moment_without_a_zone_is_not_whole(text):
    moment = read(text)
    assert moment is not None
    assert not moment.is_whole


@pytest.mark.parametrize(
    "text",
    ["", "2025", "21 April 2026", "2026-13-01", "2026-02-30 09:00", "0000-01-01",
     "2026-04-21T09:00+99:00", "2026-04-21T25:00Z"],
)  # fmt: skip
def test_what_is_no_moment_is_none(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("UTC", 0), ("utc-4", -240), ("+05:30", 330), ("UTC−03:30", -210), ("Z", None), ("", None),
     ("+15", None), ("+05:99", None), ("Europe", None)],
)  # fmt: skip
def test_offsets_are_read_in_their_usual_forms(text, minutes):
    assert read_offset(text) == minutes


@settings(max_examples=80)
@given(
    st.datetimes(min_value=datetime(1900, 1, 1)).map(lambda d: d.replace(microsecond=0)),
    st.integers(-840, 840),
)
def test_what_is_written_is_read_again(local, offset):
    moment = read(write(local, offset))
    assert moment is not None
    assert (moment.local, moment.offset) == (local, offset)
    shown = read(iso_moment.show(local))
    assert shown is not None
    assert shown.local == local


def test_a_moment_is_spelt_out():
    words = spell(datetime(2026, 4, 21, 9), -240)
    assert words == "Tuesday, 21 April 2026, 09:00, UTC−04:00"


@pytest.mark.parametrize(
    ("cursor", "stepped"),
    [(3, "2027-01-01 00:59"), (12, "2027-01-01 00:59"), (15, "2027-01-01 00:00")],
)
def test_a_step_goes_to_the_next_day_hour_or_minute(cursor, stepped):
    start = "2026-12-31 00:59" if cursor == 3 else "2026-12-31 23:59"
    assert step(start, cursor, 1) == stepped


def test_the_end_of_time_is_no_step():
    assert step("9999-12-31 09:00", 0, 1) == "9999-12-31 09:00"
