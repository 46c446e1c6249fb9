"""Seasons of a date. CSL-JSON counts them from 1, spring first; as a month they are 13 to 16."""

from __future__ import annotations

SEASONS = ("Spring", "Summer", "Autumn", "Winter")
FIRST = 13  # spring as a month of `date-parts`
_EDTF = 21  # spring as a month of EDTF, which BibLaTeX writes
# English, German, French, Spanish, Italian, Portuguese, Dutch.
_WORDS = (
    "spring frühjahr frühling printemps primavera lente",
    "summer sommer été verano estate verão zomer",
    "autumn fall herbst automne otoño autunno outono herfst",
    "winter hiver invierno inverno",
)
_NUMBERS = {word: number for number, words in enumerate(_WORDS, 1) for word in words.split()}


def season(word: str) -> int:
    """1 to 4 for a season's name, 0 for any other word."""
    return _NUMBERS.get(word.strip(" .{}\"'").casefold(), 0)


def as_month(number: int) -> int:
    """A season's number as a month; 0 where it is none."""
    return number + FIRST - 1 if 1 <= number <= len(SEASONS) else 0


def of_month(month: int) -> int:
    """The season that a month above 12 means, 0 for any other month."""
    return month - FIRST + 1 if FIRST <= month < FIRST + len(SEASONS) else 0


def of_edtf(month: int) -> int:
    """A month as EDTF has it, where seasons are 21 to 24."""
    return as_month(month - _EDTF + 1) or month


def to_edtf(month: int) -> int:
    """The month that EDTF has for it."""
    found = of_month(month)
    return found + _EDTF - 1 if found else month
