import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article, Author, Image, Metadata
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes.metadata import MetadataPane
from palmetto_editor.ui.widgets.counter import PixelCounter
from palmetto_editor.ui.widgets.people import WRONG_ORCID, People
from palmetto_editor.ui.widgets.snippet import Snippet


@pytest.fixture
def pane(qtbot, session):
    pane = MetadataPane(session)
    qtbot.addWidget(pane)
    yield pane
    pane.close_pane()


@pytest.fixture
def meta(session):
    return lambda: session.article.metadata


def find(pane, name, kind=QWidget):
    widget = pane.findChild(kind, name)
    assert widget is not None, name
    return widget


def type_into(pane, name, text):
    QTest.keyClicks(find(pane, name), text)


def click(pane, name):
    QTest.mouseClick(find(pane, name), Qt.MouseButton.LeftButton)


def choose(box, data):
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize("field", ["headline", "title", "description", "slug", "section"])
def test_a_typed_text_reaches_the_article_and_goes_back_by_undo(pane, session, meta, field):
    type_into(pane, f"metadata.{field}", "Ghrelin")
    assert getattr(meta(), field) == "Ghrelin"
    session.undo()
    assert getattr(meta(), field) == ""
    widget = find(pane, f"metadata.{field}")
    shown = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
    assert shown == ""


def test_the_slug_goes_along_with_the_headline_until_it_is_touched(pane, meta):
    type_into(pane, "metadata.headline", "Ghrelin: its story")
    assert meta().slug == "ghrelin-its-story"
    type_into(pane, "metadata.slug", "told-")
    type_into(pane, "metadata.headline", " again")
    assert meta().slug == "told-ghrelin-its-story"


def test_headline_and_slug_go_back_as_one_step(pane, session, meta):
    type_into(pane, "metadata.headline", "Ghrelin")
    session.undo()
    assert (meta().headline, meta().slug) == ("", "")
    assert session.history.undo_label == ""


def test_a_touched_slug_can_be_taken_from_the_headline_again(pane, session, meta):
    session.do(edits.put(Place("metadata"), Metadata(headline="A B", slug="c")))
    click(pane, "metadata.slug.propose")
    assert meta().slug == "a-b"
    assert not find(pane, "metadata.slug.propose").isEnabled()


def test_the_counters_measure_what_is_typed(pane):
    type_into(pane, "metadata.title", "Ghrelin " * 20)
    assert "may be cut" in find(pane, "metadata.title.width", PixelCounter).label.text()
    assert (
        "0 of about 920 px" in find(pane, "metadata.description.width", PixelCounter).label.text()
    )


def test_the_description_has_no_line_ends(pane, meta):
    description = find(pane, "metadata.description", QPlainTextEdit)
    QTest.keyClicks(description, "one")
    QTest.keyClick(description, Qt.Key.Key_Return)
    QApplication.clipboard().setText(" two\nthree")
    description.paste()
    assert meta().description == "one two three"


def test_a_common_language_is_chosen_and_another_typed(pane, meta):
    box = find(pane, "metadata.language", QComboBox)
    choose(box, "de-DE")
    assert meta().language == "de-DE"
    assert box.currentText() == "de-DE"
    box.lineEdit().selectAll()
    QTest.keyClicks(box.lineEdit(), "gsw-CH")
    assert meta().language == "gsw-CH"


def test_the_type_is_chosen(pane, session, meta):
    choose(find(pane, "metadata.type", QComboBox), "ScholarlyArticle")
    assert meta().type == "ScholarlyArticle"
    session.undo()
    assert find(pane, "metadata.type", QComboBox).currentData() == "Article"


def test_an_author_is_added_named_and_removed(pane, session, meta):
    click(pane, "metadata.authors.add")
    type_into(pane, "metadata.authors.name", "Ada Wren")
    type_into(pane, "metadata.authors.job_title", "Biologist")
    type_into(pane, "metadata.authors.same_as", "https://a.example")
    assert meta().authors == (
        Author(name="Ada Wren", job_title="Biologist", same_as=("https://a.example",)),
    )
    click(pane, "metadata.authors.remove")
    assert meta().authors == ()
    session.undo()
    assert find(pane, "metadata.authors.name", QLineEdit).text() == "Ada Wren"


