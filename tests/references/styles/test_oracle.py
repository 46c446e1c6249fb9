"""Entries as pandoc's citeproc prints them: ten styles, sixty works, what differs is listed."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from golden_files import GOLDEN
from palmetto_editor.references.styles.scope import Place
from palmetto_editor.references.styles.style import Style, load, offered
from references.styles.items import ITEMS, SEASONS
from references.styles.shown import shown

HERE = Path(__file__).parent
STYLES = [style.id for style in offered()]
DIFFERENCES = json.loads((HERE / "differences.json").read_text("utf-8"))
LETTERS = {"same-year-first": "a", "same-year-second": "b"}


@cache
def golden(style: str) -> dict[str, Any]:
    text = (GOLDEN / "styles" / f"{style}.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@cache
def recorded(style: str) -> dict[str, str]:
    return {key: shown(html) for key, html in golden(style)["entries"].items()}


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


@pytest.mark.parametrize("name", STYLES)
def test_seasons_are_those_of_pandoc(name: str) -> None:
    style = load(name)
    listed = [SEASONS[index] for index in style.order(SEASONS)]
    before = {item.id: above for above, item in pairwise(listed)}
    mine = {item.id: shown(style.entry(item, "", before.get(item.id))) for item in SEASONS}
    assert mine == {key: shown(html) for key, html in golden(name)["seasons"].items()}


def bracketed(style: Style, cite: str) -> str:
    """A cite as all of its bracket or note."""
    return sentence(f"{style.cluster.prefix}{cite}{style.cluster.suffix}")


def sentence(html: str) -> str:
    """How a note begins and ends is the business of the cluster."""
    text = shown(html).rstrip(".")
    return text[:1].upper() + text[1:]


@pytest.mark.parametrize("name", [style.id for style in offered() if style.kind != "numeric"])
def test_cites_are_those_of_pandoc(name: str) -> None:
    style, works = load(name), {item.id: item for item in ITEMS}
    later = Place(position="subsequent", locator="33-35")
    for key, theirs in golden(name)["cites"].items():
        mine = [style.cite(works[key], place) for place in (Place(), later)]
        if name not in DIFFERENCES.get(key, {"styles": []})["styles"]:
            assert [bracketed(style, cite) for cite in mine] == [sentence(html) for html in theirs]


def test_at_least_99_of_100_agree_and_each_difference_has_a_reason() -> None:
    differing = sum(len(entry["styles"]) for entry in DIFFERENCES.values())
    assert all(entry["why"] for entry in DIFFERENCES.values())
    assert differing <= len(STYLES) * len(ITEMS) // 100


def test_the_list_is_sixty_works_of_every_type_that_is_offered() -> None:
    offered_types = {"article-journal", "book", "chapter", "webpage", "report", "thesis"}
    assert len({item.id for item in ITEMS}) == 60
    assert {item.type for item in ITEMS} >= offered_types | {"article", "paper-conference"}
    assert all(len(recorded(name)) == 60 for name in STYLES)
