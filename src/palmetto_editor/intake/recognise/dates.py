"""Dates as pages write them -> the moments that an article holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from palmetto_editor.structured.dates import is_moment

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 # reads as a line
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_CLOCK = (
    r"(?:(?:,|\s+at|\s+[-–—])?\s+(?P<hour>\d{1,2})(?::(?P<minute>\d\d))(?::\d\d)?"
    r"\s*(?P<half>[ap]\.?m\.?)?(?:\s*(?P<zone>UTC|GMT|Z))?\b)?"
)
_ISO = re.compile(
    r"(?<![\w./-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,9})?)?"
    r"\s?(?P<offset>Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
)
_WORDY = (
    re.compile(rf"\b{_WEEKDAY}{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}\b{_CLOCK}", re.IGNORECASE),
    re.compile(
        rf"\b{_WEEKDAY}{_DAY}\.?(?:\s+of)?[\s-]+{_MONTH}[\s,-]+{_YEAR}\b{_CLOCK}", re.IGNORECASE
    ),
)
_YEAR_FIRST = re.compile(
    rf"(?<![\w./-]){_YEAR}[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}})(?![\w/])"
)
_NUMBERS = re.compile(
    rf"(?<![\w./-])(?P<one>\d{{1,2}})(?P<sign>[/.-])(?P<two>\d{{1,2}})(?P=sign){_YEAR}(?![\w/-])"
)
_DIGIT = re.compile(r"\d")
_LOOSE = re.compile(rf"\b(?:{_MONTH}\s+)?{_YEAR}\b", re.IGNORECASE)
_MONTH_FIRST = frozenset({"", "US", "PH", "FM", "PW", "MH", "CA"})


class Found(NamedTuple):
    """Where a date stands in a text, and its moment in ISO 8601 with an offset."""

    start: int
    end: int
    iso: str
    confidence: float


def find(text: str, language: str = "en-US") -> Found | None:
    """The first day in a text. A bare year, or a month of a year, is none."""
    if _DIGIT.search(text) is None:
        return None
    readers: list[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, float] | None]]] = [
        (_ISO, _iso),
        *((pattern, _wordy) for pattern in _WORDY),
        (_YEAR_FIRST, _year_first),
        (_NUMBERS, lambda match: _numbers(match, language)),
    ]
    found: list[Found] = []
    for pattern, reader in readers:
        match = pattern.search(text)
        read = reader(match) if match else None
        if match and read:
            found.append(Found(match.start(), match.end(), *read))
    return min(found, default=None, key=lambda f: (f.start, -f.end))


def moment(text: str, language: str = "en-US") -> tuple[str, float]:
    """The moment of a text that is a date and nothing else, and how sure; ("", 0) for none."""
    bare = text.strip(" .,;()[]@\n\t")
    if is_moment(bare):
        return bare, 1.0
    found = find(bare, language)
    if found is None or bare[: found.start].strip() or _after(bare[found.end :]):
        return "", 0.0
    return found.iso, found.confidence


def loose(text: str) -> str:
    """The bare year, or the month and year, that a text consists of."""
    bare = text.strip(" .,;()")
    return bare if _LOOSE.fullmatch(bare) else ""


def _after(text: str) -> str:
    return re.sub(
        r"^[,\s]*(?:at\s+)?[\d:.\s]*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?$", "", text, flags=re.I
    )


def _iso(match: re.Match[str]) -> tuple[str, float] | None:
    day = _day(match["year"], match["month"], match["day"])
    if not day or match["hour"] is None:
        return (f"{day}T00:00:00+00:00", 0.9) if day else None
    offset = match["offset"] or "+00:00"
    if len(offset) == 5:
        offset = f"{offset[:3]}:{offset[3:]}"
    iso = f"{day}T{match['hour']}:{match['minute']}:{match['second'] or '00'}{offset}"
    return (iso, 1.0 if match["offset"] else 0.85) if is_moment(iso) else None


def _wordy(match: re.Match[str]) -> tuple[str, float] | None:
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    day = _day(match["year"], str(month), match["day"])
    return (f"{day}T{_clock(match)}+00:00", 0.9) if day else None


def _clock(match: re.Match[str]) -> str:
    if match["hour"] is None:
        return "00:00:00"
    hour, half = int(match["hour"]), (match["half"] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return datetime(2000, 1, 1, hour, int(match["minute"])).strftime("%H:%M:%S")
    except ValueError:
        return "00:00:00"


def _year_first(match: re.Match[str]) -> tuple[str, float] | None:
    day = _day(match["year"], match["month"], match["day"])
    return (f"{day}T00:00:00+00:00", 0.85) if day else None


def _numbers(match: re.Match[str], language: str) -> tuple[str, float] | None:
    """`04/21/2026` can be read in one way; `04/05/2026` is read as the language's region does."""
    one, two = int(match["one"]), int(match["two"])
    region = next((part for part in language.upper().split("-")[1:] if len(part) == 2), "")
    month_first = match["sign"] != "." and region in _MONTH_FIRST
    sure = 0.5
    if one > 12 or two > 12:
        month_first, sure = two > 12, 0.85
    elif one == two or match["sign"] == ".":
        sure = 0.8
    month, number = (one, two) if month_first else (two, one)
    day = _day(match["year"], str(month), str(number))
    return (f"{day}T00:00:00+00:00", sure) if day else None


def _day(year: str, month: str, day: str) -> str:
    """The day, "" where the calendar has none."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
