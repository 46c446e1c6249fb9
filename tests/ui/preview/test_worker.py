"""Pages are made behind the window's back, and the window never waits for them."""

from __future__ import annotations

import multiprocessing
import threading
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from heartbeat import HOSTILE, Heartbeat
from palmetto_editor.checks.check import Checked
from palmetto_editor.model.places import Place
from palmetto_editor.page.page import document
from palmetto_editor.session.document import Session
from palmetto_editor.ui.binding import bind_text
from palmetto_editor.ui.preview.worker import PageWorker
from sample_articles import full, publication


@pytest.fixture
def worker(qtbot):
    worker = PageWorker()
    yield worker
    worker.close(wait=10)


def _submit(worker, article):
    worker.submit(article, publication(), {})


def _bodies(count):
    return [replace(full(), body=f"Body number {number}.\n") for number in range(count)]


def test_an_article_becomes_a_page_and_then_findings(worker, qtbot):
    order = []
    worker.built.connect(lambda _result: order.append("built"))
    worker.checked.connect(lambda *_: order.append("checked"))
    with qtbot.waitSignal(worker.checked) as checked:
        _submit(worker, full())
    assert order == ["built", "checked"]
    result, found = checked.args
    assert "What was counted" in document(result.page)
    assert isinstance(found, Checked)


def test_what_stands_beside_the_bundle_is_known(worker, qtbot, tmp_path):
    (tmp_path / "winds").mkdir()
    (tmp_path / "winds" / "article.json").write_text("{}", "utf-8")
    article = replace(full(), notice="See [the tides](article:tides).")
    with qtbot.waitSignal(worker.checked) as checked:
        worker.submit(article, publication(), {}, tmp_path / "own")
    told = [one for one in checked.args[1].findings if one.rule == "links.unknown-article"]
    assert "notice" in {one.place.part for one in told}


def test_an_update_swallows_those_behind_it_but_the_last(worker, qtbot):
    articles = _bodies(40)
    results = []
    worker.built.connect(results.append)
    for article in articles:
        _submit(worker, article)
    qtbot.waitUntil(lambda: bool(results) and results[-1].article is articles[-1])
    assert len(results) < len(articles)
    for before, after in pairwise(results):
        assert after.patch.base is before.page


def test_checks_that_are_overtaken_are_given_up_and_the_newest_article_is_checked(worker, qtbot):
    articles = _bodies(12)
    results, checked = [], []
    worker.built.connect(results.append)
    worker.checked.connect(lambda result, _checked: checked.append(result))
    for article in articles:
        _submit(worker, article)
        qtbot.wait(30)
    qtbot.waitUntil(lambda: bool(checked) and checked[-1].article is articles[-1])
    assert all(any(result is one for one in results) for result in checked)
    assert len({id(result) for result in checked}) == len(checked), "one was checked twice"


def test_an_error_is_told_and_the_next_article_shown(worker, qtbot):
    with qtbot.waitSignal(worker.failed) as failed:
        _submit(worker, None)
    assert isinstance(failed.args[0], Exception)
    with qtbot.waitSignal(worker.built):
        _submit(worker, full())


def test_closing_leaves_no_thread_and_no_process(qtbot):
    worker = PageWorker()
    with qtbot.waitSignal(worker.built):
        _submit(worker, full())
    assert worker.close(wait=10)
    assert left_running() == []


def left_running():
    running = [*threading.enumerate(), *multiprocessing.active_children()]
    return [one.name for one in running if one.name in {"page-worker", "palmetto-renderer"}]


def test_closing_does_not_wait_for_the_work(qtbot):
    worker = PageWorker()
    _submit(worker, replace(full(), body="[" * 12_000))
    assert not worker.close(wait=0), "its work was waited for"
    assert worker.close(wait=20)


def test_nothing_is_told_after_closing(qtbot):
    worker = PageWorker()
    told = []
    for signal in (worker.built, worker.checked, worker.failed):
        signal.connect(lambda *_: told.append(1))
    _submit(worker, full())
    worker.close(wait=20)
    told.clear()  # what was on its way
    qtbot.wait(100)
    assert told == []


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_window_goes_on_while_a_body_is_made_to_be_slow(worker, qtbot, body):
    session = Session(full(), publication())
    editor = QPlainTextEdit()
    qtbot.addWidget(editor)
    editor.show()
    show = bind_text(editor, session, lambda: Place("body"))
    session.subscribe(lambda change: _submit(worker, change.after))
    with qtbot.waitSignal(worker.built):
        _submit(worker, session.article)
    results = []
    worker.built.connect(results.append)
    heartbeat = Heartbeat()
    editor.setPlainText("Before.\n\n" + body)
    for key in "abcdefgh":
        qtbot.keyClick(editor, key)
        qtbot.wait(20)
    qtbot.waitUntil(lambda: bool(results) and results[-1].article is session.article)
    heartbeat.stop()
    show()  # and it lives as long as the editor
    assert body in session.article.body
    assert "".join(block.text for block in results[-1].page.body_blocks) == session.article.body
    # The clock of a busy machine proves nothing: `make bench` prints how long the window stands.
    assert heartbeat.own < 400, "the window worked on it itself"
