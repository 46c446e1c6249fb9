from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Image
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes.image_form import NO_ALT
from palmetto_editor.ui.panes.images import ImagesPane


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "Receptor map.png"
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(path))
    return path


@pytest.fixture
def session(tmp_path):
    return Session(Article(id="a"), asset_folder=tmp_path / "assets")


@pytest.fixture
def asked():
    return []


@pytest.fixture
def pane(qtbot, session, asked):
    pane = ImagesPane(session, ask=lambda _parent, _several: list(asked))
    qtbot.addWidget(pane)
    pane.show()
    yield pane
    pane.close_pane()


def find(pane, name, kind=QWidget):
    return pane.findChild(kind, name)


def click(pane, name):
    QTest.mouseClick(find(pane, name), Qt.MouseButton.LeftButton)


def drop(pane, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, button, none)
    pane.dragEnterEvent(enter)
    assert enter.isAccepted()
    pane.dropEvent(QDropEvent(QPointF(5, 5), copy, data, button, none))


def test_an_added_image_is_copied_and_asks_for_its_alt_text(pane, session, asked, picture):
    asked.append(picture)
    click(pane, "images.add")
    assert session.article.images == (Image(id="receptor-map", file="receptor-map.png"),)
    assert session.assets["receptor-map.png"].read_bytes() == picture.read_bytes()
    assert pane.focusWidget().objectName() == "images.alt"
    assert pane.image._alt_label.hint.text() == NO_ALT
    QTest.keyClicks(pane.focusWidget(), "A map")
    assert session.article.images[0].alt == "A map"
    assert pane.image._alt_label.hint.text() == ""


def test_dropped_images_are_added_in_their_order(pane, session, picture, tmp_path):
    other = tmp_path / "b.png"
    other.write_bytes(picture.read_bytes())
    drop(pane, picture, other)
    assert [image.id for image in session.article.images] == ["receptor-map", "b"]


def test_what_is_no_image_is_refused_in_words(pane, session, asked, tmp_path, picture):
    asked.append(tmp_path / "notes.png")
    asked[0].write_text("no picture")
    click(pane, "images.add")
    assert session.article.images == ()
    assert "is not an image" in pane.fault.text()
    assert pane.fault.isVisible()
    asked[:] = [picture]
    click(pane, "images.add")
    assert not pane.fault.isVisible()


def test_choosing_nothing_changes_nothing(pane, session):
    click(pane, "images.add")
    assert session.article.images == ()
    assert session.history.undo_label == ""


def test_who_chooses_a_lead_image_hears_of_its_shapes(pane, session, asked, picture):
    asked.append(picture)
    click(pane, "images.add")
    assert find(pane, "images.shapes").isVisible()
    told = find(pane, "images.shapes", QLabel).text()
    assert "16:9, 4:3, 1:1" in told
    assert find(pane, "images.lead").accessibleDescription() == told


def test_an_image_becomes_the_lead_image_and_is_it_no_more(pane, session, asked, picture):
    pane.add_files([picture])
    click(pane, "images.lead")
    assert session.article.metadata.image == "receptor-map"
    assert pane.items.model.index(0).data().endswith("lead image")
    click(pane, "images.lead")
    assert session.article.metadata.image == ""
    session.undo()
    assert find(pane, "images.lead", QCheckBox).isChecked()


def test_a_new_id_is_taken_over_everywhere(pane, session, picture):
    pane.add_files([picture])
    session.do(edits.put(Place("body"), "{{< figure receptor-map >}}"))
    key = find(pane, "images.id", QLineEdit)
    key.selectAll()
    QTest.keyClicks(key, "map")
    QTest.keyClick(key, Qt.Key.Key_Return)
    assert session.article.images[0].id == "map"
    assert session.article.body == "{{< figure map >}}"
    assert find(pane, "images.shortcode", QLineEdit).text() == "{{< figure map >}}"
    session.undo()
    assert session.article.body == "{{< figure receptor-map >}}"
    assert key.text() == "receptor-map"


@pytest.mark.parametrize("unsafe", ["", "a b", "-a", "a/b", "grün", "](x"])
def test_an_unsafe_id_is_refused(pane, session, picture, unsafe):
    pane.add_files([picture])
    key = find(pane, "images.id", QLineEdit)
    key.selectAll()
    key.insert(unsafe)  # keyClicks knows ASCII only
    QTest.keyClick(key, Qt.Key.Key_Return)
    assert session.article.images[0].id == "receptor-map"


def test_the_shortcode_is_copied(pane, picture):
    pane.add_files([picture])
    click(pane, "images.copy")
    assert QGuiApplication.clipboard().text() == "{{< figure receptor-map >}}"


def test_the_shortcode_is_handed_on_where_someone_takes_it(pane, picture):
    pane.add_files([picture])
    assert not find(pane, "images.insert").isVisible()
    taken = []
    pane.image.offer_insert(taken.append)
    click(pane, "images.insert")
    assert taken == ["{{< figure receptor-map >}}"]


def test_a_file_is_replaced_and_comes_back(pane, session, asked, picture, tmp_path):
    pane.add_files([picture])
    other = tmp_path / "other.png"
    other.write_bytes(picture.read_bytes())
    asked.append(other)
    click(pane, "images.replace")
    assert session.article.images[0].file == "other.png"
    assert find(pane, "images.file", QLineEdit).text() == "other.png"
    session.undo()
    assert session.article.images[0].file == "receptor-map.png"


def test_a_missing_file_is_said_and_not_drawn(qtbot):
    session = Session(Article(id="a", images=(Image(id="x", file="gone.png"),)))
    pane = ImagesPane(session)
    qtbot.addWidget(pane)
    pane.show()
    assert not pane.grab().isNull()
    assert find(pane, "images.preview").accessibleName() == "The file gone.png is missing."


def test_a_file_that_is_damaged_after_it_was_added_does_no_harm(pane, session, picture):
    pane.add_files([picture])
    Path(session.assets["receptor-map.png"]).write_bytes(b"\x89PNG broken")
    pane.refresh()
    assert not pane.grab().isNull()


def test_what_is_no_picture_is_left_to_the_window(pane, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "article.zip"))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, Qt.MouseButton.LeftButton, none)
    enter.ignore()
    pane.dragEnterEvent(enter)
    assert not enter.isAccepted()
