"""The people of a line: authors, editors and bodies, as the habits write them."""

import pytest

from palmetto_editor.references.lines import read_line

TITLE = "Tides and the sleep of mussels"


@pytest.mark.parametrize("cut", [", et al.", " et al.", ", et al"])
def test_a_list_of_authors_that_is_cut_short_is_remembered_as_such(cut):
    read = read_line(f"Marrow AB{cut} {TITLE}. Coast Biol. 2011;14(3):211-219.").reference
    assert read.palmetto.authors_truncated
    assert [name.family for name in read.author] == ["Marrow"]
    assert read.title == TITLE


def test_particles_accents_and_apostrophes_belong_to_names():
    line = "van der Lely AJ, Tschöp M, O'Brien PJ, Smith-Jones A. Tides. Coast. 2004;2(1):3-4."
    families = [name.family for name in read_line(line).reference.author]
    assert families == ["van der Lely", "Tschöp", "O'Brien", "Smith-Jones"]


def test_editors_may_stand_before_or_behind_their_book():
    vancouver = read_line(
        "Marrow AB. Tides. In: Tern CD, Wren K, editors. The shore book. Dover: Quay Press; 2002. "
        "p. 93-113."
    )
    chicago = read_line(
        "Marrow, Ann. “Tides.” In The Shore Book, edited by Carl D. Tern and Kay Wren, 93–113. "
        "Dover: Quay Press, 2002."
    )
    for line in (vancouver, chicago):
        read = line.reference
        assert [name.family for name in read.editor] == ["Tern", "Wren"]
        assert (read.type, read.container_title.lower()) == ("chapter", "the shore book")
        assert (read.page, read.publisher, read.publisher_place) == (
            "93–113",
            "Quay Press",
            "Dover",
        )
        assert line.rest == ""


def test_an_ellipsis_cuts_a_list_of_authors_and_the_last_is_kept():
    read = read_line("Tern, C. D., Wren, K., . . . Lark, A. (2011). Tides. *Coast Biol*, 14, 3–9.")
    assert [name.family for name in read.reference.author] == ["Tern", "Wren", "Lark"]
    assert read.reference.palmetto.authors_truncated


def test_an_initial_may_be_any_latin_capital():
    read = read_line("Tern C, Zöller Č, de la Cruz Ł. Tides. Coast. 2004;2 Suppl 1:S3-4.").reference
    assert [name.given for name in read.author] == ["C", "Č", "Ł"]
    assert (read.volume, read.issue, read.page) == ("2", "Suppl 1", "S3–4")


@pytest.mark.parametrize(
    ("people", "last"),
    [
        ("Marrow AB, Tern CD, et al; SHELL4 Study Group.", "SHELL4 Study Group"),
        ("Marrow AB, Tern CD; for the Mussel Investigators.", "Mussel Investigators"),
        ("Marrow AB, Tern CD; on behalf of the Tide Network.", "Tide Network"),
    ],
)
def test_a_group_behind_a_semicolon_is_an_author_and_no_title(people, last):
    read = read_line(f"{people} {TITLE}. Coast Biol. 2011;14(3):211-219.").reference
    assert [name.family or name.literal for name in read.author] == ["Marrow", "Tern", last]
    assert read.title == TITLE
    assert read.palmetto.authors_truncated == ("et al" in people)


def test_people_with_whole_given_names_may_stand_between_semicolons():
    line = read_line(f"Marrow, Ann; Tern, Carl D. “{TITLE}”. Coast Biol. 2011;14(3):211-219.")
    assert [(n.family, n.given) for n in line.reference.author] == [
        ("Marrow", "Ann"),
        ("Tern", "Carl D"),
    ]
    assert line.rest == ""


@pytest.mark.parametrize("family", ["Ó Súilleabháin", "De La Cruz", "Van Der Meer"])
def test_a_family_name_of_several_words_is_one(family):
    line = read_line(f"Marrow AB, {family} C. {TITLE}. Coast Biol. 2011;14(3):211-219.")
    assert [name.family for name in line.reference.author] == ["Marrow", family]
    assert line.reference.title == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "Tern CD, Wren KL, editors. The Shore. Dover: Quay Press; 2004.",
        "Tern, C.D. and Wren, K.L. (eds) (2004) The Shore. Dover: Quay Press.",
        "Tern, Carl, and Kim Wren, eds. The Shore. Dover: Quay Press, 2004.",
    ],
)
def test_the_editors_of_a_book_are_not_its_authors(line):
    read = read_line(line).reference
    assert [name.family for name in read.editor] == ["Tern", "Wren"]
    assert (read.author, read.title) == ((), "The Shore")


@pytest.mark.parametrize(
    "body", ["U.S. Tide and Shore Administration", "European Centre for Shells and Tides (ECST)"]
)
def test_an_institution_may_have_initials_and_brackets(body):
    read = read_line(
        f"{body}. {TITLE}. Published June 25, 2018. Accessed May 2, 2023. https://example.org/x"
    ).reference
    assert [name.literal for name in read.author] == [body]
    assert read.title == TITLE
    assert read.issued is not None
    assert (read.issued.date_parts, read.publisher) == (((2018, 6, 25),), "")


def test_a_title_that_begins_with_names_is_doubtful():
    line = read_line(
        f"Shore Birds, Mussels and Tides Group; Wren AB, Tern CD. {TITLE}. Coast. 2011;14:2-9"
    )
    assert line.confidence["title"] < 0.8
