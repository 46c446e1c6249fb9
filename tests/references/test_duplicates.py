"""The same work in other spellings is found, and no other."""

from __future__ import annotations

import pytest

from effort import grows_with
from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.references.duplicates import duplicates, folded, same_work

TITLE = "Growth hormone-releasing peptides: a review of their actions"


def ref(title: str = TITLE, year: int | None = 2000, family: str = "Muccioli", **more: object):
    issued = Date(date_parts=((year,),)) if year else None
    author = (Name(family=family, given="G"),) if family else ()
    return Reference(id="", title=title, issued=issued, author=author, **more)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (TITLE, TITLE.upper() + "."),
        (TITLE, "Growth hormone releasing peptides – a review of their actions"),
        ("Ghrélin and the müller cell in rats", "Ghrelin and the Muller cell in rats"),
        ("Food &amp; drink in the laboratory", "Food & drink in the laboratory"),
        ("Food and drink in the laboratory", "Food & Drink in the Laboratory"),
        ("Effects of α-MSH on <i>Mus musculus</i>", "Effects of alpha-MSH on Mus musculus"),
        ("The “long” and the ‘short’ of it all", "The \"long\" and the 'short' of it all"),
        ("H<sub>2</sub>O and its many uses", "H2O and its many uses"),
        ("Straße und Haus in der Stadt", "STRASSE UND HAUS IN DER STADT"),
        ("生长激素促分泌素受体的研究进展", "生长激素促分泌素受体的研究进展。"),
    ],
)
def test_a_title_in_another_spelling_is_the_same(a: str, b: str) -> None:
    assert same_work(ref(a), ref(b)) == "the same title and year"


def test_a_title_without_its_subtitle_is_the_same() -> None:
    why = same_work(ref(), ref("Growth hormone-releasing peptides"))
    assert why == "the same title without its subtitle, and the same year"


AT = {"volume": "15", "page": "44–60", "container_title": "Journal of Biological Chemistry"}
SLIP = TITLE.replace("actions", "actoins")


def test_a_slip_of_the_pen_at_the_same_pages_is_the_same() -> None:
    works = [ref(**AT), ref(SLIP, **{**AT, "page": "44", "container_title": "J Biol Chem"})]
    assert duplicates(works) == ((0, 1, "nearly the same title, the same pages and year"),)


@pytest.mark.parametrize(
    ("title", "other"),
    [
        (SLIP, {}),
        (SLIP, {**AT, "page": "61"}),
        (SLIP, {**AT, "volume": "16"}),
        (SLIP, {**AT, "container_title": "Nature"}),
        (SLIP, {**AT, "family": "Sun"}),
        (SLIP, {**AT, "year": 2001}),
        ("Ghrelin and its receptors in the rat", AT),
    ],
)
def test_elsewhere_or_by_others_it_is_another(title: str, other: dict) -> None:
    assert not same_work(ref(**AT), ref(title, **other))


def test_parts_on_one_page_are_two_works() -> None:
    parts = [ref(f"{TITLE}. Part {number}", **AT) for number in ("I", "II")]
    assert not same_work(*parts)


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        (
            {"DOI": "10.1000/ABC"},
            {"DOI": "https://doi.org/10.1000/abc", "title": "X"},
            "the same DOI",
        ),
        ({"PMID": "123"}, {"PMID": "PMID: 123", "title": "X", "year": 1990}, "the same PMID"),
        ({"PMCID": "PMC12"}, {"PMCID": "12", "title": "X"}, "the same PMCID"),
        (
            {"ISBN": "0-306-40615-2", "type": "book"},
            {"ISBN": "9780306406157", "title": "Other words", "type": "book"},
            "the same ISBN",
        ),
        (
            {"URL": "https://www.example.org/a/", "title": "Home"},
            {"URL": "http://example.org/a#top", "title": "Home", "year": None},
            "the same title and web address",
        ),
    ],
)
def test_an_identifier_tells(a: dict, b: dict, why: str) -> None:
    assert same_work(ref(**a), ref(**b)) == why


@pytest.mark.parametrize(
    "other",
    [
        {"year": 2001},
        {"family": "Ghigo"},
        {"DOI": "10.1000/b"},
        {"title": "Growth hormone-releasing peptides: their chemistry"},
        {"title": ""},
    ],
)
def test_what_speaks_against_it_makes_two_works(other: dict) -> None:
    assert same_work(ref(DOI="10.1000/a"), ref(**other)) == ""


def test_two_editorials_of_a_year_are_two_works() -> None:
    one = ref("Editorial", family="", container_title="Peptides", volume="3", page="1–2")
    two = ref("Editorial", family="", container_title="Peptides", volume="4", page="99–100")
    assert same_work(one, two) == ""
    again = ref("Editorial.", family="", container_title="Peptides", volume="3", page="1-2")
    assert same_work(one, again) == "the same title and year"


def test_a_journal_may_be_abbreviated_on_one_side() -> None:
    one = ref("Reply", container_title="Journal of Biological Chemistry", page="3")
    assert same_work(one, ref("Reply", container_title="J. Biol. Chem.", page="3"))
    assert not same_work(one, ref("Reply", container_title="Peptides", page="3"))


def test_a_missing_year_needs_the_same_authors() -> None:
    assert same_work(ref(year=None), ref()) == "the same title and authors"
    assert same_work(ref(year=None, family=""), ref()) == ""


def test_chapters_of_one_book_are_not_one_work() -> None:
    one, two = (
        ref(title, type="chapter", ISBN="9780306406157") for title in ("First words", "Last words")
    )
    assert same_work(one, two) == ""


def test_volumes_of_a_set_may_share_an_isbn() -> None:
    one = ref("Larks", type="book", ISBN="9780306406157", volume="1")
    assert same_work(one, ref("Gulls", type="book", ISBN="9780306406157", volume="2")) == ""
    assert same_work(one, ref("Gulls", year=2005, type="book", ISBN="9780306406157")) == ""


def test_a_particle_may_stand_with_the_family_name() -> None:
    one, two = ref(family="van der Meer"), ref(family="Meer")
    assert same_work(one, two) == "the same title and year"


def test_each_work_is_paired_with_its_first_double() -> None:
    works = [ref(), ref("Something else altogether new"), ref(TITLE.lower()), ref(TITLE.upper())]
    assert duplicates(works) == (
        (0, 2, "the same title and year"),
        (0, 3, "the same title and year"),
    )


def test_the_pairs_are_those_that_a_comparison_of_all_with_all_gives() -> None:
    titles = ["Editorial", TITLE, "Growth hormone-releasing peptides", TITLE.lower()]
    works = [
        ref(t, y, DOI=d) for t in titles for y in (2000, 2001, None) for d in ("", "10.1000/a")
    ]
    second = {b for _, b, _ in duplicates(works)}
    every = {
        j for j in range(len(works)) for i in range(j) if same_work(works[i], works[j])
    }  # each that doubles an earlier one
    assert second == every


@pytest.mark.parametrize("title", ["Work number {}", "Editorial"])
def test_the_search_is_near_linear(title: str) -> None:
    def search(size: int) -> object:
        return duplicates([ref(title.format(n), family=f"F{n}") for n in range(size)])

    assert grows_with(search, 40)


def test_folding_leaves_what_is_no_letter_out() -> None:
    assert folded("") == folded("—?!") == ""
    assert folded("β-Endorphin") == "beta endorphin"
