import pytest

from palmetto_editor.model.csl import Date, Extension, Name, Reference
from palmetto_editor.references.imported import Record
from palmetto_editor.session.import_cells import COLUMNS, cell, doubtful, retyped

BERG = Name(family="Berg", non_dropping_particle="van den", given="Jan P.", suffix="Jr.")
WHO = Name(literal="World Health Organization")
PAPER = Reference(
    id="",
    title="A receptor",
    author=(BERG, Name(family="Howard", given="Andrew D."), WHO),
    issued=Date(date_parts=((1996, 8, 16),)),
    container_title="Science",
    volume="273",
    issue="5277",
    page="974–977",
    DOI="10.1126/science.273.5277.974",
    palmetto=Extension(authors_truncated=True),
)
BOOK = Reference(id="", type="book", publisher="Elsevier", ISBN="9783161484100")


def after(column, text, reference=PAPER):
    record = retyped(Record(reference), column, text)
    return record and record.reference


def test_cells_say_what_a_reader_looks_for():
    assert [cell(PAPER, column) for column in COLUMNS] == [
        "article-journal",
        "van den Berg, Jan P., Jr.; Howard, Andrew D.; World Health Organization; et al.",
        "1996",
        "A receptor",
        "Science",
        "273(5277):974–977",
        "10.1126/science.273.5277.974",
    ]


def test_a_book_stands_with_its_publisher_and_number():
    assert cell(BOOK, "container") == "Elsevier"
    assert cell(BOOK, "identifier") == "ISBN 9783161484100"
    assert after("container", "Springer", BOOK).publisher == "Springer"


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("reference", [PAPER, BOOK, Reference(id="")])
def test_what_is_left_as_it_is_changes_nothing(column, reference):
    assert after(column, cell(reference, column), reference) == reference


def test_names_that_stay_keep_their_parts():
    changed = after("author", "Sun, Yuxiang; van den Berg, Jan P., Jr.; World Health Organization")
    assert changed.author == (Name(family="Sun", given="Yuxiang"), BERG, WHO)
    assert not changed.palmetto.authors_truncated


def test_a_list_of_authors_can_be_told_to_be_cut():
    changed = after("author", "Howard, Andrew D.; et al.")
    assert changed.author == (Name(family="Howard", given="Andrew D."),)
    assert changed.palmetto.authors_truncated


def test_another_year_keeps_the_day():
    assert after("issued", "1997").issued == Date(date_parts=((1997, 8, 16),))
    assert after("issued", "1996–1998").issued.date_parts == ((1996, 8, 16), (1998,))
    assert after("issued", "in press").issued == Date(literal="in press")
    assert after("issued", "").issued is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", ("12", "", "")),
        ("12(3)", ("12", "3", "")),
        ("12:e7", ("12", "", "e7")),
        ("(3):1–9", ("", "3", "1–9")),
        ("12 (Suppl 1): S3–S9", ("12", "Suppl 1", "S3–S9")),
        ("", ("", "", "")),
    ],
)
def test_volume_issue_and_pages_are_told_apart(text, expected):
    changed = after("numbers", text)
    assert (changed.volume, changed.issue, changed.page) == expected


def test_numbers_that_make_no_sense_are_refused():
    assert after("numbers", "12(3") is None


def test_an_identifier_goes_to_its_field_however_it_is_typed():
    changed = after("identifier", "https://pubmed.ncbi.nlm.nih.gov/8688086/")
    assert (changed.DOI, changed.PMID) == ("", "8688086")
    assert after("identifier", "doi:10.1038/45230").DOI == "10.1038/45230"
    assert after("identifier", "nothing of the kind") is None
    assert after("identifier", "").DOI == ""


def test_retyping_or_confirming_takes_the_doubt_away():
    record = Record(PAPER, confidence={"title": 0.4, "page": 0.5, "volume": 0.9})
    assert doubtful(record) == ("title", "numbers")
    assert doubtful(retyped(record, "title", "A receptor")) == ("numbers",)
    assert doubtful(retyped(record, "numbers", "273:1")) == ("title",)
