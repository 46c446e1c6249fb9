from __future__ import annotations

from dataclasses import replace

import pytest

from palmetto_editor.model.csl import Date
from references.styles.house import WORK, entry

LONG = '<date variable="issued" form="text"/>'
OWN = """<date variable="issued" delimiter=" "><date-part name="day" form="ordinal"/>
    <date-part name="month" form="short" strip-periods="true"/><date-part name="year"/></date>"""


def dated(layout: str, *parts: tuple[int, ...], literal: str = "") -> str:
    return entry(layout, replace(WORK, issued=Date(date_parts=parts, literal=literal)))


@pytest.mark.parametrize(
    ("layout", "parts", "shown"),
    [
        (LONG, (2004, 5, 7), "May 7, 2004"),
        (LONG, (2004, 5), "May 2004"),
        (LONG, (2004,), "2004"),
        ('<date variable="issued" form="text" date-parts="year"/>', (2004, 5, 7), "2004"),
        ('<date variable="issued" form="numeric"/>', (2004, 5, 7), "05/07/2004"),
        (OWN, (2004, 9, 2), "2nd Sept 2004"),
        (OWN, (2004, 14), "Summer 2004"),
        (LONG, (-44,), "44 BC"),
        (LONG, (79,), "79 AD"),
        (LONG, (2004, 99, 99), "99, 2004"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(
    layout: str, parts: tuple[int, ...], shown: str
) -> None:
    assert dated(layout, parts) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ((2001,), (2003,), "2001–2003"),
        ((2001, 6), (2001, 8), "June–August 2001"),
        ((2001, 6, 3), (2001, 6, 9), "June 3–9, 2001"),
        ((2001, 6), (2002, 1), "June 2001–January 2002"),
        ((2001, 6), (2001, 6), "June 2001"),
    ],
)
def test_what_two_dates_share_stands_once(
    start: tuple[int, ...], end: tuple[int, ...], shown: str
) -> None:
    assert dated(LONG, start, end) == shown


def test_a_date_in_words_stands_as_it_is_and_no_date_is_nothing() -> None:
    assert dated(LONG, literal="around Easter") == "around Easter"
    assert entry(LONG, replace(WORK, issued=None)) == ""
