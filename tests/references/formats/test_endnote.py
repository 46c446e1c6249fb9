"""EndNote's XML, and what an attacker makes of XML."""

from __future__ import annotations

import pytest

from palmetto_editor.references.formats.read import read

GOOD = "<record><ref-type name='Book'>6</ref-type><titles><title>Good</title></titles></record>"


def xml(records: str, head: str = "") -> str:
    return f"<?xml version='1.0'?>{head}<xml><records>{records}</records></xml>"


@pytest.mark.parametrize(
    "bad",
    [
        "<record><titles><title>Not closed</record>",
        "<record>" + "<a>" * 5_000 + "</a>" * 5_000 + "</record>",
        "<record><!DOCTYPE x><titles><title>x</title></titles></record>",
        "<record/>",
    ],
    ids=["open", "deep", "doctype", "empty"],
)
def test_a_bad_record_harms_no_other(bad: str) -> None:
    imported = read(xml(GOOD + bad + GOOD))
    assert [r.reference.title for r in imported.records] == ["Good", "Good"]
    assert len(imported.refused) == 1


def test_entities_expand_to_nothing_and_open_no_file() -> None:
    head = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY b "bbb">]>'
    record = GOOD.replace("Good", "&x; and &b; &amp; &eacute;")
    assert read(xml(record, head)).records[0].reference.title == "&x; and &b; & é"


def record(kind: str, fields: str) -> str:
    return xml(GOOD.replace("'Book'", f"'{kind}'").replace("</record>", f"{fields}</record>"))


def test_a_web_page_s_numbers_are_its_day_of_access() -> None:
    fields = "<volume>2019</volume><number>May 3</number>"
    (page,) = read(record("Web Page", fields)).records
    assert page.reference.accessed is not None
    assert page.reference.accessed.date_parts == ((2019, 5, 3),)
    assert (page.reference.volume, page.reference.issue) == ("", "")


def test_a_thesis_s_volume_is_its_degree() -> None:
    (thesis,) = read(record("Thesis", "<volume>PhD</volume>")).records
    assert (thesis.reference.genre, thesis.reference.volume) == ("PhD", "")


def test_a_book_s_number_is_that_of_its_series() -> None:
    (book,) = read(record("Book", "<number>7</number>")).records
    assert (book.reference.collection_number, book.reference.issue) == ("7", "")


def test_a_type_that_is_not_known_is_told() -> None:
    (other,) = read(record("Tablet", "")).records
    assert other.remarks == ("Its type “tablet” is not known; please choose one.",)
