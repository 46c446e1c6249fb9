import pytest

from palmetto_editor.intake.recognise.citations import citer

NUMBERS = {1: "wren2019", 2: "li2020", 3: "ruiz2021"}


def cited(text: str) -> str:
    return citer(NUMBERS, [text])(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tides rise [1].",
        r"Tides rise \[1\].",
        "Tides rise [1](#ref-1).",
        "Tides rise [[1]](#cite_note-1).",
        r"Tides rise [\[1\]](#bib1).",
        "Tides rise<sup>1</sup>.",
        "Tides rise<sup>[1](#ref-1)</sup>.",
        "Tides rise<sup>[\\[1\\]](#ref-1)</sup>.",
        "Tides rise¹.",
        "Tides rise ([1](#ref-1)).",
    ],
)
def test_a_mark_becomes_a_citation(text: str) -> None:
    assert cited(text) == "Tides rise [@wren2019]."


@pytest.mark.parametrize(
    "text", ["Rise [1,3].", "Rise [1; 3].", "Rise<sup>1,3</sup>.", "Rise [1][3]."]
)
def test_several_become_one(text: str) -> None:
    assert cited(text) == "Rise [@wren2019; @ruiz2021]."


@pytest.mark.parametrize("text", ["Rise [1-3].", "Rise [1–3].", "Rise<sup>1–3</sup>."])
def test_a_range_is_spelled_out(text: str) -> None:
    assert cited(text) == "Rise [@wren2019; @li2020; @ruiz2021]."


def test_a_range_of_links_is_spelled_out() -> None:
    assert cited("Rise [1](#r1)–[3](#r3).") == "Rise [@wren2019; @li2020; @ruiz2021]."


@pytest.mark.parametrize(
    "text",
    [
        "An area of 4 m<sup>2</sup>.",
        "An array a[1] here and `b [1]`.",
        "The year (1) of rain.",
        "A mark [9] of nothing.",
        "A link [1](https://example.org).",
        "A note [^1].",
        "10<sup>3</sup> cells.",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert cited(text) == text


def test_one_number_beyond_the_list_makes_the_marks_of_its_kind_doubtful() -> None:
    assert cited("Rise [1] and fall [12].") == "Rise [1] and fall [12]."


def test_marks_in_code_stay() -> None:
    assert cited("Rise [1], `x [2]`.") == "Rise [@wren2019], `x [2]`."