def test_an_organisation_has_neither_job_nor_orcid(pane, meta):
    click(pane, "metadata.reviewers.add-organization")
    assert meta().reviewers == (Author(kind="organization"),)
    assert find(pane, "metadata.reviewers.orcid").isVisibleTo(pane) is False
    choose(find(pane, "metadata.reviewers.kind", QComboBox), "person")
    assert find(pane, "metadata.reviewers.orcid").isVisibleTo(pane) is True


def test_the_job_of_an_organisation_from_elsewhere_is_still_shown(qtbot):
    odd = Author(kind="organization", name="X", job_title="Society")
    pane = MetadataPane(Session(Article(id="a", metadata=Metadata(authors=(odd,)))))
    qtbot.addWidget(pane)
    assert find(pane, "metadata.authors.job_title").isVisibleTo(pane)


def test_authors_change_places(pane, session, meta):
    session.do(edits.put(Place("metadata", field="authors"), (Author(name="A"), Author(name="B"))))
    click(pane, "metadata.authors.down")
    assert [a.name for a in meta().authors] == ["B", "A"]
    assert find(pane, "metadata.authors.name", QLineEdit).text() == "A"


def test_a_wrong_orcid_is_told(pane):
    click(pane, "metadata.authors.add")
    people = find(pane, "metadata.authors.items").parentWidget().parentWidget()
    assert isinstance(people, People)
    type_into(pane, "metadata.authors.orcid", "0000-0002-1825-009")
    assert people._orcid.hint.text() == WRONG_ORCID
    type_into(pane, "metadata.authors.orcid", "7")
    assert people._orcid.hint.text() == "The check digit fits."


def test_a_topic_is_added(pane, meta):
    click(pane, "metadata.about.add")
    type_into(pane, "metadata.about.name", "Ghrelin")
    choose(find(pane, "metadata.about.kind", QComboBox), "MolecularEntity")
    type_into(pane, "metadata.about.same_as", "https://a.example")
    topic = meta().about[0]
    assert (topic.kind, topic.name, topic.same_as) == (
        "MolecularEntity", "Ghrelin", ("https://a.example",),
    )  # fmt: skip


def test_the_lead_image_is_one_of_the_article(pane, session, meta):
    box = find(pane, "metadata.image", QComboBox)
    assert box.count() == 1
    session.do(edits.insert("images", Image(id="map", alt="A map")))
    assert box.itemText(1) == "map: A map"
    choose(box, "map")
    assert meta().image == "map"
    session.do(edits.remove("images", "map"))
    assert box.currentText() == "map (missing)"


def test_a_place_selects_the_author_and_the_field(pane, session):
    session.do(edits.put(Place("metadata", field="authors"), (Author(name="A"), Author(name="B"))))
    pane.show()
    pane.go_to(Place.parse("metadata.authors[1].name"))
    line = find(pane, "metadata.authors.name", QLineEdit)
    assert line.text() == "B"
    assert pane.focusWidget() is line


def test_a_place_of_an_author_that_is_gone_does_no_harm(pane):
    pane.go_to(Place.parse("metadata.authors[7].name"))
    pane.go_to(Place.parse("metadata.authors"))


def test_another_change_costs_the_pane_nothing(pane, session, monkeypatch):
    monkeypatch.setattr(pane, "refresh", lambda: pytest.fail("refreshed"))
    session.do(edits.type_text(Place("body"), "x"))


def test_an_empty_address_says_where_one_comes_from(pane, session):
    line = find(pane, "metadata.canonical_url")
    assert line.accessibleDescription().startswith("Needed")
    assert "File › Publication…" in line.accessibleDescription()
    session.use_publication(Publication(base_url="https://example.org/notes/"))
    assert "made from the publication's address" in line.accessibleDescription()


def test_the_search_result_shows_the_publications_address(pane, session):
    type_into(pane, "metadata.headline", "Ghrelin")
    session.use_publication(Publication(base_url="https://example.org/notes/"))
    assert pane.findChild(Snippet).shown[:2] == ("example.org › notes › ghrelin", "Ghrelin")
