import pytest

from palmetto_editor.model.publication import Publication, Publisher
from palmetto_editor.model.values import Article, Image, Metadata
from palmetto_editor.structured.images import images, logo, shaped
from palmetto_editor.structured.shapes import planned
from palmetto_editor.structured.site import Site

ONE = Image(id="one", file="a plan.png", alt="Plan", caption="**Plan**", credit="Ada")
TWO = Image(id="two", file="b.png", alt="B")
SITE = Site("https://example.org/a/", "https://example.org/a/", "https://example.org/")


def _images(site=SITE, captions=None, sizes=None, **metadata):
    article = Article(id="a", metadata=Metadata(**metadata), images=(ONE, TWO))
    return images(article, site, captions or {}, sizes or {})


def test_an_image_that_the_page_shows_has_its_address_size_and_visible_caption():
    found = _images(captions={"one": "Plan"}, sizes={"a plan.png": (1200, 675)})
    assert list(found) == ["one"]
    node = found["one"]
    assert node["url"] == "https://example.org/a/assets/a%20plan.png"
    assert (node["width"]["value"], node["height"]["value"]) == (1200, 675)
    assert (node["caption"], node["creditText"]) == ("Plan", "Ada")


def test_the_article_s_own_image_is_there_without_being_placed_and_without_a_caption():
    node = _images(image="one")["one"]
    assert not {"caption", "creditText", "width"} & node.keys()


def test_an_image_that_nobody_sees_is_left_out():
    assert _images() == {}


@pytest.mark.parametrize(
    ("canonical", "address"),
    [
        ("https://example.org/a/", "https://example.org/a/assets/b.png"),
        ("https://example.org/a.html", "https://example.org/assets/b.png"),
    ],
)
def test_an_image_is_where_a_browser_looks_for_it(canonical, address):
    assert _images(Site(canonical, canonical, ""), {"two": ""})["two"]["url"] == address


def test_without_an_address_of_the_page_there_is_no_image():
    assert _images(Site("urn:uuid:x", "", ""), {"two": ""}) == {}


def test_its_shapes_bear_its_caption_and_credit_and_are_named_after_it():
    article = Article(id="a", metadata=Metadata(image="one"), images=(ONE, TWO))
    node = _images(captions={"one": "Plan"}, sizes={"a plan.png": (1200, 675)})["one"]
    shapes = shaped(node, "one", planned(article, (1200, 675)), SITE)
    assert [shape["@id"] for shape in shapes] == [
        "https://example.org/a/#/schema/image-4x3/one",
        "https://example.org/a/#/schema/image-1x1/one",
    ]
    assert shapes[0]["contentUrl"] == "https://example.org/a/assets/a%20plan-4x3.png"
    assert (shapes[0]["width"]["value"], shapes[0]["height"]["value"]) == (1200, 900)
    assert (shapes[0]["caption"], shapes[0]["creditText"]) == ("Plan", "Ada")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("logo.png", "https://example.org/logo.png"),
        ("https://cdn.example.net/l.svg", "https://cdn.example.net/l.svg"),
        ("javascript:x", None),
        ("", None),
    ],
)
def test_a_logo_is_an_address_or_a_path_below_the_publication(written, address):
    made = logo(Publication(publisher=Publisher(logo=written)), SITE)
    assert (made and made["url"]) == address
