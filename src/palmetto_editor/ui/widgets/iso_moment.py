"""Moments as text: ISO 8601 with an offset in the article, `2026-04-21 09:00` in the form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

_MOMENT = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(Z|[+\-−]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*(?:([+\-−])(\d{1,2})(?::?(\d\d))?)?", re.IGNORECASE)
# Not those of strftime: Qt sets the system's language, and the form speaks English.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_FURTHEST = 14 * 60  # minutes: no place is further from UTC


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, with its time if `timed`; `offset` in minutes from UTC, None where not said."""

    local: datetime
    timed: bool
    offset: int | None

    @property
    def is_whole(self) -> bool:
        return self.timed and self.offset is not None


def read(text: str) -> Moment | None:
    """Read a date, or a date and time, perhaps with an offset; None where it is none."""
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        return None
    *numbers, zone = match.groups()
    offset = read_offset("+00:00" if zone in ("Z", "z") else zone) if zone else None
    try:
        local = datetime(*(int(n or 0) for n in numbers))  # type: ignore[arg-type]  # six numbers
    except ValueError:
        return None
    return None if zone and offset is None else Moment(local, numbers[3] is not None, offset)


def read_offset(text: str) -> int | None:
    """Minutes from UTC of `UTC`, `UTC-4`, `+05:30`; None where it is no offset."""
    match = _OFFSET.fullmatch(text.strip())
    if match is None or not text.strip():
        return None
    sign, hours, minutes = match.groups()
    total = int(hours or 0) * 60 + int(minutes or 0)
    if total > _FURTHEST or int(minutes or 0) > 59:
        return None
    return total if sign in (None, "+") else -total


def write(local: datetime, offset: int) -> str:
    """As the article holds it: `2026-04-21T09:00:00-04:00`."""
    return f"{local:%Y-%m-%dT%H:%M:%S}{_signed(offset, '-')}"


def show(local: datetime) -> str:
    """As the form shows it: seconds only where there are some."""
    return f"{local:%Y-%m-%d %H:%M:%S}" if local.second else f"{local:%Y-%m-%d %H:%M}"


def spell_offset(offset: int) -> str:
    """`UTC`, or `UTC−04:00` with a real minus."""
    return f"UTC{_signed(offset, '−')}" if offset else "UTC"


def spell(local: datetime, offset: int) -> str:
    """In words: `Tuesday, 21 April 2026, 09:00, UTC−04:00`."""
    day = f"{_DAYS[local.weekday()]}, {local.day} {_MONTHS[local.month - 1]} {local.year}"
    return f"{day}, {local:%H:%M}, {spell_offset(offset)}"


def step(text: str, cursor: int, by: int) -> str:
    """The shown moment, later by days, hours or minutes: by whichever the cursor stands in."""
    moment = read(text)
    if moment is None:
        return text
    unit = "days" if cursor <= 10 else "hours" if cursor <= 13 else "minutes"
    try:
        later = moment.local + timedelta(**{unit: by})
    except OverflowError:
        return text
    return show(later) if moment.timed else f"{later:%Y-%m-%d}"


def _signed(offset: int, minus: str) -> str:
    hours, minutes = divmod(abs(offset), 60)
    return f"{minus if offset < 0 else '+'}{hours:02}:{minutes:02}"
