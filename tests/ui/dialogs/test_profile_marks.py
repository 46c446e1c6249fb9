from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from palmetto_editor.checks.finding import Finding
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Checks, Publication, Publisher
from palmetto_editor.ui.dialogs.publication import PublicationDialog
from palmetto_editor.ui.marks.badge import Badge

PROFILE = Publication(
    name="Shore Notes",
    base_url="shore",
    publisher=Publisher(name="Shore Press", same_as=("https://a.example/", "b.example")),
    checks=Checks(off=("graph.nothing",)),
)


def of(field, message, severity="warning"):
    return Finding("made.up", severity, Place("publication", field=field), message)


BASE = of("base_url", "This is no address.", "error")
ELSEWHERE = of("publisher.same_as[1]", "It is not whole.")
STYLE = of("citations.style", "There is no such style.")
OFF = of("checks.off", "There is no such rule.")
PACK = of("checks.packs", "There is no such pack.")
FOUND = (BASE, ELSEWHERE, STYLE, OFF)


@pytest.fixture
def opened(qtbot):
    def open_at(at=None, found=FOUND):
        dialog = PublicationDialog(PROFILE, Path("/notes/p.toml"), found=found, at=at)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_at


def badges(dialog):
    """The labels that have a sign, and what it says."""
    found = [badge for badge in dialog.findChildren(Badge) if not badge.isHidden()]
    return {badge.parentWidget().text(): badge.accessibleName() for badge in found}


def told(dialog, finding):
    """Whether the sentence of a finding is shown."""
    labels = dialog.findChildren(QLabel)
    return any(one.text() == finding.message and not one.isHidden() for one in labels)


def test_each_field_has_a_sign_and_its_sentence(opened):
    dialog = opened()
    assert badges(dialog) == {
        "Address below which articles appear": "Error: This is no address.",
        "Other addresses of the publisher, one a line": "Warning: It is not whole.",
        "Citation style": "Warning: There is no such style.",
    }
    assert all(told(dialog, finding) for finding in FOUND)
    assert not dialog.pages.tabIcon(1).isNull()


def test_a_profile_that_is_sound_has_none(opened):
    dialog = opened(found=())
    assert badges(dialog) == {}
    assert dialog.pages.tabIcon(1).isNull()


@pytest.mark.parametrize(
    ("finding", "name", "page"),
    [
        (BASE, "publication.base_url", 0),
        (ELSEWHERE, "publication.publisher.same_as", 0),
        (STYLE, "publication.citations.style", 0),
        (OFF, "publication.checks.rules", 1),
        (PACK, "publication.checks.these", 1),
    ],
)
def test_it_opens_at_the_field(opened, qtbot, finding, name, page):
    dialog = opened(finding.place)
    assert dialog.focusWidget().objectName() == name
    assert dialog.pages.currentIndex() == page
    widget = dialog.findChild(QWidget, name)
    qtbot.waitUntil(lambda: not widget.visibleRegion().isEmpty())


def test_the_words_are_selected(opened):
    dialog = opened(ELSEWHERE.place)
    text = dialog.findChild(QPlainTextEdit, "publication.publisher.same_as")
    assert text.textCursor().selectedText() == "b.example"
    assert [one.cursor.selectedText() for one in text.extraSelections()] == ["b.example"]


def test_f8_walks_from_one_to_the_next_and_round_again(opened):
    dialog = opened(BASE.place)
    gone = []
    for key in (Qt.KeyboardModifier.NoModifier,) * 4 + (Qt.KeyboardModifier.ShiftModifier,):
        QTest.keyClick(dialog, Qt.Key.Key_F8, key)
        gone.append(dialog.focusWidget().objectName())
    assert gone == [
        "publication.publisher.same_as",
        "publication.citations.style",
        "publication.checks.rules",
        "publication.base_url",
        "publication.checks.rules",
    ]


def test_what_is_changed_is_marked_no_more(opened):
    dialog = opened()
    QTest.keyClicks(dialog.findChild(QLineEdit, "publication.base_url"), "s")
    dialog.findChild(QPlainTextEdit, "publication.publisher.same_as").setPlainText("")
    box = dialog.findChild(QComboBox, "publication.citations.style")
    box.activated.emit(0)
    assert badges(dialog) == {}
    assert not any(told(dialog, finding) for finding in (BASE, ELSEWHERE, STYLE))
    assert told(dialog, OFF)


def test_what_is_looked_at_is_marked_on(opened):
    dialog = opened()
    text = dialog.findChild(QPlainTextEdit, "publication.publisher.same_as")
    text.selectAll()
    text.grab()
    assert told(dialog, ELSEWHERE)
