from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from palmetto_editor.model.publication import Citations, Publication, Publisher
from palmetto_editor.model.values import Author
from palmetto_editor.ui.dialogs.publication import PublicationDialog

PROFILE = Publication(
    name="Receptor Notes",
    base_url="https://example.org/notes/",
    language="en-GB",
    publisher=Publisher(
        name="Notes Press",
        url="https://example.org/",
        logo="logo.png",
        same_as=("https://example.net/a", "https://example.net/b"),
    ),
    authors=(Author(name="Ada Wren", url="https://example.org/wren/"),),
    notice="For **research**.",
    disclaimer="Not advice.",
)


@pytest.fixture
def dialog(qtbot):
    dialog = PublicationDialog(PROFILE, Path("/notes/publication.toml"))
    qtbot.addWidget(dialog)
    return dialog


def save(dialog):
    box = dialog.findChild(QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.Save).click()


def test_a_profile_comes_back_as_it_was(dialog):
    save(dialog)
    assert dialog.answer == (PROFILE, Path("/notes/publication.toml"))


def test_what_is_typed_is_in_the_answer(dialog):
    line = dialog.findChild(QLineEdit, "publication.base_url")
    line.clear()
    QTest.keyClicks(line, "https://example.com/papers")
    dialog.findChild(QPlainTextEdit, "publication.notice").setPlainText("Another notice.")
    save(dialog)
    publication, _ = dialog.answer
    assert publication.base_url == "https://example.com/papers/"
    assert publication.notice == "Another notice."


def test_a_theme_is_chosen_of_those_that_there_are(qtbot, dialog):
    box = dialog.findChild(QComboBox, "publication.theme")
    assert [box.itemText(i) for i in range(box.count())] == ["default"]
    other = PublicationDialog(Publication(theme="gone"), None)
    qtbot.addWidget(other)
    box = other.findChild(QComboBox, "publication.theme")
    assert (box.currentText(), box.isEditable()) == ("gone", False)
    assert other.publication.theme == "gone", "until another is chosen"


def test_leaving_it_answers_nothing(dialog):
    dialog.reject()
    assert dialog.answer is None


def test_without_a_file_it_is_not_saved(dialog):
    dialog.findChild(QLineEdit, "publication.path").clear()
    save(dialog)
    assert dialog.answer is None


def test_every_key_of_a_profile_has_a_field(dialog):
    names = {w.objectName() for w in dialog.findChildren(QWidget)}
    simple = {f"publication.{f.name}" for f in fields(Publication)}
    nested = {f"publication.publisher.{f.name}" for f in fields(Publisher)}
    missing = (simple | nested) - {"publication.publisher", "publication.authors"} - names
    assert not missing
    assert dialog.findChild(QWidget, "metadata.authors.name") is not None


def test_the_style_of_citations_is_chosen_here_too(dialog):
    box = dialog.findChild(QComboBox, "publication.citations.style")
    box.setCurrentIndex(box.findData("apa"))
    box.activated.emit(box.currentIndex())
    dialog.findChild(QCheckBox, "publication.citations.badges").click()
    save(dialog)
    assert dialog.answer[0].citations == Citations(style="apa", badges=True)
