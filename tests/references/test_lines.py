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


def test_a_supplement_is_an_issue():
    read = read_line("Marrow AB. Tides. *Coast Biol.* 1999;9(Suppl B):S32–S37.").reference
    assert (read.volume, read.issue, read.page) == ("9", "Suppl B", "S32–S37")


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


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "Marrow, A. B. (2019). Tides and mussels (2nd ed.). Quay Press.",
            {"type": "book", "title": "Tides and mussels", "edition": "2nd"},
        ),
        (
            "Coast Survey Office. (2018). Tides ahead (CSO Publication No. 18-2424). Quay Press.",
            {"type": "report", "title": "Tides ahead", "genre": "CSO Publication",
             "number": "18-2424", "publisher": "Quay Press"},
        ),
        (
            "Marrow, A. B. (2014). Tides [Unpublished doctoral dissertation]. Dover University.",
            {"type": "thesis", "title": "Tides", "genre": "Unpublished doctoral dissertation",
             "publisher": "Dover University"},
        ),
        (
            "Marrow, Ann. “Tides and Mussels.” PhD diss., Dover University, 2013.",
            {"type": "thesis", "title": "Tides and Mussels", "genre": "PhD dissertation",
             "publisher": "Dover University"},
        ),
        (
            "Coast Office. Tides [Internet]. Dover: Quay; 2016 [cited 2020 Mar 4]. Available from: "
            "https://tides.example.org/",
            {"title": "Tides", "publisher": "Quay", "URL": "https://tides.example.org/"},
        ),
        (
            "Marrow, A. B. Mussels by Night Ch. 3 (Quay Press, Dover, 2004).",
            {"type": "book", "title": "Mussels by Night", "chapter_number": "3",
             "publisher": "Quay Press", "publisher_place": "Dover"},
        ),
    ],
)  # fmt: skip
def test_what_stands_behind_a_title_is_not_of_it(line, fields):
    read = read_line(line)
    assert {name: getattr(read.reference, name) for name in fields} == fields
    assert read.rest == ""


@pytest.mark.parametrize(
    "line",
    [
        "Marrow A. Tides. Coast Biol. Published online March 3, 2020. doi:10.5555/tides",
        "Marrow A. Tides. Coast Biol. 2020 Mar 3. doi: 10.5555/tides. Epub ahead of print.",
    ],
)
def test_an_article_without_a_volume_yet_stands_in_its_journal(line):
    read = read_line(line).reference
    assert (read.type, read.title, read.container_title) == (
        "article-journal",
        "Tides",
        "Coast Biol",
    )
    assert read.issued.date_parts == ((2020, 3, 3),)


def test_a_work_without_a_date_or_in_press_has_its_title_behind_it():
    undated = read_line("Marrow, A. B. (n.d.). Tides and mussels. Quay Press.").reference
    coming = read_line("Marrow, A. B. (in press). Tides and mussels. Quay Press.").reference
    assert undated.title == coming.title == "Tides and mussels"
    assert undated.issued is None
    assert coming.issued.literal == "in press"


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
        "Lark, Ann. “Tides and larks.” *Journal of the Shore* 16, no. 2 (Spring 2000): 30–35.",
    ],
)
def test_a_season_is_read_from_a_line(line):
    found = read_line(line)
    assert found.reference.issued.date_parts == ((2000, 13),)
    assert "spring" not in found.rest.casefold()


@pytest.mark.parametrize(
    ("numbers", "journal"),
    [("Shells 2011, 14, 211-219.", "Shells"), ("Coast Biol., 2011, 14(3), 211-219.", "Coast Biol")],
)
def test_a_year_before_the_volume_is_no_part_of_the_journal(numbers, journal):
    read = read_line(f"Marrow, A.B.; Tern, C.D. {TITLE}. {numbers}").reference
    assert (read.container_title, read.volume, read.page) == (journal, "14", "211–219")
    assert read.issued is not None
    assert read.issued.date_parts == ((2011,),)
