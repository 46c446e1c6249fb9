"""Faults of the ids of items."""

from __future__ import annotations

from dataclasses import replace

from fault_articles import GOOD, link, table
from faults.case import Case, in_article
from palmetto_editor.model.values import Article, Column, Question


def _asked(item: str) -> Article:
    new = Question(id=item, question="Where do they rest?", answer="On the dunes.")
    return replace(GOOD, faq=(*GOOD.faq, new))


def _columns(*ids: str) -> Article:
    columns = tuple(Column(id=item, label=f"Number {n}") for n, item in enumerate(ids))
    return table(columns=columns, rows=(("a",) * len(ids),))


CASES: dict[str, list[Case]] = {
    "ids.twice": [in_article(_asked("Q1"), _asked("Q9"), "faq[Q1].id", "twice in faq")],
    "ids.columns": [
        in_article(_columns("c", "C"), _columns("c", "d"), "tables[t].columns[1].id", "“C”")
    ],
    "ids.missing": [in_article(link(id=" "), link(id="a"), "links", "no id")],
}
