"""Dates of cited works: a day, a month or a year, as far as it is known."""

from __future__ import annotations

from datetime import date

from palmetto_editor.model.csl import Date


def day(issued: Date | None) -> str:
    """`1996`, `1996-08` or `1996-08-16`; "" for free text, an uncertain year or no date.

    Of a range the first day. Where a month or day is none (CSL writes seasons as months 13 to
    24), what stands before it is kept.
    """
    if issued is None or issued.circa or not issued.date_parts or not issued.date_parts[0]:
        return ""
    year, *rest = issued.date_parts[0][:3]
    if not 1 <= year <= 9999:
        return ""
    known = f"{year:04}"
    if rest and 1 <= rest[0] <= 12:
        known += f"-{rest[0]:02}"
        if len(rest) > 1 and _exists(year, rest[0], rest[1]):
            known += f"-{rest[1]:02}"
    return known


def _exists(year: int, month: int, day_of_month: int) -> bool:
    try:
        date(year, month, day_of_month)
    except ValueError:
        return False
    return True
