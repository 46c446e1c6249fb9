"""The body's pane: the editor, its tools, the cursor that the outline follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Image, Table
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes.body import BodyPane

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'


@pytest.fixture
def session(tmp_path):
    article = Article(
        id="test",
        tables=(Table(id="findings", caption="What was found & where"),),
        images=(Image(id="route", file="route.svg", alt="A route"),),
    )
    return Session(article, asset_folder=tmp_path / "assets")


@pytest.fixture
def pane(qtbot, session):
    pane = BodyPane(session, ask=lambda _parent, file: f"What {file} shows")
    qtbot.addWidget(pane)
    yield pane
    pane.close_pane()


def choose(pane, button, label):
    menu = pane.findChild(QToolButton, f"body.{button}").menu()
    menu.aboutToShow.emit()
    action = next(action for action in menu.actions() if action.text().startswith(label))
    assert isinstance(action, QAction)
    action.trigger()


def test_typing_writes_the_body(pane, session):
    QTest.keyClicks(pane.editor, "## One")
    assert session.article.body == "## One"


def test_undo_shows_the_body_as_it_was(pane, session):
    QTest.keyClicks(pane.editor, "one")
    session.history.pause()
    QTest.keyClicks(pane.editor, " two")
    session.undo()
    assert pane.editor.toPlainText() == "one"


def test_buttons_run_the_commands(pane, session):
    QTest.keyClicks(pane.editor, "word")
    for name in ("bold", "list"):
        pane.findChild(QToolButton, f"body.{name}").click()
    assert session.article.body == "- **word**"
    choose(pane, "heading", "Section")
    assert session.article.body == "## - **word**"


def test_a_callout_is_begun_with_its_title_selected(pane, session):
    choose(pane, "callout", "Note")
    QTest.keyClicks(pane.editor, "What it means")
    assert session.article.body == "> [!NOTE] What it means\n> "


@pytest.mark.parametrize(
    ("label", "shortcode"),
    [
        ("Table: What was found && where", "{{< table findings >}}"),
        ("Figure: A route", "{{< figure route >}}"),
        ("Questions", "{{< faq >}}"),
        ("References", "{{< references >}}"),
    ],
)
def test_what_the_article_has_can_be_placed(pane, session, label, shortcode):
    QTest.keyClicks(pane.editor, "text")
    choose(pane, "insert", label)
    assert session.article.body == f"text\n\n{shortcode}"


def test_placing_is_one_step(pane, session):
    QTest.keyClicks(pane.editor, "text")
    choose(pane, "insert", "References")
    session.undo()
    assert session.article.body == "text"


def test_an_empty_article_says_what_is_missing(pane, session):
    session.do(edits.remove("tables", "findings"))
    menu = pane.findChild(QToolButton, "body.insert").menu()
    menu.aboutToShow.emit()
    first = menu.actions()[0]
    assert (first.text(), first.isEnabled()) == ("No tables yet", False)


def test_a_place_is_selected(pane, session):
    session.do(edits.put(Place("body"), "\U0001f600 one two"))
    pane.go_to(Place.parse("body:6-9"))
    assert pane.editor.textCursor().selectedText() == "two"


def test_the_cursor_is_told_in_characters_once_it_rests(qtbot, pane, session):
    session.do(edits.put(Place("body"), "\U0001f600 one\n\n## two"))
    with qtbot.waitSignal(pane.cursor_moved) as moved:
        pane.editor.select_span(3, 3)
        pane.editor.select_span(9, 9)
    assert moved.args == [9]


def test_a_dropped_image_becomes_a_figure_with_an_alt_text(pane, session, tmp_path):
    source = tmp_path / "map.svg"
    source.write_text(SVG)
    QTest.keyClicks(pane.editor, "text")
    pane.editor.image_dropped.emit(str(source))
    image = session.article.images[-1]
    assert (image.id, image.alt) == ("map", "What map.svg shows")
    assert session.assets[image.file].read_text() == SVG
    assert session.article.body == "text\n\n{{< figure map >}}"
    assert session.history.undo_label == "Add figure"
    session.undo()
    assert session.article.body == "text"
    assert len(session.article.images) == 1


def test_a_file_that_is_no_image_is_refused_in_words(pane, session, tmp_path):
    source = tmp_path / "map.png"
    source.write_text("no image")
    pane.add_figure(source)
    assert "map.png is not an image" in pane.fault.text()
    assert not pane.fault.isHidden()
    assert session.article.body == ""


def test_a_refused_alt_text_adds_nothing(qtbot, session, tmp_path):
    pane = BodyPane(session, ask=lambda *_: None)
    qtbot.addWidget(pane)
    source = tmp_path / "map.svg"
    source.write_text(SVG)
    pane.add_figure(source)
    assert len(session.article.images) == 1
    assert session.article.body == ""


def test_every_tool_can_be_reached_and_has_a_name(pane):
    for button in pane.findChildren(QToolButton):
        assert button.accessibleName()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
