import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.model.csl import Name
from palmetto_editor.references.names import read_names


def _pairs(text):
    return [(name.family, name.given) for name in read_names(text).names]


@pytest.mark.parametrize(
    "text",
    [
        "Muccioli G, Ghigo E",
        "Muccioli G; Ghigo E",
        "Muccioli, G., Ghigo, E.",
        "Muccioli, G.; Ghigo, E.",
        "Muccioli G and Ghigo E",
        "Muccioli G & Ghigo E",
        "Muccioli G1,2, Ghigo E3*",
        "Muccioli G\nGhigo E.",
    ],
)
def test_one_list_in_many_hands_is_read_alike(text):
    assert [(family, given[0]) for family, given in _pairs(text)] == [
        ("Muccioli", "G"),
        ("Ghigo", "E"),
    ]


def test_given_names_may_stand_first():
    assert _pairs("Giampiero Muccioli, Ezio Ghigo") == [
        ("Muccioli", "Giampiero"),
        ("Ghigo", "Ezio"),
    ]


def test_a_particle_belongs_to_the_family_name():
    assert _pairs("van der Lely AJ, Aart Jan van der Lely") == [
        ("van der Lely", "AJ"),
        ("van der Lely", "Aart Jan"),
    ]


@pytest.mark.parametrize("end", [", et al.", " et al", ", and others", "; et al."])
def test_a_list_that_is_cut_says_so(end):
    read = read_names(f"Muccioli G{end}")
    assert [name.family for name in read.names] == ["Muccioli"]
    assert read.truncated


def test_a_whole_list_is_not_called_cut():
    assert not read_names("Alonso G, Etal E").truncated


def test_one_pasted_family_and_given_name_is_one_person():
    assert _pairs("Ghigo, E") == [("Ghigo", "E")]


def test_a_single_word_is_a_family_name():
    assert read_names("Ghigo").names == (Name(family="Ghigo"),)


def test_nothing_gives_no_names():
    assert read_names(" \n").names == ()


@examples(80)
@given(st.text())
def test_any_text_is_read_without_complaint(text):
    assert all(name.family for name in read_names(text).names)
