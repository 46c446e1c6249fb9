import pytest

from palmetto_editor.intake.recognise import dates

DAY = "2026-04-21T00:00:00+00:00"


@pytest.mark.parametrize(
    "text",
    [
        "April 21, 2026",
        "21 Apr 2026",
        "21st of April, 2026",
        "Tuesday, April 21, 2026",
        "2026-04-21",
        "2026/04/21",
        "04/21/2026",
        "21.04.2026",
        "Apr. 21, 2026",
        "21-Apr-2026",
    ],
)
def test_a_day_is_read_in_many_spellings(text: str) -> None:
    assert dates.moment(text)[0] == DAY


def test_a_moment_keeps_its_offset() -> None:
    assert dates.moment("2026-04-21T09:30:00-0400") == ("2026-04-21T09:30:00-04:00", 1.0)


def test_an_hour_in_words_is_kept() -> None:
    assert dates.moment("April 21, 2026 at 9:30 pm")[0] == "2026-04-21T21:30:00+00:00"


def test_numbers_that_can_be_read_in_two_ways_are_less_sure() -> None:
    plain, doubtful = dates.moment("04/21/2026"), dates.moment("04/05/2026")
    assert doubtful[0] == "2026-04-05T00:00:00+00:00"
    assert doubtful[1] < plain[1]


def test_numbers_are_read_as_the_region_of_the_language_does() -> None:
    assert dates.moment("04/05/2026", "en-GB")[0] == "2026-05-04T00:00:00+00:00"


@pytest.mark.parametrize("text", ["2026", "April 2026", "30 February 2026", "soon", "13/13/2026"])
def test_what_names_no_day_is_none(text: str) -> None:
    assert dates.moment(text) == ("", 0.0)


def test_a_date_among_words_is_found_but_is_no_moment() -> None:
    assert dates.moment("on April 21, 2026 it rained") == ("", 0.0)
    found = dates.find("on April 21, 2026 it rained")
    assert found is not None
    assert (found.start, found.iso) == (3, DAY)


def test_a_bare_year_is_loose() -> None:
    assert dates.loose("2025") == "2025"
    assert dates.loose("March 2025") == "March 2025"
    assert dates.loose("in 2025") == ""
