"""A stranger's article: nothing in any of its fields runs or loads, in preview or export."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace

import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings
from PySide6.QtWidgets import QApplication

from attacks import listening, payloads
from palmetto_editor.model.values import Article
from palmetto_editor.page.page import document
from palmetto_editor.session.pipeline import Pipeline
from palmetto_editor.ui.preview import scheme
from sample_articles import full, publication

_KEPT = {"id", "kind", "type", "relation", "align", "file", "rule", "place", "language", "slug"}
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_QUIET = 250  # ms in which a page that could would have acted


def _poisoned(value, payload):
    """The value with the payload at the end of each of its texts, or in its place."""
    if isinstance(value, str):
        return f"{value} {payload}" if " " in value else payload
    if isinstance(value, tuple):
        return tuple(_poisoned(item, payload) for item in value)
    if is_dataclass(value):
        names = [field.name for field in fields(value) if field.name not in _KEPT]
        return replace(value, **{name: _poisoned(getattr(value, name), payload) for name in names})
    return value


def _body(host):
    return "\n\n".join(payloads(host)) + "\n\n" + " ".join(payloads(host)) + "\n"


def _articles(host):
    """One article for each payload, which stands in all its fields; the first has all as body."""
    texts = payloads(host)
    for number, payload in enumerate(texts):
        article: Article = _poisoned(full(), payload)
        body = _body(host) if number == 0 else f"{full().body}\n\n{payload}\n\ntext {payload}\n"
        yield replace(article, id=full().id, body=body)


@pytest.fixture(scope="module")
def pipeline():
    pipeline = Pipeline()
    yield pipeline
    pipeline.close()


@pytest.fixture
def open_page(qapp, qtbot):
    """A page as a browser opens it: scripts on, and more allowed than a browser allows."""
    profile = QWebEngineProfile(qapp)
    page = QWebEnginePage(profile, profile)
    allow = QWebEngineSettings.WebAttribute
    for attribute in (allow.JavascriptEnabled, allow.LocalContentCanAccessRemoteUrls):
        page.settings().setAttribute(attribute, True)
    yield page
    page.deleteLater()
    page.destroyed.connect(profile.deleteLater)
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def _open(page, qtbot, path):
    with qtbot.waitSignal(page.loadFinished):
        page.load(QUrl.fromLocalFile(str(path)))


def _ask(page, qtbot, code):
    answers = []
    page.runJavaScript(code, 0, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_in_the_preview(driver, pipeline, qtbot):
    refused = driver.view.room.gate.refused
    with listening() as (host, asked):
        for article in _articles(host):
            page = pipeline.run(article, publication(), {}).page
            driver.show(page)
            assert driver.ask("document.documentElement.hasAttribute('pwned')") is False
            assert driver.ask("document.title") != "pwned"
        driver.load(page)
        qtbot.wait(_QUIET)
        assert driver.view.room.page().url() == QUrl(scheme.HOME)
        assert asked == []
        assert driver.view.room.gate.refused == refused, "the page did not even try"


def test_in_the_export(open_page, pipeline, qtbot, tmp_path):
    """Its own policy is taken out, so that nothing but clean markup stands between."""
    path = tmp_path / "index.html"
    with listening() as (host, asked):
        for number, article in enumerate(_articles(host)):
            text = document(pipeline.run(article, publication(), {}).page)
            bare, policies = _POLICY.subn("", text)
            assert policies == 1
            path.write_text(bare, encoding="utf-8")
            _open(open_page, qtbot, path)
            if "refresh" in payloads(host)[number] or "autofocus" in payloads(host)[number]:
                qtbot.wait(_QUIET)
            assert open_page.url() == QUrl.fromLocalFile(str(path))
            marks = "document.title + document.documentElement.hasAttribute('pwned')"
            said = _ask(open_page, qtbot, marks)
            assert said.endswith("false")
            assert said != "pwnedfalse"
        qtbot.wait(_QUIET)
        assert asked == []


def test_the_same_vectors_act_where_nothing_stops_them(open_page, qtbot, tmp_path):
    """That the two tests above could fail."""
    path = tmp_path / "index.html"
    with listening() as (host, asked):
        path.write_text(f"<p>{payloads(host)[3]}<p>{payloads(host)[4]}", encoding="utf-8")
        _open(open_page, qtbot, path)
        qtbot.waitUntil(lambda: asked == ["/i.png"])
        assert _ask(open_page, qtbot, "document.title") == "pwned"
