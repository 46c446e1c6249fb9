import pytest

from palmetto_editor.intake.recognise import people


def test_names_are_parted_at_commas_and_and() -> None:
    assert [a.name for a in people.read("Ada Wren, Bo Li and Cy Dunlin")] == [
        "Ada Wren",
        "Bo Li",
        "Cy Dunlin",
    ]


def test_credentials_are_titles_and_no_names() -> None:
    wren, li = people.read("Ada Wren, MD, PhD and Bo Li, Senior Editor")
    assert (wren.name, wren.job_title) == ("Ada Wren", "MD, PhD")
    assert (li.name, li.job_title) == ("Bo Li", "Senior Editor")


def test_what_stands_before_a_name_is_none_of_it() -> None:
    assert people.read("Dr. Ada Wren")[0].name == "Ada Wren"


@pytest.mark.parametrize("name", ["The Shore Research Team", "Gull Inc.", "Institute of Tides"])
def test_words_tell_an_organisation(name: str) -> None:
    assert people.read(name)[0].kind == "organization"


@pytest.mark.parametrize("text", ["It rains today.", "growth", "Why Gulls?", "Chapter 12 Begins"])
def test_a_sentence_is_no_name(text: str) -> None:
    assert not people.is_name(text)


def test_titles_do_not_make_another_person() -> None:
    assert people.same("Dr. Ada Wren", "ada wren, PhD")
    assert not people.same("Ada Wren", "Ada Li")


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Eva Nacht, Ringer", [("Eva Nacht", "Ringer")]),
        ("Eva Nacht, Ringer, and Tom Lee", [("Eva Nacht", "Ringer"), ("Tom Lee", "")]),
        ("Eva Nacht and Madonna", [("Eva Nacht", ""), ("Madonna", "")]),
        ("Nacht, Eva", [("Nacht", ""), ("Eva", "")]),
    ],
)
def test_a_word_behind_a_whole_name_and_a_comma_is_what_its_bearer_does(line, read):
    assert [(author.name, author.job_title) for author in people.read(line)] == read
