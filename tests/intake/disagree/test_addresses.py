import pytest

from palmetto_editor.intake.manuscript import Piece
from palmetto_editor.model.values import Image, Metadata

HERE = "https://example.org/tides/"


@pytest.fixture
def at(claim):
    def make(side, value, origin=""):
        return claim(side, "canonical_url", value, origin=origin)

    return make


def test_another_address_is_an_error(at, draft, found):
    made = draft(at("head", "https://example.org/ebb/", "og:url"), at("head", HERE, "canonical"))
    (one,) = found(made)
    assert (one.rule, one.severity) == ("intake.canonical", "error")
    assert (one.page, one.markup) == (HERE, "https://example.org/ebb/")
    assert one.page_edit.apply(made.article).metadata.canonical_url == HERE


@pytest.mark.parametrize(
    "other",
    [HERE, "https://EXAMPLE.org/tides/", f"{HERE}#article", "https://example.org:443/tides/"],
)
def test_the_same_address_is_no_finding(at, draft, rules, other):
    assert rules(draft(at("head", HERE, "canonical"), at("markup", other))) == []


@pytest.mark.parametrize(
    "other",
    ["https://example.org/tides", "http://example.org/tides/", "https://www.example.org/tides/"],
)
def test_a_slash_or_a_scheme_is_a_note(at, draft, found, other):
    (one,) = found(draft(at("head", HERE, "canonical"), at("markup", other)))
    assert (one.rule, one.severity) == ("intake.canonical", "advice")


def test_what_is_no_whole_address_is_not_compared(at, draft, rules):
    assert rules(draft(at("head", HERE), at("markup", "/tides/"), at("markup", "http://[x/"))) == []


def test_another_image_in_the_markup(claim, draft, found):
    head = claim("head", "image", "https://example.org/beach-1200x630.jpg")
    images = (Image(id="beach", file="beach.jpg"), Image(id="moon", file="moon.png"))
    made = draft(head, claim("markup", "image", "https://example.org/moon.png"), images=images)
    (one,) = found(made)
    assert one.rule == "intake.image"
    assert one.page_edit.apply(made.article).metadata.image == "beach"
    assert one.markup_edit.apply(made.article).metadata.image == "moon"


@pytest.mark.parametrize(
    "other",
    [
        "https://cdn.example.net/a/beach.webp?w=1200",
        "https://example.org/beach-1024x683.jpg",
        "https://example.org/beach-scaled.jpg",
        "beach@2x.jpg",
    ],
)
def test_another_size_of_an_image_is_the_same(claim, draft, rules, other):
    head = claim("head", "image", "https://example.org/beach.jpg")
    assert rules(draft(head, claim("markup", "image", other))) == []


def test_an_image_that_the_page_shows_is_no_finding(claim, draft, rules):
    head = claim("head", "image", "https://example.org/card.png")
    figure = Piece(kind="figure", file="img/beach.jpg")
    markup = claim("markup", "image", "https://example.org/beach.jpg")
    assert rules(draft(head, markup, shown=[figure])) == []


@pytest.mark.parametrize(
    ("one", "other"), [("en", "en-US"), ("en-US", "en_us"), ("de-DE", "de"), ("zh-Hans", "zh-CN")]
)
def test_a_language_more_exactly_is_no_finding(claim, draft, rules, one, other):
    made = draft(claim("head", "language", one), claim("markup", "language", other))
    assert rules(made) == []


@pytest.mark.parametrize(
    ("one", "other"), [("en", "de"), ("en-GB", "en_US"), ("zh-Hans", "zh-Hant")]
)
def test_another_language_is_found(claim, draft, found, one, other):
    made = draft(
        claim("markup", "language", other),
        claim("head", "language", one, origin="html lang"),
        metadata=Metadata(language=one),
    )
    (only,) = found(made)
    assert (only.rule, only.page, only.markup) == ("intake.language", one, other)
    assert only.markup_edit.apply(made.article).metadata.language == other.replace("_", "-")


def test_a_language_in_words_is_not_compared(claim, draft, rules):
    made = draft(claim("head", "language", "en"), claim("markup", "language", "English"))
    assert rules(made) == []


@pytest.mark.parametrize("shape", ["share", "16x9", "4x3", "1x1", "share-2", "1200x630"])
def test_a_picture_in_another_shape_is_the_same(shape, claim, draft, rules):
    head = claim("head", "image", f"https://example.org/beach-{shape}.png")
    assert rules(draft(head, claim("markup", "image", "https://example.org/beach.png"))) == []


def test_a_picture_asked_from_a_program_is_the_same(claim, draft, rules):
    head = claim("head", "image", "https://example.org/beach.jpg")
    other = "https://example.org/_next/image?url=%2Fbeach.jpg&w=640&q=75"
    assert rules(draft(head, claim("markup", "image", other))) == []


def test_another_picture_from_a_program_is_another(claim, draft, rules):
    head = claim("head", "image", "https://example.org/beach.jpg")
    other = "https://example.org/_next/image?url=%2Fmoon.jpg&w=640&q=75"
    assert rules(draft(head, claim("markup", "image", other))) == ["intake.image"]
