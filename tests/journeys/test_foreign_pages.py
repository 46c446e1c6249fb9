"""A page that was published elsewhere is opened, reviewed, revised and exported."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QPushButton

from palmetto_editor.bundle.verify import verify
from palmetto_editor.errors import UserError

FIXTURES = Path(__file__).parents[1] / "intake" / "fixtures"
COPIED = FIXTURES / "text-glued" / "copied-page.txt"

PAGE = """<!doctype html><html lang="en"><head><title>Mussels at night</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Article",
"headline": "The sleep of mussels", "author": {"@type": "Person", "name": "Ada Marrow"}}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>Mussels at night</h1>
<p class="byline">By Ada Marrow</p><p>Mussels close when the light goes, and open with the tide.</p>
<h2>What was seen</h2><p>Twelve shells were watched for a week in a tank without tides.</p>
</article></body></html>"""


def opened(qtbot, window, act):
    with qtbot.waitSignal(window.desk.intake.drafted):
        act()


def press(qtbot, owner, words):
    button = next(b for b in owner.findChildren(QPushButton) if b.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def html():
    data = QMimeData()
    data.setHtml(PAGE)
    return data


def test_a_copied_page_becomes_a_bundle_that_verifies(qtbot, window, answers, tmp_path):
    opened(qtbot, window, lambda: window.desk.open_path(COPIED))
    article = window.session.article
    assert article.metadata.headline
    assert article.faq
    assert window.session.draft.disagreements
    assert window.stack.part == "review"
    answers.files.append(tmp_path)
    answers.on_blocked = "The page is brought in as it stands."
    with qtbot.waitSignal(window.desk.exported) as exported:
        window.desk.export()
    assert [told.rule for told in verify(exported.args[0])] == ["bundle.forced"]
    assert window.session.is_clean


def test_nothing_on_the_clipboard_is_told(window, answers):
    QGuiApplication.clipboard().setText(" ")
    window.actions_["paste"].trigger()
    ((_, error),) = answers.said
    assert isinstance(error, UserError)


def test_a_side_wins_and_undo_gives_it_back(qtbot, window):
    QGuiApplication.clipboard().setMimeData(html())
    opened(qtbot, window, window.actions_["paste"].trigger)
    pane = window.stack.pane("review")
    card = next(row for row in pane.rows if row.row.rule == "intake.headline")
    press(qtbot, card, "The markup wins")
    assert window.session.article.metadata.headline == "The sleep of mussels"
    qtbot.waitUntil(lambda: "The sleep of mussels" in window.live.page.graph_text)
    window.undo()
    assert window.session.article.metadata.headline == "Mussels at night"
    assert window.stack.part == "metadata"


def test_writing_it_oneself_leads_from_the_sheet_to_the_field(qtbot, window):
    opened(qtbot, window, lambda: window.desk.intake.open_mime(html()))
    card = next(r for r in window.stack.pane("review").rows if r.row.rule == "intake.headline")
    press(qtbot, card, "Write it myself")
    assert window.stack.part == "metadata"


@pytest.mark.parametrize("as_file", [True, False], ids=["a file", "a selection"])
def test_what_is_dropped_is_opened(qtbot, window, tmp_path, as_file):
    data = html()
    if as_file:
        path = tmp_path / "mussels.html"
        path.write_text(PAGE, "utf-8")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPoint(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    opened(qtbot, window, lambda: window.dropEvent(drop))
    assert window.session.article.metadata.headline == "Mussels at night"
    assert "Home" not in window.session.article.body


def test_a_file_that_is_no_page_is_refused_in_words(qtbot, window, answers, tmp_path):
    path = tmp_path / "noise.html"
    path.write_bytes(bytes(range(256)) * 40)
    before = window.session.article
    window.desk.open_path(path)
    qtbot.waitUntil(lambda: bool(answers.said))
    kind, error = answers.said[-1]
    assert kind == "error"
    assert isinstance(error, UserError)
    assert window.session.article is before


def test_what_is_unsaved_is_asked_for_before_a_page_takes_its_place(qtbot, window, answers):
    opened(qtbot, window, lambda: window.desk.intake.open_mime(html()))
    answers.on_unsaved = "cancel"
    before = window.session.article
    window.desk.open_path(COPIED)
    assert ("unsaved", "Mussels at night") in answers.said
    assert window.session.article is before
