from pathlib import Path

import pytest

from palmetto_editor.model import edits
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.renaming import rename_reference
from palmetto_editor.model.values import Article, Question
from palmetto_editor.session.document import Session


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def session(clock):
    return Session(Article(id="a"), clock=clock)


BODY = Place("body")


def typed(session, text):
    for character in text:
        end = len(session.article.body)
        session.do(edits.splice(BODY, end, end, character))


def test_typing_merges_until_a_pause(session, clock):
    typed(session, "one")
    clock.now += 1
    typed(session, " two")
    session.undo()
    assert session.article.body == "one"
    session.undo()
    assert session.article.body == ""


def test_typing_on_another_place_begins_a_new_step(session):
    typed(session, "one")
    session.do(edits.type_text(Place("notice"), "n"))
    session.undo()
    assert (session.article.body, session.article.notice) == ("one", "")


def test_undo_and_redo_tell_the_place_of_the_edit(session):
    session.do(edits.insert("faq", Question(id="q1")))
    assert session.undo().place == Place("faq", "q1")
    assert session.redo().place == Place("faq", "q1")
    assert session.redo() is None


def test_a_new_edit_ends_what_could_be_redone(session):
    typed(session, "one")
    session.undo()
    session.do(edits.put(Place("notice"), "n"))
    assert session.redo() is None


def test_clean_is_being_the_saved_article(session, clock):
    assert session.is_clean
    typed(session, "one")
    session.mark_saved(session.article, session.publication, Path("x"), {})
    assert session.is_clean
    typed(session, "two")
    assert not session.is_clean
    session.undo()
    assert session.is_clean


def test_listeners_hear_of_what_changed_and_no_more_once_they_left(session):
    heard = []
    leave = session.subscribe(heard.append)
    typed(session, "x")
    assert heard[0].touches("body")
    assert not heard[0].touches("faq")
    leave()
    typed(session, "y")
    assert len(heard) == 1


def test_an_edit_that_changes_nothing_is_no_step(session):
    assert session.do(edits.put(BODY, "")) is None
    assert session.undo() is None


def test_opening_another_article_ends_the_history(session):
    typed(session, "x")
    session.open(Article(id="b", body="other"))
    assert session.undo() is None
    assert session.is_clean


def test_the_history_is_bounded(session, clock):
    for number in range(1_100):
        session.do(edits.put(Place("notice"), str(number)))
    count = 0
    while session.undo():
        count += 1
    assert count == 1_000


def test_renaming_a_key_is_one_step_back(session):
    session.do(edits.put(BODY, "One [@a], two @a."))
    session.do(edits.insert("references", Reference(id="a")))
    before = session.article
    session.do(rename_reference("a", "b"))
    assert session.article.body == "One [@b], two @b."
    assert session.undo().after is before


def test_what_the_article_alone_says_of_its_publication_is_to_be_saved(session):
    ours, theirs = Publication(name="Ours"), Publication(name="Theirs")
    session.use_publication(theirs)
    assert session.is_clean
    session.use_publication(ours, shared=False)
    assert not session.is_clean
    session.use_publication(Publication(name="Theirs"), shared=False)
    assert session.is_clean
    session.use_publication(ours, shared=False)
    session.mark_saved(session.article, ours, Path("x"), {})
    assert session.is_clean


def test_a_page_made_for_another_publication_is_older(session):
    session.exported = session.article
    session.use_publication(session.publication)
    assert session.exported is session.article
    session.use_publication(Publication(name="Another"))
    assert session.exported is not session.article
    assert session.exported == session.article
