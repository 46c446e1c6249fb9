import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTreeWidget

from palmetto_editor.intake.draft import Disagreement, Draft, Recovered
from palmetto_editor.intake.manuscript import Leftover, Mending
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Metadata
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes.review import ReviewPane

HEADLINE, SLUG = Place("metadata", field="headline"), Place("metadata", field="slug")


def row(rule, place, page, markup):
    return Disagreement(
        rule=rule,
        severity="warning",
        place=place,
        page=page,
        markup=markup,
        message=f"The {place.field} differs.",
        page_edit=edits.put(place, page),
        markup_edit=edits.put(place, markup),
    )


DRAFT = Draft(
    source="page.html",
    article=Article(id="a", metadata=Metadata(headline="Page", slug="page"), body="Words.\n"),
    disagreements=(
        row("intake.headline", HEADLINE, "Page", "Markup"),
        row("intake.slug", SLUG, "page", "markup"),
        Disagreement(
            rule="intake.uncited",
            severity="advice",
            place=Place("references"),
            page="Five works",
            markup="",
            message="Nobody cites these.",
        ),
    ),
    leftovers=(Leftover(text="Lost words.", reason="site navigation"),),
    mended=(Mending(what="a comma was missing", where="line 3", words='"a" "b"'),),
    fields=(Recovered(place=HEADLINE, value="Page", origin="<h1>", confidence=0.9),),
)


@pytest.fixture
def session():
    session = Session(Article(id="b"))
    session.open_draft(DRAFT)
    return session


@pytest.fixture
def pane(qtbot, session):
    pane = ReviewPane(session)
    qtbot.addWidget(pane)
    pane.resize(700, 800)
    pane.show()
    return pane


def card(pane, rule):
    return next(row for row in pane.rows if row.row.rule == rule)


def press(qtbot, owner, words):
    button = next(b for b in owner.findChildren(QPushButton) if b.text() == words)
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_side_that_wins_is_an_edit_that_can_be_undone(qtbot, pane, session):
    press(qtbot, card(pane, "intake.headline"), "The markup wins")
    assert session.article.metadata.headline == "Markup"
    press(qtbot, card(pane, "intake.headline"), "The page wins")
    assert session.article.metadata.headline == "Page"
    session.undo()
    assert session.article.metadata.headline == "Markup"


def test_a_row_says_whose_words_the_article_has(qtbot, pane, session):
    shown = card(pane, "intake.headline")
    assert "page's words" in shown._state.text()
    session.do(edits.put(HEADLINE, "Mine"))
    assert "your own" in shown._state.text()
    session.undo()
    assert "page's words" in shown._state.text()


def test_all_is_taken_from_the_page_in_one_step(qtbot, pane, session):
    session.do(edits.put(HEADLINE, "Mine"))
    session.do(edits.put(SLUG, "mine"))
    press(qtbot, pane, "Take all from the page")
    assert session.article == DRAFT.article
    session.undo()
    assert session.article.metadata.slug == "mine"


def test_writing_it_oneself_leads_to_the_field(qtbot, pane):
    with qtbot.waitSignal(pane.place_wanted) as wanted:
        press(qtbot, card(pane, "intake.slug"), "Write it myself")
    assert wanted.args == [SLUG]


def test_what_nothing_can_settle_has_no_side_that_wins(pane):
    shown = card(pane, "intake.uncited")
    visible = [b.text() for b in shown.findChildren(QPushButton) if b.isVisible()]
    assert visible == ["Write it myself"]


def test_left_over_text_is_put_into_the_body(qtbot, pane, session):
    pane._tabs.setCurrentIndex(1)
    tree = pane.findChild(QTreeWidget, "review.leftovers")
    tree.setCurrentItem(tree.topLevelItem(0))
    press(qtbot, pane, "Put into the body")
    assert session.article.body == "Words.\n\nLost words.\n"


def test_every_field_says_where_it_came_from(qtbot, pane):
    tree = pane.findChild(QTreeWidget, "review.fields")
    item = tree.topLevelItem(0)
    assert [item.text(at) for at in range(4)] == ["metadata.headline", "Page", "<h1>", "90%"]
    with qtbot.waitSignal(pane.place_wanted):
        tree.itemActivated.emit(item, 0)


def test_another_article_empties_the_sheet(pane, session):
    session.open(Article(id="c"))
    assert pane.rows == []
    assert pane._tabs.count() == 0
