import threading
from dataclasses import replace
from time import sleep

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QListWidget,
    QPushButton,
    QRadioButton,
    QToolButton,
)

from palmetto_editor.model.csl import Date, Extension, Name, Reference, Update
from palmetto_editor.model.values import Article
from palmetto_editor.references.lookup.found import Answer, Found, Silent
from palmetto_editor.session.document import Session
from palmetto_editor.ui.dialogs.lookup import LookUpDialog
from palmetto_editor.ui.tasks import Tasks

SUN = Reference(
    id="sun2004",
    title="Ghrelin drives appetite through one receptor",
    author=(Name(family="Sun", given="Y"),),
    issued=Date(date_parts=((2004,),)),
    container_title="Nature",
    volume="1",
)
THEIRS = replace(SUN, id="", volume="101", DOI="10.1073/pnas.0305930101")
RETRACTED = replace(
    THEIRS, palmetto=Extension(updates=(Update(kind="retraction", date="2010-02-06"),))
)
BOOK = Reference(id="smith2004", type="book", title="Receptors")
UNKNOWN = (
    Silent("Crossref", "It knows no such work.", reached=True),
    Silent("PubMed", "It could not be reached.", reached=False),
)


@pytest.fixture
def tasks():
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def look_up(qtbot, tasks):
    """Opens the dialog on works whose answers are given, and waits until all have come."""

    def look_up(answers, works=(SUN, BOOK), wait=True):
        session = Session(Article(id="a", references=works))

        def begin(on_wait, cancelled):
            def look(references):
                return [one(answers[reference.id]) for reference in references]

            def one(answer):
                if isinstance(answer, Exception):
                    raise answer
                return answer(on_wait, cancelled) if callable(answer) else answer

            return look

        dialog = LookUpDialog(session, list(answers), begin, tasks)
        qtbot.addWidget(dialog)
        dialog.show()
        if wait:
            qtbot.waitUntil(lambda: all(c.is_open for c in dialog.cases))
        return session, dialog

    return look_up


def find(dialog, name, kind=QPushButton):
    return dialog.findChild(kind, f"lookup.{name}")


def press(dialog, name):
    QTest.mouseClick(find(dialog, name), Qt.MouseButton.LeftButton)


def choose(dialog, field):
    QTest.mouseClick(find(dialog, f"{field}.theirs", QRadioButton), Qt.MouseButton.LeftButton)


def found(reference=THEIRS, **more):
    return Answer((Found("Crossref", reference, "https://doi.org/10.1073/x", **more),))


def first(session):
    return session.article.references[0]


def test_nothing_is_taken_that_was_not_chosen(look_up):
    session, dialog = look_up({"sun2004": found()})
    find(dialog, "mark", QCheckBox).setChecked(False)
    assert not find(dialog, "apply").isEnabled()
    choose(dialog, "volume")
    press(dialog, "apply")
    assert (first(session).volume, first(session).DOI) == ("101", "")
    assert first(session).palmetto.verified is None
    session.undo()
    assert first(session) == SUN


def test_what_is_missing_is_taken_at_once_and_the_work_marked_as_compared(look_up):
    session, dialog = look_up({"sun2004": found()})
    press(dialog, "take.missing")
    assert find(dialog, "apply").text() == "Take 1 field"
    press(dialog, "apply")
    assert (first(session).volume, first(session).DOI) == ("1", THEIRS.DOI)
    assert first(session).palmetto.verified.source == "Crossref"
    assert dialog.isHidden()
    session.undo()
    assert first(session) == SUN


def test_another_spelling_agrees_and_can_be_taken_all_the_same(look_up):
    whole = replace(THEIRS, issued=Date(date_parts=((2004, 3, 30),)), volume="1")
    session, dialog = look_up({"sun2004": found(whole)})
    more = dialog.view.findChild(QToolButton, "lookup.same")
    assert "1 in another spelling" in more.text()
    more.click()
    choose(dialog, "issued")
    press(dialog, "apply")
    assert first(session).issued == Date(date_parts=((2004, 3, 30),))


def test_a_retraction_is_told_in_loud_words_and_kept_with_the_work(look_up):
    session, dialog = look_up({"sun2004": found(RETRACTED)})
    alarm = find(dialog, "alarm", QFrame)
    assert "retracted on 2010-02-06" in alarm.accessibleName()
    assert any(label.text() == "RETRACTED" for label in alarm.findChildren(QLabel))
    press(dialog, "apply")
    assert first(session).palmetto.updates[0].kind == "retraction"


