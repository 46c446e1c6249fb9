from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from found import CHECKED, NO_SLUG, STAYS, WORD
from palmetto_editor.checks.checked import Checked
from palmetto_editor.ui.problems.model import ACT, PLACE, ProblemModel
from palmetto_editor.ui.problems.names import Names
from palmetto_editor.ui.problems.rows import MOST, Row, groups
from sample_articles import full

NAMES = Names(full())
WORDS = [replace(WORD, message=f"Word {number}.") for number in range(9)]


@pytest.fixture
def model(qapp):
    """A model that Qt's own tester watches: each wrong signal fails the test."""
    model = ProblemModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, model
    )
    model.tester = tester
    return model


def show(model, *findings, checked=None, by="severity"):
    checked = checked or Checked(tuple(findings))
    model.show(groups(checked.findings, checked, by, "", NAMES), NAMES)


def texts(model):
    """Heading and rows, as they are shown."""
    shown = []
    for at in range(model.rowCount()):
        head = model.index(at, 0)
        shown.append(head.data())
        shown += [model.index(row, 0, head).data() for row in range(model.rowCount(head))]
    return shown


def row_of(model, finding):
    return model.find(Row(finding).key, Row(finding))


def test_rows_say_what_is_so_where_and_what_a_click_does(model):
    show(model, checked=CHECKED)
    index = row_of(model, CHECKED.findings[2])
    assert index.data() == "They run backwards."
    assert index.siblingAtColumn(PLACE).data() == "References › wren2019 › page"
    assert index.siblingAtColumn(ACT).data() == "Fix"
    assert "Turn the pages round" in index.siblingAtColumn(ACT).data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("warning: They run backwards.")


def test_what_was_dismissed_shows_its_reason_and_how_to_ask_again(model):
    show(model, checked=CHECKED)
    index = model.index(0, 0, model.index(3, 0))
    assert index.data() == f"“It is quoted.” · {STAYS.message}"
    assert index.siblingAtColumn(ACT).data() == "Ask again"
    stale = model.index(0, 0, model.index(4, 0))
    assert stale.data() == "“Was cited.” · claims.cures, FAQ › q9 › answer"
    assert stale.siblingAtColumn(ACT).data() == "Forget"


def test_a_row_that_stays_is_the_same_row(model):
    show(model, *WORDS)
    kept = QPersistentModelIndex(row_of(model, WORDS[5]))
    moved = replace(WORDS[5], place=WORDS[5].place.at(40, 44))
    show(model, NO_SLUG, *WORDS[:2], WORDS[4], moved, *WORDS[7:])
    assert kept.isValid()
    assert model.row(kept).finding == moved
    assert QModelIndex(kept).parent().data() == "Advice  6"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([], WORDS),
        (WORDS, []),
        (WORDS[:4], WORDS[2:]),
        (WORDS, WORDS[::2]),
        ([NO_SLUG], WORDS),
        ([NO_SLUG, *WORDS], [*WORDS, NO_SLUG]),
    ],
)
def test_after_any_change_it_shows_the_new_list(model, before, after):
    show(model, *before)
    show(model, *after)
    fresh = ProblemModel()
    show(fresh, *after)
    assert texts(model) == texts(fresh)


def test_of_many_scattered_changes_the_rows_between_are_put_in_anew_at_once(model):
    many = [replace(WORD, message=f"Word {number}.") for number in range(MOST)]
    show(model, *many)
    kept = [QPersistentModelIndex(row_of(model, many[at])) for at in (0, MOST - 1)]
    taken = []
    model.rowsRemoved.connect(lambda *_: taken.append(1))
    left = [many[0], *many[1:-1:2], many[-1]]
    show(model, *left)
    assert len(taken) == 1
    assert texts(model)[1:] == [finding.message for finding in left]
    assert [model.row(index).finding for index in kept] == [many[0], many[-1]]


def test_rows_in_another_order_are_shown_in_it(model):
    show(model, *WORDS)
    turned = [*WORDS[:2], *WORDS[7:1:-1], WORDS[8]]
    show(model, *turned)
    assert texts(model)[1:] == [finding.message for finding in turned]


def test_rows_that_say_the_same_are_counted(model):
    show(model, *WORDS[:2], *[WORD] * 5)
    show(model, WORDS[0], *[WORD] * 3, WORDS[2])
    assert texts(model)[1:] == ["Word 0.", *[WORD.message] * 3, "Word 2."]


def test_the_note_below_a_long_group_comes_and_goes(model):
    many = [replace(WORD, message=f"Word {number}.") for number in range(MOST + 3)]
    show(model, *many)
    assert texts(model)[-1] == "… and 3 more; a filter above finds them"
    show(model, *many, *WORDS)
    assert texts(model)[-1] == "… and 12 more; a filter above finds them"
    show(model, *many[:MOST])
    assert texts(model)[-1] == f"Word {MOST - 1}."


def test_of_two_alike_the_very_one_is_found(model):
    second = replace(WORD, place=WORD.place.at(50, 54))
    show(model, WORD, second)
    assert row_of(model, second).row() == 1
    assert row_of(model, replace(WORD, place=WORD.place.at(7, 8))).row() == 0
    assert not row_of(model, NO_SLUG).isValid()
