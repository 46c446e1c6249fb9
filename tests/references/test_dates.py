from __future__ import annotations

import pytest

from palmetto_editor.model.csl import Date
from palmetto_editor.references.dates import day, year


@pytest.mark.parametrize(
    ("date", "years", "days"),
    [
        (None, "", ""),
        (Date(), "", ""),
        (Date(date_parts=((1996, 8, 16),)), "1996", "1996 Aug 16"),
        (Date(date_parts=((1996, 8),)), "1996", "1996 Aug"),
        (Date(date_parts=((1996, 13),)), "1996", "1996 Spring"),
        (Date(date_parts=((1996, 17),)), "1996", "1996"),
        (Date(date_parts=((1996,), (1998,))), "1996–1998", "1996–1998"),
        (Date(date_parts=((1996, 1), (1996, 3))), "1996", "1996 Jan–1996 Mar"),
        (Date(date_parts=((-44,),)), "44 BC", "44 BC"),
        (Date(literal="spring"), "spring", "spring"),
        (Date(date_parts=((1750,),), circa=True), "c. 1750", "c. 1750"),
    ],
)
def test_a_date_is_shown_as_far_as_it_is_known(date, years, days):
    assert (year(date), day(date)) == (years, days)
