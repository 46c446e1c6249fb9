"""Records of services that are not what their manuals say."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from lookup_answers import BOOKS, CROSSREF, DATACITE, WORKS
from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.references.lookup import (
    crossref_record,
    datacite,
    open_library,
    pubmed,
    values,
)  # fmt: skip
from palmetto_editor.references.lookup.likeness import likeness

READERS = (
    crossref_record.reference, datacite.reference, open_library.work,
    lambda book: open_library.edition(book, "9780980200447"),
)  # fmt: skip
RECORDS = (*CROSSREF.values(), *DATACITE.values(), *BOOKS.values(), *WORKS)
NAMES = sorted({name for one in RECORDS for name in one} | {"family", "date-parts", "isbn_13"})
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(NAMES), JSON, max_size=8))
@examples(100)
def test_any_json_gives_a_reference(record):
    for read in READERS:
        work = read(record)
        assert isinstance(work, Reference)
        assert all(isinstance(name, Name) for name in work.author + work.editor)
        assert json.dumps(work.title)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Effects of <i>Nigella</i>", "Effects of <i>Nigella</i>"),
        ("<jats:title>A <jats:sup>2</jats:sup> b</jats:title>", "A <sup>2</sup> b"),
        ("Salt &amp;amp; water", "Salt &amp; water"),
        ("p &lt; 0.05 and <mml:math><mml:mi>x</mml:mi></mml:math>", "p < 0.05 and x"),
        (["", "Second"], "Second"),
        ("two\n lines", "two lines"),
        ("half a \ud83d smile \x00", "half a smile"),
        (7, "7"),
        (None, ""),
        (True, ""),
    ],
)
def test_a_title_keeps_the_tags_that_csl_knows(value, shown):
    assert values.rich(value) == shown


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [[2000, 11, 1]]}, Date(date_parts=((2000, 11, 1),))),
        ({"date-parts": [[2000, 13, 1]]}, Date(date_parts=((2000,),))),
        ({"date-parts": [[None]]}, None),
        ({"date-parts": []}, None),
        ({"date-parts": [["2000", "2"]]}, Date(date_parts=((2000, 2),))),
        ("2000", None),
        (None, None),
    ],
)
def test_a_date_is_read_as_far_as_it_is_one(value, date):
    assert values.date(value) == date


def test_a_title_marked_as_retracted_is_an_update_without_a_notice():
    work = crossref_record.reference({"title": ["RETRACTED ARTICLE: On bones"], "type": "x"})
    assert [update.kind for update in work.palmetto.updates] == ["retraction"]
    about = crossref_record.reference({"title": ["Retracted papers and their readers"]})
    assert about.palmetto.updates == ()


def test_a_notice_of_its_own_is_not_an_updated_work():
    notice = {"title": ["Retraction"], "update-to": [{"type": "retraction", "DOI": "10.1/x"}]}
    assert crossref_record.reference(notice).palmetto.updates == ()


def test_what_is_new_in_a_work_is_no_fault_of_it():
    told = {"updated-by": [{"type": "new_version", "DOI": "10.1000/v2"}]}
    assert crossref_record.reference(told).palmetto.updates == ()


@pytest.mark.parametrize("title", ["", "()[]", "<i></i>"])
def test_a_title_without_words_is_no_question_to_pubmed(client, service, title):
    assert pubmed.by_words(client, Reference(id="a", title=title)) == []
    assert service.asked == []


def test_a_short_title_is_asked_for_with_its_author(client, service):
    wanted = Reference(id="a", title="A work of PubMed", author=(Name(family="Doe"),))
    assert [one.reference.PMID for one in pubmed.by_words(client, wanted)] == ["25963236"]
    assert "term=A work of PubMed[Title] AND Doe[Author]" in service.paths()[0].replace("+", " ")
    other = Reference(id="a", title="A work of PubMed", author=(Name(family="Poe"),))
    assert pubmed.by_words(client, other) == []


@pytest.mark.parametrize(
    ("mine", "theirs", "least", "most"),
    [
        ("Ghrelin and growth", "Ghrelin and growth", 1.0, 1.0),
        ("Ghrelin & growth hormone", "Ghrelin and growth hormone", 0.8, 1.0),
        ("The role of ghrelin", "The role of ghrelin: a systematic review", 0.9, 0.99),
        ("The role of ghrelin", "Growth of barley in the north", 0.0, 0.59),
        ("", "Growth of barley", 0.0, 0.0),
    ],
)
def test_titles_are_like_each_other_in_any_spelling(mine, theirs, least, most):
    found = likeness(Reference(id="a", title=mine), Reference(id="", title=theirs))
    assert least <= found <= most


def test_other_authors_and_another_year_make_a_work_less_like():
    mine = Reference(id="a", title="Annual report of the board", author=(Name(family="Roe"),))
    same = Reference(id="", title=mine.title, author=(Name(family="ROE"), Name(family="Doe")))
    other = Reference(id="", title=mine.title, author=(Name(family="Poe"),))
    dated = Reference(id="a", title=mine.title, issued=Date(date_parts=((1990,),)))
    later = Reference(id="", title=mine.title, issued=Date(date_parts=((1999,),)))
    assert likeness(mine, same) == 1.0
    assert likeness(mine, other) < 1.0
    assert likeness(dated, later) < 1.0