def test_not_found_is_no_verdict(look_up):
    _, dialog = look_up({"sun2004": Answer((), UNKNOWN)})
    assert "does not say that there is no such work" in find(dialog, "said", QLabel).text()
    assert "could not be reached" in find(dialog, "silent", QLabel).text()
    assert not find(dialog, "apply").isVisible()
    assert not find(dialog, "mark", QCheckBox).isVisible()


def test_a_work_with_nothing_to_ask_for_is_not_said_to_be_unknown(look_up):
    _, dialog = look_up({"sun2004": Answer()})
    assert "no identifier and no title" in find(dialog, "said", QLabel).text()


def test_a_work_found_by_a_title_that_differs_is_not_marked_by_itself(look_up):
    _, dialog = look_up({"sun2004": found(likeness=0.7)})
    assert not find(dialog, "mark", QCheckBox).isChecked()
    assert any("70% alike" in label.text() for label in dialog.view.findChildren(QLabel))


def test_a_record_of_another_work_marks_nothing(look_up):
    session, dialog = look_up({"sun2004": found(replace(THEIRS, title="Quite another matter"))})
    find(dialog, "mark", QCheckBox).setChecked(True)
    press(dialog, "apply")
    assert "another work" in find(dialog, "wait", QLabel).text()
    assert first(session) == SUN
    assert dialog.isVisible()


def test_an_identifier_that_leads_to_another_work_is_told_before_anything_is_taken(look_up):
    _, dialog = look_up({"sun2004": found(replace(THEIRS, title="Rivers of the north in winter"))})
    assert "another work" in find(dialog, "doubt", QLabel).text()
    assert not find(dialog, "mark", QCheckBox).isChecked()
    assert "another work" in find(dialog, "works", QListWidget).item(0).text()


def test_a_title_with_or_without_its_subtitle_is_no_other_work(look_up):
    _, dialog = look_up({"sun2004": found(replace(THEIRS, title=f"{SUN.title}: a long study"))})
    assert find(dialog, "doubt", QLabel) is None


def test_another_record_can_be_compared(look_up):
    other = Found("PubMed", replace(THEIRS, PMID="15070777"), likeness=0.95)
    session, dialog = look_up({"sun2004": Answer((*found().found, other))})
    box = find(dialog, "record", QComboBox)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    choose(dialog, "PMID")
    press(dialog, "apply")
    assert first(session).PMID == "15070777"
    assert first(session).palmetto.verified.source == "PubMed"


def test_many_are_walked_through_one_after_another(look_up):
    _, dialog = look_up({"sun2004": found(), "smith2004": Answer((), UNKNOWN)})
    press(dialog, "apply")
    assert dialog.case.key == "smith2004"
    assert dialog.cases[0].stage == "done"
    press(dialog, "skip")
    assert [case.stage for case in dialog.cases] == ["done", "left"]
    assert dialog.isVisible()


def test_an_error_stops_only_its_own_work_and_can_be_tried_again(look_up, qtbot):
    answers = {"sun2004": OSError("no route"), "smith2004": Answer((), UNKNOWN)}
    _, dialog = look_up(answers)
    assert [case.stage for case in dialog.cases] == ["failed", "answered"]
    answers["sun2004"] = found()
    press(dialog, "again")
    qtbot.waitUntil(lambda: dialog.cases[0].stage == "answered")
    assert find(dialog, "apply").isVisible()


def test_stopping_asks_for_no_more_and_keeps_what_came(look_up, qtbot):
    begun = threading.Event()

    def slow(on_wait, cancelled):
        begun.set()
        on_wait("Crossref asks to wait.")
        while not cancelled():
            sleep(0.001)
        return Answer((), UNKNOWN)

    later = [replace(BOOK, id=f"later{number}") for number in range(4)]
    works = (SUN, BOOK, *later)
    answers = {"sun2004": found(), "smith2004": slow, **{w.id: found() for w in later}}
    _, dialog = look_up(answers, works, wait=False)
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(lambda: find(dialog, "wait", QLabel).text() == "Crossref asks to wait.")
    press(dialog, "stop")
    qtbot.waitUntil(lambda: dialog.cases[1].stage == "answered")
    assert [case.stage for case in dialog.cases] == [*["answered"] * 5, "left"]


def test_closing_while_a_service_is_slow_waits_for_nothing(look_up, qtbot, tasks):
    ended = threading.Event()

    def slow(_on_wait, cancelled):
        while not cancelled():
            sleep(0.001)
        ended.set()
        return found()

    session, dialog = look_up({"sun2004": slow}, wait=False)
    dialog.reject()
    qtbot.waitUntil(ended.is_set)
    assert first(session) == SUN
