import pytest

from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Question
from palmetto_editor.ui.problems.names import Names
from sample_articles import full


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("body", "Body"),
        ("body:10-20", "Body · What was counted"),
        ("short_answer", "Short answer"),
        ("metadata.canonical_url", "Metadata › canonical address"),
        ("metadata.authors[1].job_title", "Metadata › authors 2 › job title"),
        ("faq[q3].answer", "FAQ › Do they sleep? › answer"),
        ("tables[counts].rows[1][0]:0-4", "Tables › Birds counted in each hour › row 2 › column 1"),
        ("tables[counts].columns[1].label", "Tables › Birds counted in each hour › column 2"),
        ("references[wren2019].container-title", "References › wren2019 › journal or book"),
        ("publication.base_url", "Publication › base url"),
        ("faq[gone].answer", "FAQ › gone › answer"),
        ("nowhere[x]", "nowhere › x"),
    ],
)
def test_a_place_is_called_as_a_writer_calls_it(place, words):
    assert Names(full()).of(Place.parse(place)) == words


def test_long_words_are_cut_and_empty_ones_counted():
    names = Names(Article(id="a", faq=(Question(id="q1"), Question(id="q2", question="w" * 99))))
    assert names.of(Place("faq", "q1")) == "FAQ › question 1"
    assert names.of(Place("faq", "q2")) == f"FAQ › {'w' * 31}…"
