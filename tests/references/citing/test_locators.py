import pytest

from palmetto_editor.references.citing.locators import parse, unbraced
from palmetto_editor.references.citing.pieces import Locator


@pytest.mark.parametrize(
    ("suffix", "label", "value", "rest"),
    [
        ("p. 3", "page", "3", ""),
        ("pp. 33-35, 38-39 and *passim*", "page", "33–35, 38–39", " and *passim*"),
        ("chap. 3", "chapter", "3", ""),
        ("{ii, A, D-Z}", "", "ii, A, D–Z", ""),
        ("{pp. iv, vi-xi, (xv)-(xvii)} with more", "page", "iv, vi–xi, (xv)–(xvii)", " with more"),
        ("3-5", "page", "3–5", ""),
        ("§ 3", "section", "3", ""),
        ("figure 3a", "figure", "3a", ""),
        ("chapters iv-vi", "chapter", "iv–vi", ""),
        ("p. xii.", "page", "xii", "."),
        ("Fig. S3; see too", "figure", "S3", "; see too"),
        ("vol. 2, p. 7", "volume", "2", ", p. 7"),
        ("p. 3a-b", "page", "3a–b", ""),
        ("p. 3-and more", "page", "3", "-and more"),
    ],
)
def test_a_locator_is_read_as_pandoc_reads_it(suffix, label, value, rest):
    assert parse(suffix) == (Locator(label, value), rest)


@pytest.mark.parametrize("suffix", ["with a suffix", "ii", "mild effect", "page", "", "part of it"])
def test_other_words_are_no_locator(suffix):
    assert parse(suffix) == (None, suffix)


def test_empty_braces_say_that_there_is_none():
    assert parse("{} 99 years later") == (None, " 99 years later")


def test_a_locator_is_words_again_for_a_style_without_one():
    assert unbraced("{ii, A} more") == "ii, A more"
    assert unbraced("pp. 3-5") == "pp. 3–5"
    assert unbraced("well-known") == "well-known"


def test_a_long_suffix_is_read_in_linear_time():
    assert parse("1, " * 600 + "x")[0] is not None
    assert parse("i" * 2_000)[0] is None
    assert parse("p. " + "iv-" * 600)[0] is not None


@pytest.mark.parametrize(
    ("language", "suffix", "label"),
    [
        ("de", "S. 3", "page"),
        ("de-AT", "Bde. 2-3", "volume"),
        ("fr", "§ 3", "paragraph"),
        ("de", "chap. 3", "chapter"),
        ("de", "pp. 3-5", "page"),
        ("hu", "s. 3", "line"),
        ("en-GB", "no. 4", "issue"),
        ("nb", "S. 3", "page"),
        ("xx", "p. 3", "page"),
        ("../de", "p. 3", "page"),
    ],
)
def test_labels_are_words_of_the_language_or_english(language, suffix, label):
    found, rest = parse(suffix, language)
    assert (found and found.label, rest) == (label, "")


@pytest.mark.parametrize("suffix", ["S. 3", "Kap. 4", "lıne 3", "c. 1900"])
def test_words_of_another_language_are_no_label(suffix):
    assert parse(suffix, "en") == (None, suffix)


def test_an_article_of_a_law_is_none_of_a_journal():
    assert parse("art. 3") == (Locator("article-locator", "3"), "")
