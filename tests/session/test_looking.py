from dataclasses import replace

import pytest

from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Date, Extension, Name, Reference, Update, Verified
from palmetto_editor.model.values import Article
from palmetto_editor.references.lookup.found import Answer, Found, Silent
from palmetto_editor.session.looking import Case, name_of, settle, state

MINE = Reference(
    id="sun2004",
    title="Ghrelin drives appetite through one receptor",
    author=(Name(family="Sun", given="Y"),),
    issued=Date(date_parts=((2004,),)),
)
THEIRS = replace(MINE, id="", volume="101", DOI="10.1073/pnas.0305930101")
CROSSREF = Found("Crossref", THEIRS)
RETRACTED = replace(
    THEIRS, palmetto=Extension(updates=(Update(kind="retraction", source="PubMed"),))
)


def answered(*found, silent=()):
    return Case("sun2004", "answered", Answer(found, silent))


@pytest.mark.parametrize(
    ("case", "told"),
    [
        (Case("sun2004"), "Waiting"),
        (Case("sun2004", "asking"), "Asking…"),
        (Case("sun2004", "failed"), "Could not be asked"),
        (answered(CROSSREF), "Crossref · 2 more"),
        (answered(Found("Crossref", THEIRS, likeness=0.7)), "perhaps: Crossref · 2 more"),
        (answered(Found("PubMed", MINE)), "PubMed · agrees"),
        (answered(CROSSREF, Found("PubMed", RETRACTED)), "RETRACTED · Crossref"),
        (answered(), "Nothing to look it up by"),
        (answered(silent=(Silent("Crossref", "No.", reached=True),)), "Not found"),
        (
            answered(silent=(Silent("Crossref", "Down.", reached=False),)),
            "No service could be reached",
        ),
    ],
)
def test_a_case_is_told_in_a_few_words(case, told):
    assert state(case, MINE) == told


def test_a_work_that_left_the_list_is_told():
    assert state(answered(CROSSREF), None) == "No longer in the list"


def test_a_work_is_called_by_who_and_when_else_by_what_there_is():
    assert name_of(MINE) == "Sun 2004"
    assert name_of(Reference(id="a", title="T")) == "T"
    assert name_of(Reference(id="a")) == "@a"


def settled(found, fields=(), mark=False, answer=None):
    edit = settle(MINE, answer or Answer((found,)), found, fields, mark=mark)
    return edit and edit.apply(Article(id="x", references=(MINE,))).references[0]


def test_the_chosen_fields_are_taken_and_the_key_stays():
    new = settled(CROSSREF, ("DOI",))
    assert (new.id, new.DOI, new.volume) == ("sun2004", THEIRS.DOI, "")
    assert settled(CROSSREF) is None


def test_a_work_is_marked_as_compared_with_the_day_and_the_service():
    verified = settled(CROSSREF, mark=True).palmetto.verified
    assert isinstance(verified, Verified)
    assert verified.source == "Crossref"


def test_what_another_service_told_of_the_work_is_kept_too():
    both = Answer((CROSSREF, Found("PubMed", RETRACTED)))
    new = settled(CROSSREF, mark=True, answer=both)
    assert [update.source for update in new.palmetto.updates] == ["PubMed"]


def test_a_record_of_another_work_marks_nothing():
    other = Found("Crossref", replace(THEIRS, title="Quite another matter"))
    with pytest.raises(UserError, match="not marked"):
        settled(other, mark=True)
