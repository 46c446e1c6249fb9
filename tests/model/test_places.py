import pytest

from palmetto_editor.model.places import Place

WRITTEN = [
    "metadata.headline",
    "metadata.authors[0].name",
    "faq[q2].answer",
    "tables[findings].rows[3][1]",
    "references[howard1996].container-title",
    "body:120-140",
    "faq[q1].answer:0-4",
    "notice",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_a_place_is_read_as_it_is_written(text):
    assert str(Place.parse(text)) == text


@pytest.mark.parametrize("text", ["", "Body", "faq[q1", "body:12", "body:a-b", "a b"])
def test_what_is_no_place_is_refused(text):
    with pytest.raises(ValueError, match="not a place"):
        Place.parse(text)


def test_steps_are_names_and_indices():
    assert Place.parse("tables[findings].rows[3][1]").steps == ("rows", 3, 1)
    assert Place.parse("metadata.authors[0].name").steps == ("authors", 0, "name")


def test_the_widget_of_a_place_has_no_item_and_no_index():
    assert Place.parse("faq[q2].answer:3-4").widget == "faq.answer"
    assert Place.parse("metadata.authors[0].name").widget == "metadata.authors.name"
    assert Place.parse("body:120-140").widget == "body"


def test_a_span_narrows_a_place_and_is_taken_off_again():
    place = Place("body")
    assert str(place.at(1, 5)) == "body:1-5"
    assert place.at(1, 5).whole() == place
