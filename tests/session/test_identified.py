import pytest

from palmetto_editor.model.csl import Reference
from palmetto_editor.model.values import Article
from palmetto_editor.session.document import Session
from palmetto_editor.session.identified import identified, named_works, tidied, tidy

EMPTY = Reference(id="a")


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("https://doi.org/10.1038/45230", "DOI", "10.1038/45230"),
        ("PMID: 8688086", "PMID", "8688086"),
        ("PMC4443295", "PMCID", "PMC4443295"),
        ("arXiv:2101.00001v2", "DOI", "10.48550/arXiv.2101.00001"),
        ("ISBN 978-3-16-148410-0", "ISBN", "9783161484100"),
        ("https://example.org/a", "URL", "https://example.org/a"),
    ],
)
def test_an_identifier_finds_its_field(text, field, value):
    assert getattr(identified(EMPTY, text), field) == value


def test_a_person_is_no_work():
    assert identified(EMPTY, "0000-0002-1825-0097") is None


def test_a_field_is_spelt_as_it_should_be():
    assert tidied(Reference(id="a", DOI=" doi: 10.1038/45230. "), "DOI").DOI == "10.1038/45230"
    assert tidied(Reference(id="a", DOI="11.x"), "DOI").DOI == "11.x"


def test_an_identifier_in_the_wrong_field_moves_if_its_own_is_free():
    pasted = "https://pubmed.ncbi.nlm.nih.gov/8688086/"
    moved = tidied(Reference(id="a", DOI=pasted), "DOI")
    assert (moved.DOI, moved.PMID) == ("", "8688086")
    kept = Reference(id="a", DOI=pasted, PMID="1")
    assert tidied(kept, "DOI") == kept


def test_a_doi_pasted_as_the_title_is_the_doi():
    moved = tidied(Reference(id="a", title="https://doi.org/10.1038/45230"), "title")
    assert (moved.title, moved.DOI) == ("", "10.1038/45230")


@pytest.mark.parametrize("title", ["Ghrelin", "1984", "https://example.org/", "10 years"])
def test_a_title_that_is_one_stays(title):
    work = Reference(id="a", title=title)
    assert tidied(work, "title") is work


def test_tidying_is_a_step_that_can_be_taken_back():
    work = Reference(id="a", title="doi:10.1038/45230")
    session = Session(Article(id="x", references=(work,)))
    change = session.do(tidy(work, "title"))
    assert str(change.place) == "references[a].DOI"
    session.undo()
    assert session.article.references == (work,)
    assert tidy(EMPTY, "DOI") is None


def test_a_text_of_identifiers_is_a_list_of_works():
    works = named_works("10.1038/45230\n\nISBN 9783161484100\n")
    assert [(w.type, w.DOI or w.ISBN) for w in works] == [
        ("article-journal", "10.1038/45230"),
        ("book", "9783161484100"),
    ]
    assert named_works("10.1038/45230\nand more") == ()
    assert named_works("0036-8075") == ()
    assert named_works("") == ()
