"""What comes into the References pane and what goes out of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget

from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Extension, Reference, Update, Verified
from palmetto_editor.model.values import Article
from palmetto_editor.session.document import Session
from palmetto_editor.session.settings import Settings
from palmetto_editor.ui.desk import Desk
from palmetto_editor.ui.panes.references import ReferencesPane

OLD = Reference(id="kojima1999", title="Ghrelin is a peptide of the stomach", DOI="10.1038/45230")
BIB = """
@article{sun2004, author = {Sun, Yuxiang}, title = {Ghrelin and its receptor}, year = 2004}
@article{again, title = {Ghrelin is a peptide of the stomach}, doi = {10.1038/45230}}
"""


class Answers:
    """Stands in for the dialogs: `tick` changes the rows before they come in."""

    def __init__(self):
        self.files, self.said, self.target = [], [], None
        self.looked_up = None
        self.tick = lambda rows: rows

    def references_to_open(self, start):
        return self.files

    def references_to_save(self, suggested):
        return self.target

    def bring_in(self, imported, rows, existing):
        self.said.append((imported, rows))
        return self.tick(rows)

    def look_up(self, session, keys, begin, tasks):
        self.looked_up = list(keys)

    def error(self, error):
        self.said.append(error)


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def desk(tmp_path, answers):
    session = Session(Article(id="a", references=(OLD,)))
    desk = Desk(session, Settings(), tmp_path, answers)
    yield desk
    desk.shut()


@pytest.fixture
def pane(qtbot, desk):
    pane = ReferencesPane(desk.session)
    pane.use_desk(desk)
    qtbot.addWidget(pane)
    pane.show()
    yield pane
    pane.close_pane()


@pytest.fixture
def brought(qtbot, pane):
    """Do something and wait until references have come in."""

    def brought(act):
        with qtbot.waitSignal(pane.traffic.brought) as signal:
            act()
        return signal.args[0]

    return brought


def press(pane, name):
    QTest.mouseClick(pane.findChild(QToolButton, f"references.{name}"), Qt.MouseButton.LeftButton)


def ids(desk):
    return [reference.id for reference in desk.session.article.references]


def drop(pane, *paths):
    """Drag files over the list and let go there; whether anything took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    below = pane.items.view.viewport()
    enter = QDragEnterEvent(QPoint(5, 5), *how)
    enter.ignore()
    QApplication.sendEvent(below, enter)
    if enter.isAccepted():
        QApplication.sendEvent(below, QDropEvent(QPointF(5, 5), *how))
    return enter.isAccepted()


def library(tmp_path):
    file = tmp_path / "library.bib"
    file.write_text(BIB)
    return file


def test_files_come_in_as_one_step_without_what_is_known(pane, desk, answers, brought, tmp_path):
    answers.files = [library(tmp_path)]
    assert brought(lambda: press(pane, "import")) == ["sun2004"]
    assert [row.known for row in answers.said[0][1]] == ["", "kojima1999"]
    assert ids(desk) == ["kojima1999", "sun2004"]
    assert pane.items.item.id == "sun2004"
    desk.session.undo()
    assert ids(desk) == ["kojima1999"]


def test_a_file_is_dropped_on_the_list(pane, desk, brought, tmp_path):
    assert brought(lambda: drop(pane, library(tmp_path))) == ["sun2004"]


def test_a_page_or_a_bundle_that_is_dropped_is_the_windows(pane):
    assert not drop(pane, Path("page.html"))
    assert not drop(pane, Path("article.json"))


def test_references_are_pasted_into_the_list(pane, desk, brought):
    QGuiApplication.clipboard().setText(BIB)
    pane.items.view.setFocus()
    assert brought(lambda: QTest.keyClick(pane.items.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)) == ["sun2004"]  # noqa: E501  # fmt: skip


def test_a_pasted_identifier_is_a_work_with_that_identifier(pane, desk, answers, brought):
    offers = []
    desk.offered.connect(lambda words, acts: offers.append((words, acts)))
    QGuiApplication.clipboard().setText(" https://doi.org/10.1126/science.273.5277.974 ")
    brought(lambda: press(pane, "paste"))
    assert pane.items.item.DOI == "10.1126/science.273.5277.974"
    assert answers.looked_up is None
    (_, [(_, look_up)]) = offers[0]
    look_up()
    assert answers.looked_up == [pane.items.item.id]
    assert answers.said == []


def test_a_pasted_identifier_that_is_in_the_list_is_shown(pane, desk, brought):
    QGuiApplication.clipboard().setText("doi:10.1038/45230")
    assert brought(lambda: press(pane, "paste")) == ["kojima1999"]
    assert ids(desk) == ["kojima1999"]


