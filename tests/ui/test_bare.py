import os
import subprocess
import sys

import pytest

from palmetto_editor.session.settings import Settings, store
from palmetto_editor.ui import bare, style
from palmetto_editor.ui.window import MainWindow


@pytest.mark.parametrize(("ours", "theirs"), [(bare.LIGHT, style.LIGHT), (bare.DARK, style.DARK)])
def test_the_bare_window_has_the_colours_that_the_forms_will_have(ours, theirs):
    assert ours == tuple(colour.name() for colour in (theirs.surface, theirs.field, theirs.border))


@pytest.mark.parametrize("scheme", ["light", "dark", "system"])
def test_a_window_is_painted_before_anything_is_in_it(qtbot, scheme):
    window = MainWindow(Settings(colours=scheme, window=[900, 700]))
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.bare_painted):
        window.show()
    assert (window.width(), window.height()) == (900, 700)
    shown = window.grab().toImage()
    divider, ground = shown.pixelColor(240, 300), shown.pixelColor(100, 690)
    assert divider != ground
    if scheme != "system":
        assert ground.name() == getattr(bare, scheme.upper())[0]


def test_a_low_window_leaves_more_to_the_text():
    assert bare.below(1_200) == bare.below(900) > bare.below(800) > bare.below(700) == 120


def test_a_window_is_no_larger_than_the_screen(qtbot):
    window = MainWindow(Settings(window=[9_000, 700]))
    qtbot.addWidget(window)
    assert window.width() == window.screen().availableSize().width()
    assert window.height() == 700
    high = MainWindow(Settings(window=[900, 7_000]))
    qtbot.addWidget(high)
    assert 700 < high.height() < high.screen().availableSize().height(), "room for its title"


def test_a_bare_window_closes(qtbot):
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    window.show()
    assert window.close()


def test_the_first_paint_waits_for_little():
    code = (
        "import sys; from palmetto_editor.app import main; main(['--exit-after=window']);"
        "print([name for name in sys.modules if name.startswith('palmetto_editor.')])"
    )
    done = subprocess.run(  # noqa: S603  (our own program)
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "palmetto_editor.ui.window" in done.stdout
    assert "palmetto_editor.model" not in done.stdout
    assert "palmetto_editor.ui.style" not in done.stdout


def test_a_window_that_was_maximized_opens_so(tmp_path):
    store(Settings(maximized=True), tmp_path / "settings.json")
    code = (
        "from palmetto_editor.app import application, main; main(['--exit-after=window']);"
        "print([window.isMaximized() for window in application().topLevelWidgets()])"
    )
    done = subprocess.run(  # noqa: S603  (our own program)
        [sys.executable, "-c", code],
        env={**os.environ, "PALMETTO_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[True]\n"
