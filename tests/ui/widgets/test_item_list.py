from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest

from palmetto_editor.model.edits import fresh_id
from palmetto_editor.model.values import Article, Question
from palmetto_editor.session.document import Session
from palmetto_editor.ui.widgets.item_list import ItemList, Kind
from palmetto_editor.ui.widgets.item_row import ROW, Row
from palmetto_editor.ui.widgets.item_source import Part

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier
KIND = Kind(
    name="faq",
    label="Questions",
    describe=lambda q: Row(q.question, lacking="No question yet"),
    make=lambda items: Question(id=fresh_id("q", items)),
    copy=lambda q, items: replace(q, id=fresh_id("q", items)),
    filtered=True,
)


@pytest.fixture
def session():
    faq = tuple(Question(id=f"q{n}", question=f"What is {n}?") for n in (1, 2, 3, 4))
    return Session(Article(id="a", faq=faq))


@pytest.fixture
def items(qtbot, session):
    items = ItemList(session, Part(session, "faq", "question"), KIND)
    qtbot.addWidget(items)
    session.subscribe(lambda _: items.refresh())
    items.resize(400, 400)
    return items


def _ids(session):
    return [q.id for q in session.article.faq]


def _click(items, name):
    QTest.mouseClick(items.bar.buttons[name], Qt.MouseButton.LeftButton)


def test_the_first_item_is_selected_at_first(items):
    assert items.item.id == "q1"
    assert items.view.currentIndex().row() == 0


def test_an_arrow_key_selects_the_next(items):
    QTest.keyClick(items.view, Key.Key_Down)
    assert items.item.id == "q2"
    assert str(items.place) == "faq[q2]"


def test_an_added_item_stands_below_the_selected_one_and_is_opened(qtbot, session, items):
    with qtbot.waitSignal(items.edit_asked):
        _click(items, "add")
    assert _ids(session) == ["q1", "q5", "q2", "q3", "q4"]
    assert items.item.id == "q5"


def test_a_duplicate_has_an_id_of_its_own(session, items):
    QTest.keyClick(items.view, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert _ids(session) == ["q1", "q5", "q2", "q3", "q4"]
    assert items.item.question == "What is 1?"


def test_delete_asks_nothing_and_selects_the_neighbour(session, items):
    items.select(1)
    QTest.keyClick(items.view, Key.Key_Delete)
    assert _ids(session) == ["q1", "q3", "q4"]
    assert items.item.id == "q3"


def test_when_the_last_goes_the_one_before_is_selected(items):
    items.select(3)
    _click(items, "remove")
    assert items.item.id == "q3"


def test_undo_brings_an_item_back_and_keeps_the_selection(session, items):
    items.select(1)
    items.remove()
    session.undo()
    assert _ids(session) == ["q1", "q2", "q3", "q4"]
    assert items.item.id == "q3"
    assert items.view.currentIndex().row() == 2


def test_removing_all_leaves_nothing_selected(session, items):
    for _ in range(4):
        items.remove()
    assert items.item is None
    assert items.place is None
    assert not items.bar.buttons["remove"].isEnabled()
    session.undo()
    assert items.item.id == "q4"


def test_alt_and_an_arrow_move_the_selected_item(session, items):
    QTest.keyClick(items.view, Key.Key_Down, Alt)
    assert _ids(session) == ["q2", "q1", "q3", "q4"]
    assert items.item.id == "q1"
    QTest.keyClick(items.view, Key.Key_Up, Alt)
    QTest.keyClick(items.view, Key.Key_Up, Alt)
    assert _ids(session) == ["q1", "q2", "q3", "q4"]


@pytest.mark.parametrize(
    ("start", "before", "ids"),
    [
        (0, 3, ["q2", "q3", "q1", "q4"]),
        (3, 0, ["q4", "q1", "q2", "q3"]),
        (0, 4, ["q2", "q3", "q4", "q1"]),
    ],
)
def test_a_dropped_row_is_one_step_of_the_history(session, items, start, before, ids):
    items.model.moveRow(QModelIndex(), start, QModelIndex(), before)
    assert _ids(session) == ids
    assert items.item.id == f"q{start + 1}"
    session.undo()
    assert _ids(session) == ["q1", "q2", "q3", "q4"]


def test_a_row_is_dropped_between_others_never_on_them(items):
    drop, drag = Qt.ItemFlag.ItemIsDropEnabled, Qt.ItemFlag.ItemIsDragEnabled
    assert not items.model.flags(items.model.index(0)) & drop
    assert items.model.flags(items.model.index(0)) & drag
    assert items.model.flags(QModelIndex()) & drop


def test_a_filter_shows_what_has_all_its_words(items):
    items.filter.setText("3 what")
    assert items.model.rowCount() == 1
    assert items.model.index(0).data(ROW).title == "What is 3?"


def test_under_a_filter_nothing_moves(session, items):
    items.filter.setText("what")
    QTest.keyClick(items.view, Key.Key_Down, Alt)
    assert not items.model.moveRow(QModelIndex(), 0, QModelIndex(), 3)
    assert _ids(session) == ["q1", "q2", "q3", "q4"]
    assert not items.bar.buttons["down"].isEnabled()


def test_what_a_filter_hides_is_shown_when_it_is_selected(items):
    items.filter.setText("1")
    items.select_id("q4")
    assert items.filter.text() == ""
    assert items.item.id == "q4"


def test_another_article_shows_its_own_items(session, items):
    items.select(2)
    session.open(Article(id="b", faq=(Question(id="x", question="Only?"),)))
    assert items.model.rowCount() == 1
    assert items.item.id == "x"


def test_a_row_says_its_words_to_assistive_tools(items):
    role = Qt.ItemDataRole.AccessibleTextRole
    assert items.model.index(0).data(role) == "What is 1?"


def test_every_button_says_what_it_does(items):
    assert items.bar.buttons["up"].accessibleName() == "Move this question up"
    assert items.bar.buttons["up"].toolTip() == "Move this question up (Alt+Up)"
    assert {button.objectName() for button in items.bar.buttons.values()} == {
        "faq.add", "faq.duplicate", "faq.up", "faq.down", "faq.remove",
    }  # fmt: skip


def test_rows_are_painted_whatever_they_hold(items, session):
    session.open(Article(id="c", faq=(Question(id="x"), Question(id="y", question="ü" * 400))))
    assert not items.grab().isNull()
    QTest.mouseDClick(items.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
