"""Dates as libraries write them: `2000-03-15`, `2000/03/15/`, `15 March 2000`, `2000 Spring`."""

from __future__ import annotations

import re
from calendar import monthrange

from palmetto_editor.model.csl import Date
from palmetto_editor.references import seasons

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OTHERS = {
    "mär": 3, "mai": 5, "okt": 10, "dez": 12, "janv": 1, "févr": 2, "fév": 2, "avr": 4, "juin": 6,
    "juil": 7, "août": 8, "déc": 12, "ene": 1, "abr": 4, "ago": 8, "dic": 12, "gen": 1, "mag": 5,
    "giu": 6, "lug": 7, "set": 9, "ott": 10,
}  # fmt: skip
_ISO = re.compile(
    r"(?P<y>-?\d{4})(?:[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?)?(?:T[\d:.]+Z?)?(?P<circa>[~?%])?"
)
_RIS = re.compile(r"(?P<y>\d{4})/(?P<m>\d{0,2})/(?P<d>\d{0,2})(?:/(?P<other>.*))?")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_MONTH = re.compile(r"[^\W\d_]{3,}", re.UNICODE)
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)")
_NONE = re.compile(r"\W*(?:n\.? ?d|no date|undated|s\. ?a)\W*", re.IGNORECASE)
_CIRCA = re.compile(r"^\s*(?:c|ca|circa|about|around)\.?\s*(?=\d)", re.IGNORECASE)
_AMERICAN = re.compile(r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})")


def month(word: str) -> int:
    """1 to 12 for a number or a month's name in English and its neighbours; 0 for none.

    A season's name is 13 to 16.
    """
    bare = word.strip(" .{}\"'").casefold()
    if bare.isdecimal():
        return int(bare) if 1 <= int(bare[:4]) <= 12 else 0
    if found := seasons.season(bare):
        return seasons.as_month(found)
    if bare[:3] in _MONTHS:
        return _MONTHS.index(bare[:3]) + 1
    return _OTHERS.get(bare[:4]) or _OTHERS.get(bare[:3]) or 0


def read_day(text: str) -> Date | None:
    """The date or the span of dates that a text states; its words where there is no number.

    None for nothing and for "n.d.".
    """
    text = " ".join(text.split())[:200]
    if not text.strip("/ -.") or _NONE.fullmatch(text):
        return None
    circa = bool(_CIRCA.match(text))
    bare = _CIRCA.sub("", text).strip("[]() ")
    numbers = _numbers(bare)
    if not numbers:
        return Date(literal=text)
    return Date(date_parts=numbers, circa=circa or bare.endswith(("~", "?")))


def of_parts(year: str, month_word: str = "", day: str = "") -> Date | None:
    """A date whose parts stand in fields of their own, as in BibTeX."""
    whole = read_day(year)
    if whole is None or len(whole.date_parts) != 1 or len(whole.date_parts[0]) != 1:
        return whole
    first = whole.date_parts[0][0]
    words = re.split(r"\s*(?:--?|–|/| and )\s*", month_word.strip())
    months = [number for word in words if (number := month(re.sub(r"[\W\d]+", "", word)))]
    if not months and month_word:
        months = [number for number in [month(word) for word in words] if number]
    inside = (
        _DAY.search(month_word) if month(month_word) == 0 or not month_word.isdecimal() else None
    )
    day = day.strip() or (inside[1] if inside and months else "")
    parts = tuple(
        _checked(first, number, int(day) if day.isdecimal() and len(months) == 1 else 0)
        for number in months[:2]
    )
    return Date(date_parts=parts or ((first,),), circa=whole.circa)


def _numbers(text: str) -> tuple[tuple[int, ...], ...]:
    for pattern in (_ISO, _RIS, _AMERICAN):
        whole = pattern.fullmatch(text)
        if whole:
            return (_of_match(whole),)
    halves = re.split(r"\s*(?:/|--|–)\s*|(?<=\d{4})-(?=\d{4}$)|\s+(?:to|-)\s+", text)
    if len(halves) == 2 and all(_ISO.fullmatch(half) for half in halves if half not in {"", ".."}):
        found = [match for half in halves if (match := _ISO.fullmatch(half))]
        return tuple(_of_match(match) for match in found)
    return _worded(text)


def _of_match(match: re.Match[str]) -> tuple[int, ...]:
    number = int(match["m"] or 0)
    words = match.groupdict().get("other") or ""
    if not number and words:
        number = next((found for word in _MONTH.findall(words) if (found := month(word))), 0)
    elif number > 12:
        number = seasons.of_edtf(number) if number > 20 else 0  # 13 is no season in digits
    return _checked(int(match["y"]), number, int(match["d"] or 0))


def _worded(text: str) -> tuple[tuple[int, ...], ...]:
    """`2000 Mar-Apr`, `1998 Dec-1999 Jan`, `15 March 2000`, `Winter 2000`."""
    years = [int(year) for year in _YEAR.findall(text)]
    if not years:
        return ()
    named = [number for word in _MONTH.findall(text) if (number := month(word))]
    months = [number for number in named if number <= 12] or named
    days = [int(day) for day in _DAY.findall(_YEAR.sub("", text))]
    if len(years) > 1 and years[0] != years[1]:
        ends = zip(years[:2], (*months, 0, 0), strict=False)
        return tuple(_checked(year, number, 0) for year, number in ends)
    if len(months) > 1:
        return tuple(_checked(years[0], number, 0) for number in months[:2])
    day = days[0] if len(days) == 1 else 0
    return (_checked(years[0], months[0] if months else 0, day),)


def _checked(year: int, number: int, day: int) -> tuple[int, ...]:
    """Year, month and day as far as there is such a day; a season has none."""
    if seasons.of_month(number):
        return (year, number)
    if not 1 <= number <= 12:
        return (year,)
    if not 1 <= year <= 9999 or not 1 <= day <= monthrange(year, number)[1]:
        return (year, number)
    return (year, number, day)
