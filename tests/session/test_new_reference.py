import pytest

from palmetto_editor.model.csl import Date, Reference
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article
from palmetto_editor.session.new_reference import cite_new, may_name, new_reference


@pytest.mark.parametrize(
    ("words", "key"),
    [("sun2004", "sun2004"), ("Sun 2004", "sun2004"), ("", "ref"), ("{a}", "a"), ("sün", "sün")],
)
def test_the_words_become_the_key(words, key):
    assert new_reference(words, ()).id == key


def test_a_key_that_is_taken_gets_a_letter():
    taken = (Reference(id="Sun2004"),)
    assert new_reference("sun2004", taken).id == "sun2004b"


def test_a_year_in_the_words_is_the_work_s():
    assert new_reference("Sun 2004", ()).issued == Date(date_parts=((2004,),))
    assert new_reference("sun2004b", ()).issued == Date(date_parts=((2004,),))
    assert new_reference("sun", ()).issued is None


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("https://doi.org/10.1126/Science.273.5277.974", "DOI", "10.1126/science.273.5277.974"),
        ("doi:10.1126/science.273.5277.974", "DOI", "10.1126/science.273.5277.974"),
        ("PMID: 8688086", "PMID", "8688086"),
        ("arXiv:2101.00001", "DOI", "10.48550/arXiv.2101.00001"),
    ],
)
def test_an_identifier_stands_in_its_field(words, field, value):
    made = new_reference(words, ())
    assert getattr(made, field).casefold() == value.casefold()
    assert made.id == "ref"


def test_a_handful_of_prose_names_no_work():
    assert not may_name("home and away")
    assert may_name("sun2004")
    assert may_name("Sun 20")


def test_the_citation_and_the_work_come_and_go_as_one_step():
    article = Article(id="a", body="fed @sun2004 well")
    edit = cite_new(Place("body"), 4, 12, Reference(id="sun2004"), "[@sun2004]")
    after = edit.apply(article)
    assert after.body == "fed [@sun2004] well"
    assert [reference.id for reference in after.references] == ["sun2004"]
    assert not edit.typing
