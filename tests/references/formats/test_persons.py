"""Names of libraries: people, institutions, and lists that are cut."""

from __future__ import annotations

import pytest

from palmetto_editor.model.csl import Name
from palmetto_editor.references.formats.bib_names import people
from palmetto_editor.references.formats.persons import persons


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ferrand, Lucie", Name(family="Ferrand", given="Lucie")),
        ("Smith, John A., Jr.", Name(family="Smith", given="John A.", suffix="Jr.")),
        ("Smith, John A Jr", Name(family="Smith", given="John A", suffix="Jr")),
        ("van der Meer, Jan", Name(family="Meer", given="Jan", non_dropping_particle="van der")),
        ("Smith J", Name(family="Smith", given="J")),
        ("Lark Study Group,", Name(literal="Lark Study Group")),
        (
            "Department of Larks, Finches, and Wrens,",
            Name(literal="Department of Larks, Finches, and Wrens"),
        ),
        ("World Health Organization", Name(literal="World Health Organization")),
        ("WHO", Name(literal="WHO")),
        ("Lucie Ferrand", Name(family="Ferrand", given="Lucie")),
    ],
)
def test_a_name_on_a_line_is_read(text: str, name: Name) -> None:
    assert persons([text]).names == (name,)


def test_et_al_on_a_line_or_behind_a_name_cuts_the_list() -> None:
    assert persons(["Ferrand, L", "et al."]).truncated
    listed = persons(["Ferrand L et al."])
    assert listed.truncated
    assert listed.names == (Name(family="Ferrand", given="L"),)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Jean de La Fontaine",
            [Name(family="La Fontaine", given="Jean", non_dropping_particle="de")],
        ),
        ("Smith, Jr., John", [Name(family="Smith", given="John", suffix="Jr.")]),
        ("{Simon and Schuster}", [Name(literal="Simon and Schuster")]),
        ("{\\'A}lvarez, {Jos{\\'e}}", [Name(family="Álvarez", given="José")]),
        (
            "family=Ickx, given=Johan, prefix=van den",
            [Name(family="Ickx", given="Johan", non_dropping_particle="van den")],
        ),
        (
            r"Doe, J and \'Alvarez, B and \v{S}im{\'\i}k, Z and \O{}rsted, H and \v Cern\'y, K",
            [
                Name(family="Doe", given="J"),
                Name(family="Álvarez", given="B"),
                Name(family="Šimík", given="Z"),
                Name(family="Ørsted", given="H"),
                Name(family="Černý", given="K"),
            ],
        ),
        (
            r"Nu\~nez, N and Ib\'a\~{n}ez, C",
            [Name(family="Nuñez", given="N"), Name(family="Ibáñez", given="C")],
        ),
        ("{Fish and Chips} and A", [Name(literal="Fish and Chips"), Name(family="A")]),
        ("{A and B", [Name(family="A"), Name(family="B")]),
        ("Doe, John, Jr.", [Name(family="Doe", given="John", suffix="Jr.")]),
        ("Smith J, Doe A", [Name(family="Smith", given="J"), Name(family="Doe", given="A")]),
        ("A and B", [Name(family="A"), Name(family="B")]),
    ],
)
def test_names_of_bibtex_are_read(text: str, names: list[Name]) -> None:
    assert list(people(text)[0].names) == names


@pytest.mark.parametrize("cut", [" and others", " and et al.", " et al.", " and {others}"])
def test_others_is_nobody_s_name(cut: str) -> None:
    listed, _ = people(f"Ferrand, Lucie{cut}")
    assert listed.truncated
    assert listed.names == (Name(family="Ferrand", given="Lucie"),)
