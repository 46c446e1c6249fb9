"""A moment as a reader reads it: the day where it was written, in words."""

from __future__ import annotations

from palmetto_editor.structured import dates

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH_FIRST = frozenset({"US", "PH", "FM", "PW", "MH"})  # regions whose English writes it so


def readable(moment: str, language: str) -> str:
    """`21 April 2026`, or `April 21, 2026` where the language's region writes it so; "" for none.

    The day is that of the moment's own offset, whatever the reader's: what was published on the
    evening of the 21st in California is not dated the 22nd.
    """
    text = moment.strip()
    if not dates.is_moment(text):
        return ""
    day = dates.parse(text)
    month = _MONTHS[day.month - 1]
    if not _MONTH_FIRST.isdisjoint(language.upper().split("-")[1:]):
        return f"{month} {day.day}, {day.year}"
    return f"{day.day} {month} {day.year}"
