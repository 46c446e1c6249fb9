"""CSL dates as an entry shows them: `1996`, `2026 Apr 21`, `1999–2001`."""

from __future__ import annotations

from palmetto_editor.model.csl import Date
from palmetto_editor.references.seasons import SEASONS, of_month

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def year(date: Date | None) -> str:
    """The year or the span of years; the date's own words where it has no numbers; "" for none."""
    if date is None:
        return ""
    years = [_year(parts[0]) for parts in date.date_parts if parts]
    return _shown(date, list(dict.fromkeys(years)))


def day(date: Date | None) -> str:
    """The date as far as it is known, the year first as NLM has it."""
    if date is None:
        return ""
    return _shown(date, [_day(parts) for parts in date.date_parts if parts])


def _shown(date: Date, numbers: list[str]) -> str:
    text = "–".join(numbers[:2]) or " ".join(date.literal.split())
    return f"c. {text}" if date.circa and text else text


def _day(parts: tuple[int, ...]) -> str:
    if len(parts) > 1 and (season := of_month(parts[1])):
        return f"{_year(parts[0])} {SEASONS[season - 1]}"
    if len(parts) == 1 or not 1 <= parts[1] <= len(_MONTHS):
        return _year(parts[0])
    return " ".join([_year(parts[0]), _MONTHS[parts[1] - 1], *(str(p) for p in parts[2:3])])


def _year(number: int) -> str:
    return str(number) if number > 0 else f"{-number} BC"
