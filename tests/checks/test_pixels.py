"""How wide a text is in a search result."""

from palmetto_editor.checks.pixels import TITLE, fitting, width


def test_letters_have_the_widths_of_arial():
    sample = "The quick brown fox jumps over a lazy dog, 0123456789 times."
    assert abs(width(sample, 100) - 2801) <= 1
    title = "Ghrelin and its receptor: how a receptor found its hormone"
    assert width(title, 20) == 517  # the sum of the advances in Liberation Sans


def test_white_space_is_folded_and_other_scripts_are_wide():
    assert width("a  b\n", 20) == width("a b", 20)
    assert width("潮", 20) == 20


def test_whole_words_are_kept_as_long_as_they_fit():
    kept = fitting("Sandpipers " * 20, TITLE)
    assert kept == " ".join(["Sandpipers"] * 5)
    assert width(kept, TITLE.size) <= TITLE.width
