"""A copied page becomes a manuscript."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import grows_with
from examples import examples
from intake.text.articles import PUFFIN, SLOGANS, WRAPPED
from palmetto_editor.intake.manuscript import Manuscript, Piece
from palmetto_editor.intake.text.read import read


@pytest.fixture(scope="module")
def puffin() -> Manuscript:
    return read(PUFFIN, "puffin.txt")


def _headings(manuscript: Manuscript) -> list[tuple[int, str]]:
    return [(p.level, p.plain) for p in manuscript.pieces if p.kind == "heading"]


def _piece(manuscript: Manuscript, start: str) -> Piece:
    return next(p for p in manuscript.pieces if p.plain.startswith(start))


def test_every_heading_has_its_level(puffin):
    assert _headings(puffin) == [
        (1, "Puffin Diving Behaviour: What Loggers Have Recorded"),
        (2, "The Quick Answer"),
        (2, "What Makes a Puffin a Good Diver"),
        (2, "Record 1: Depth"),
        (2, "Summary Table: Records by Site"),
        (2, "Common Questions"),
        (2, "Related Pages"),
        (2, "Selected References"),
        (2, "More Field Pages"),
    ]


def test_the_banner_is_left_over_whole_and_stands_in_no_piece(puffin):
    (banner,) = puffin.leftovers
    assert banner.text == f"Harbour Lab\n{SLOGANS}{SLOGANS}"
    assert not any("Shipping" in piece.plain for piece in puffin.pieces)


def test_name_and_date_below_the_headline_are_lines_of_their_own(puffin):
    assert [p.plain for p in puffin.pieces[1:3]] == ["Ingrid Solheim", "March 3, 2025"]
    assert puffin.pieces[1].hints == ("byline",)


def test_tags_run_together_are_parted_by_the_articles_own_words(puffin):
    tags = puffin.pieces[3]
    assert tags.plain == "puffindiving depthDLW methodTDR-2field studies"
    assert tags.items == ("puffin", "diving depth", "DLW method", "TDR-2", "field studies")
    assert tags.hints == ("tags?",)


def test_a_paragraph_that_a_list_swallowed_is_freed(puffin):
    lists = [p for p in puffin.pieces if p.kind == "list"]
    assert len(lists[0].items) == 3
    after = puffin.pieces[puffin.pieces.index(lists[0]) + 1]
    assert (after.kind, after.plain[:19]) == ("paragraph", "The following parts")
    assert any("freed" in told.what for told in puffin.mended)


def test_a_list_keeps_what_stands_below_its_items(puffin):
    nested = [p for p in puffin.pieces if p.kind == "list"][1]
    assert nested.items[1] == "Few dives beyond forty metres\n- All of those at noon"
    assert "\n  - All of those at noon\n- Deeper" in nested.text


def test_cells_that_ran_together_are_told_apart(puffin):
    (table,) = (p for p in puffin.pieces if p.kind == "table")
    assert table.grid is not None
    assert table.grid.header == ("Site", "Method Used", "Result")
    assert table.grid.rows == (
        ("North cliff", "TDR-2, two seasons", "Shallow dives, many"),
        ("South cliff", "DLW method", "High cost per dive"),
        ("Small island", "Both methods", "No clear pattern"),
    )
    assert table.plain.startswith("SiteMethod UsedResult\nNorth cliff")


def test_questions_and_answers_stay_paragraphs(puffin):
    assert _piece(puffin, "Q: How deep").kind == "paragraph"
    assert _piece(puffin, "A: Most recorded").kind == "paragraph"


def test_printed_markup_stays_line_by_line_to_the_letter(puffin):
    plains = [p.plain for p in puffin.pieces]
    first = plains.index("{")
    assert plains[first : first + 6] == [
        "{",
        '"@context": "https://schema.org",',
        '"author": {',
        '"name": "Harbour Lab Writers"',
        "}",
        "}",
    ]
    assert {p.kind for p in puffin.pieces[first : first + 6]} == {"paragraph"}


def test_the_name_that_the_markup_gives_an_author_is_no_heading(puffin):
    assert _piece(puffin, "Harbour Lab Writers").kind == "paragraph"


def test_references_are_a_list_and_keep_their_marks(puffin):
    references = [p for p in puffin.pieces if p.kind == "list"][-1]
    assert len(references.items) == 2
    assert references.items[1] == 'Berg C. "Wings in water." *Polar Notes.* 1998;7:3–9.'


def test_no_word_is_lost(puffin):
    said = " ".join([*(p.plain for p in puffin.pieces), *(x.text for x in puffin.leftovers)])
    assert sorted(said.split()) == sorted(PUFFIN.replace("•", "").replace("◦", "").split())


def test_lines_broken_at_a_column_are_joined():
    manuscript = read(WRAPPED, "salt.txt")
    plain = [p.plain for p in manuscript.pieces if p.kind == "paragraph"]
    assert plain[0].endswith("more than boundary stones of the parishes.")
    assert plain[2].endswith("whatever was so well-known in his day.")
    (items,) = (p.items for p in manuscript.pieces if p.kind == "list")
    assert items[0].endswith("within a sentence in the year of the great flood.")
    assert len(items) == 2


def test_numbers_tell_how_deep_a_heading_is():
    assert _headings(read(WRAPPED, "salt.txt")) == [
        (1, "THE SALT ROADS OF THE NORTH"),
        (2, "1. Sources"),
        (3, "1.1 Account books"),
        (2, "2. Finds"),
    ]


def test_without_blank_lines_every_line_is_a_paragraph():
    text = (
        "Moss and Stone\nBy Lena Roth\n"
        "Moss grows on the north side of the stones that stand in the park.\n"
        "How it holds on\nIt has no roots and holds on by threads that dry with it.\n"
        "It comes back with the first rain of the autumn, as everybody knows.\n"
    )
    manuscript = read(text, "moss.txt")
    assert _headings(manuscript) == [(1, "Moss and Stone"), (2, "How it holds on")]
    assert len(manuscript.pieces) == 6


def test_capitals_stand_above_other_headings():
    text = (
        "Bread in the Alps\n\nBread is baked there twice in a year and hung up to dry.\n\n"
        "HISTORY\n\nThe ovens belonged to the village and were lit in turn by all.\n\n"
        "The oldest oven\n\nIt stands beside the church and has a roof of slate on it.\n\n"
        "BAKING\n\nThe dough is set with rye that has stood for a night in the cold.\n"
    )
    levels = [level for level, _ in _headings(read(text, "bread.txt"))]
    assert levels == [1, 2, 3, 2]


def test_a_heading_that_recurs_is_a_part_of_others():
    part = (
        "{}\n\nIt was sown in the spring and cut by hand before the rain came.\n\n"
        "Yield\n\nIt was weighed on the day it was cut and again when it was dry.\n\n"
    )
    text = "Two Kinds of Flax\n\nBoth were grown in the same field by the lake in one year.\n\n"
    levels = [n for n, _ in _headings(read(text + part.format("Blue") + part.format("White"), "x"))]
    assert levels == [1, 2, 3, 2, 3]


def test_marked_headings_keep_their_marks_levels():
    text = "Kelp\n====\n\nKelp grows fast.\n\n## Where\n\nOn rocks.\n\nWhen\n----\n\nIn spring.\n"
    assert _headings(read(text, "x")) == [(1, "Kelp"), (2, "Where"), (2, "When")]


def test_questions_below_their_heading_stand_one_deeper():
    text = (
        "Looms\n\nA loom holds the warp while the weft is brought in by hand or shuttle.\n\n"
        "Frequently Asked Questions\n\nWho made the first loom?\n\nNobody knows who that was.\n"
    )
    assert _headings(read(text, "x"))[1:] == [
        (2, "Frequently Asked Questions"),
        (3, "Who made the first loom?"),
    ]


def test_navigation_above_the_headline_is_left_over():
    text = (
        "Skip to content\nHome\nShop\nAbout\nContact\n\nHow Tides Are Measured\n\nBy Tom Lee\n\n"
        "A tide gauge is a pipe in which the water stands still enough to be read.\n"
    )
    manuscript = read(text, "x")
    assert _headings(manuscript) == [(1, "How Tides Are Measured")]
    assert manuscript.leftovers[0].text.split("\n")[0] == "Skip to content"


def test_breadcrumbs_above_the_headline_are_kept():
    text = (
        "Menu\n\nHome > Weather > Fog\n\nWhy Fog Forms Over Rivers\n\nMay 2, 2024\n\n"
        "Air cools over the water until it holds no more of it.\n"
    )
    manuscript = read(text, "x")
    assert [p.plain for p in manuscript.pieces[:2]] == [
        "Home > Weather > Fog",
        "Why Fog Forms Over Rivers",
    ]


def test_reference_lines_without_marks_become_a_list():
    text = (
        "Ice\n\nIce floats since it takes more room than the water it was made from.\n\n"
        "References\n\n"
        "Holm A. The weight of ice. Journal of Cold. 1999;3:4-9.\n\n"
        "Dahl B. Ice on lakes in March. Northern Waters. 2004;12:88-90.\n"
    )
    assert len(read(text, "x").pieces[-1].items) == 2


def test_a_lead_in_is_no_heading():
    text = (
        "Tin\n\nIt melts at a heat that a fire of wood can give it easily.\n\n"
        "Key uses of tin:\n\n- cans\n- solder\n"
    )
    assert _headings(read(text, "x")) == [(1, "Tin")]


def test_signs_of_markdown_do_not_become_marks():
    (piece,) = read("Take 2 * 3 <b> of @home [x](y) and `this", "x").pieces
    assert piece.plain == "Take 2 * 3 <b> of @home [x](y) and `this"
    assert piece.text == r"Take 2 * 3 \<b> of \@home \[x](y) and \`this"


def test_a_fence_without_an_end_is_text():
    assert [p.kind for p in read("```\nx = 1\n```\n\n```\nlast", "x").pieces] == [
        "code",
        "paragraph",
        "paragraph",
    ]


@examples(60)
@given(
    st.lists(st.sampled_from('•-*#>|`~ \t1.)(AaB“"{}[]:?=+–_\r\n\x0b\u2028é\x00😀'), max_size=60)
)
def test_no_text_is_refused(signs):
    read("".join(signs), "x")


@examples(60)
@given(st.text(max_size=200))
def test_nothing_at_all_is_refused(text):
    read(text, "x")


@pytest.mark.parametrize(
    "part", ["• x\n", "aB", "a | b\n", "ratsNone\n", "[", "2. Methods\n\n", "a  b  c\nd   e  f\n"]
)
def test_time_grows_with_the_text(part):
    assert grows_with(lambda size: read(part * (size // len(part)), "x"), 400)


def test_a_name_between_headline_and_date_is_no_heading():
    text = (
        "Peat\n\nAnna Berg Lund\n\n3 May 2021\n\n"
        "Peat is what is left of moss when it has lain in water for long.\n"
    )
    assert _headings(read(text, "x")) == [(1, "Peat")]


def test_a_numbered_heading_may_be_underlined():
    pieces = read(
        "Kelp\n====\n\nWords stand here.\n\n1. Where it grows\n----------------\n\nOn rocks.\n", "x"
    ).pieces
    assert [piece.kind for piece in pieces] == ["heading", "paragraph", "heading", "paragraph"]
