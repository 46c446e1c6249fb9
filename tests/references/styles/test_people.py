from __future__ import annotations

from dataclasses import replace

import pytest

from palmetto_editor.model.csl import Extension, Name
from references.styles.house import WORK, entry

ANNA, BO, CY = (
    Name(family=f, given=g) for f, g in [("Fitz", "Anna"), ("Gunn", "Bo"), ("Hale", "Cy")]
)
BERG = Name(family="Berg", given="Jan", non_dropping_particle="van den")


def written(attributes: str, *people: Name, options: str = "", inside: str = "") -> str:
    names = f'<names variable="author"><name {attributes}>{inside}</name></names>'
    return entry(names, replace(WORK, author=people), options=options)


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        ("", "Anna Fitz, Bo Gunn, Cy Hale"),
        ('and="text"', "Anna Fitz, Bo Gunn, and Cy Hale"),
        ('and="symbol" delimiter-precedes-last="never"', "Anna Fitz, Bo Gunn &amp; Cy Hale"),
        ('form="short" delimiter="; "', "Fitz; Gunn; Hale"),
        ('form="count"', "3"),
        ('name-as-sort-order="first"', "Fitz, Anna, Bo Gunn, Cy Hale"),
        (
            'name-as-sort-order="first" and="text" delimiter-precedes-last="after-inverted-name"',
            "Fitz, Anna, Bo Gunn and Cy Hale",
        ),
        ('name-as-sort-order="all" sort-separator=" "', "Fitz Anna, Gunn Bo, Hale Cy"),
        ('et-al-min="3" et-al-use-first="1"', "Anna Fitz et al."),
        ('et-al-min="3" et-al-use-first="2"', "Anna Fitz, Bo Gunn, et al."),
        (
            'et-al-min="3" et-al-use-first="2" delimiter-precedes-et-al="never"',
            "Anna Fitz, Bo Gunn et al.",
        ),
        ('et-al-min="3" et-al-use-first="1" et-al-use-last="true"', "Anna Fitz, … Cy Hale"),
        ('et-al-min="4" et-al-use-first="1"', "Anna Fitz, Bo Gunn, Cy Hale"),
    ],
)  # fmt: skip
def test_a_list_of_names_is_written_as_the_style_asks(attributes: str, shown: str) -> None:
    assert written(attributes, ANNA, BO, CY) == shown


@pytest.mark.parametrize(
    ("option", "inverted"),
    [
        ("never", "van den Berg, Jan"),
        ("sort-only", "van den Berg, Jan"),
        ("display-and-sort", "Berg, Jan van den"),
    ],
)
def test_a_particle_goes_where_the_style_puts_it(option: str, inverted: str) -> None:
    options = f'demote-non-dropping-particle="{option}"'
    assert written('name-as-sort-order="all"', BERG, options=options) == inverted
    assert written("", BERG, options=options) == "Jan van den Berg"


def test_suffixes_institutions_and_single_names() -> None:
    junior = replace(ANNA, suffix="Jr.")
    assert written("", junior, Name(literal="Sea Office"), Name(family="Saffron")) == (
        "Anna Fitz Jr., Sea Office, Saffron"
    )
    assert written('name-as-sort-order="all"', junior) == "Fitz, Anna, Jr."


def test_names_of_scripts_without_blanks_are_whole_and_in_their_order() -> None:
    assert written('initialize-with=". "', Name(family="欧阳", given="海晴")) == "欧阳海晴"


def test_a_part_of_a_name_has_its_own_format() -> None:
    part = '<name-part name="family" text-case="uppercase"/>'
    assert written("", ANNA, inside=part) == "Anna FITZ"


def test_a_cut_list_ends_in_et_al_however_short_it_is() -> None:
    names = '<names variable="author"><name/><et-al font-style="italic"/></names>'
    cut = replace(WORK, author=(ANNA,), palmetto=Extension(authors_truncated=True))
    assert entry(names, cut) == "Anna Fitz <i>et al.</i>"
