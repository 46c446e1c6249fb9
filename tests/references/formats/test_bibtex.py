"""BibTeX and BibLaTeX in good and in bad states."""

from __future__ import annotations

import pytest

from palmetto_editor.model.csl import Date
from palmetto_editor.references.formats.read import read
from palmetto_editor.references.formats.write import write
from palmetto_editor.references.imported import Imported


def bib(text: str) -> Imported:
    return read(text, "x.bib")


def test_abbreviations_are_resolved_and_joined() -> None:
    text = '@string{j = "J. Biol. "}\n@STRING(k = j # {Chem.})\n'
    (record,) = bib(text + '@article{a, title={T}, journal=K # " (London)", month=mar # "~15", '
                    "year=2000}").records  # fmt: skip
    assert record.reference.container_title == "J. Biol. Chem. (London)"
    assert record.reference.issued.date_parts == ((2000, 3, 15),)


def test_an_abbreviation_that_is_not_defined_stays_and_is_told() -> None:
    (record,) = bib("@article{a, title={T}, journal=jbc}").records
    assert record.reference.container_title == "jbc"
    assert "“jbc” is not defined" in record.remarks[0]


def test_abbreviations_that_double_for_ever_are_refused() -> None:
    bomb = '@string{s0 = "xxxxxxxxxx"}\n'
    bomb += "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, 60))
    imported = bib(bomb + "@article{a, title=s59}\n@article{b, title={Good}}\n")
    assert imported.records[-1].reference.title == "Good"
    assert any("too much text" in refused.why for refused in imported.refused)


def test_a_part_inherits_from_its_whole() -> None:
    text = """@inproceedings{part, title={Part}, crossref={Whole}}
    @proceedings{whole, title={Whole}, subtitle={All of it}, editor={Ida Brandt}, year={1999},
      doi={10.5555/whole}, publisher={P}}"""
    part = bib(text).records[0].reference
    assert part.container_title == "Whole: All of it"
    assert part.editor[0].family == "Brandt"
    assert part.DOI == ""  # the whole's own


def test_data_of_xdata_are_no_work() -> None:
    imported = bib("@xdata{x, publisher={P}, location={L}}\n@book{b, title={T}, xdata={x}}")
    (record,) = imported.records
    assert (record.reference.publisher, record.reference.publisher_place) == ("P", "L")
    assert "@xdata" in imported.remarks[0]


@pytest.mark.parametrize("length", [1, 2, 3, 500])
def test_works_that_refer_in_a_circle_are_read_and_told(length: int) -> None:
    text = "".join(
        f"@incollection{{k{n}, title={{T{n}}}, crossref={{k{(n + 1) % length}}}}}\n"
        for n in range(length)
    )
    imported = bib(text)
    assert [r.reference.title for r in imported.records] == [f"T{n}" for n in range(length)]
    assert any("circle" in r or "deeper" in r for r in imported.records[0].remarks)


def test_many_ways_to_a_whole_are_each_followed_once() -> None:
    text = "".join(
        f"@xdata{{x{n}, xdata={{{','.join(f'x{m}' for m in range(n + 1, 60))}}}, note={{n}}}}\n"
        for n in range(60)
    )
    assert bib(text + "@article{a, title={T}, xdata={x0}}").records[0].reference.note == "n"


def test_a_key_that_stands_twice_keeps_both_works() -> None:
    imported = bib("@book{k, title={One}}\n@book{K, title={Two}}")
    assert [r.reference.title for r in imported.records] == ["One", "Two"]
    assert "more than one entry" in imported.remarks[0]


@pytest.mark.parametrize(
    "text",
    [
        "@article{a, title = {T, year = {2001},\n journal = {J}\n}\n@book{b, title={B}}",
        "@article{a, title = {T},\n year = {2001},\n journal = {J}\n@book{b, title={B}}",
        "@article{a, title = {T}\n year = {2001}\n journal = {J}\n}\n@book{b, title={B}}",
        '@article{a, title = "T,\n year = {2001},\n journal = {J}\n}\n@book{b, title={B}}',
        "@article{a,\n title = {T}},\n year = {2001},\n journal = {J}}\n@book{b, title={B}}",
    ],
    ids=["brace", "end", "commas", "quote", "brace too many"],
)
def test_a_damaged_entry_is_mended_or_told_and_the_next_one_is_whole(text: str) -> None:
    imported = bib(text)
    titles = [record.reference.title for record in imported.records]
    assert titles == ["T", "B"]
    damaged = imported.records[0]
    assert damaged.is_doubtful("title") or imported.refused
    assert not imported.records[1].remarks


