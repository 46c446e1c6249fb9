"""A writer's whole day: a blank form, every pane, both previews, export, reopen, revise, undo."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from palmetto_editor.page.visible import visible_text

BODY = """## What was found

A receptor was cloned [@howard1996] before its ligand was known.

- one
- two

After the list.

> [!NOTE] What it means
> The order was reversed.

{{< table t1 >}}
"""


def field(window, path):
    """The input widget of a path, in the pane that is shown."""
    pane = window.stack.currentWidget()
    found = pane.findChild(QWidget, path)
    assert found is not None, path
    return found


def write(window, path, text):
    """Type into a field with real keys."""
    widget = field(window, path)
    widget.setFocus()
    for line, words in enumerate(text.split("\n")):
        if line:
            QTest.keyClick(widget, Qt.Key.Key_Return)
        QTest.keyClicks(widget, words)


def press(window, path):
    button = field(window, path)
    assert isinstance(button, QAbstractButton)
    button.click()


def choose(window, path, value):
    box = field(window, path)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def fill(window):
    """Every pane, as a writer fills it."""
    window.show_part("metadata")
    write(window, "metadata.headline", "A receptor before its ligand")
    write(window, "metadata.description", "How a receptor was found first.")
    for part, text in (
        ("notice", "This page summarises laboratory research."),
        ("short_answer", "The receptor came first."),
        ("disclaimer", "Not medical advice."),
    ):
        window.show_part(part)
        write(window, part, text)
    window.show_part("references")
    press(window, "references.add")
    write(window, "references.title", "A receptor in pituitary and hypothalamus")
    window.show_part("tables")
    press(window, "tables.add")
    write(window, "tables.caption", "Findings")
    window.show_part("faq")
    press(window, "faq.add")
    write(window, "faq.question", "Which came first?")
    write(window, "faq.answer", "The receptor did.")
    window.show_part("links")
    press(window, "links.add")
    write(window, "links.label", "The guide")
    write(window, "links.target", "https://example.org/guide/")
    window.show_part("body")
    field(window, "body").insertPlainText(BODY)


def settled(qtbot, window):
    """Wait until page and findings are those of the article as it is."""
    article = window.session.article
    qtbot.waitUntil(
        lambda: window.live.shown is not None and window.live.shown.article is article,
    )


def test_from_a_blank_form_to_a_bundle_and_back(qtbot, window, open_window, answers, tmp_path):
    blank = window.session.article
    fill(window)
    settled(qtbot, window)
    page = window.live.page
    text = visible_text("".join(block.html for block in page.blocks))
    for words in ("A receptor before its ligand", "After the list.", "The receptor did."):
        assert words in text
    window.previews.setCurrentIndex(1)
    assert "Which came first?" in window.live.json_view.text.toPlainText()

    answers.files.append(tmp_path)
    answers.on_blocked = "A draft for a colleague: the cited work is not entered yet."
    with qtbot.waitSignal(window.desk.exported):
        window.desk.export()
    assert window.session.is_clean
    bundle = window.session.path
    written = json.loads((bundle / "article.json").read_text("utf-8"))
    assert written["metadata"]["headline"] == "A receptor before its ligand"
    graph = (bundle / "article.jsonld").read_text("utf-8")
    assert "The receptor did." in graph

    other = open_window(tmp_path / "other-home")
    with qtbot.waitSignal(other.desk.tasks.ended):
        other.desk.open_path(bundle)
    qtbot.waitUntil(lambda: other.session.path == bundle)
    assert other.session.article == window.session.article
    revise(qtbot, other, bundle)

    other.close()
    undo_to_the_start(qtbot, window)
    assert window.session.article == blank


def undo_to_the_start(qtbot, window):
    """With the key, wherever the focus is; each undo goes back to the place of its edit."""
    with qtbot.waitActive(window):
        window.activateWindow()
    seen = set()
    for _ in range(300):
        if not window.session.history.undo_label:
            break
        before = window.session.article
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert window.session.article is not before
        seen.add(window.stack.part)
    assert {"body", "links", "faq", "tables", "references", "notice", "metadata"} <= seen


def revise(qtbot, window, bundle):
    window.show_part("faq")
    items = field(window, "faq.items")
    items.setCurrentIndex(items.model().index(0, 0))
    write(window, "faq.answer", " Years later its ligand followed.")
    settled(qtbot, window)
    with qtbot.waitSignal(window.desk.exported):
        window.desk.export()
    assert "Years later" in (bundle / "index.html").read_text("utf-8")
    assert "Years later" in (bundle / "article.jsonld").read_text("utf-8")
