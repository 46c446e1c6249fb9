from PySide6.QtWidgets import QPushButton

from palmetto_editor.ui.banner import Banner


def buttons(banner):
    return {b.text(): b for b in banner.findChildren(QPushButton) if not b.isHidden()}


def test_an_offer_acts_once_and_closes(qtbot):
    banner, done = Banner(), []
    qtbot.addWidget(banner)
    banner.say("Set the date?", [("Set it", lambda: done.append(1))])
    assert banner.words == "Set the date?"
    buttons(banner)["Set it"].click()
    assert done == [1]
    assert banner.words == ""


def test_not_now_does_nothing(qtbot):
    banner, done = Banner(), []
    qtbot.addWidget(banner)
    banner.say("Set the date?", [("Set it", lambda: done.append(1))])
    buttons(banner)["Not now"].click()
    assert done == []
    assert banner.words == ""
