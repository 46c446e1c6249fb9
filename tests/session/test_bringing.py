from dataclasses import replace

import pytest

from effort import grows_with
from palmetto_editor.bundle.progress import SILENT, Cancelled
from palmetto_editor.model.csl import Date, Extension, Name, Reference, Update
from palmetto_editor.model.values import Article
from palmetto_editor.references.imported import Imported, Record
from palmetto_editor.session.bringing import (
    Row,
    bring_in,
    fillable,
    judged,
    keyed,
    read_files,
    rows,
)

OLD = Reference(id="kojima1999", title="Ghrelin is a peptide of the stomach", DOI="10.1038/45230")


def work(key="", **fields):
    return Reference(id=key, **fields)


def imported(*works):
    return Imported("BibTeX", tuple(Record(w) for w in works))


def test_what_is_in_the_list_already_is_not_ticked_and_says_by_what():
    known, fresh = rows([OLD], imported(work(DOI="10.1038/45230"), work(title="Another thing")))
    assert (known.take, known.known) == (False, "kojima1999")
    assert known.meets == "In the list as @kojima1999: the same DOI"
    assert fresh.take
    assert fresh.meets == ""


def test_a_double_in_the_same_file_names_its_row():
    doubled = rows([], imported(work(DOI="10.1000/x"), work(title="Y"), work(DOI="10.1000/X")))
    assert [row.take for row in doubled] == [True, True, False]
    assert doubled[2].met == "as row 1"


def test_a_mended_identifier_finds_the_work_or_frees_it():
    free = Row(Record(work(title="Something that nobody has")))
    met = judged(Row(Record(work(DOI="10.1038/45230"))), [OLD])
    assert (met.known, met.take) == ("kojima1999", False)
    assert judged(free, [OLD]) == free
    again = judged(Row(free.record, take=False, known="kojima1999", why="x"), [OLD])
    assert (again.known, again.take) == ("", True)


def test_all_that_is_ticked_comes_in_as_one_step():
    article = Article(id="a", references=(OLD,))
    found = [Row(Record(work("x", title="X"))), Row(Record(work("y")), take=False)]
    edit = bring_in(found)
    assert edit.label == "Bring in a reference"
    assert [r.id for r in edit.apply(article).references] == ["kojima1999", "x"]
    assert bring_in([found[1]]) is None


def test_a_work_of_the_list_is_filled_where_that_is_wished():
    theirs = work("x", DOI="10.1038/45230", title="Another title", volume="402", page="656")
    record = Record(theirs, confidence={"page": 0.3})
    row = Row(record, take=False, fill=True, known="kojima1999", why="the same DOI")
    article = Article(id="a", references=(OLD,))
    assert fillable([row], [OLD]) == 1
    edit = bring_in([row])
    (now,) = edit.apply(article).references
    assert (now.id, now.title, now.volume, now.page) == (OLD.id, OLD.title, "402", "")
    assert edit.apply(edit.apply(article)) == edit.apply(article)
    assert bring_in([replace(row, fill=False)]) is None


def test_a_retraction_that_an_import_tells_of_reaches_the_list():
    update = Update(kind="retraction", source="PubMed")
    theirs = replace(OLD, palmetto=Extension(updates=(update,)))
    row = Row(Record(theirs), take=False, fill=True, known="kojima1999")
    article = bring_in([row]).apply(Article(id="a", references=(OLD,)))
    assert article.references[0].palmetto.updates == (update,)


def test_a_sound_key_that_is_free_is_kept_and_any_other_is_made_anew():
    named = {"author": (Name(family="Sun"),), "issued": Date(date_parts=((2004,),))}
    taken, unsound = work("kojima1999", **named), work("bad key", **named)
    works = [work("Sun:2004"), taken, unsound, work("SUN2004")]
    assert [w.id for w in keyed(works, [OLD])] == ["Sun:2004", "sun2004", "sun2004b", "ref"]


def test_keys_of_many_works_cost_no_more_than_in_proportion():
    named = {"author": (Name(family="Sun"),)}
    works = [work(**named, issued=Date(date_parts=((year,),))) for year in range(1_000)]
    assert grows_with(lambda n: keyed(works[:n], ()), 100)


class Impatient:
    """Asks to stop once the reading has begun."""

    told = 0

    def report(self, share, words):
        self.told += 1

    @property
    def cancelled(self):
        return self.told > 1


def test_reading_ends_as_soon_as_that_is_asked(tmp_path):
    file = tmp_path / "long.bib"
    file.write_text("@misc{a, title = {A title}}\n" * 2_000)
    impatient = Impatient()
    with pytest.raises(Cancelled):
        read_files([file], impatient)
    assert impatient.told == 2


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(tmp_path):
    good = tmp_path / "good.bib"
    good.write_text("@article{sun2004, title = {Ghrelin}, year = 2004}")
    found = read_files([tmp_path / "gone.bib", good], SILENT)
    assert [r.reference.id for r in found.records] == ["sun2004"]
    assert found.refused[0].origin == "gone.bib"
    assert "could not be read" in found.refused[0].why


def test_a_bare_work_is_known_where_every_field_is_the_same():
    notice = Reference(id="a", title="Editorial", publisher="Quay Press")
    again, other = rows([notice], imported(notice, replace(notice, publisher="Dover Press")))
    assert (again.take, again.known, again.why) == (False, "a", "the same in every field")
    assert other.take
