"""References come in from a file, are looked up, cited, and stand right on the page."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton

from lookup_answers import RETRACTED
from lookup_service import Service
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place

BIB = """@string{nature = "Nature"}
@article{kojima1999, author = {Kojima, Masayasu and Hosoda, Hiroshi and others},
  title = {Ghrelin is a growth-hormone-releasing acylated peptide from stomach},
  journal = nature, volume = 402, pages = {656--660}, year = 1999}
"""


@pytest.fixture
def service(tmp_path, monkeypatch):
    monkeypatch.setenv("PALMETTO_HOME", str(tmp_path / "settings"))
    service = Service()
    yield service
    service.close()


@pytest.fixture
def pane(window):
    return window.show_part("references")


def press(owner, name, kind=QToolButton):
    QTest.mouseClick(owner.findChild(kind, name), Qt.MouseButton.LeftButton)


def test_a_library_comes_in_and_is_cited_and_numbered(qtbot, window, pane, answers, tmp_path):
    file = tmp_path / "library.bib"
    file.write_text(BIB)
    answers.files.append(file)
    with qtbot.waitSignal(pane.traffic.brought):
        press(pane, "references.import")
    work = window.session.article.references[0]
    assert work.palmetto.authors_truncated
    assert work.container_title == "Nature"
    window.session.do(edits.put(Place("body"), "As told [@kojima1999]."))
    qtbot.waitUntil(lambda: "Kojima M" in "".join(map(str, window.live.page.blocks)))


def test_a_library_that_is_dropped_anywhere_on_the_window_comes_in(qtbot, window, tmp_path):
    file = tmp_path / "library.bib"
    file.write_text(BIB)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    pane = window.stack.pane("references")
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(pane.traffic.brought):
        window.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, button, keys))
    assert window.stack.part == "references"
    assert window.session.article.references[0].id == "kojima1999"


def test_a_pasted_doi_is_looked_up_and_its_retraction_told(qtbot, window, pane, answers, service):
    window.settings.services = service.addresses
    QGuiApplication.clipboard().setText(f"https://doi.org/{RETRACTED}")
    with qtbot.waitSignal(pane.traffic.brought):
        press(pane, "references.paste")
    assert service.asked == []  # nothing is asked before the writer asks
    pane.tools.actions_["one"].trigger()
    dialog = answers.looking_up
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.case.stage == "answered")
    assert "retracted on" in dialog.findChild(QFrame, "lookup.alarm").accessibleName()
    press(dialog, "lookup.take.missing", QPushButton)
    press(dialog, "lookup.apply", QPushButton)
    work = window.session.article.references[0]
    assert work.author[0].family == "Wakefield"
    assert work.palmetto.verified.source == "Crossref"
    assert any(update.kind == "retraction" for update in work.palmetto.updates)
    window.undo()
    assert window.session.article.references[0].author == ()


def test_a_look_up_of_a_service_that_is_down_can_be_stopped_and_changes_nothing(
    qtbot, window, pane, answers, service
):
    service.close()
    window.settings.services = service.addresses
    QGuiApplication.clipboard().setText("10.1000/182")
    with qtbot.waitSignal(pane.traffic.brought):
        press(pane, "references.paste")
    before = window.session.article
    pane.tools.actions_["one"].trigger()
    dialog = answers.looking_up
    qtbot.addWidget(dialog)
    dialog.stop()
    qtbot.waitUntil(lambda: not dialog.looking.is_asking)
    dialog.reject()
    assert window.session.article is before