def test_nothing_on_the_clipboard_is_told(pane, answers):
    QGuiApplication.clipboard().setText("  ")
    press(pane, "paste")
    assert isinstance(answers.said[0], UserError)


def test_nothing_comes_in_where_the_writer_leaves_the_table(pane, desk, answers, qtbot, tmp_path):
    answers.tick = lambda _rows: None
    answers.files = [library(tmp_path)]
    press(pane, "import")
    qtbot.waitUntil(lambda: bool(answers.said))
    assert ids(desk) == ["kojima1999"]


def test_the_list_goes_out_and_is_read_back(pane, desk, answers, qtbot, brought, tmp_path):
    target = tmp_path / "out.ris"
    answers.target = (target, "ris")
    with qtbot.waitSignal(pane.traffic.written):
        press(pane, "export")
    desk.session.open(Article(id="b"))
    brought(lambda: drop(pane, target))
    assert desk.session.article.references[0].DOI == OLD.DOI


def test_a_look_up_is_of_the_chosen_work_or_of_those_never_compared(pane, desk, answers):
    compared = Extension(verified=Verified(source="Crossref", date="2026-11-02"))
    works = (OLD, Reference(id="sun2004", palmetto=compared))
    desk.session.open(Article(id="b", references=works))
    kinds = pane.tools.actions_
    pane.items.select(1)
    kinds["one"].trigger()
    assert answers.looked_up == ["sun2004"]
    kinds["open"].trigger()
    assert answers.looked_up == ["kojima1999"]
    assert kinds["open"].text() == "All that were never compared (1)"
    kinds["all"].trigger()
    assert answers.looked_up == ["kojima1999", "sun2004"]


def test_what_cannot_be_done_with_an_empty_list_is_not_offered(pane, desk):
    desk.session.open(Article(id="b"))
    enabled = {name: pane.findChild(QToolButton, f"references.{name}").isEnabled()
               for name in ("import", "paste", "lookup", "export")}  # fmt: skip
    assert enabled == {"import": True, "paste": True, "lookup": False, "export": False}


def test_the_buttons_keep_their_tips_where_there_is_no_room_for_words(pane):
    button = pane.findChild(QToolButton, "references.export")
    pane.tools.resize(280, pane.tools.height())
    assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert "BibTeX" in button.toolTip()
    pane.tools.resize(900, pane.tools.height())
    assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_an_identifier_is_spelt_rightly_when_its_field_is_left(pane, desk):
    line = pane.findChild(QLineEdit, "references.DOI")
    line.selectAll()
    QTest.keyClicks(line, "https://doi.org/10.1000/182")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.session.article.references[0].DOI == "10.1000/182"
    assert line.text() == "10.1000/182"


def test_what_the_writer_takes_back_is_not_done_again(pane, desk):
    line = pane.findChild(QLineEdit, "references.DOI")
    line.selectAll()
    QTest.keyClicks(line, "doi:10.1000/182")
    QTest.keyClick(line, Qt.Key.Key_Return)
    desk.session.undo()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.session.article.references[0].DOI == "doi:10.1000/182"


def test_a_doi_pasted_as_the_title_of_a_new_work_becomes_its_doi(pane, desk):
    press(pane, "add")
    title = pane.findChild(QWidget, "references.title")
    title.insertPlainText("https://doi.org/10.1000/182")
    pane.findChild(QLineEdit, "references.volume").setFocus()
    made = desk.session.article.references[1]
    assert (made.title, made.DOI) == ("", "10.1000/182")


def test_a_check_digit_that_does_not_fit_is_told(pane, desk):
    line = pane.findChild(QLineEdit, "references.ISSN")
    QTest.keyClicks(line, "0036-8076")
    assert "does not look like one" in line.accessibleDescription()


def test_a_retraction_is_told_in_the_list_and_in_the_form(pane, desk):
    update = Update(kind="retraction", source="Crossref", date="2010-02-06", DOI="10.1000/2")
    work = Reference(id="w", title="W", palmetto=Extension(updates=(update,)))
    desk.session.open(Article(id="b", references=(work,)))
    told = pane.findChild(QLabel, "references.palmetto.updates")
    assert told.isVisible()
    expected = "This work was retracted on 2010-02-06 (Crossref). See doi:10.1000/2."
    assert told.text() == expected
    assert pane.items.model.index(0).data(Qt.ItemDataRole.UserRole).aside.startswith("RETRACTED")


def test_the_style_is_chosen_where_it_is_asked_for(pane):
    assert pane.style_choice is None
    press(pane, "style.show")
    assert pane.style_choice.isVisible()
    press(pane, "style.show")
    assert not pane.style_choice.isVisible()
