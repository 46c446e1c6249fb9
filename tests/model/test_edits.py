import pytest

from palmetto_editor.model import edits
from palmetto_editor.model.csl import Name, Reference
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Author, Metadata, Question, Table

ARTICLE = Article(
    id="a",
    metadata=Metadata(authors=(Author(name="One"), Author(name="Two"))),
    body="one two three",
    faq=(Question(id="q1", question="Why?"), Question(id="q2"), Question(id="q3")),
    references=(Reference(id="k", author=(Name(family="Howard"),), container_title="Science"),),
)


def at(text):
    return Place.parse(text)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("metadata.headline", "A headline"),
        ("metadata.authors[1].name", "Three"),
        ("notice", "For research."),
        ("faq[q2].answer", "Because."),
        ("references[k].container-title", "Nature"),
        ("references[k].author[0].family", "Kojima"),
    ],
)
def test_what_is_put_at_a_place_is_found_there(place, value):
    assert edits.get(edits.put(at(place), value).apply(ARTICLE), at(place)) == value


def test_an_edit_that_changes_nothing_gives_the_very_same_article():
    for edit in (
        edits.put(at("faq[q1].question"), "Why?"),
        edits.type_text(at("body"), ARTICLE.body),
        edits.splice(at("body"), 3, 3, ""),
        edits.move("faq", "q1", 0),
    ):
        assert edit.apply(ARTICLE) is ARTICLE


def test_an_edit_leaves_the_other_parts_the_same_objects():
    after = edits.put(at("faq[q1].answer"), "x").apply(ARTICLE)
    change = edits.Change(ARTICLE, after, at("faq[q1].answer"))
    assert change.touches("faq")
    assert not change.touches("body", "metadata", "references")
    assert after.faq[1] is ARTICLE.faq[1]


def test_a_splice_replaces_a_span():
    assert edits.splice(at("body"), 4, 7, "2").apply(ARTICLE).body == "one 2 three"


def test_items_are_inserted_moved_and_removed():
    ids = lambda article: [q.id for q in article.faq]  # noqa: E731
    assert ids(edits.insert("faq", Question(id="q9"), 1).apply(ARTICLE)) == ["q1", "q9", "q2", "q3"]
    assert ids(edits.move("faq", "q3", 0).apply(ARTICLE)) == ["q3", "q1", "q2"]
    assert ids(edits.move("faq", "q1", 99).apply(ARTICLE)) == ["q2", "q3", "q1"]
    assert ids(edits.remove("faq", "q2").apply(ARTICLE)) == ["q1", "q3"]


def test_a_fresh_id_is_one_that_no_item_bears_in_any_case():
    assert edits.fresh_id("q", ARTICLE.faq) == "q4"
    assert edits.fresh_id("q", (*ARTICLE.faq, Question(id="Q5"))) == "q6"


def test_a_place_without_its_item_is_an_error():
    with pytest.raises(KeyError):
        edits.put(at("faq[gone].answer"), "x").apply(ARTICLE)


def test_two_edits_are_one_step():
    both = edits.both(edits.put(at("notice"), "n"), edits.insert("tables", Table(id="t")))
    after = both.apply(ARTICLE)
    assert (after.notice, after.tables[0].id) == ("n", "t")
