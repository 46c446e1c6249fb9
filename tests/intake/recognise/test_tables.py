from dataclasses import replace

from intake.recognise.made import draft, h, lost, p, table

HEAD = (h(1, "Tides"), p("The sea comes and goes."))
ROWS = (("Moon", "strong"), ("Sun", "weak"))


def test_a_table_stands_where_it_stood() -> None:
    made = draft(*HEAD, table(("Body", "Pull"), *ROWS, caption="Who pulls"), p("So it is."))
    (only,) = made.article.tables
    assert (only.id, only.caption) == ("who-pulls", "Who pulls")
    assert [c.label for c in only.columns] == ["Body", "Pull"]
    assert only.rows == ROWS
    assert "{{< table who-pulls >}}\n\nSo it is." in made.article.body


def test_the_heading_above_names_a_table_and_stays() -> None:
    made = draft(*HEAD, h(2, "Summary Table: Who Pulls"), table(("Body", "Pull"), *ROWS))
    assert made.article.tables[0].caption == "Who Pulls"
    assert "## Summary Table: Who Pulls" in made.article.body


def test_a_line_with_its_number_is_the_caption() -> None:
    made = draft(*HEAD, p("Table 1. Who pulls"), table(("Body", "Pull"), *ROWS))
    assert made.article.tables[0].caption == "Who pulls"
    assert "Table 1" not in made.article.body


def test_abbreviations_below_are_its_note() -> None:
    made = draft(*HEAD, table(("Body", "Pull"), *ROWS), p("Abbreviations: M, moon."))
    assert made.article.tables[0].note == "Abbreviations: M, moon."


def test_rows_are_as_wide_as_the_table() -> None:
    made = draft(*HEAD, table(("Body",), ("Moon", "strong")))
    assert [len(row) for row in made.article.tables[0].rows] == [2]
    assert len(made.article.tables[0].columns) == 2


def test_cells_that_had_run_together_are_not_told_again() -> None:
    glued = replace(table(("Body", "Pull"), *ROWS), plain="BodyPull\nMoonstrong\nSunweak")
    assert lost(draft(*HEAD, glued)) == {}


def test_two_tables_of_one_name_have_two_ids() -> None:
    one = table(("Body", "Pull"), *ROWS, caption="Pull")
    made = draft(*HEAD, one, one)
    assert [t.id for t in made.article.tables] == ["pull", "pull-2"]
    assert lost(made) == {}


def test_lines_above_that_are_called_its_caption_are() -> None:
    above = (p("Table 1.", "caption"), p("Who pulls", "caption"))
    made = draft(*HEAD, *above, table(("Body", "Pull"), *ROWS))
    assert made.article.tables[0].caption == "Who pulls"
