import pytest

from palmetto_editor.structured.language import is_tag, tag_of


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "en-US",
        "de-CH-1996",
        "zh-Hant",
        "zh-Hant-TW",
        "sl-rozaj-biske",
        "es-419",
        "en-US-x-twain",
        "de-DE-u-co-phonebk",
    ],
)
def test_a_bcp_47_tag_is_one(tag):
    assert is_tag(tag)


@pytest.mark.parametrize(
    "tag",
    ["", "e", "en_US", "english language", "English", "en-", "-en", "x-own", "en--US", "abcd"],
)
def test_anything_else_is_none(tag):
    assert not is_tag(tag)


def test_what_is_typed_is_a_tag_or_no_language():
    assert (tag_of(" en-US\n"), tag_of("English")) == ("en-US", "")
