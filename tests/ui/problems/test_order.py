from dataclasses import replace

import pytest

from found import WORD
from palmetto_editor.model.places import Place
from palmetto_editor.ui.problems.order import beside, in_order, step
from sample_articles import full

ARTICLE = full()
PLACES = [
    "metadata",
    "metadata.headline",
    "metadata.authors[0].name",
    "metadata.authors[1].name",
    "notice:3-5",
    "body",
    "body:4-8",
    "body:40-50",
    "faq",
    "faq[q1].question",
    "faq[q1].answer:2-3",
    "faq[q2].question",
    "tables[counts].rows[0][1]",
    "tables[counts].rows[1][0]",
    "references[wren2019].author[0].family",
    "references[wren2019].container-title",
    "references[dunlin2001].title",
    "publication.name",
]
FOUND = [replace(WORD, place=Place.parse(place)) for place in PLACES]


def places(findings):
    return [str(finding.place) for finding in findings]


def test_they_stand_as_the_parts_items_fields_and_words_do():
    assert places(in_order(FOUND[::-1], ARTICLE)) == PLACES


@pytest.mark.parametrize(
    ("here", "after", "before"),
    [
        ("body:5-5", "body:40-50", "body:4-8"),
        ("body:4-4", "body:40-50", "body"),
        ("faq[q1].answer:0-0", "faq[q1].answer:2-3", "faq[q1].question"),
        ("links", "publication.name", "references[dunlin2001].title"),
        ("metadata", "metadata.headline", "publication.name"),
        ("publication.name", "metadata", "references[dunlin2001].title"),
    ],
)
def test_the_walk_goes_on_from_where_the_writer_is(here, after, before):
    ordered, place = in_order(FOUND, ARTICLE), Place.parse(here)
    assert str(beside(ordered, place, ARTICLE).place) == after
    assert str(beside(ordered, place, ARTICLE, back=True).place) == before


def test_without_a_place_the_walk_begins_at_an_end():
    assert beside(FOUND, None, ARTICLE) == FOUND[0]
    assert beside(FOUND, None, ARTICLE, back=True) == FOUND[-1]
    assert beside((), Place("body"), ARTICLE) is None


def test_several_at_one_place_are_each_walked_to():
    twins = [replace(WORD, message=message) for message in ("One.", "Two.", "Three.")]
    assert step(twins, twins[0]) == twins[1]
    assert step(twins, twins[2]) == twins[0]
    assert step(twins, twins[0], back=True) == twins[2]
    assert step(twins, FOUND[0]) is None
