import pytest

from palmetto_editor.checks.contrast.colours import Colour, contrast, parse

BLACK, WHITE = Colour(0, 0, 0), Colour(1, 1, 1)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#fff", 21), ("#777", "#fff", 4.48), ("#767676", "#fff", 4.54), ("red", "red", 1)],
)
def test_contrast_is_what_wcag_computes(one, other, ratio):
    assert contrast(parse(one), parse(other)) == pytest.approx(ratio, abs=0.005)


def test_a_thin_colour_is_seen_over_its_ground():
    assert str(parse("rgb(0 0 0 / 50%)").over(WHITE)) == "#808080"
    assert str(parse("hsl(0 100% 50%)")) == "#ff0000"


@pytest.mark.parametrize("text", ["currentcolor", "inherit", "no colour", "var(--a)"])
def test_what_is_no_colour_is_none(text):
    assert parse(text) is None
