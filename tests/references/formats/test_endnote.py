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
