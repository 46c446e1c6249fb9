from __future__ import annotations

from dataclasses import replace

import pytest

from palmetto_editor.model.csl import Name
from palmetto_editor.references.styles.scope import Place
from references.styles.house import WORK, entry, house

NOBODY = replace(WORK, author=())


@pytest.mark.parametrize(
    ("layout", "shown"),
    [
        ('<text variable="title" prefix="(" suffix=")"/>', "(Sleep in the hare)"),
        ('<text variable="genre" prefix="(" suffix=")"/>', ""),
        ('<text value="Palmetto"/>', "Palmetto"),
        ('<text term="et-al" strip-periods="true"/>', "et al"),
        ('<number variable="volume" form="ordinal"/>', "12th"),
        ('<label variable="page" form="short"/>', "pp."),
        ('<label variable="issue"/>', ""),
        ('<text variable="container-title" font-weight="bold"/>', "<b>Field Notes</b>"),
        ('<text variable="page-first"/>', "101"),
    ],
)
def test_an_element_shows_what_it_stands_for(layout: str, shown: str) -> None:
    assert entry(layout) == shown


def test_a_group_says_nothing_where_all_its_variables_are_empty() -> None:
    group = '<group delimiter=" "><text term="in"/><text variable="{}"/></group>'
    assert entry(group.format("container-title")) == "in Field Notes"
    assert entry(group.format("genre")) == ""


def test_what_a_branch_gives_is_parted_by_the_delimiter_of_the_group() -> None:
    branch = '<choose><if variable="title"><text variable="volume"/><text value="x"/></if></choose>'
    assert entry(f'<group delimiter=", "><text value="a"/>{branch}</group>') == "a, 12, x"


def test_a_macro_that_says_something_keeps_its_group() -> None:
    term = '<text term="no date" form="short"/>'
    macro = f'<macro name="when"><choose><else>{term}</else></choose></macro>'
    group = '<group delimiter=";"><text macro="when"/><text variable="genre"/></group>'
    assert entry(group, macros=macro) == "n.d."


def test_what_stands_for_missing_names_is_not_said_again() -> None:
    names = '<names variable="author"><substitute><text variable="title"/></substitute></names>'
    assert entry(f'{names}<text variable="title" prefix=". "/>', NOBODY) == "Sleep in the hare"
    assert entry(f'{names}<text variable="volume" prefix=", "/>', NOBODY) == "Sleep in the hare, 12"


def test_substituted_names_are_written_as_those_that_they_stand_for() -> None:
    edited = replace(NOBODY, editor=(Name(family="Fitz", given="Anna"),))
    names = """<names variable="author"><name initialize-with=". "/>
        <label prefix=", " form="short"/>
        <substitute><names variable="editor"/></substitute></names>"""
    assert entry(names, edited) == "A. Fitz, ed."


def test_one_editor_who_translates_too_has_one_label() -> None:
    people = (Name(family="Fitz", given="Anna"),)
    both = replace(WORK, editor=people, translator=people)
    names = '<names variable="editor translator"><name/><label prefix=", " form="short"/></names>'
    assert entry(names, both) == "Anna Fitz, ed. &amp; trans."


def test_the_short_form_of_a_title_is_used_where_there_is_one() -> None:
    short = '<text variable="title" form="short"/>'
    assert entry(short) == "Sleep in the hare"
    assert entry(short, replace(WORK, title_short="Sleep")) == "Sleep"


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        ('type="book article-journal" match="any"', True),
        ('type="book"', False),
        ('variable="title volume"', True),
        ('variable="title genre"', False),
        ('variable="title genre" match="any"', True),
        ('variable="genre issue" match="none"', True),
        ('variable="page-first"', True),
        ('variable="year-suffix locator" match="any"', False),
        ('is-numeric="volume"', True),
        ('is-numeric="title"', False),
        ('is-uncertain-date="issued"', False),
        ('position="first"', False),
        ('disambiguate="true"', False),
        ('nonsense="x"', False),
    ],
)
def test_conditions_hold_or_not(test: str, holds: bool) -> None:
    branches = f'<if {test}><text value="yes"/></if><else><text value="no"/></else>'
    assert entry(f"<choose>{branches}</choose>") == ("yes" if holds else "no")


@pytest.mark.parametrize(
    ("test", "place"),
    [
        ('position="first"', Place()),
        ('position="subsequent"', Place(position="ibid")),
        ('position="ibid"', Place(position="ibid-with-locator")),
        ('position="near-note"', Place(near=True)),
        ('variable="year-suffix"', Place(year_suffix="a")),
        ('variable="first-reference-note-number"', Place(first_note=2)),
        ('locator="page"', Place(locator="3")),
        ('locator="sub-verbo"', Place(locator="3", label="sub-verbo")),
        ('disambiguate="true"', Place(ambiguous=True)),
        ('variable="locator"', Place(locator="3")),
        ('variable="citation-number"', Place(number=2)),
    ],
)
def test_conditions_of_a_cite(test: str, place: Place) -> None:
    style = house("", f'<choose><if {test}><text value="yes"/></if></choose>')
    assert style.cite(WORK, place) == "yes"


def test_a_cite_has_its_number_its_locator_and_its_first_note() -> None:
    style = house(
        "",
        """<group delimiter=" "><text variable="citation-number"/>
        <label variable="locator" form="short"/><text variable="locator"/>
        <text variable="first-reference-note-number" prefix="n. "/></group>""",
    )
    assert style.cite(WORK, Place(number=3, locator="7-9", first_note=2)) == "3 pp. 7–9 n. 2"
    assert style.cite(WORK, Place(number=3)) == "3"
