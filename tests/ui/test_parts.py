from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from found import BACKWARDS, NO_SLUG, WORD
from palmetto_editor.model.edits import Change
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Question
from palmetto_editor.ui.badges import shown
from palmetto_editor.ui.parts import Outline, PartList

ROWS = [(2, "Origins", 1), (3, "The receptor", 4), (3, "The ligand", 9), (2, "Limits", 12)]
ARTICLE = Article(id="a")


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget):
        super().__init__()
        self.widget, self.count = widget, 0

    def __enter__(self):
        self.widget.installEventFilter(self)
        return self

    def __exit__(self, *_):
        self.widget.removeEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802  (Qt's name)
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def outline(qtbot):
    outline = Outline()
    qtbot.addWidget(outline)
    outline.show_headings(ROWS)
    return outline


def test_headings_stand_below_those_above_them(outline):
    assert outline.topLevelItemCount() == 2
    first = outline.topLevelItem(0)
    assert [first.child(n).text(0) for n in range(2)] == ["The receptor", "The ligand"]


def test_the_outline_follows_the_cursor(outline):
    outline.follow(10)
    assert outline.currentItem().text(0) == "The ligand"
    outline.follow(0)
    assert not outline.selectedItems()


def test_headings_that_only_moved_are_not_built_again(outline, qtbot):
    item = outline.topLevelItem(1)
    outline.show_headings([(level, text, block + 1) for level, text, block in ROWS])
    assert outline.topLevelItem(1) is item
    with qtbot.waitSignal(outline.chosen) as chosen:
        outline.itemClicked.emit(item, 0)
    assert chosen.args == [13]


def test_the_part_list_counts_items(qtbot):
    parts = PartList([("metadata", "Metadata", "metadata"), ("faq", "FAQ", "faq")])
    qtbot.addWidget(parts)
    after = replace(ARTICLE, faq=(Question(id="q1"), Question(id="q2")))
    parts.show_counts(Change(ARTICLE, after, Place("faq")))
    assert parts.item(1).text() == "FAQ  2"
    assert parts.item(0).text() == "Metadata"


def test_what_is_shown_already_is_not_painted_again(qtbot):
    parts = PartList([("faq", "FAQ", "faq"), ("review", "Review", "review")])
    qtbot.addWidget(parts)
    parts.show()
    qtbot.waitExposed(parts)
    qtbot.wait(50)
    with Paints(parts.viewport()) as paints:
        parts.show_review(None)
        parts.show_counts(Change(ARTICLE, replace(ARTICLE, body="More."), Place("body")))
        qtbot.wait(50)
    assert paints.count == 0


def test_choosing_a_part_tells_it_and_marking_it_does_not(qtbot):
    parts = PartList([("metadata", "Metadata", "metadata"), ("faq", "FAQ", "faq")])
    qtbot.addWidget(parts)
    with qtbot.assertNotEmitted(parts.chosen):
        parts.select("faq")
    with qtbot.waitSignal(parts.chosen) as chosen:
        parts.setCurrentRow(0)
    assert chosen.args == ["metadata"]


def test_a_part_wears_a_badge_and_says_it(qtbot):
    parts = PartList([("metadata", "Metadata", "metadata"), ("body", "Body", "body")])
    qtbot.addWidget(parts)
    parts.show_problems([NO_SLUG, BACKWARDS])
    spoken = [parts.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken == ["Metadata, 1 error", "Body"]
    before = _picture(parts)
    parts.show_problems([NO_SLUG, WORD])
    assert parts.item(1).toolTip() == "1 piece of advice"
    assert _picture(parts) != before


def test_advice_is_shown_only_where_nothing_graver_is():
    assert shown(Counter(error=2, advice=5, warning=1)) == [("error", 2), ("warning", 1)]
    assert shown(Counter(advice=5)) == [("advice", 5)]
    assert shown(Counter()) == []


def test_words_make_room_for_the_badge(qtbot):
    parts = PartList([("references", "A part with a very long name indeed", "metadata")])
    qtbot.addWidget(parts)
    option = QStyleOptionViewItem()
    option.initFrom(parts)
    option.rect = QRect(0, 0, 150, 30)
    index = parts.model().index(0, 0)
    parts.itemDelegate().initStyleOption(option, index)
    assert option.text == "A part with a very long name indeed"
    parts.show_problems([replace(NO_SLUG, place=Place("references"))])
    parts.itemDelegate().initStyleOption(option, index)
    assert option.text.endswith("…")


def _picture(parts):
    return parts.grab().toImage()
