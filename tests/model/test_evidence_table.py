from palmetto_editor.model.csl import Evidence, Extension, Reference
from palmetto_editor.model.evidence_table import COLUMNS, fill, filled, of_studies, studies
from palmetto_editor.model.values import Article, Column, Table


def work(key, **evidence):
    extension = Extension(evidence=Evidence(**evidence)) if evidence else Extension()
    return Reference(id=key, title=key, palmetto=extension)


REFERENCES = (
    work("sun2004", kind="animal", species="mouse *Mus*", n=12),
    work("book"),
    work("who2020", kind="guideline"),
    work("10/x?y=", kind="human", n=0),
)
ROWS = (
    ("Sun2004", "Animals", r"mouse \*Mus\*", "12", "", "[@sun2004]"),
    ("Who2020", "Guideline", "", "", "", "[@who2020]"),
    ("10/X?Y=", "Humans", "", "0", "", "[@{10/x?y=}]"),
)


def study(reference):
    return reference.title.title()


def labels(table):
    return tuple(column.label for column in table.columns)


def test_only_what_says_its_kind_is_a_study():
    assert [reference.id for reference in studies(REFERENCES)] == ["sun2004", "who2020", "10/x?y="]


def test_an_empty_table_gets_its_columns_and_a_row_a_study():
    blank = Table(id="t", columns=(Column(id="c1"), Column(id="c2")), rows=(("", " "),))
    table = filled(blank, REFERENCES, study)
    assert labels(table) == COLUMNS
    assert table.rows == ROWS


def test_a_study_that_is_cited_there_gets_no_second_row():
    once = filled(Table(id="t"), REFERENCES[:1], study)
    assert filled(once, REFERENCES[:1], study) is once
    assert filled(once, REFERENCES, study).rows == ROWS


def test_columns_are_found_by_their_names_in_any_order():
    columns = (Column(id="a", label="**Source**"), Column(id="b", label="Dose"))
    table = filled(Table(id="t", columns=columns, rows=(("x", "1 mg"),)), REFERENCES[:1], study)
    assert labels(table) == ("**Source**", "Dose", "Study", "Kind", "Species", "n", "Finding")
    assert table.rows[0] == ("x", "1 mg", "", "", "", "", "")
    assert table.rows[1] == ("[@sun2004]", "", "Sun2004", "Animals", r"mouse \*Mus\*", "12", "")


def test_what_was_typed_stays():
    once = filled(Table(id="t"), REFERENCES[:1], study)
    typed = (*once.rows[0][:4], "It rose.", *once.rows[0][5:])
    table = Table(id="t", columns=once.columns, rows=(typed,))
    assert filled(table, REFERENCES, study).rows[0] == typed


def test_a_new_table_has_its_columns_even_without_a_study():
    assert of_studies("t2", REFERENCES, study).rows == ROWS
    empty = of_studies("t2", (), study)
    assert (empty.id, labels(empty), empty.rows) == ("t2", COLUMNS, (("",) * 6,))


def test_filling_is_one_edit_of_the_article():
    article = Article(id="a", references=REFERENCES, tables=(Table(id="t"),))
    edit = fill("t", study)
    assert edit.apply(article).tables[0].rows == ROWS
    without = Article(id="a", references=REFERENCES[1:2], tables=(Table(id="t"),))
    assert edit.apply(without) is without
