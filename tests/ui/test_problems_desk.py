from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from found import BACKWARDS, FIX, NO_SLUG, WORD
from palmetto_editor.checks.checked import Checked
from palmetto_editor.checks.dismissals import LONGEST, quote_of
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.session.document import Session
from palmetto_editor.ui.columns import Columns
from palmetto_editor.ui.marks.marks import Marks
from palmetto_editor.ui.problems_desk import ProblemsDesk
from sample_articles import clean

ARTICLE = replace(clean(), dismissed=())
BODY = Place("body")
FIRST, SECOND = (BODY.at(3, 7), BODY.at(12, 16))


class Ask:
    """Gives the reason that is set."""

    reason = ""

    def dismissal(self, finding, quote):
        self.asked = finding, quote
        return self.reason


class Window:
    """What the desk is given by the window, around one session."""

    def __init__(self, qtbot):
        self.session = Session(ARTICLE)
        self.columns = columns = Columns(self.session, lambda _pane: None, height=800)
        qtbot.addWidget(columns)
        self.ask, self.said, self.gone = Ask(), [], []
        self.desk = ProblemsDesk(
            self.session,
            self.ask,
            columns,
            self.go,
            lambda words, _lasting: self.said.append(words),
            columns.problems.show,
        )
        self.panel = columns.problems
        columns.resize(1300, 800)
        columns.show()
        columns.activateWindow()
        qtbot.waitExposed(columns)
        columns.stack.show_part("metadata")

    def go(self, place):
        self.gone.append(place)
        self.columns.stack.go_to(place)

    def find(self, *findings):
        self.panel.show_checked(Checked(findings), self.session.article)


@pytest.fixture
def window(qtbot):
    return Window(qtbot)


def test_mending_is_one_step_that_can_be_undone(window):
    window.panel.mending.emit(FIX)
    assert window.session.article.references[0].page == "1-9"
    assert window.said == ["Done: Turn the pages round. Undo takes it back."]
    window.session.undo()
    assert window.session.article == ARTICLE


def test_a_fix_whose_words_are_gone_does_nothing_and_says_so(window):
    window.panel.mending.emit(edits.put(Place("references", "gone", "page"), "1"))
    window.panel.mending.emit(edits.Edit("Cite", BODY, lambda article: article))
    assert window.session.article == ARTICLE
    assert window.said == ["The text is another one by now; it is being checked again."] * 2


def test_dismissing_keeps_the_reason_and_the_sentence(window):
    window.ask.reason = "A name."
    window.panel.dismissing.emit(WORD)
    (kept,) = window.session.article.dismissed
    assert (kept.rule, kept.place, kept.reason) == ("text.word", "body", "A name.")
    assert window.ask.asked == (WORD, kept.quote)
    assert kept.quote
    window.session.undo()
    assert window.session.article.dismissed == ()


def test_the_sentence_kept_is_the_one_that_was_found(window):
    window.find(WORD)
    found_in = window.session.article
    window.session.do(edits.splice(BODY, 0, 0, "Another beginning. And another. "))
    window.ask.reason = "A name."
    window.desk.dismiss(WORD)
    assert window.session.article.dismissed[0].quote == quote_of(found_in, WORD.place)


def test_the_writer_sees_the_text_that_brings_a_problem_back_however_long_it_is(window):
    long = "It is dry. " * LONGEST
    window.session.do(edits.splice(BODY, 0, 0, long))
    window.desk.dismiss(replace(WORD, place=BODY))
    assert window.ask.asked[1].startswith(long)


def test_without_a_reason_nothing_is_dismissed(window):
    window.panel.dismissing.emit(WORD)
    assert window.session.article.dismissed == ()


def test_asking_again_takes_the_dismissal_out(window):
    window.ask.reason = "A name."
    window.desk.dismiss(WORD)
    window.panel.restoring.emit(window.session.article.dismissed[0])
    assert window.session.article.dismissed == ()
    window.session.undo()
    assert window.session.article.dismissed != ()


def test_the_walk_goes_round_from_the_cursor_on(window):
    window.find(WORD, BACKWARDS)
    for _ in range(3):
        window.desk.walk()
    assert window.gone == [WORD.place, BACKWARDS.place, WORD.place]
    assert window.columns.stack.part == "body"
    assert window.said[0] == "Piece of advice 1 of 2: “tide” is a word."
    window.desk.walk(back=True)
    assert window.gone[-1] == BACKWARDS.place
    assert window.panel.current.finding == BACKWARDS


