import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Question
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes.faq import FaqPane


@pytest.fixture
def session():
    faq = (Question(id="what", question="What?", answer="It is."), Question(id="why"))
    return Session(Article(id="a", faq=faq))


@pytest.fixture
def pane(qtbot, session):
    pane = FaqPane(session)
    qtbot.addWidget(pane)
    pane.show()
    yield pane
    pane.close_pane()


def line(pane, name):
    return pane.findChild(QLineEdit, name)


def click(pane, name):
    QTest.mouseClick(pane.findChild(QWidget, name), Qt.MouseButton.LeftButton)


def test_a_question_is_added_and_typed(pane, session):
    click(pane, "faq.add")
    assert pane.focusWidget() is line(pane, "faq.question")
    QTest.keyClicks(pane.focusWidget(), "Who?")
    QTest.keyClick(pane.focusWidget(), Qt.Key.Key_Return)
    assert pane.focusWidget() is pane.answer
    QTest.keyClicks(pane.answer, "Nobody.")
    assert session.article.faq[1] == Question(id="q3", question="Who?", answer="Nobody.")


def test_choosing_another_question_shows_its_own_words(pane, session):
    pane.items.select(1)
    assert (line(pane, "faq.question").text(), pane.answer.toPlainText()) == ("", "")
    pane.items.select(0)
    assert (line(pane, "faq.question").text(), pane.answer.toPlainText()) == ("What?", "It is.")
    assert session.history.undo_label == ""


def test_words_are_counted(pane):
    assert pane._answer.hint.text() == "2 words"
    QTest.keyClicks(pane.answer, " Yes")
    assert pane._answer.hint.text() == "3 words"


def test_removing_every_question_hides_the_form(pane, session):
    click(pane, "faq.remove")
    click(pane, "faq.remove")
    assert not pane.form.isVisible()
    session.undo()
    assert pane.form.isVisible()


def test_undo_of_typing_keeps_the_question_selected(pane, session):
    pane.items.select(1)
    QTest.keyClicks(line(pane, "faq.question"), "Why?")
    session.undo()
    assert pane.items.item.id == "why"
    assert line(pane, "faq.question").text() == ""


def test_a_place_selects_the_question_and_its_field(pane):
    pane.go_to(Place.parse("faq[why].answer"))
    assert pane.items.item.id == "why"
    assert pane.focusWidget() is pane.answer


def test_a_place_without_a_field_is_the_list(pane):
    pane.go_to(Place("faq", "why"))
    assert pane.items.item.id == "why"
    assert pane.focusWidget() is pane.items.view


def test_a_span_is_selected_in_the_answer(pane):
    pane.go_to(Place.parse("faq[what].answer:3-5"))
    assert pane.answer.textCursor().selectedText() == "is"


def test_an_id_is_taken_over_by_enter_if_it_is_free(pane, session):
    key = line(pane, "faq.id")
    key.selectAll()
    QTest.keyClicks(key, "why")
    QTest.keyClick(key, Qt.Key.Key_Return)
    assert [q.id for q in session.article.faq] == ["what", "why"]
    key.selectAll()
    QTest.keyClicks(key, "what-it-is")
    QTest.keyClick(key, Qt.Key.Key_Return)
    assert [q.id for q in session.article.faq] == ["what-it-is", "why"]
    assert pane.items.item.id == "what-it-is"


def test_an_edit_from_elsewhere_is_shown(pane, session):
    session.do(edits.put(Place("faq", "what", "question"), "What is it?"))
    assert line(pane, "faq.question").text() == "What is it?"
    assert pane.items.model.index(0).data() == "What is it?, 2 words"


def test_a_picture_dropped_on_the_answer_joins_the_images(pane, session, tmp_path):
    path = tmp_path / "map.png"
    picture = QImage(20, 20, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert picture.save(str(path))
    pane.answer.image_dropped.emit(str(path))
    assert [image.id for image in session.article.images] == ["map"]
    assert "{{< figure map >}}" in session.article.faq[0].answer


def test_what_cannot_be_a_picture_is_said_below_the_answer(pane, session, tmp_path):
    pane.answer.image_dropped.emit(str(tmp_path / "gone.png"))
    assert "could not be read" in pane._answer.hint.text()
    assert session.article.images == ()
