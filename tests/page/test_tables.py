from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Column, Table
from sample_manuscripts import plain
from sample_pages import page_of


def shown(table: Table) -> LexborNode:
    page = page_of(plain(f"{{{{< table {table.id} >}}}}\n", tables=(table,)), Publication())
    return LexborHTMLParser(page.blocks[1].html).css_first("figure")


def table(*labels: str, rows: tuple[tuple[str, ...], ...] = (), **parts: str) -> Table:
    columns = tuple(Column(id=f"c{i}", label=label) for i, label in enumerate(labels))
    return Table(id="t", columns=columns, rows=rows, **parts)


def test_headers_say_what_they_are_of():
    figure = shown(table("Hour", "Birds", rows=(("one", "2"), ("", "3"))))
    scopes = [(cell.text(), cell.attributes["scope"]) for cell in figure.css("th")]
    assert scopes == [("Hour", "col"), ("Birds", "col"), ("one", "row")]


def test_a_corner_without_a_label_is_no_header():
    figure = shown(table("", "Birds", rows=(("one", "2"),)))
    assert [cell.tag for cell in figure.css("tr")[0].iter()] == ["td", "th"]


def test_caption_and_note_hold_markdown_and_citations():
    figure = shown(table("A", rows=(("1",),), caption="Of *Calidris* [@a]", note="See [@b]."))
    assert figure.css_first("caption").text() == "Table 1 Of Calidris (1)"
    assert figure.css_first("caption em").text() == "Calidris"
    assert figure.css_first("figcaption").text() == "See (2)."


@pytest.mark.parametrize(("columns", "scrolls"), [(2, False), (3, True)])
def test_a_wide_table_scrolls_by_itself_and_by_keyboard(columns, scrolls):
    region = shown(table(*"abc"[:columns], rows=(("1",) * columns,))).css_first(".scroll")
    assert (region.attributes.get("tabindex") == "0") is scrolls
    assert (region.attributes.get("role") == "region") is scrolls


def test_rows_that_are_too_short_or_too_long_are_made_to_fit():
    figure = shown(table("a", "b", rows=(("1",), ("1", "2", "3"))))
    assert [len(row.css("th, td")) for row in figure.css("tr")] == [2, 2, 2]


def test_alignment_and_sentences_are_classes():
    columns = (Column(id="a", align="right"), Column(id="b", label="b"))
    figure = shown(Table(id="t", columns=columns, rows=(("1", "word " * 9),)))
    classes = [cell.attributes.get("class") for cell in figure.css("tbody tr > *")]
    assert classes == ["align-right", "wordy"]


def test_a_table_without_columns_is_its_caption():
    assert shown(table(caption="Empty")).css_first("caption").text() == "Table 1 Empty"
