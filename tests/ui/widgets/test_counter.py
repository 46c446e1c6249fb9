from palmetto_editor.checks.pixels import width
from palmetto_editor.ui.widgets.counter import TITLE, PixelCounter


def test_a_text_that_fits_is_told_in_pixels(qtbot):
    counter = PixelCounter(TITLE, "c")
    qtbot.addWidget(counter)
    counter.show_text("Ghrelin")
    assert counter.label.text() == f"{width('Ghrelin', TITLE.size)} of about 600 px"
    assert counter.label.property("role") == "hint"


def test_a_text_that_does_not_fit_says_so_in_words(qtbot):
    counter = PixelCounter(TITLE, "c")
    qtbot.addWidget(counter)
    counter.show_text("Ghrelin " * 20)
    assert counter.label.text().endswith("of about 600 px: may be cut")
    assert counter.label.property("role") == "over"
    assert "may be cut" in counter.accessibleName()
