"""Dates as spans of days: a coarse date agrees with a finer one that lies within it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from palmetto_editor.intake.recognise import dates as written

Precision = Literal["year", "month", "day", "moment"]

_ISO = re.compile(
    r"(?P<y>\d{4})(?:-(?P<m>\d{2})(?:-(?P<d>\d{2})"
    r"(?:[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?)?)?",
    re.IGNORECASE | re.ASCII,
)
_BASIC = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST = 200  # characters in which a date is looked for
_SURE = 0.8  # how sure a reading of a date in figures must be to be held against another


@dataclass(frozen=True, slots=True)
class When:
    """The days from `first` to `last`; a moment's are those that it may be somewhere on earth.

    `day` is the day as written; `iso` is how `article.json` writes it, "" for less than a day.
    `is_iso` tells whether the source wrote it as ISO 8601 has it.
    """

    first: date
    last: date
    precision: Precision
    day: date
    iso: str
    is_iso: bool


def read(text: str) -> When | None:
    """The date in a text; None where there is none, or none that is certain (04/05/2026)."""
    text = text.strip()[:_LONGEST]
    try:
        if match := _ISO.fullmatch(text):
            return _moment(match) if match["time"] else _coarse(match)
        if match := _BASIC.fullmatch(text):
            return _coarse(match)
        return _in_words(text)
    except (ValueError, OverflowError):  # a month 13, a 30th of February, the year 0
        return None


def agree(one: When, other: When) -> bool:
    """Whether both can be the same day; two moments are held together by their days."""
    if one.precision == other.precision == "moment":
        return one.day == other.day or _utc(one).date() == _utc(other).date()
    return one.first <= other.last and other.first <= one.last


def is_before(one: When, other: When) -> bool:
    """Whether `one` is certainly earlier than `other`."""
    if one.precision == other.precision == "moment":
        return _utc(one) < _utc(other)
    return one.last < other.first


def is_bare_year(text: str) -> bool:
    return re.fullmatch(r"\s*[0-9]{4}\s*", text) is not None


def _utc(when: When) -> datetime:
    return datetime.fromisoformat(when.iso).astimezone(UTC)


def _moment(match: re.Match[str]) -> When:
    zone = (match["zone"] or "").upper()
    zone = "+00:00" if zone in ("", "Z") else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    time = match["time"] if match["time"].count(":") == 2 else f"{match['time']}:00"
    iso = f"{match['y']}-{match['m']}-{match['d']}T{time}{zone}"
    moment = datetime.fromisoformat(iso)
    day = moment.date()
    # Programs write a moment in UTC where the page shows the writer's own day; a bare day
    # that was made a moment is that day.
    if zone == "+00:00" and time == "00:00:00":
        return When(day, day, "day", day, iso, True)
    if zone != "+00:00" or not match["zone"]:
        return When(day, day, "moment", day, iso, True)
    first, last = moment - timedelta(hours=12), moment + timedelta(hours=14)
    return When(first.date(), last.date(), "moment", day, iso, True)


def _coarse(match: re.Match[str]) -> When:
    year, month, day = (int(match.groupdict()[part] or 0) for part in ("y", "m", "d"))
    return _days(year, month, day, is_iso=True)


def _days(year: int, month: int, day: int, *, is_iso: bool) -> When:
    if not month:
        return When(date(year, 1, 1), date(year, 12, 31), "year", date(year, 1, 1), "", is_iso)
    if not day:
        first = date(year, month, 1)
        last = date(year, month, monthrange(year, month)[1])
        return When(first, last, "month", first, "", is_iso)
    at = date(year, month, day)
    return When(at, at, "day", at, f"{at.isoformat()}T00:00:00+00:00", is_iso)


def _in_words(text: str) -> When | None:
    """A day as people write it; a clock beside it has no offset and is left out."""
    found = written.find(text)
    if found:
        year, month, day = map(int, found.iso[:10].split("-"))
        return _days(year, month, day, is_iso=False) if found.confidence >= _SURE else None
    words = written.loose(text).split()
    if not words:
        return None
    month = _MONTHS.index(words[0][:3].lower()) + 1 if len(words) > 1 else 0
    return _days(int(words[-1]), month, 0, is_iso=False)
