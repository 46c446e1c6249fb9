"""Moments as `published` and `modified` have them: ISO 8601 with an offset, and nothing looser.

`datetime.fromisoformat` alone takes week dates, compact forms, blanks for `T` and moments without
an offset; search engines do not, so the shape is asked first.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})"
)
_LARGEST_OFFSET = timedelta(hours=14)  # UTC+14:00, Line Islands; the least is UTC-12:00


def parse(text: str) -> datetime:
    """The moment that `text` names, with its offset; ValueError for anything else.

    `2026-04-21T09:30:00+02:00` and `2026-04-21T07:30Z` are moments; a bare year, a day without a
    time, a time without an offset and the 30th of February are not.
    """
    if not _MOMENT.fullmatch(text):
        raise ValueError(f"not an ISO 8601 date and time with an offset: {text!r}")
    moment = datetime.fromisoformat(text)
    offset = moment.utcoffset()
    if offset is None or abs(offset) > _LARGEST_OFFSET:
        raise ValueError(f"no place on earth has this offset: {text!r}")
    return moment


def is_moment(text: str) -> bool:
    """Whether `parse` takes it."""
    try:
        parse(text)
    except ValueError:
        return False
    return True
