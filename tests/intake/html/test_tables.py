from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from intake.html.pages import in_article, texts
from palmetto_editor.intake.html.cells import Cell, flat
from palmetto_editor.intake.manuscript import Grid


def grid(html: str) -> Grid:
    (piece,) = [one for one in in_article(html) if one.kind == "table"]
    assert piece.grid is not None
    return piece.grid


def test_caption_and_header_cells_are_told() -> None:
    found = grid(
        "<table><caption>Soils</caption><thead><tr><th>Soil<th>Salt</thead><tr><td>Mud<td>3</table>"
    )
    assert found == Grid(caption="Soils", header=("Soil", "Salt"), rows=(("Mud", "3"),))


def test_a_first_row_of_header_cells_is_a_header_without_thead() -> None:
    assert grid("<table><tr><th>A<th>B<tr><td>1<td>2</table>").header == ("A", "B")


def test_row_headers_make_no_header() -> None:
    found = grid("<table><tr><th>A<td>1<tr><th>B<td>2</table>")
    assert (found.header, found.rows) == ((), (("A", "1"), ("B", "2")))


def test_a_first_row_in_bold_says_that_it_is_a_header() -> None:
    found = grid("<table><tr><td><b>A</b><td><strong>B</strong><tr><td>1<td>2</table>")
    assert found.header == ("A", "B")


def test_a_cell_that_spans_rows_stands_in_each() -> None:
    found = grid("<table><tr><th>A<th>B<tr><td rowspan=2>x<td>1<tr><td>2</table>")
    assert found.rows == (("x", "1"), ("x", "2"))


def test_a_row_of_one_cell_stands_once() -> None:
    found = grid("<table><tr><th>A<th>B<th>C<tr><td colspan=3>Group<tr><td>1<td>2<td>3</table>")
    assert found.rows == (("Group", "", ""), ("1", "2", "3"))


def test_groups_of_columns_are_named_before_each_of_them() -> None:
    found = grid(
        "<table><thead><tr><th rowspan=2>Drug<th colspan=2>Dose<tr><th>Low<th>High</thead>"
        "<tr><td>A<td>1<td>2</table>"
    )
    assert found.header == ("Drug", "Dose – Low", "Dose – High")


def test_a_span_far_too_wide_adds_no_columns() -> None:
    found = grid("<table><tr><th>A<th>B<tr><td colspan=100000>x<tr><td>1<td>2</table>")
    assert found.rows == (("x", ""), ("1", "2"))


def test_rows_at_the_foot_of_one_cell_are_notes() -> None:
    pieces = in_article(
        "<table><tfoot><tr><td colspan=2>n = 3</tfoot><tr><th>A<th>B<tr><td>1<td>2</table>"
    )
    assert [piece.kind for piece in pieces] == ["table", "paragraph"]
    assert (pieces[1].text, pieces[1].hints[0]) == ("n = 3", "table-note")


def test_gutenbergs_figcaption_is_the_tables_caption() -> None:
    found = grid(
        '<figure class="wp-block-table"><table><tr><th>A<th>B<tr><td>1<td>2</table>'
        "<figcaption>Soils</figcaption></figure>"
    )
    assert found.caption == "Soils"


def test_a_journals_table_has_heading_caption_and_notes() -> None:
    pieces = in_article(
        '<section class="tw xbox"><h3>Table 1.</h3><div class="caption p"><p>Soils.</p></div><div>'
        '<table><tr><th>A<th>B<tr><td>1<td>2</table></div><div class="tw-foot"><p>n = 3</p></div>'
        "</section>"
    )
    assert pieces[0].caption == "Table 1. Soils."
    assert pieces[1].text == "n = 3"


def test_alignment_is_what_most_cells_of_a_column_have() -> None:
    cells = "<tr><td>x<td style='text-align:right'>1" * 3
    assert grid(f"<table><tr><th>A<th>B{cells}</table>").align == ("", "right")


def test_blocks_in_cells_stand_on_lines_of_their_own() -> None:
    found = grid("<table><tr><th>A<th>B<tr><td><p>a</p><p>b</p><td><ul><li>c<li>d</ul></table>")
    assert found.rows == (("a<br>b", "• c<br>• d"),)


def test_a_table_that_only_sets_things_side_by_side_is_opened() -> None:
    pieces = in_article("<table><tr><td><h2>Left</h2><p>One.</p><td><p>Two.</p></table>")
    assert texts(pieces) == ["Left", "One.", "Two."]


def test_pipes_in_cells_are_escaped_in_the_text_alone() -> None:
    (piece,) = in_article("<table><tr><th>A<th>B<tr><td>a|b<td>c</table>")
    assert "| a\\|b | c |" in piece.text


def test_ten_thousand_cells_are_fine() -> None:
    rows = ("<tr>" + "<td>c</td>" * 10 + "</tr>") * 100
    assert len(grid(f"<table>{rows}</table>").rows) == 100
    assert len(flat([[Cell("c", 1, 1, False, "")] * 10] * 1000).rows) == 1000


_CELL = st.builds(
    Cell,
    st.text("ab", max_size=2),
    st.sampled_from([1, 1, 1, 2, 3, 1000]),
    st.sampled_from([1, 1, 1, 2, 65534]),
    st.booleans(),
    st.just(""),
)


@examples(80)
@given(st.lists(st.lists(_CELL, min_size=1, max_size=5), max_size=6))
def test_every_row_has_every_column_and_no_text_is_lost(rows: list[list[Cell]]) -> None:
    made = flat(rows)
    assert len({len(row) for row in made.rows}) <= 1
    kept = {text for row in made.rows for text in row} | set(made.over)
    assert {cell.text for row in rows for cell in row} <= kept | {""}


def test_a_permalink_is_no_part_of_a_caption() -> None:
    link = "<a class=headerlink href=#id3>¶</a>"
    (table,) = in_article(
        f"<table id=id3><caption>Error by hour{link}</caption><tr><th>A<th>B<tr><td>1<td>2</table>"
    )
    assert table.grid is not None
    assert table.grid.caption == "Error by hour"
