"""RIS: every record is accounted for, however it is spaced."""

from __future__ import annotations

import pytest

from palmetto_editor.references.formats.read import read
from palmetto_editor.references.formats.write import write

RECORD = "TY  - JOUR\nAU  - Ferrand, L.\nTI  - Larks\nPY  - 2000\nER  - \n"


@pytest.mark.parametrize(
    "text",
    [
        RECORD,
        RECORD.rstrip(),
        "\ufeff" + RECORD,
        RECORD.replace("  - ", " - "),
        RECORD.replace("  - ", "- "),
        RECORD.replace("\n", "\n\n"),
        RECORD.replace("  - ", "\t- "),
        RECORD.replace("TY", "ty"),
        "    " + RECORD.replace("\n", "\n    "),
        RECORD.removeprefix("TY  - JOUR\n"),
        RECORD.removesuffix("ER  - \n"),
        "Provider: x\nContent: text/plain\n\n" + RECORD,
    ],
)
def test_a_record_is_read_however_it_is_spaced(text: str) -> None:
    (record,) = read(text, "x.ris").records
    assert record.reference.title == "Larks"
    assert record.reference.author[0].family == "Ferrand"


def test_each_ty_is_a_record_or_a_refusal() -> None:
    imported = read((RECORD + "TY  - BOOK\nER  - \n") * 5)
    assert (len(imported.records), len(imported.refused), imported.count) == (5, 5, 10)


def test_words_that_look_like_tags_stay_in_the_text() -> None:
    text = RECORD.replace("TI  - Larks\n", "TI  - Larks\nAB  - First,\nIL-6 rises.\nNo - but.\n")
    (record,) = read(text).records
    assert record.reference.abstract == "First, IL-6 rises. No - but."


def test_the_most_exact_date_of_the_same_year_counts() -> None:
    (record,) = read(RECORD.replace("PY  - 2000", "PY  - 2000\nDA  - 2000/03/15/")).records
    assert record.reference.issued.date_parts == ((2000, 3, 15),)


def test_a_field_without_a_place_is_named() -> None:
    (record,) = read(RECORD.replace("PY", "ZZ  - odd\nPY")).records
    assert record.remarks == ("No place for: ZZ.",)


def test_a_note_of_the_export_is_no_note_of_the_work() -> None:
    (record,) = read(RECORD.replace("PY", "N1  - Export Date: 1 May 2024\nN1  - Mine\nPY")).records
    assert record.reference.note == "Mine"
    assert "Export Date" in record.remarks[0]


@pytest.mark.parametrize("dates", ["PY  - 2000///Spring", "PY  - 2000\nDA  - 2000///Spring"])
def test_a_season_stands_behind_the_day(dates: str) -> None:
    (record,) = read(f"TY  - JOUR\nTI  - T\n{dates}\nER  - \n").records
    assert record.reference.issued.date_parts == ((2000, 13),)
    assert "DA  - 2000///Spring" in write([record.reference], "ris")


def test_a_report_s_number_is_no_isbn() -> None:
    text = RECORD.replace("JOUR", "RPRT").replace("PY  -", "SN  - TR-12\nPY  -")
    (record,) = read(text).records
    assert (record.reference.number, record.reference.ISBN) == ("TR-12", "")
    (both,) = read(text.replace("PY  -", "M1  - 44\nPY  -")).records
    assert both.reference.number == "44"
    assert both.remarks == ("No place for: number TR-12.",)


def test_a_book_s_number_is_that_of_its_series() -> None:
    text = RECORD.replace("JOUR", "BOOK").replace("PY  -", "T2  - Birds\nM1  - 7\nPY  -")
    (record,) = read(text).records
    assert (record.reference.collection_title, record.reference.collection_number) == ("Birds", "7")
    assert read(write((record.reference,), "ris")).records[0].reference == record.reference


def test_a_type_that_is_not_known_is_told() -> None:
    (record,) = read(RECORD.replace("JOUR", "XYZW")).records
    assert record.reference.type == "document"
    assert record.remarks == ("Its type “XYZW” is not known; please choose one.",)


def test_the_name_of_the_database_is_read_with_its_number() -> None:
    imported = read(RECORD.replace("PY  -", "AN  - 31415926\nDB  - PubMed\nPY  -"))
    assert imported.records[0].reference.PMID == "31415926"
    assert imported.remarks == ()
