import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QPushButton, QWidget

from palmetto_editor.model import edits
from palmetto_editor.model.csl import Date, Evidence, Extension, Name, Reference, Verified
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes import reference_fields as table
from palmetto_editor.ui.panes.references import ReferencesPane
from palmetto_editor.ui.widgets.item_row import ROW

KOJIMA = Reference(
    id="kojima1999",
    title="A peptide",
    author=(Name(family="Kojima", given="M."), Name(family="Hosoda", given="H.")),
    issued=Date(date_parts=((1999, 12, 9),)),
    container_title="Nature",
)
SUN = Reference(
    id="sun2004",
    author=(Name(family="Sun"),),
    palmetto=Extension(verified=Verified(source="PubMed", date="2026-11-02")),
)


@pytest.fixture
def session():
    return Session(Article(id="a", body="As @kojima1999 [@kojima1999].", references=(KOJIMA, SUN)))


@pytest.fixture
def pane(qtbot, session):
    pane = ReferencesPane(session)
    qtbot.addWidget(pane)
    pane.show()
    yield pane
    pane.close_pane()


def find(pane, name, kind=QWidget):
    return pane.findChild(kind, name)


def click(pane, name):
    QTest.mouseClick(find(pane, name), Qt.MouseButton.LeftButton)


def choose(pane, name, data):
    box = find(pane, name, QComboBox)
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def retype(line, text):
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def row(pane, index):
    return pane.items.model.index(index).data(ROW)


def first(session):
    return session.article.references[0]


def test_a_row_says_who_when_what_and_how_often_cited(pane):
    assert row(pane, 0).title == "Kojima and Hosoda 1999"
    assert row(pane, 0).detail == "A peptide"
    assert row(pane, 0).aside == "kojima1999 · 2 times"
    assert row(pane, 1).aside == "sun2004 · not cited"


def test_citations_are_counted_again_after_a_text_changed(pane, session, qtbot):
    session.do(edits.put(Place("body"), "As @sun2004."))
    qtbot.waitUntil(lambda: row(pane, 1).aside == "sun2004 · once")


def test_a_citation_of_the_chosen_work_is_gone_to(pane, session, qtbot):
    places = find(pane, "references.cited.places", QListView)
    assert places.model().rowCount() == 2
    with qtbot.waitSignal(pane.place_wanted) as wanted:
        places.clicked.emit(places.model().index(0, 0))
    assert wanted.args[0].part == "body"
    pane.items.select(1)
    assert not places.isVisible()
    pane.items.select(0)
    session.do(edits.put(Place("body"), "As @kojima1999."))
    qtbot.waitUntil(lambda: places.model().rowCount() == 1)


def test_the_filter_finds_by_any_word(pane):
    QTest.keyClicks(find(pane, "references.filter"), "peptide 1999")
    assert pane.items.model.rowCount() == 1


def test_a_new_reference_is_filled_and_gets_its_key(pane, session):
    click(pane, "references.add")
    assert pane.focusWidget().objectName() == "references.title"
    QTest.keyClicks(pane.focusWidget(), "The receptor")
    retype(find(pane, "references.author.names", QLineEdit), "Howard AD, Feighner SD, et al.")
    QTest.keyClicks(find(pane, "references.issued.year"), "1996")
    click(pane, "references.id.propose")
    made = session.article.references[1]
    assert made.id == "howard1996"
    assert made.author == (Name(family="Howard", given="AD"), Name(family="Feighner", given="SD"))
    assert made.palmetto.authors_truncated
    assert made.issued == Date(date_parts=((1996,),))


def test_pasted_names_are_one_step(pane, session):
    retype(find(pane, "references.author.names", QLineEdit), "Date Y, et al")
    assert len(first(session).author) == 3
    session.undo()
    assert first(session) == KOJIMA


@pytest.mark.parametrize("kind", [*table.ROWS, "song"])
def test_each_type_shows_its_own_fields_and_loses_none(pane, session, kind):
    session.do(edits.put(Place("references", "kojima1999", "type"), kind))
    shown = {name for names in table.first_rows(kind) for name in names}
    for name in shown:
        assert find(pane, f"references.{name}").isVisible(), name
    assert first(session).container_title == "Nature"
    if "container-title" not in shown:
        assert "1 filled" in pane.work._more.text()
    assert not pane.grab().isNull()


def test_a_type_from_elsewhere_is_kept_as_it_is(pane, session):
    session.do(edits.put(Place("references", "kojima1999", "type"), "song"))
    assert find(pane, "references.type", QComboBox).currentText() == "song"
    choose(pane, "references.type", "book")
    assert first(session).type == "book"
    assert find(pane, "references.type", QComboBox).findData("song") < 0


def test_more_fields_open_and_close(pane):
    assert not find(pane, "references.abstract").isVisible()
    click(pane, "references.more")
    assert find(pane, "references.abstract").isVisible()


def test_every_field_of_every_type_is_shown_once():
    for kind in table.ROWS:
        rows = (*table.first_rows(kind), *table.more_rows(kind))
        names = [name for names in rows for name in names]
        assert len(names) == len(set(names)), kind
        assert set(table.TEXTS) <= set(names), kind


