import pytest

from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article, Metadata
from palmetto_editor.structured.addresses import canonical_url, is_absolute, is_page, is_slug


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c#d",
        "HTTPS://EXAMPLE.ORG/",
        "https://[::1]/",
        "https://bücher.example/ä",
    ],
)
def test_an_absolute_address_is_one(text):
    assert is_absolute(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/notes/",
        "example.org",
        "//example.org/",
        "https://",
        "https:///path",
        "https://exa mple.org/",
        "https://example.org/a b",
        'https://example.org/"onload=',
        "https://example.org:port/",
        "https://[::1/",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "https://example.org/\u2028",
    ],
)
def test_anything_else_is_none(text):
    assert not is_absolute(text)


def test_the_address_of_a_page_has_no_fragment():
    assert is_page("https://example.org/a")
    assert not is_page("https://example.org/a#b")


@pytest.mark.parametrize(
    ("slug", "good"), [("a-b2", True), ("A", False), ("a--b", False), ("", False)]
)
def test_a_slug_is_small_letters_and_digits(slug, good):
    assert is_slug(slug) is good


def _url(canonical="", slug="tides", base="https://example.org/notes/"):
    metadata = Metadata(canonical_url=canonical, slug=slug)
    return canonical_url(Article(id="a", metadata=metadata), Publication(base_url=base))


def test_the_slug_stands_below_the_publication():
    assert _url() == "https://example.org/notes/tides/"


def test_a_missing_final_stroke_is_added():
    assert _url(base="https://example.org/notes") == "https://example.org/notes/tides/"


def test_what_the_writer_typed_goes_first():
    assert _url("https://example.net/t.html") == "https://example.net/t.html"


@pytest.mark.parametrize("typed", ["tides/", "https://example.org/#tides", "javascript:x"])
def test_a_typed_address_that_is_none_does_not_count(typed):
    assert _url(typed) == "https://example.org/notes/tides/"


@pytest.mark.parametrize("wrong", [{"base": ""}, {"base": "notes/"}, {"slug": "a b"}, {"slug": ""}])
def test_without_an_address_there_is_none(wrong):
    assert _url(**wrong) == ""
