"""Each thing that a finding may be about: gone to, known as the place, and marked there."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from palmetto_editor.checks.finding import Finding
from palmetto_editor.model.csl import Name
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Author, Topic
from palmetto_editor.session.document import Session
from palmetto_editor.ui.marks.marks import Marks
from palmetto_editor.ui.problems.spot import spot
from palmetto_editor.ui.stack import PaneStack
from sample_articles import full

PAGES = ("https://a.example/", "https://b.example/")
PEOPLE = tuple(Author(name=name, same_as=PAGES) for name in ("Ada", "Bea", "Cleo"))
NAMES = tuple(Name(family=family) for family in ("Wren", "Lark", "Finch"))


@pytest.fixture
def article():
    article = full()
    metadata = replace(
        article.metadata,
        headline="𝒜 tide of sand",
        authors=PEOPLE,
        reviewers=PEOPLE,
        about=(Topic(name="tide"), Topic(name="sand", same_as=PAGES)),
        keywords=("tides", "sand", "crabs"),
    )
    first = replace(article.references[0], id="w", author=NAMES, editor=NAMES[:2])
    references = (*article.references[1:], first)
    return replace(article, metadata=metadata, references=references)


@pytest.fixture
def stack(qtbot, article):
    stack = PaneStack(Session(article), lambda _pane: None)
    qtbot.addWidget(stack)
    stack.resize(900, 800)
    stack.show()
    stack.activateWindow()
    qtbot.waitExposed(stack)
    return stack


@pytest.mark.parametrize(
    ("place", "widget"),
    [
        ("metadata.authors[1]", "metadata.authors.items"),
        ("metadata.authors[1].name", "metadata.authors.name"),
        ("metadata.authors[2].orcid", "metadata.authors.orcid"),
        ("metadata.authors[1].same_as[1]", "metadata.authors.same_as"),
        ("metadata.reviewers[2].url", "metadata.reviewers.url"),
        ("metadata.about[1].kind", "metadata.about.kind"),
        ("metadata.about[1].same_as[1]", "metadata.about.same_as"),
        ("metadata.keywords[1]", "metadata.keywords"),
        ("metadata.headline:2-6", "metadata.headline"),
        ("references[w].author[1].family", "references.author.family"),
        ("references[w].editor[1].given", "references.editor.given"),
        ("references[w].author[2]", "references.author.items"),
        ("references[w].title:4-8", "references.title"),
        ("faq[q2].question:1-3", "faq.question"),
        ("tables[counts].rows[1][0]:1-4", "tables.cell"),
        ("notice:2-5", "notice"),
    ],
)
def test_a_place_is_gone_to_and_is_where_the_writer_is_then(stack, place, widget):
    there = Place.parse(place)
    marks, finding = Marks(stack), Finding("made.up", "warning", there, "Look here.")
    marks.show([finding])
    stack.go_to(there)
    focus = QApplication.focusWidget()
    here = spot(stack)
    assert focus.objectName() == widget
    assert (here.part, here.item, here.field) == (there.part, there.item, there.field)
    assert marks.at_cursor() == (finding,)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("metadata.headline:2-6", "tide"),
        ("metadata.authors[1].same_as[1]", "https://b.example/"),
        ("metadata.description:0-3", full().metadata.description[:3]),
        ("tables[counts].rows[1][0]:0-2", full().tables[0].rows[1][0][:2]),
        ("notice:2-5", full().notice[2:5]),
    ],
)
def test_the_words_are_selected(stack, place, words):
    stack.go_to(Place.parse(place))
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit):
        assert focus.selectedText() == words
    else:
        assert isinstance(focus, QPlainTextEdit)
        assert focus.textCursor().selectedText() == words


def test_a_list_with_nothing_in_it_is_gone_to_where_one_adds_to_it(stack, article):
    place = Place("metadata", field="authors")
    bare = replace(article, metadata=replace(article.metadata, authors=()))
    stack.show_part("metadata").session.open(bare)
    marks, finding = Marks(stack), Finding("made.up", "error", place, "Nobody is named.")
    marks.show([finding])
    stack.go_to(place)
    assert QApplication.focusWidget().objectName() == "metadata.authors.add"
    assert spot(stack) == place
    assert marks.at_cursor() == (finding,)


def test_what_is_of_a_whole_list_is_found_among_its_rows(stack):
    finding = Finding("made.up", "advice", Place("faq"), "They are too many.")
    marks = Marks(stack)
    marks.show([finding])
    stack.go_to(finding.place)
    assert marks.at_cursor() == (finding,)
    badge = stack.currentWidget().findChild(QWidget, "mark")
    assert badge.parentWidget().text() == "FAQ"
    assert badge.isVisible()
