"""Cells come from spreadsheets, CSV, web pages and Markdown, and go back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData

from palmetto_editor.ui.widgets.grid_clipboard import cells_of, read_cells, read_html, write_cells


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\nc\td\n", [["a", "b"], ["c", "d"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\t\t", [["a", "", ""]]),
        ('"two\nlines"\t"say ""hi"""\nx\ty', [["two\nlines", 'say "hi"'], ["x", "y"]]),
        ('5" pipe\tx', [['5" pipe', "x"]]),
        ('"open\tx\ny\tz', [['"open', "x"], ["y", "z"]]),
        ("a,b,c\n1,2,3", [["a", "b", "c"], ["1", "2", "3"]]),
        ('name;n\n"Sun; 2004";3\n', [["name", "n"], ["Sun; 2004", "3"]]),
        ("one, two and three", [["one, two and three"]]),
        ("Yes, it does.\nNo, it does not.", [["Yes, it does."], ["No, it does not."]]),
        ("one\ntwo\nthree", [["one"], ["two"], ["three"]]),
        ("| a | b |\n|---|:-:|\n| c \\| d | e |", [["a", "b"], ["c | d", "e"]]),
        ("5\u00a0mg\tx", [["5\u00a0mg", "x"]]),
        ("\n", []),
        ("", []),
    ],
)
def test_text_becomes_cells(text, cells):
    assert read_cells(text) == cells


def test_a_table_of_a_web_page_becomes_cells():
    html = """<p>Before</p><table><tr><th colspan=2>Both</th><th>C</th></tr>
    <tr><td>a <b>bold</b> word</td><td>two<br>lines</td><td>5&nbsp;mg</td></tr></table>
    <table><tr><td>another</td></tr></table>"""
    assert read_html(html) == [["Both", "", "C"], ["a bold word", "two\nlines", "5\u00a0mg"]]


def test_html_counts_only_where_there_is_no_text():
    data = QMimeData()
    data.setHtml("<table><tr><td>a</td><td>b</td></tr></table>")
    assert cells_of(data) == [["a", "b"]]
    data.setText("c\td")
    assert cells_of(data) == [["c", "d"]]
    words = QMimeData()
    words.setHtml("<p>only words</p>")
    assert cells_of(words) == [["only words"]]


def test_one_cell_is_copied_as_it_is():
    assert write_cells([['say "hi"\tthere']]) == 'say "hi"\tthere'


CELL = st.text(alphabet='ab,;|"\n \u00e9\U0001f600', max_size=6)


@given(st.lists(st.lists(CELL, min_size=2, max_size=3), min_size=1, max_size=4))
def test_what_is_copied_is_pasted_as_it_was(rows):
    cells = [[*row, "x"][:3] for row in rows]
    cells = [[*row, *[""] * (3 - len(row))] for row in cells]
    assert read_cells(write_cells(cells)) == cells
