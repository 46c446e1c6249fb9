from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmetto_editor.references.lines import LONGEST, read_line

TITLE = "Tides and the sleep of mussels"
DOI = "10.5555/mussels.2011.7"


@dataclass(frozen=True)
class Habit:
    line: str
    given: tuple[str, ...] = ("AB", "CD")
    issue: str = "3"
    page: str = "211–219"


HABITS = {
    "AMA": Habit(f"Marrow AB, Tern CD. {TITLE}. Coast Biol. 2011;14(3):211-219. doi:{DOI}"),
    "AMA with a month": Habit(
        f"1. Marrow AB, Tern CD. {TITLE}. Coast Biol. 2011 Mar 4;14(3):211-219. doi:{DOI}."
    ),
    "APA": Habit(
        f"Marrow, A. B., & Tern, C. D. (2011). {TITLE}. *Coast Biol, 14*(3), 211–219. "
        f"https://doi.org/{DOI}",
        ("A. B.", "C. D."),
    ),
    "Harvard": Habit(
        f"Marrow, A.B. and Tern, C.D. (2011) '{TITLE}', Coast Biol, 14(3), pp. 211–219. "
        f"doi: {DOI}.",
        ("A.B.", "C.D."),
    ),
    "Chicago, author and date": Habit(
        f"Marrow, Ann B., and Carl D. Tern. 2011. “{TITLE}.” *Coast Biol* 14 (3): 211–219. "
        f"https://doi.org/{DOI}.",
        ("Ann B.", "Carl D."),
    ),
    "Chicago, notes": Habit(
        f"Marrow, Ann B., and Carl D. Tern. “{TITLE}.” Coast Biol 14, no. 3 (2011): 211–219. "
        f"https://doi.org/{DOI}.",
        ("Ann B.", "Carl D."),
    ),
    "MLA": Habit(
        f"Marrow, Ann B., and Carl D. Tern. “{TITLE}.” *Coast Biol*, vol. 14, no. 3, 2011, "
        f"pp. 211-219, https://doi.org/{DOI}.",
        ("Ann B.", "Carl D."),
    ),
    "IEEE": Habit(
        f"[7] A. B. Marrow and C. D. Tern, “{TITLE},” Coast Biol, vol. 14, no. 3, pp. 211–219, "
        f"Mar. 2011, doi: {DOI}.",
        ("A. B.", "C. D."),
    ),
    "Nature": Habit(
        f"Marrow, A. B. & Tern, C. D. {TITLE}. Coast Biol 14, 211–219 (2011). "
        f"https://doi.org/{DOI}",
        ("A. B.", "C. D."),
        issue="",
    ),
    "by hand": Habit(f'• Marrow AB, Tern CD. "{TITLE}." *Coast Biol.* 2011;14(3):211–219. {DOI}'),
}


@pytest.mark.parametrize("habit", HABITS.values(), ids=HABITS)
def test_an_article_is_read_in_every_habit(habit):
    line = read_line(habit.line)
    read = line.reference
    assert read.type == "article-journal"
    assert read.title == TITLE
    assert [name.family for name in read.author] == ["Marrow", "Tern"]
    assert tuple(name.given for name in read.author) == habit.given
    assert read.container_title == "Coast Biol"
    assert read.issued is not None
    assert read.issued.date_parts[0][0] == 2011
    assert (read.volume, read.issue, read.page) == ("14", habit.issue, habit.page)
    assert read.DOI == DOI
    assert line.rest == ""


@pytest.mark.parametrize("habit", HABITS.values(), ids=HABITS)
def test_every_field_says_how_sure_it_is(habit):
    line = read_line(habit.line)
    for name in ("title", "author", "container_title", "issued", "volume", "page", "DOI"):
        assert 0 < line.confidence[name] <= 1


@pytest.mark.parametrize("cut", [", et al.", " et al.", ", et al"])
def test_a_list_of_authors_that_is_cut_short_is_remembered_as_such(cut):
    read = read_line(f"Marrow AB{cut} {TITLE}. Coast Biol. 2011;14(3):211-219.").reference
    assert read.palmetto.authors_truncated
    assert [name.family for name in read.author] == ["Marrow"]
    assert read.title == TITLE


def test_a_supplement_is_an_issue():
    read = read_line("Marrow AB. Tides. *Coast Biol.* 1999;9(Suppl B):S32–S37.").reference
    assert (read.volume, read.issue, read.page) == ("9", "Suppl B", "S32–S37")


def test_particles_accents_and_apostrophes_belong_to_names():
    line = "van der Lely AJ, Tschöp M, O'Brien PJ, Smith-Jones A. Tides. Coast. 2004;2(1):3-4."
    families = [name.family for name in read_line(line).reference.author]
    assert families == ["van der Lely", "Tschöp", "O'Brien", "Smith-Jones"]


