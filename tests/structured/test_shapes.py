import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmetto_editor.model.values import Article, Image, Metadata
from palmetto_editor.structured.shapes import MOST_PIXELS, lacking, offered, planned
from palmetto_editor.structured.site import Site

SITE = Site("https://example.org/a/", "https://example.org/a/", "https://example.org/")
SIDES = st.integers(1, 8_000)


def _article(*files):
    images = tuple(Image(id=f"i{number}", file=file) for number, file in enumerate(files))
    return Article(id="a", metadata=Metadata(image="i0"), images=images)


def _made(size, *files):
    return {made.name: (made.file, made.size) for made in planned(_article(*files), size)}


def test_the_image_is_offered_in_each_shape_that_it_has_not():
    assert _made((1200, 800), "tide.png") == {
        "16x9": ("tide-16x9.png", (1423, 800)),
        "4x3": ("tide-4x3.png", (1200, 900)),
        "1x1": ("tide-1x1.png", (1200, 1200)),
        "share": ("tide-share.png", (1524, 800)),
    }


@pytest.mark.parametrize(
    ("size", "name"),
    [((1600, 900), "16x9"), ((1600, 1225), "4x3"), ((997, 1000), "1x1"), ((1200, 630), "share")],
)
def test_a_shape_that_the_image_has_itself_is_not_made_again(size, name):
    assert {"16x9", "4x3", "1x1", "share"} - set(_made(size, "tide.png")) == {name}


@given(SIDES, SIDES)
def test_a_canvas_holds_the_image_whole_and_is_no_larger_than_its_shape_asks(width, height):
    for made in planned(_article("tide.png"), (width, height)):
        across, down = made.size
        assert across >= width
        assert down >= height
        assert width == across or height == down
        assert across * down <= MOST_PIXELS


@given(st.integers(40, 3_000), st.integers(40, 3_000))
def test_with_its_shapes_an_image_lacks_none(width, height):
    sizes = [made.size for made in planned(_article("tide.png"), (width, height))]
    assert lacking([(width, height), *sizes]) == []
    assert lacking([]) == ["16:9", "4:3", "1:1"]


@pytest.mark.parametrize(
    ("file", "made"),
    [
        ("a.b.gif", "a.b-1x1.png"),
        ("a.webp", "a-1x1.png"),
        ("a.avif", "a-1x1.png"),
        ("A.JPG", "A-1x1.jpg"),
        ("a.jpeg", "a-1x1.jpeg"),
        ("a.svg", "a-1x1.svg"),
    ],
)
def test_a_photo_stays_a_jpeg_and_a_drawing_an_svg(file, made):
    assert _made((1600, 900), file)["1x1"] == (made, (1600, 1600))


def test_link_previews_are_given_no_svg():
    assert "share" not in _made((1600, 900), "a.svg")


def test_no_name_of_an_image_is_taken():
    files = ("tide.png", "TIDE-4x3.png", "tide-4x3-2.png", "tide-1x1.jpg")
    made = _made((1600, 900), *files)
    assert made["4x3"][0] == "tide-4x3-3.png"
    assert made["1x1"][0] == "tide-1x1.png"


@pytest.mark.parametrize("file", ["", "png", ".png", "a.tif", "a.", "a.pdf"])
def test_what_cannot_be_put_on_a_canvas_gets_none(file):
    assert _made((1200, 800), file) == {}


def test_an_image_of_unknown_size_gets_none():
    assert _made(None, "tide.png") == {}


def test_a_canvas_of_too_many_pixels_is_not_planned_but_that_of_a_drawing_has_none():
    assert _made((9_000, 1_200), "wide.png") == {}
    assert set(_made((5_000, 2_500), "wide.png")) == {"16x9", "4x3", "share"}
    assert set(_made((90_000, 1_200), "wide.svg")) == {"16x9", "4x3", "1x1"}


def test_an_article_without_an_image_of_its_own_has_none():
    article = Article(id="a", images=(Image(id="i", file="tide.png"),))
    assert planned(article, (1200, 800)) == ()


def test_only_a_page_with_an_address_offers_shapes():
    sizes = {"tide.png": (1600, 900)}
    assert len(offered(_article("tide.png"), SITE, sizes)) == 3
    assert offered(_article("tide.png"), SITE, {}) == ()
    assert offered(_article("tide.png"), Site("urn:uuid:x", "", ""), sizes) == ()