def test_tab_goes_down_the_form_as_it_is_laid_out(pane):
    find(pane, "references.volume").setFocus()
    QTest.keyClick(pane.focusWidget(), Qt.Key.Key_Tab)
    assert pane.focusWidget().objectName() == "references.issue"
    QTest.keyClick(pane.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(pane.focusWidget(), Qt.Key.Key_Tab)
    assert pane.focusWidget().objectName() == "references.DOI"


def test_a_new_key_renames_the_citations_too(pane, session):
    retype(find(pane, "references.id", QLineEdit), "kojima")
    assert first(session).id == "kojima"
    assert session.article.body == "As @kojima [@kojima]."
    session.undo()
    assert session.article.body == "As @kojima1999 [@kojima1999]."
    assert find(pane, "references.id", QLineEdit).text() == "kojima1999"


def test_a_key_that_is_taken_is_refused(pane, session):
    retype(find(pane, "references.id", QLineEdit), "SUN2004")
    assert first(session).id == "kojima1999"
    assert "another one" in pane.key.hint.text()


def test_a_date_is_as_long_as_it_is_known(pane, session):
    retype(find(pane, "references.issued.day", QLineEdit), "")
    find(pane, "references.issued.day", QLineEdit).clear()
    QTest.keyClick(find(pane, "references.issued.day"), Qt.Key.Key_Backspace)
    choose(pane, "references.issued.month", 0)
    assert first(session).issued == Date(date_parts=((1999,),))
    choose(pane, "references.issued.month", 3)
    assert first(session).issued == Date(date_parts=((1999, 3),))


def test_a_date_without_anything_is_none(pane, session):
    pane.items.select(1)
    year = find(pane, "references.issued.year", QLineEdit)
    QTest.keyClicks(year, "2")
    assert session.article.references[1].issued == Date(date_parts=((2,),))
    QTest.keyClick(year, Qt.Key.Key_Backspace)
    assert session.article.references[1].issued is None


def test_a_span_shows_its_end_and_keeps_it(pane, session):
    span = Date(date_parts=((1999, 1), (2001,)))
    session.do(edits.put(Place("references", "kojima1999", "issued"), span))
    assert find(pane, "references.issued.end.year").isVisible()
    year = find(pane, "references.issued.year", QLineEdit)
    year.selectAll()
    QTest.keyClicks(year, "2000")
    assert first(session).issued == Date(date_parts=((2000, 1), (2001,)))


def test_a_month_typed_for_one_work_is_not_shown_for_the_next(pane, session):
    pane.items.select(1)
    choose(pane, "references.issued.month", 5)
    assert session.article.references[1].issued is None
    session.do(edits.insert("references", Reference(id="x")))
    pane.items.select_id("x")
    assert find(pane, "references.issued.month", QComboBox).currentData() == 0


def test_a_season_is_a_month_of_its_own(pane, session):
    session.do(
        edits.put(Place("references", "kojima1999", "issued"), Date(date_parts=((1999, 14),)))
    )
    assert find(pane, "references.issued.month", QComboBox).currentText() == "Summer"


def test_evidence_comes_with_its_first_word_and_goes_with_the_last(pane, session):
    choose(pane, "references.palmetto.evidence.kind", "animal")
    QTest.keyClicks(find(pane, "references.palmetto.evidence.species"), "rat")
    QTest.keyClicks(find(pane, "references.palmetto.evidence.n"), "2x4")
    assert first(session).palmetto.evidence == Evidence(kind="animal", species="rat", n=24)
    choose(pane, "references.palmetto.evidence.kind", "")
    for name in ("species", "n"):
        line = find(pane, f"references.palmetto.evidence.{name}")
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
    assert first(session).palmetto.evidence is None


def test_a_record_says_that_it_was_compared_until_that_is_taken_back(pane, session):
    mark = find(pane, "references.palmetto.verified")
    assert not mark.isVisible()
    pane.items.select(1)
    assert mark.text() == "Compared with PubMed on 2026-11-02."
    QTest.mouseClick(
        find(pane, "references.palmetto.verified.remove", QPushButton), Qt.MouseButton.LeftButton
    )
    assert session.article.references[1].palmetto.verified is None


def test_a_duplicate_is_not_verified(pane, session):
    pane.items.select(1)
    click(pane, "references.duplicate")
    made = session.article.references[2]
    assert (made.id, made.palmetto.verified) == ("sun", None)


def test_an_odd_identifier_is_told_and_kept(pane, session):
    QTest.keyClicks(find(pane, "references.DOI"), "11.x")
    assert first(session).DOI == "11.x"
    assert "does not look like one" in find(pane, "references.DOI").accessibleDescription()


def test_a_place_opens_what_hides_it_and_selects_the_name(pane):
    pane.go_to(Place.parse("references[kojima1999].author[1].given"))
    assert pane.focusWidget().text() == "H."
    pane.go_to(Place.parse("references[kojima1999].abstract"))
    assert find(pane, "references.abstract").isVisible()
    pane.go_to(Place.parse("references[kojima1999].issued"))
    assert pane.focusWidget().objectName() == "references.issued.year"


def test_names_are_those_of_the_selected_work(pane):
    names = find(pane, "references.author.items")
    assert names.model().rowCount() == 2
    pane.items.select(1)
    assert names.model().rowCount() == 1
    assert find(pane, "references.author.family", QLineEdit).text() == "Sun"
