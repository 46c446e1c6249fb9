"""Foreign pages in the shapes of real systems: what docs/intake.md records stays at least so."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from intake_fixtures import Fixture, draft_of, fixtures
from intake_scores import score
from intake_shown import everything, plain
from intake_table import Row, recorded, rows
from intake_tally import Scores, Tally
from palmetto_editor.intake.draft import Draft
from palmetto_editor.intake.source import open_source

PAGE = Path(__file__).parents[2] / "docs" / "intake.md"
FEWEST, MOST = 400, 2_000  # words of a fixture
_WORD = re.compile(r"[^\W_]{3,}")
_SYNTAX = re.compile(  # front matter, templates, attributes, comments, fences of Pandoc
    r"\A(---|\+\+\+)\n.*?^\1$|\{[{%].*?[%}]\}|\{[:.#].*?\}|<!--.*?-->|%%.*?%%|^:::.*?$"
    r"|\^[\w-]+$|\]\([^)]*\)",
    re.MULTILINE | re.DOTALL,
)
_GLUED = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|(?<=[a-z])(?=[A-Z])")
# What a draft says in another way: a date as ISO 8601, the label of tags by the field that they
# stand in, the keys of printed JSON-LD by its claims; Jekyll's TOC says nothing of its own.
_MONTHS = frozenset(calendar.month_name[1:] + calendar.month_abbr[1:])
_KEYS = frozenset({"TOC", "acceptedAnswer", "datePublished", "FAQPage", "inLanguage", "mainEntity"})
_LABELS = frozenset({"tags", "filed", "under"})
_SAID_OTHERWISE = frozenset(word.casefold() for word in _MONTHS | _KEYS | _LABELS)


@cache
def draft(name: str) -> Draft:
    return draft_of(next(one for one in fixtures() if one.name == name))


@cache
def scores() -> Scores:
    total = Scores()
    for one in fixtures():
        total.add(score(one.truth, draft(one.name)))
    return total


FLOORS = {row.field: row for row in recorded(PAGE.read_text("utf-8"))}
# What the readers do not do yet; anything else that they fail at is a step back.
STILL_SHOWN: dict[str, set[str]] = {}
STILL_MISSING: dict[str, set[str]] = {}
# The labels of bylines: the fields say the same.
STILL_LOST = {"blogger": {"posted"}, "microdata": {"written"}}


def test_there_are_more_than_thirty_pages() -> None:
    assert len(fixtures()) > 30


def test_a_wrong_value_is_one_missed_and_one_too_many() -> None:
    one = fixtures()[0]
    scored = score({"headline": "Another"}, draft(one.name)).tallies["headline"]
    assert (scored.right, scored.missed, scored.wrong) == (0, 1, 1)


def test_every_scored_field_is_in_the_recorded_table() -> None:
    assert {row.field for row in rows(scores())} <= set(FLOORS)


def test_every_field_is_found_as_often_as_recorded() -> None:
    below = {
        field: [miss for miss in scores().misses if miss[0] == field]
        for field, floor in FLOORS.items()
        if not _as_often(scores().tallies.get(field, Tally()), floor)
    }
    assert below == {}


def _as_often(tally: Tally, floor: Row) -> bool:
    return at_least(tally.recall(), floor.recall) and at_least(tally.precision(), floor.precision)


def at_least(share: float | None, percent: int | None) -> bool:
    """Where nothing was found, nothing was wrong; where nothing was to be found, none missed."""
    return share is None or percent is None or share * 100 + 1e-9 >= percent


def test_every_page_is_as_long_as_an_article() -> None:
    words = {fixture.name: len(_source_text(fixture.path).split()) for fixture in fixtures()}
    assert {name: n for name, n in words.items() if not FEWEST <= n <= MOST} == {}


def test_nothing_of_the_site_is_in_an_article() -> None:
    assert _differing(_of_the_site, STILL_SHOWN) == {}


def test_every_sentence_at_an_awkward_place_is_in_its_article() -> None:
    assert _differing(_missing, STILL_MISSING) == {}


def test_no_word_of_any_source_is_lost() -> None:
    assert _differing(_lost, STILL_LOST) == {}


def _differing(
    find: Callable[[Fixture], set[str]], known: dict[str, set[str]]
) -> dict[str, set[str]]:
    """What is found in each fixture and is not known, by the fixture's name."""
    found = {one.name: find(one) - known.get(one.name, set()) for one in fixtures()}
    return {name: what for name, what in found.items() if what}


def _of_the_site(fixture: Fixture) -> set[str]:
    shown = everything(draft(fixture.name).article)
    return {phrase for phrase in fixture.truth["must_not_contain"] if plain(phrase) in shown}


def _missing(fixture: Fixture) -> set[str]:
    shown = everything(draft(fixture.name).article)
    return {said for said in fixture.truth["must_contain"] if plain(said) not in shown}


def _lost(fixture: Fixture) -> set[str]:
    known = " ".join(_told(draft(fixture.name))).casefold()
    words = set(_WORD.findall(_source_text(fixture.path).casefold())) - _SAID_OTHERWISE
    return {word for word in words if word not in known}


def _told(draft: Draft) -> Iterator[str]:
    """All that the draft says anywhere: article, claims, what was mended, leftovers."""
    yield everything(draft.article)
    yield repr(draft.article)
    yield "".join(draft.article.metadata.keywords)  # a copied page glues its tags together
    for claim in draft.claims:
        yield f"{claim.value} {claim.detail} {claim.url}"
    for field in draft.fields:
        yield field.value
    for mending in draft.mended:
        yield f"{mending.what} {mending.words}"
    for leftover in draft.leftovers:
        yield leftover.text


@cache
def _source_text(path: Path) -> str:
    """The words that a reader of the source sees."""
    if path.suffix == ".json":
        return _described(json.loads(path.read_text("utf-8")))
    text = open_source(path).text
    if path.suffix in (".md", ".qmd"):
        return _SYNTAX.sub(" ", text)
    if path.suffix == ".txt":
        return _GLUED.sub(" ", text)  # cells that stood in columns of a table
    tree = LexborHTMLParser(text)
    tree.strip_tags(["script", "style", "noscript", "template", "head", "svg", "textarea"])
    return tree.body.text(separator=" ") if tree.body else ""


def _described(word: dict[str, list[dict[str, str | list[list[str]]]]]) -> str:
    texts = [str(block.get("text", "")) for block in word["blocks"]]
    cells = [cell for block in word["blocks"] for row in block.get("rows", []) for cell in row]
    return " ".join(texts + cells)
