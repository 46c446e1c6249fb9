"""Words are found wherever a writer writes, and replaced as one step."""

import pytest

from effort import grows_with
from palmetto_editor.model.citing import texts as markdown
from palmetto_editor.model.edits import get
from palmetto_editor.model.search import MOST, Query, found, replace, replace_all, texts
from palmetto_editor.model.values import Article, Metadata, Question
from sample_articles import full


def spans(text, query):
    return [place.span for place in found(Article(id="a", body=text), query)]


@pytest.mark.parametrize(
    ("query", "stretches"),
    [
        (Query("tide"), ["tide", "Tide", "tide"]),
        (Query("Tide", case=True), ["Tide"]),
        (Query("tide", whole=True), ["tide", "Tide"]),
        (Query("the  tide"), ["The\nTide"]),
        (Query('it\'s "so"'), ["it’s “so”"]),
        (Query("(a.b)"), ["(a.b)"]),
        (Query("a "), ["A "]),
        (Query(" "), []),
        (Query(""), []),
        (Query("never"), []),
    ],
)
def test_what_is_looked_for_is_found(query, stretches):
    text = "A tide. The\nTide, tides; it’s “so” (a.b) (axb)."
    assert [text[slice(*span)] for span in spans(text, query)] == stretches


def test_every_text_is_at_the_place_where_it_is_said_to_be():
    article = full()
    assert all(get(article, place) == text for place, text in texts(article))
    assert {place for place, _ in markdown(article)} <= {place for place, _ in texts(article)}
    assert {place.part for place, _ in texts(article)} == {
        "metadata", "notice", "short_answer", "body", "faq", "tables", "references", "links",
        "images", "disclaimer",
    }  # fmt: skip


def test_one_place_is_replaced_and_no_other():
    article = Article(id="a", faq=(Question(id="q1", question="Why tides?"), Question(id="q2")))
    (place,) = found(article, Query("tides"))
    assert str(place) == "faq[q1].question:4-9"
    changed = replace(place, "waves").apply(article)
    assert [one.question for one in changed.faq] == ["Why waves?", ""]
    assert changed.faq[1] is article.faq[1]


def test_all_places_are_replaced_in_one_step_and_to_the_letter():
    article = Article(
        id="a", metadata=Metadata(headline="Tides", keywords=("tide", "x")), body="tide, tide"
    )
    edit, count = replace_all(article, Query("tide"), r"\1 tide")
    changed = edit.apply(article)
    assert (changed.metadata.headline, changed.metadata.keywords) == (
        r"\1 tides",
        (r"\1 tide", "x"),
    )
    assert (changed.body, count) == (r"\1 tide, \1 tide", 4)


def test_where_nothing_is_found_nothing_is_replaced():
    assert replace_all(full(), Query("never to be found"), "x") == (None, 0)
    assert replace_all(full(), Query(""), "x") == (None, 0)


def test_a_letter_that_is_everywhere_is_told_so_often_and_replaced_everywhere():
    article = Article(id="a", body="e " * (MOST + 5))
    assert len(found(article, Query("e"))) == MOST
    assert replace_all(article, Query("e"), "a")[1] == MOST + 5


@pytest.mark.parametrize("words", ["a a", "a  b", " b", "a'"])
def test_the_search_grows_with_the_text(words):
    query = Query(words, whole=True)
    assert grows_with(lambda n: spans("a " * 200 * n + " " * 200 * n, query), 10)
