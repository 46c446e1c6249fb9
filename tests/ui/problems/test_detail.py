from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from found import BACKWARDS, FIX, NO_SLUG, OTHER, REASON, STALE, STAYS, THIRD
from palmetto_editor.ui.problems.detail import NONE, Detail
from palmetto_editor.ui.problems.names import Names
from palmetto_editor.ui.problems.offers import Deeds
from palmetto_editor.ui.problems.rows import Row
from sample_articles import full


@pytest.fixture
def done():
    return []


@pytest.fixture
def detail(qtbot, done):
    deeds = Deeds(*(lambda what, name=name: done.append((name, what)) for name in DEEDS))
    detail = Detail(deeds)
    qtbot.addWidget(detail)
    detail.resize(420, 220)
    detail.show()
    return detail


DEEDS = ("go", "mend", "dismiss", "restore")


def show(detail, finding, dismissal=None):
    detail.show_row(Row(finding, dismissal), Names(full()))


def said(detail, name):
    label = detail.findChild(QLabel, f"problems.{name}")
    return label.text() if label.isVisibleTo(detail) else ""


def button(detail, name):
    found = detail.findChild(QPushButton, f"problems.{name}")
    return found if found.isVisibleTo(detail) else None


def test_without_a_row_it_says_what_it_is_for(detail):
    assert said(detail, "message") == NONE
    assert not any(button(detail, name) for name in ("fix", "other", "dismiss", "restore"))


def test_it_says_what_why_and_by_which_source(detail):
    show(detail, BACKWARDS)
    assert said(detail, "rule") == ("Warning  ·  references.pages  ·  References › wren2019 › page")
    assert said(detail, "message") == "They run backwards."
    assert "Nobody finds a page &lt; 1 &amp; so on." in said(detail, "why")
    source = said(detail, "source")
    assert '<a href="https://example.org/guide?a=1&amp;b=2">' in source
    assert "https:/&#8203;/&#8203;example.org/&#8203;guide?a=1&amp;b=2</a>" in source
    assert source.endswith("Rule gone over on 22 November 2026.")


def test_a_finding_without_reasons_shows_none(detail):
    show(detail, NO_SLUG)
    assert (said(detail, "why"), said(detail, "source")) == ("", "")


def test_each_fix_has_a_button(detail, done):
    show(detail, BACKWARDS)
    assert button(detail, "fix").text() == "Turn the pages round"
    button(detail, "fix").click()
    button(detail, "other").click()
    assert done == [("mend", FIX), ("mend", OTHER)]


def test_more_than_two_fixes_share_a_menu(detail, done):
    show(detail, replace(BACKWARDS, others=(OTHER, THIRD)))
    actions = button(detail, "other").menu().actions()
    assert [action.text() for action in actions] == ["Leave the pages out", "Remove the work"]
    actions[1].trigger()
    assert done == [("mend", THIRD)]
    show(detail, BACKWARDS)
    assert button(detail, "other").menu() is None


def test_it_can_be_dismissed_unless_the_page_would_break(detail, done):
    show(detail, BACKWARDS)
    button(detail, "dismiss").click()
    assert done == [("dismiss", BACKWARDS)]
    show(detail, NO_SLUG)
    assert not button(detail, "dismiss").isEnabled()
    assert "Mend it" in button(detail, "dismiss").toolTip()


def test_what_was_dismissed_shows_why_and_can_be_asked_again(detail, done):
    show(detail, STAYS, REASON)
    assert "It is quoted." in said(detail, "reason")
    assert "when the sentence changes" in said(detail, "reason")
    assert button(detail, "fix") is None
    assert button(detail, "dismiss") is None
    button(detail, "restore").click()
    assert done == [("restore", REASON)]


def test_of_a_whole_text_it_says_that_the_text_brings_it_back(detail):
    show(detail, replace(STAYS, place=STAYS.place.whole()), REASON)
    assert "when the text changes" in said(detail, "reason")


def test_a_dismissal_of_nothing_says_so(detail, done):
    show(detail, None, STALE)
    assert said(detail, "message") == "Nothing is found there any more."
    assert button(detail, "restore").text() == "Forget"
    button(detail, "restore").click()
    assert done == [("restore", STALE)]


def test_hostile_words_stay_words(detail):
    show(detail, replace(BACKWARDS, message="<b>no</b> <img src=x>", about=None))
    assert said(detail, "message") == "&lt;b&gt;no&lt;/b&gt; &lt;img src=x&gt;"
