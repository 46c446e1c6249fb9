"""Faults of summary tables."""

from __future__ import annotations

from fault_articles import table
from faults.case import Case, in_article
from palmetto_editor.model.values import Column

CASES: dict[str, list[Case]] = {
    "tables.caption": [in_article(table(caption=" "), table(), "tables[t].caption", "no caption")],
    "tables.header": [
        in_article(
            table(columns=(Column(id="c"),)), table(), "tables[t].columns[0].label", "no header"
        )
    ],
    "tables.ragged": [
        in_article(
            table(rows=(("a",), ("b", "c"))),
            table(rows=(("a",), ("b",))),
            "tables[t].rows[1]",
            "2 cells",
        ),
        in_article(
            table(rows=(("a",), ())), table(rows=(("a",), ("",))), "tables[t].rows[1]", "0 cells"
        ),
    ],
    "tables.empty": [in_article(table(rows=(("",),)), table(), "tables[t]", "no content")],
}
