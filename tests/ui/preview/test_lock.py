"""The room holds by itself: here markup comes in that the sanitiser would have stopped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEngineScript

from attacks import listening, payloads
from palmetto_editor.ui.preview import lock, scheme

_QUIET = 150  # ms in which a page that could would have acted


@pytest.fixture
def opened(monkeypatch):
    """The addresses that were handed to the system."""
    addresses = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: addresses.append(url.toString()))
    return addresses


def _assert_nothing_happened(driver):
    page = driver.view.room.page()
    assert page.url() == QUrl(scheme.HOME)
    assert driver.ask("document.title") == "Title"
    assert driver.ask("document.documentElement.hasAttribute('pwned')") is False


def test_hostile_markup_runs_nothing_and_reaches_nothing_when_loaded(driver, make_page, qtbot):
    with listening() as (host, asked):
        for number, payload in enumerate(payloads(host)):
            driver.load(make_page({"a": f"<div>{payload}</div>", "b": "<p>after</p>"}))
            if "refresh" in payload or "autofocus" in payload:
                qtbot.wait(_QUIET)
            assert driver.view.room.page().url() == QUrl(scheme.HOME), (number, payload)
        qtbot.wait(_QUIET)
        assert asked == []


def test_hostile_markup_runs_nothing_and_reaches_nothing_when_patched(driver, make_page, qtbot):
    driver.load(make_page({"a": "<p>before</p>"}))
    with listening() as (host, asked):
        for payload in payloads(host):
            driver.show(make_page({"a": f"<div>{payload}</div>"}))
            _assert_nothing_happened(driver)
        qtbot.wait(_QUIET)
        _assert_nothing_happened(driver)
        assert asked == []


def test_hostile_markup_in_the_head_runs_nothing_and_reaches_nothing(driver, make_page, qtbot):
    with listening() as (host, asked):
        head = '<meta charset="utf-8">\n<title>Title</title>\n' + "\n".join(payloads(host)[:26])
        driver.load(make_page({"a": "<p>text</p>"}))
        driver.show(make_page({"a": "<p>text</p>"}, head=head))
        qtbot.wait(_QUIET)
        driver.load(make_page({"a": "<p>text</p>"}, head=head))
        qtbot.wait(_QUIET)
        assert driver.view.room.page().url() == QUrl(scheme.HOME)
        assert driver.ask("document.documentElement.hasAttribute('pwned')") is False
        assert asked == []


def test_the_page_itself_has_no_scripts(driver, make_page):
    driver.load(make_page({"a": "<p>text</p>"}))
    main = QWebEngineScript.ScriptWorldId.MainWorld
    assert driver.ask("typeof preview", main) != "object"
    assert driver.ask("1 + 1", main) != 2
    assert driver.ask("1 + 1") == 2


def test_the_policy_is_in_force(driver, make_page):
    """Qt's binding once sent the policy letter by letter, as so many headers of no meaning."""
    driver.load(make_page({"a": "<p>text</p>"}))
    driver.ask(
        "document.addEventListener('securitypolicyviolation',"
        " (e) => { globalThis.violated = e.effectiveDirective + '|' + e.originalPolicy });"
        "document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.1:9/x.png'})); 1"
    )
    driver.wait_until(lambda: driver.ask("typeof violated") == "string")
    assert driver.ask("violated") == f"img-src|{lock.POLICY.decode()}"


def test_what_no_policy_stops_the_gate_does(driver, make_page, monkeypatch, qtbot):
    monkeypatch.setattr(lock, "HEADERS", {})
    refused = driver.view.room.gate.refused
    with listening() as (host, asked):
        driver.load(make_page({"a": f'<p><img src="{host}/x.png"><iframe src="{host}/f"></p>'}))
        driver.wait_until(lambda: driver.view.room.gate.refused >= refused + 1)
        qtbot.wait(_QUIET)
        assert asked == []


def _click_first_link(driver, qtbot, button=Qt.MouseButton.LeftButton, modifier=None):
    x, y = (
        driver.ask(f"document.querySelector('a').getBoundingClientRect().{side}") for side in "xy"
    )
    target = driver.view.room.focusProxy()
    modifiers = modifier or Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(target, button, modifiers, QPoint(int(x) + 4, int(y) + 6))
    qtbot.wait(_QUIET)


@pytest.mark.parametrize("address", ["https://example.org/a?b=c", "mailto:a@example.org"])
def test_a_link_opens_in_the_system(driver, make_page, qtbot, opened, address):
    driver.load(make_page({"a": f'<p><a href="{address}">a link</a></p>'}))
    _click_first_link(driver, qtbot)
    assert opened == [address]
    _assert_nothing_happened(driver)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:document.title='pwned'",
        "data:text/html,<p>elsewhere",
        "file:///etc/hostname",
        "ftp://example.org/",
        "app://preview/assets/a.html",
        "app://preview/",
        "smb://example.org/",
        "../sibling/",
    ],
)
def test_other_links_go_nowhere(driver, make_page, qtbot, opened, address):
    driver.load(make_page({"a": f'<p><a href="{address}">a link</a></p>'}))
    driver.ask("document.body.dataset.same = 'yes'")
    _click_first_link(driver, qtbot)
    assert opened == []
    assert driver.ask("document.body.dataset.same") == "yes"
    _assert_nothing_happened(driver)


def test_no_link_opens_a_window(driver, make_page, qtbot, opened, qapp):
    windows = len(qapp.topLevelWidgets())
    link = '<p><a href="https://example.org/" target="_blank">a link</a></p>'
    driver.load(make_page({"a": link}))
    _click_first_link(driver, qtbot, modifier=Qt.KeyboardModifier.ControlModifier)
    _click_first_link(driver, qtbot, button=Qt.MouseButton.MiddleButton)
    _click_first_link(driver, qtbot)
    assert len(qapp.topLevelWidgets()) == windows
    assert opened == ["https://example.org/"] * 3
    _assert_nothing_happened(driver)


def test_a_footnote_is_reached_within_the_page(driver, make_page, qtbot):
    blocks = {"a": '<p><a href="#n1">1</a></p>', "gap": '<div style="height: 3000px"></div>'}
    driver.load(make_page({**blocks, "n": '<p id="n1">A note</p>'}))
    _click_first_link(driver, qtbot)
    assert driver.ask("scrollY") > 1_000


_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0"
    "000003010100c9fe92ef0000000049454e44ae426082"
)


def _width_of_first_image(driver):
    return driver.ask("document.querySelector('img').naturalWidth")


def test_an_image_of_the_article_is_shown(driver, make_page, tmp_path):
    (tmp_path / "real.png").write_bytes(_PNG)
    driver.assets["a picture.png"] = tmp_path / "real.png"
    driver.load(make_page({"a": '<p><img alt="" src="assets/a picture.png"></p>'}))
    assert _width_of_first_image(driver) == 1


@pytest.mark.parametrize(
    "address",
    [
        "assets/other.png",
        "assets/../real.png",
        "assets/%2e%2e/real.png",
        "assets/sub/real.png",
        "assets//etc/hostname",
        "assets/page.html",
        "app://elsewhere/assets/real.png",
    ],
)
def test_nothing_but_the_images_of_the_article_is_served(driver, make_page, tmp_path, address):
    (tmp_path / "real.png").write_bytes(_PNG)
    driver.assets["page.html"] = tmp_path / "real.png"
    driver.load(make_page({"a": f'<p><img alt="" src="{address}"></p>'}))
    assert _width_of_first_image(driver) == 0
