"""Entries as pandoc's citeproc prints them: ten styles, sixty works, what differs is listed."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from golden_files import GOLDEN
from palmetto_editor.references.styles.style import Style, load, offered
from references.styles.items import ITEMS
from references.styles.shown import shown

HERE = Path(__file__).parent
STYLES = [style.id for style in offered()]
DIFFERENCES = json.loads((HERE / "differences.json").read_text("utf-8"))
LETTERS = {"same-year-first": "a", "same-year-second": "b"}


def recorded(style: str) -> dict[str, str]:
    text = (GOLDEN / "styles" / f"{style}.json").read_text("utf-8")
    entries: dict[str, str] = json.loads(text)["entries"]
    return {key: shown(html) for key, html in entries.items()}


def printed(style: Style) -> dict[str, str]:
    order = [ITEMS[index] for index in style.order(ITEMS)]
    before = {item.id: above for above, item in pairwise(order)}
    letters = LETTERS if style.disambiguation.add_year_suffix else {}
    return {
        item.id: shown(style.entry(item, letters.get(item.id, ""), before.get(item.id)))
        for item in ITEMS
    }


@pytest.mark.parametrize("name", STYLES)
def test_entries_are_those_of_pandoc_but_for_the_listed(name: str) -> None:
    theirs, mine = recorded(name), printed(load(name))
    listed = {key for key, entry in DIFFERENCES.items() if name in entry["styles"]}
    agreeing = {key: html for key, html in theirs.items() if key not in listed}
    assert {key: mine[key] for key in agreeing} == agreeing
    assert listed == {key for key in theirs if mine[key] != theirs[key]}


def test_at_least_99_of_100_agree_and_each_difference_has_a_reason() -> None:
    differing = sum(len(entry["styles"]) for entry in DIFFERENCES.values())
    assert all(entry["why"] for entry in DIFFERENCES.values())
    assert differing <= len(STYLES) * len(ITEMS) // 100


def test_the_list_is_sixty_works_of_every_type_that_is_offered() -> None:
    offered_types = {"article-journal", "book", "chapter", "webpage", "report", "thesis"}
    assert len({item.id for item in ITEMS}) == 60
    assert {item.type for item in ITEMS} >= offered_types | {"article", "paper-conference"}
    assert all(len(recorded(name)) == 60 for name in STYLES)
