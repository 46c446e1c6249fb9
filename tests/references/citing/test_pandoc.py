"""What pandoc's citeproc makes of the same citations, recorded by `tools/pandoc_citations.py`."""

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from palmetto_editor.markup.citations import bare, bracketed
from palmetto_editor.references.citing.clusters import shown
from palmetto_editor.references.citing.count import count
from palmetto_editor.references.citing.locators import parse
from palmetto_editor.references.citing.positions import positions
from palmetto_editor.references.citing.works import works
from palmetto_editor.references.styles.style import load, offered
from references.citing.cases import CASES
from references.citing.cited_works import REFERENCES

RECORD = json.loads((Path(__file__).parents[2] / "golden/citations.json").read_text("utf-8"))
DIFFERENCES = json.loads((Path(__file__).parent / "differences.json").read_text("utf-8"))
STYLES = [style.id for style in offered()]


def cited(style: str, change=lambda cluster: cluster) -> dict[str, str]:
    """The text of each case, of its note where the style has notes; each cluster `change`d."""
    written = [bracketed(c[1:-1]) if c.startswith("[") else bare(c, 0)[0] for c in CASES]
    clusters = [change(cluster) for cluster in written]
    counted = count([clusters], {reference.id for reference in REFERENCES})
    made = works(REFERENCES, counted.order, load(style))
    placed = positions(clusters)
    found = [
        shown(one, counted.occurrences[0][i], made, placed[i]) for i, one in enumerate(clusters)
    ]
    return {
        case: " ".join(unescape(re.sub(r"<[^>]*>", "", one.html)).split())
        for case, one in zip(CASES, found, strict=True)
    }


@pytest.mark.parametrize("language", RECORD["words"])
def test_the_words_before_a_locator_are_those_of_the_article_s_language(language):
    style = load("chicago-author-date", language=language)
    made = works(REFERENCES, ("a",), style)
    for suffix, theirs in RECORD["words"][language].items():
        (found,) = [shown(bracketed(f"@a, {suffix}"), (1,), made)]
        assert " ".join(unescape(re.sub(r"<[^>]*>", "", found.html)).split()) == theirs


def differing(style: str) -> set[str]:
    theirs = RECORD["styles"][style]
    return {case for case, text in cited(style).items() if text != theirs[case]}


@pytest.mark.parametrize("style", STYLES)
def test_citations_are_pandoc_s_but_for_those_that_have_a_reason(style):
    reasons = DIFFERENCES["reasons"]
    listed = DIFFERENCES["styles"].get(style, {})
    assert set(listed.values()) <= reasons.keys()
    assert differing(style) == listed.keys()


def without_locators(cluster):
    cites = [replace(c, suffix=parse(c.suffix)[1]) for c in cluster.cites]
    return replace(cluster, cites=tuple(cites))


@pytest.mark.parametrize("style", DIFFERENCES["styles"])
def test_what_differs_differs_by_its_reason_alone(style):
    mine, theirs = cited(style), RECORD["styles"][style]
    unplaced = cited(style, without_locators)
    for case, reason in DIFFERENCES["styles"][style].items():
        bare_one = unplaced[case]
        if reason == "named":  # in a style without a place for the page it has both reasons
            assert mine[case].endswith(theirs[case]) or bare_one.endswith(theirs[case])
        else:
            without = {"locator": bare_one, "and": mine[case].replace(" and ", " & ")}
            assert without.get(reason, "") == theirs[case]


def test_at_least_261_of_320_agree():
    every = sum(map(len, RECORD["styles"].values()))
    listed = sum(map(len, DIFFERENCES["styles"].values()))
    assert (every, every - listed) >= (320, 261)


def test_every_style_offered_was_recorded():
    assert RECORD["styles"].keys() == set(STYLES)
