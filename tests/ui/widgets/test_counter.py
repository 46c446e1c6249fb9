import pytest

from palmetto_editor.ui.widgets.counter import TITLE, Measure, PixelCounter


def test_a_sentence_is_about_as_wide_as_in_arial(qapp):
    in_arial = 501  # px at 20 px: the sum of its advance widths in Arial
    width = Measure(20).width("Ghrelin and its receptor: how a receptor found its hormone")
    assert width == pytest.approx(in_arial, rel=0.06)


def test_line_ends_and_double_spaces_have_the_width_of_one(qapp):
    measure = Measure(14)
    assert measure.width(" a \n\n b ") == measure.width("a b")


def test_a_text_that_fits_is_told_in_pixels(qtbot):
    counter = PixelCounter(TITLE, "c")
    qtbot.addWidget(counter)
    counter.show_text("Ghrelin")
    width = Measure(20).width("Ghrelin")
    assert counter.label.text() == f"{width} of about 600 px"
    assert counter.label.property("role") == "hint"


def test_a_text_that_does_not_fit_says_so_in_words(qtbot):
    counter = PixelCounter(TITLE, "c")
    qtbot.addWidget(counter)
    counter.show_text("Ghrelin " * 20)
    assert counter.label.text().endswith("of about 600 px: may be cut")
    assert counter.label.property("role") == "over"
    assert "may be cut" in counter.accessibleName()