def test_the_walk_begins_where_the_writer_is(window):
    here = [WORD.__class__("text.word", "advice", place, "A word.") for place in (FIRST, SECOND)]
    window.find(NO_SLUG, *here)
    pane = window.columns.stack.show_part("body")
    pane.go_to(BODY.at(9, 9))
    window.desk.walk()
    assert window.gone == [SECOND]
    pane.go_to(BODY.at(9, 9))
    window.desk.walk(back=True)
    assert window.gone == [SECOND, FIRST]


def test_the_walk_keeps_to_what_the_filter_leaves(window):
    window.find(WORD, BACKWARDS)
    window.panel.findChild(QLineEdit, "problems.filter").setText("backwards")
    window.desk.walk()
    assert window.gone == [BACKWARDS.place]
    window.panel.hide()
    window.desk.walk()
    assert window.gone == [BACKWARDS.place, WORD.place]


def test_the_walk_rests_on_the_row_of_the_publication_and_goes_on_from_there(window):
    place = Place("publication", field="name")
    found = WORD.__class__("publication.name", "warning", place, "No name.")
    window.find(WORD, found)
    window.panel.hide()
    window.desk.walk()
    window.desk.walk()
    assert window.gone == [WORD.place], "a dialog would stand in the way"
    assert window.said[1] == "Warning 2 of 2: No name. Enter opens the publication."
    assert window.panel.current.finding == found
    assert window.panel.view.hasFocus()
    window.desk.walk()
    assert window.gone == [WORD.place, WORD.place]
    assert not window.panel.view.hasFocus()
    window.desk.walk(back=True)
    assert window.panel.current.finding == found


def test_from_the_row_of_the_publication_enter_leads_to_it(qtbot, window):
    place = Place("publication", field="name")
    window.find(WORD.__class__("publication.name", "warning", place, "No name."))
    window.desk.walk()
    with qtbot.waitSignal(window.panel.chosen) as chosen:
        qtbot.keyClick(window.panel.view, Qt.Key.Key_Return)
    assert chosen.args == [place]


def test_where_nothing_was_found_the_walk_says_so(window):
    window.desk.walk()
    window.find()
    window.desk.walk()
    assert window.said == ["Still being checked.", "No problem to go to."]


def menu(window):
    found = [m for m in window.panel.findChildren(QMenu) if m.isVisible()]
    return {action.text(): action for action in found[0].actions()} if found else {}


def test_the_menu_at_the_cursor_offers_fixes_and_reasons(window):
    window.find(WORD, BACKWARDS)
    marks = Marks(window.columns.stack)
    window.desk.use(marks)
    marks.show(window.panel.found)
    window.columns.stack.go_to(BACKWARDS.place)
    window.desk.offer_here()
    actions = menu(window)
    assert list(actions) == [
        "They run backwards.",
        "Fix: Turn the pages round",
        "Fix: Leave the pages out",
        "Why this matters",
        "Dismiss…",
    ]
    actions["Why this matters"].trigger()
    assert window.panel.current.finding == BACKWARDS
    actions["Fix: Turn the pages round"].trigger()
    assert window.session.article.references[0].page == "1-9"


def test_in_the_panel_the_menu_is_that_of_the_chosen_row(window):
    window.find(WORD, BACKWARDS)
    window.panel.focus_list()
    window.panel.select(WORD)
    window.desk.offer_here()
    assert "“tide” is a word." in menu(window)


@pytest.mark.parametrize("place", ["short_answer", "body", "metadata.headline"])
def test_the_menu_opens_in_every_kind_of_editor(window, place):
    there = replace(WORD, place=Place.parse(place))
    window.find(there)
    window.columns.stack.go_to(there.place)
    marks = Marks(window.columns.stack)
    window.desk.use(marks)
    marks.show((there,))
    window.desk.offer_here()
    assert menu(window)


def test_where_nothing_is_wrong_the_menu_says_so(window):
    window.find(WORD)
    window.desk.offer_here()
    assert window.said == ["No problem here. F8 goes to the next one."]


def test_a_clicked_mark_opens_the_menu_there(window):
    marks = Marks(window.columns.stack)
    window.desk.use(marks)
    marks.asked.emit((NO_SLUG,), QPoint(40, 40))
    assert list(menu(window)) == ["No slug.", "Why this matters", "Dismiss…"]
    QApplication.activePopupWidget().close()


def test_what_was_walked_to_is_offered_where_no_field_is_marked(window):
    publication = WORD.__class__("publication.name", "warning", Place("publication"), "No name.")
    window.find(publication)
    window.desk.walk()
    window.desk.offer_here()
    assert "No name." in menu(window)
    QApplication.activePopupWidget().close()
    window.find()
    window.desk.offer_here()
    assert window.said[-1] == "No problem here. F8 goes to the next one."