def test_fields_between_the_entries_are_told() -> None:
    imported = bib("@book{a, title={A}}\nauthor = {Lost, One},\n@book{b, title={B}}")
    assert [r.reference.title for r in imported.records] == ["A", "B"]
    assert "between the entries" in imported.refused[0].why


def test_an_entry_without_fields_is_refused_with_its_line() -> None:
    imported = bib("@book{a, title={A}}\n\n@online{empty,}")
    assert imported.refused[0].origin == "x.bib, line 3"


def test_a_field_that_stands_twice_is_told() -> None:
    (record,) = bib("@book{a, title={One}, title={Two}}").records
    assert record.reference.title == "One"
    assert "states twice: title" in record.remarks[0]


@pytest.mark.parametrize(
    ("fields", "kind", "expected"),
    [
        ("@thesis{a, type={mathesis}, title={T}", "thesis", {"genre": "Master’s thesis"}),
        ("@report{a, title={T}, number={7}, institution={I}", "report", {"number": "7"}),
        ("@article{a, title={T}, eid={e12}", "article-journal", {"page": "e12"}),
        ("@article{a, title={T}, entrysubtype={magazine}", "article-magazine", {}),
        (
            "@article{a, title={T}, eprint={2101.00001v2}, archiveprefix={arXiv}",
            "article",
            {"URL": "https://arxiv.org/abs/2101.00001v2"},
        ),
        (
            "@misc{a, title={T}, howpublished={\\url{http://x.org}}",
            "webpage",
            {"URL": "http://x.org"},
        ),
        ("@book{a, title={T}, series={S}, number={3}", "book", {"collection_number": "3"}),
        (
            "@article{a, title={T}, year={in press}",
            "article-journal",
            {"issued": Date(literal="in press")},
        ),
        ("@article{a, title={T}, doi={not one}", "article-journal", {"DOI": "not one"}),
        ("@nonsense{a, title={T}", "document", {}),
    ],
)
def test_types_and_fields_find_their_place(fields: str, kind: str, expected: dict) -> None:
    (record,) = bib(fields + "}").records
    assert record.reference.type == kind
    assert {name: getattr(record.reference, name) for name in expected} == expected


def test_an_identifier_that_is_none_is_doubtful() -> None:
    (record,) = bib("@article{a, title={T}, doi={not one}}").records
    assert record.is_doubtful("DOI")
    assert record.remarks == ("“not one” is no DOI.",)


def test_words_between_the_entries_are_comments_and_told() -> None:
    imported = bib("Dear editor,\n\n@book{a, title={A}}\n% a comment\n@book{b, title={B}}")
    assert len(imported.records) == 2
    assert imported.remarks == (
        "Words between the entries were taken as comments, first in line 1: “Dear editor,”.",
    )


@pytest.mark.parametrize(
    "fields",
    [
        "year = {2000}, month = {Spring}",
        "year = 2000, month = spring",
        "year = {2000}, issue = {Spring}",
        "date = {2000-21}",
    ],
)
def test_a_season_is_read_and_written(fields: str) -> None:
    (record,) = read("@article{a, title = {T}, volume = {3}, " + fields + "}").records
    assert record.reference.issued.date_parts == ((2000, 13),)
    assert record.reference.issue == ""
    assert "month = {Spring}" in write([record.reference], "bibtex").replace("\t", "")


def test_a_season_beside_a_month_stays_the_name_of_the_issue() -> None:
    (record,) = read("@article{a, title = {T}, year = 2000, month = mar, issue = {Spring}}").records
    assert record.reference.issued.date_parts == ((2000, 3),)
    assert record.reference.issue == "Spring"


def test_a_type_that_is_not_known_is_told() -> None:
    (record,) = bib("@tablet{a, title={T}}").records
    assert record.reference.type == "document"
    assert record.remarks == ("Its type “tablet” is not known; please choose one.",)
