import pytest

from palmetto_editor.intake.disagree.names import is_name, is_team, listed, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Wren", "ada  wren"),
        ("Dr. Ada Wren, MD", "Ada Wren"),
        ("Prof. Dr. Ada Wren", "Ada Wren"),
        ("Ada Wren, Ph.D., RN", "Ada Wren"),
        ("Ada Wren PhD", "Ada Wren"),
        ("By Ada Wren", "Ada Wren"),
        ("Wren, Ada", "Ada Wren"),
        ("A. Wren", "Ada Wren"),
        ("Ada B. Wren", "Ada Wren"),
        ("José Ruiz", "Jose Ruiz"),
        ("Ada Wren (Editor)", "Ada Wren"),
        ("The Shore Team", "The Shore Team"),
    ],
)
def test_one_person_in_two_spellings(one, other):
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Wren", "Bo Wren"),
        ("Ada Wren", "Ada Crane"),
        ("Ada Wren", "The Shore Team"),
        ("Shore Team", "Station Team"),
        ("B. Wren", "Ada Wren"),
        ("", ""),
    ],
)
def test_two_people(one, other):
    assert not same_name(one, other)


def test_names_in_one_text_are_told_apart():
    assert listed("Ada Wren and Bo Li; Cy Fox") == ("Ada Wren", "Bo Li", "Cy Fox")
    assert listed("Research and Development Team") == ("Research and Development Team",)


def test_a_team_is_no_person():
    assert is_team("Palmetto Editorial Team")
    assert not is_team("Ada Wren")


def test_addresses_and_handles_are_no_names():
    assert not is_name("https://www.facebook.com/wren")
    assert not is_name("@wren")
    assert is_name("Ada Wren")
