"""Tables of plain text."""

from __future__ import annotations

import pytest

from palmetto_editor.intake.manuscript import Grid
from palmetto_editor.intake.text.read import read


def _grid(text: str) -> Grid | None:
    found = [p.grid for p in read(text, "x").pieces if p.kind == "table"]
    return found[0] if found else None


@pytest.mark.parametrize(
    "text",
    [
        "Bird\tEggs\tNest\nWren\t6\tmoss\nTern\t2\tsand\n",
        "| Bird | Eggs | Nest |\n|------|-----:|---|\n| Wren | 6 | moss |\n| Tern | 2 | sand |\n",
        "Bird | Eggs | Nest\nWren | 6 | moss\nTern | 2 | sand\n",
        "Bird   Eggs   Nest\nWren   6      moss\nTern   2      sand\n",
        "+------+------+------+\n| Bird | Eggs | Nest |\n+------+------+------+\n"
        "| Wren | 6 | moss |\n| Tern | 2 | sand |\n+---+---+---+\n",
    ],
    ids=["tabs", "bars with a line", "bars", "blanks", "drawn"],
)
def test_a_table_is_read(text):
    grid = _grid(text)
    assert grid is not None
    assert grid.header == ("Bird", "Eggs", "Nest")
    assert grid.rows == (("Wren", "6", "moss"), ("Tern", "2", "sand"))


def test_colons_align_a_column():
    grid = _grid("| a | b |\n|:-:|--:|\n| c | d |\n")
    assert grid is not None
    assert grid.align == ("center", "right")


def test_short_rows_are_filled_up():
    grid = _grid("Name\tAge\tTown\nAnn\t7\nBob\t\tRome\n")
    assert grid is not None
    assert grid.rows == (("Ann", "7", ""), ("Bob", "", "Rome"))


def test_numbers_in_the_first_row_make_no_header():
    grid = _grid("1999\t4\n2000\t5\n")
    assert grid is not None
    assert (grid.header, len(grid.rows)) == ((), 2)


def test_two_blanks_after_a_full_stop_make_no_table():
    text = "One thing.  Another thing.\nTwo things.  Other things.\nThree.  Four.\n"
    assert _grid(text) is None


def test_words_with_capitals_inside_make_no_table():
    text = (
        "We sell on YouTube\nWe write JavaScript\nWe met McKay\n\n"
        "YouTube and JavaScript and McKay are names."
    )
    assert _grid(text) is None


def test_a_row_with_a_capital_inside_a_word_is_still_cut_at_its_cells():
    text = (
        "Gene StudiedTissueChange\nmRNA of FOXLiver cellsHigher\n"
        "tRNA poolKidney cellsLower\nrRNA countLung cellsEqual\n"
    )
    grid = _grid(text)
    assert grid is not None
    assert grid.rows[0] == ("mRNA of FOX", "Liver cells", "Higher")


def test_a_bar_within_a_cell_does_not_end_it():
    grid = _grid("a | b\nc \\| d | e\n")
    assert grid is not None
    assert grid.rows == (("c \\| d", "e"),)


def test_a_thousand_cells_are_read():
    grid = _grid("\n".join("\t".join(f"r{i}c{j}" for j in range(10)) for i in range(100)))
    assert grid is not None
    assert len(grid.rows) == 99


def test_cells_that_end_where_a_number_begins_are_told_apart_by_the_head():
    grid = _grid(
        "FossilRings CountedAge Estimated\nTern bone7 rings8 years\nWren skull16 rings22 to 25\n"
    )
    assert grid is not None
    assert grid.header == ("Fossil", "Rings Counted", "Age Estimated")
    assert grid.rows[1] == ("Wren skull", "16 rings", "22 to 25")
