from __future__ import annotations

import pytest

from palmetto_editor.page.dates import readable


@pytest.mark.parametrize(
    ("moment", "language", "shown"),
    [
        ("2026-04-21T09:30:00+02:00", "en-GB", "21 April 2026"),
        ("2026-04-21T09:30:00+02:00", "en-US", "April 21, 2026"),
        ("2026-12-31T23:30:00-08:00", "en-AU", "31 December 2026"),
        ("2027-01-01T00:30:00+14:00", "en", "1 January 2027"),
        ("yesterday", "en", ""),
    ],
)
def test_a_moment_is_shown_as_the_day_where_it_was_written(moment, language, shown):
    assert readable(moment, language) == shown