def test_a_journal_may_be_abbreviated_and_a_title_may_ask():
    read = read_line(
        "Marrow AB. Do mussels sleep? A reply. J. Coast. Biol. 1998;27:12–14."
    ).reference
    assert read.title == "Do mussels sleep? A reply"
    assert read.container_title == "J. Coast. Biol"


def test_a_book_has_its_edition_place_and_publisher():
    read = read_line("Marrow AB. The Shore at Night. 3rd ed. Dover: Quay Press; 2004.").reference
    assert (read.type, read.title, read.edition) == ("book", "The Shore at Night", "3rd")
    assert (read.publisher_place, read.publisher) == ("Dover", "Quay Press")


def test_a_chapter_stands_in_a_book_with_editors():
    read = read_line(
        "Marrow AB. Tides. In: Tern CD, ed. The Shore Book. Dover: Quay Press; 2001. pp. 12-40."
    ).reference
    assert (read.type, read.title, read.container_title) == ("chapter", "Tides", "The Shore Book")
    assert [name.family for name in read.editor] == ["Tern"]
    assert read.page == "12–40"


def test_a_page_of_an_institution_has_its_day_of_access():
    read = read_line(
        "Coast Survey Office. Tide tables. 2021. https://tides.example.org/tables. "
        "Accessed May 5, 2023."
    ).reference
    assert (read.type, read.title) == ("webpage", "Tide tables")
    assert read.author[0].literal == "Coast Survey Office"
    assert read.URL == "https://tides.example.org/tables"
    assert read.accessed is not None
    assert read.accessed.date_parts == ((2023, 5, 5),)


@pytest.mark.parametrize(
    ("words", "variable", "value"),
    [
        ("PMID: 15180951", "PMID", "15180951"),
        ("https://pubmed.ncbi.nlm.nih.gov/15180951/", "PMID", "15180951"),
        ("PMCID: PMC4443295", "PMCID", "PMC4443295"),
        ("ISBN 978-0-306-40615-7", "ISBN", "978-0-306-40615-7"),
        ("arXiv:1706.03762", "URL", "https://arxiv.org/abs/1706.03762"),
        ("https://doi.org/10.5555/a(b)c.", "DOI", "10.5555/a(b)c"),
        ("(doi: 10.5555/abc)", "DOI", "10.5555/abc"),
    ],
)
def test_identifiers_are_read_wherever_they_stand(words, variable, value):
    line = read_line(f"Marrow AB. {TITLE}. Coast Biol. 2011;14(3):211-219. {words}")
    assert getattr(line.reference, variable) == value
    assert line.reference.title == TITLE


def test_words_that_no_field_took_are_told():
    line = read_line(f"Marrow AB. {TITLE}. Coast Biol. 2011;14(3):211-219. Reprinted by request.")
    assert line.rest == "Reprinted request"


def test_what_is_no_reference_is_a_title_of_which_little_is_sure():
    line = read_line("Just some words about the sea")
    assert line.reference.title == "Just some words about the sea"
    assert line.confidence["title"] <= 0.5


@given(st.text(max_size=400))
def test_no_text_is_too_strange(text):
    read_line(text)


@given(
    st.lists(st.sampled_from(["Aa", "A.", "A", ",", "&", "et al.", "(1999)", "“a”", "1:2", ". "]))
)
def test_no_heap_of_names_and_numbers_is_too_strange(words):
    read_line(" ".join(words))


@pytest.mark.parametrize("heap", ["A-", "Aa ", "A. ", "van ", "(", "12(3):4-5 ", "*a* ", "’a"])
def test_a_hostile_line_is_read_up_to_its_limit(heap):
    read_line(heap * LONGEST)


def test_papers_of_a_conference_are_no_journal():
    line = read_line(
        "[4] J. Wren and K. Li, “A method for counting shells,” in *Proc. Int. Conf. Molluscs*, "
        "2011, pp. 12–19."
    )
    read = line.reference
    assert (read.type, read.container_title) == ("paper-conference", "Proc. Int. Conf. Molluscs")
    assert (read.volume, read.page) == ("", "12–19")
    assert read.issued is not None
    assert read.issued.date_parts == ((2011,),)


@pytest.mark.parametrize(
    "line",
    [
        "Lark A. Tides and larks. J Shore. 2000 Spring;16(2):30-5.",
        "Lark, A. (2000, Spring). Tides and larks. *Journal of the Shore*, *16*(2), 30–35.",
    ],
)
def test_a_season_is_read_from_a_line(line):
    found = read_line(line)
    assert found.reference.issued.date_parts == ((2000, 13),)
    assert "spring" not in found.rest.casefold()
