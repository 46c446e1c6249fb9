"""Notice, short answer and disclaimer each have an editor of their own."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from palmetto_editor.model import edits
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.places import Place
from palmetto_editor.ui.panes.texts import DisclaimerPane, NoticePane, ShortAnswerPane
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit

PANES = (NoticePane, ShortAnswerPane, DisclaimerPane)


@pytest.fixture(params=PANES, ids=lambda pane: pane.parts[0])
def pane(request, qtbot, session):
    pane = request.param(session)
    qtbot.addWidget(pane)
    yield pane
    pane.close_pane()


def test_typing_writes_its_part_only(pane, session):
    part = pane.parts[0]
    editor = pane.findChild(MarkdownEdit, part)
    QTest.keyClicks(editor, "**Known**")
    texts = {p: getattr(session.article, p) for p in ("notice", "short_answer", "disclaimer")}
    assert texts == {p: "**Known**" if p == part else "" for p in texts}


def test_it_shows_what_was_changed_elsewhere(pane, session):
    place = Place(pane.parts[0])
    session.do(edits.put(place, "first"))
    session.do(edits.put(place, "second"))
    session.undo()
    assert pane.editor.toPlainText() == "first"


def test_a_place_in_it_is_selected(pane, session):
    session.do(edits.put(Place(pane.parts[0]), "one two"))
    pane.go_to(Place(pane.parts[0]).at(4, 7))
    assert pane.editor.textCursor().selectedText() == "two"


def test_references_can_be_cited_in_it(pane, session):
    session.do(edits.insert("references", Reference(id="sun2004")))
    pane.show()
    pane.editor.setFocus()
    QTest.keyClicks(pane.editor, "@su\t")
    assert getattr(session.article, pane.parts[0]) == "[@sun2004]"


def test_it_says_what_belongs_there(pane):
    assert pane.hint == pane.editor.accessibleDescription()
    assert pane.editor.accessibleName() == pane.title
