"""CSL-JSON of others, whole and damaged."""

from __future__ import annotations

import json

import pytest

from palmetto_editor.model.csl import Date, Reference
from palmetto_editor.references.formats.read import read
from palmetto_editor.references.formats.write import write

ITEM = {"id": "a", "type": "article-journal", "title": "T"}


def test_one_item_is_a_list_of_one() -> None:
    assert read(json.dumps(ITEM)).records[0].reference.id == "a"


def test_a_line_for_each_item_is_a_list() -> None:
    assert len(read("\n".join([json.dumps(ITEM)] * 3)).records) == 3


def test_the_good_items_of_a_damaged_list_are_kept() -> None:
    good = json.dumps(ITEM)
    imported = read(f'[{good}, {{"id": oops}}, {good}, {{"id": "cut", "tit')
    assert len(imported.records) == 2
    assert len(imported.refused) == 2
    assert "no JSON" in imported.refused[0].why


def test_brackets_without_end_are_refused() -> None:
    assert read('[{"a":' * 5_000).refused


def test_values_of_wrong_kinds_are_told_or_left() -> None:
    item = ITEM | {"volume": 3.0, "page": True, "issued": {"date-parts": [["2000", "x"]]},
                   "author": [{"family": "F"}, "Ferrand, L", 7], "odd": 1}  # fmt: skip
    (record,) = read(json.dumps([item])).records
    assert record.reference.volume == "3"
    assert record.reference.page == ""
    assert record.reference.issued.date_parts == ((2000,),)
    assert [name.family for name in record.reference.author] == ["F", "Ferrand"]
    assert "odd" in record.remarks[0]


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ({"date-parts": [[2000]], "season": 1}, ((2000, 13),)),
        ({"date-parts": [["2000"]], "season": "4"}, ((2000, 16),)),
        ({"date-parts": [[2000]], "season": "Autumn"}, ((2000, 15),)),
        ({"date-parts": [[2000, 14]]}, ((2000, 14),)),
        ({"date-parts": [[2000, 21]]}, ((2000, 13),)),
        ({"date-parts": [[2000, 3]], "season": 1}, ((2000, 3),)),
        ({"date-parts": [[2000], [2001]], "season": 1}, ((2000,), (2001,))),
        ({"raw": "Spring 2000"}, ((2000, 13),)),
    ],
)
def test_a_season_stands_as_a_month_above_twelve(date, parts) -> None:
    (record,) = read(json.dumps([ITEM | {"issued": date}])).records
    assert record.reference.issued.date_parts == parts


def test_a_season_without_a_place_is_told() -> None:
    item = ITEM | {"issued": {"date-parts": [[2000]], "season": "Michaelmas"}}
    (record,) = read(json.dumps([item])).records
    assert "season “Michaelmas”" in record.remarks[0]


def test_a_season_is_written_as_csl_has_it() -> None:
    spring = Reference(id="a", title="T", issued=Date(date_parts=((2000, 13),), circa=True))
    (item,) = json.loads(write([spring], "csl-json"))
    assert item["issued"] == {"date-parts": [[2000]], "season": 1, "circa": True}


def test_what_an_item_says_without_a_place_is_counted() -> None:
    imported = read(json.dumps([ITEM | {"keyword": "larks"}, ITEM | {"custom": {"x": 1}}]))
    assert imported.remarks == ("Fields for which there is no place: keyword (1), custom (1).",)
    own = read(write((Reference(id="a", title="T"),), "csl-json"))
    assert own.remarks == ()


def test_all_serial_numbers_of_a_list_are_kept() -> None:
    (record,) = read(json.dumps([ITEM | {"ISSN": ["0028-0836", "1476-4687"]}])).records
    assert record.reference.ISSN == "0028-0836, 1476-4687"


def test_a_day_within_date_parts_is_read_and_one_that_is_none_is_told() -> None:
    days = [{"date-parts": [["2001-02-03"]]}, {"season": "2"}]
    good, bad = read(json.dumps([ITEM | {"issued": day} for day in days])).records
    assert good.reference.issued == Date(date_parts=((2001, 2, 3),))
    assert bad.reference.issued is None
    assert bad.remarks == ('No place for: issued {"season": "2"}.',)


def test_a_list_that_begins_with_no_item_is_a_list_by_the_name_of_its_file() -> None:
    imported = read(f"[null, 5, {json.dumps(ITEM)}]", "library.json")
    assert (imported.format, len(imported.records), len(imported.refused)) == ("CSL-JSON", 1, 2)
