from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.structured.dates import is_moment, parse


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-21T09:30:00+02:00",
        "2026-04-21T07:30:00Z",
        "2026-04-21T07:30+00:00",
        "2026-04-21T07:30:00.25Z",
        "2026-04-21T07:30:00-12:00",
        "2026-04-21T07:30:00+14:00",
    ],
)
def test_a_date_and_time_with_an_offset_is_a_moment(text):
    assert parse(text).tzinfo is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025",
        "2026-04",
        "2026-04-21",
        "2026-04-21T09:30:00",
        "2026-04-21 09:30:00+02:00",
        "20260421T093000+0200",
        "2026-W17-2T09:30:00+02:00",
        "2026-04-21T09:30:00+0200",
        "2026-02-30T09:30:00+02:00",
        "2026-04-21T24:30:00Z",
        "2026-04-21T09:30:00+19:00",
        "April 21, 2026",
        " 2026-04-21T07:30:00Z",
        "٢٠٢٦-04-21T07:30:00Z",
    ],
)
def test_anything_looser_is_none(text):
    assert not is_moment(text)
    with pytest.raises(ValueError):  # noqa: PT011  (what is asked is the type)
        parse(text)


def test_two_offsets_of_one_moment_are_equal():
    assert parse("2026-04-21T09:30:00+02:00") == datetime(2026, 4, 21, 7, 30, tzinfo=UTC)
    assert parse("2026-04-21T09:30:00+02:00").utcoffset() == timedelta(hours=2)


@examples(60)
@given(st.datetimes(timezones=st.just(UTC)))
def test_what_python_writes_is_read_back(moment):
    assert parse(moment.isoformat()) == moment


@examples(60)
@given(st.text())
def test_no_text_gives_another_error(text):
    is_moment(text)
