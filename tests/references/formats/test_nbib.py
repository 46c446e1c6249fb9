"""PubMed's records: what became of a work is in them."""

from __future__ import annotations

import pytest

from palmetto_editor.model.csl import Update
from palmetto_editor.references.formats.read import read

RECORD = "PMID- 123\nTI  - Larks.\nDP  - 2000\n"


def test_a_retraction_and_its_notice_are_read() -> None:
    notice = "RIN - Tides. 2010 Feb 6;3(9):4. doi: 10.5555/t.1. PMID: 2\n"
    (record,) = read(RECORD + "PT  - Retracted Publication\n" + notice).records
    expected = Update(kind="retraction", source="PubMed", date="2010-02-06", DOI="10.5555/t.1")
    assert record.reference.palmetto.updates == (expected,)


def test_a_retraction_without_its_notice_counts_too() -> None:
    (record,) = read(RECORD + "PT  - Retracted Publication\n").records
    assert record.reference.palmetto.updates == (Update(kind="retraction", source="PubMed"),)


@pytest.mark.parametrize(("tag", "kind"), [("EIN", "correction"), ("ECI", "concern")])
def test_corrections_and_concerns_are_told_apart(tag: str, kind: str) -> None:
    (record,) = read(RECORD + f"{tag} - Tides. 2010;3(9):4\n").records
    assert [update.kind for update in record.reference.palmetto.updates] == [kind]


def test_a_notice_of_retraction_says_so_and_is_not_retracted() -> None:
    (record,) = read(RECORD + "ROF - Tides. 2009;1(1):1\n").records
    assert record.reference.palmetto.updates == ()
    assert "It is itself the retraction of" in record.remarks[0]


def test_a_book_of_the_bookshelf_is_a_chapter_or_a_book() -> None:
    book = "PMID- 1\nBTI - The Book\nPB  - Press\nPL  - Low Tide\nED  - Brandt I\n"
    (whole,) = read(book).records
    assert (whole.reference.type, whole.reference.title) == ("book", "The Book")
    (part,) = read(book + "TI  - A part.\n").records
    assert (part.reference.type, part.reference.container_title) == ("chapter", "The Book")
    assert part.reference.editor[0].given == "I"


def test_what_has_no_title_and_no_number_is_refused() -> None:
    imported = read("PMID- 1\nTI  - x\n\nOWN - NLM\nSTAT- y\n\nPMID- 2\nTI  - z\n", "x.nbib")
    assert [record.reference.PMID for record in imported.records] == ["1", "2"]
    assert [refused.origin for refused in imported.refused] == ["x.nbib, line 4"]


def test_an_article_number_stands_for_pages() -> None:
    (record,) = read(RECORD + "LID - e123 [pii]\nLID - 10.5555/x [doi]\n").records
    assert (record.reference.page, record.reference.DOI) == ("e123", "10.5555/x")


def test_a_season_is_kept_of_a_work_and_not_of_a_notice() -> None:
    notice = "EIN - Tides. 2010 Spring;3(9):4\n"
    (record,) = read("PMID- 123\nTI  - Larks.\nDP  - 2000 Summer\n" + notice).records
    assert record.reference.issued.date_parts == ((2000, 14),)
    assert [update.date for update in record.reference.palmetto.updates] in ([""], ["2010"])


def test_a_journal_has_not_the_place_that_nlm_adds() -> None:
    (record,) = read(RECORD + "TA  - Lancet\nJT  - Lancet (London, England)\n").records
    assert record.reference.container_title == "Lancet"
    assert record.reference.container_title_short == ""
