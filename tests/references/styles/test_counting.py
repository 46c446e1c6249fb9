from __future__ import annotations

import pytest

from palmetto_editor.references.styles.counting import in_form, is_many, is_numeric, pages, roman
from palmetto_editor.references.styles.terms import locale_for
from palmetto_editor.references.styles.tree import Node

ENGLISH = locale_for("en-US", Node("style", {}))


@pytest.mark.parametrize(
    ("text", "form", "shown"),
    [
        ("974-977", "", "974–977"),
        ("974-977", "expanded", "974–977"),
        ("42-5", "expanded", "42–45"),
        ("974-977", "minimal", "974–7"),
        ("1012-1034", "minimal-two", "1012–34"),
        ("100-104", "chicago", "100–104"),
        ("107-108", "chicago", "107–8"),
        ("321-328", "chicago-16", "321–28"),
        ("1496-1500", "chicago-16", "1496–500"),
        ("S32-S37", "chicago-16", "S32–37"),
        ("e1-e12", "minimal", "e1–12"),
        ("iv-xii", "minimal", "iv–xii"),
        ("30-36, 41", "minimal", "30–6, 41"),
        ("9" * 5000 + "-" + "9" * 5000, "chicago", "9" * 5000 + "–" + "9" * 5000),
        ("", "minimal", ""),
    ],
)
def test_ranges_of_pages_end_as_the_style_has_it(text: str, form: str, shown: str) -> None:
    assert pages(text, form, ENGLISH) == shown


@pytest.mark.parametrize("text", ["12", "2b", "L2", "3-4", "1, 2 & 5"])
def test_numbers_with_letters_are_numeric(text: str) -> None:
    assert is_numeric(text)


@pytest.mark.parametrize("text", ["", "second", "Suppl B", "2nd edition", "1.2"])
def test_words_are_not_numeric(text: str) -> None:
    assert not is_numeric(text)


def test_a_label_is_plural_beside_a_range_or_a_list() -> None:
    assert all(map(is_many, ["3-4", "3a–b", "3a-5b", "1, 5", "iv–xii"]))
    assert not any(map(is_many, ["3", "e12", "3a", "Suppl B", ""]))


def test_numbers_as_ordinals_and_in_roman() -> None:
    forms = [in_form(n, "ordinal", ENGLISH) for n in ("1", "2", "3", "4", "11", "12", "21", "112")]
    assert forms == ["1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "112th"]
    assert in_form("3rd", "ordinal", ENGLISH) == "3rd"
    assert in_form("2", "long-ordinal", ENGLISH) == "second"
    assert (roman(1994), roman(0), roman(10**9)) == ("mcmxciv", "0", "1000000000")
