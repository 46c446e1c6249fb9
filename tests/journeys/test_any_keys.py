"""Whatever keys and buttons are pressed in whatever order: nothing fails, and all can be undone."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from palmetto_editor.bundle.codec import decode_article, encode_article
from palmetto_editor.page.page import document
from sample_pages import page_of

STEPS = 250
PARTS = [
    *("metadata", "notice", "short_answer", "body", "disclaimer"),
    *("faq", "references", "tables", "tables", "links", "images"),
]
WORDS = [
    *("word ", "[@", "@", "]", "## ", "- ", "1. ", "> ", "**", "`", "|", "<b>", "\\", "2026-01-02"),
    *("{{< faq >}}", "[^1]: n", "https://example.org/", "10.1038/45230", "[a](b)"),
]
KEY, HELD = Qt.Key, Qt.KeyboardModifier
KEYS = {
    HELD.NoModifier: "Return Tab Up Down Left Right F2 Escape Backspace Delete Space",
    HELD.ShiftModifier: "Return Backtab",
    HELD.AltModifier: "Up Down",
    HELD.ControlModifier: "A B C D V X Y Z Z",
}
ASKING = ("import", "export", "lookup", "services", "images.add", "replace")  # dialogs, the network


def asks(name):
    return any(word in name for word in ASKING)


class Monkey:
    """Does something to the pane that is shown."""

    def __init__(self, window, seed):
        self.window, self.chance = window, random.Random(seed)  # noqa: S311  (no secret)
        self.done = []
        guard = QTimer(window)  # a menu that was opened waits for somebody to shut it
        guard.timeout.connect(self.shut)
        guard.start(20)

    def step(self):
        deeds = {self.show: 1, self.click: 3, self.focus: 2, self.write: 4, self.press: 5}
        (deed,) = self.chance.choices(list(deeds), list(deeds.values()))
        self.done.append((deed.__name__, deed()))

    def show(self):
        part = self.chance.choice(PARTS)
        self.window.show_part(part)
        return part

    def click(self):
        button = self.any_of(
            QAbstractButton, lambda b: not any(n in b.objectName() for n in ASKING)
        )
        if button is not None:
            spot = QPoint(5, button.height() // 2)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=spot)
        return button

    def focus(self):
        field = self.any_of(QWidget, lambda w: w.focusPolicy() != Qt.FocusPolicy.NoFocus)
        if field is not None:
            field.setFocus()
        return field

    def write(self):
        words = self.chance.choice(WORDS)
        QTest.keyClicks(self.focused(), words)
        return words

    def press(self):
        held, key = self.chance.choice([(h, k) for h, names in KEYS.items() for k in names.split()])
        QTest.keyClick(self.focused(), KEY[f"Key_{key}"], held)
        return held.name, key

    def any_of(self, kind, fits):
        found = self.window.stack.currentWidget().findChildren(kind)
        found = [w for w in found if w.isVisible() and w.isEnabled() and fits(w)]
        return self.chance.choice(found) if found else None

    def focused(self):
        field = QApplication.focusWidget()
        return field if field is not None and self.window.isAncestorOf(field) else self.window

    def shut(self):
        for opened in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if opened is not None:
                opened.close()


@pytest.mark.slow
@pytest.mark.parametrize("seed", [5, 6, 7])
def test_nothing_fails_and_all_can_be_undone(qtbot, window, seed):
    blank = window.session.article
    monkey = Monkey(window, seed)
    for number in range(STEPS):
        monkey.step()
        if number % 10 == 0:
            qtbot.wait(1)
    article = window.session.article
    assert article != blank
    assert decode_article(encode_article(article)) == article
    qtbot.waitUntil(lambda: bool(window.live.shown) and window.live.shown.article is article)
    assert document(window.live.page) == document(page_of(article, window.session.publication))
    while window.session.history.undo_label:
        window.session.undo()
    assert window.session.article == blank, monkey.done
