"""What pandoc's citeproc makes of the same citations, recorded by `tools/pandoc_citations.py`."""

import json
import re
from functools import cache
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


@cache
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
    cites = [c._replace(suffix=parse(c.suffix)[1]) for c in cluster.cites]
    return cluster._replace(cites=tuple(cites))


def explains(reason, case, mine, unplaced, theirs) -> bool:
    """Whether the reason is all that is between the two; `unplaced` is ours without locators."""
    match reason:
        case "locator":
            return unplaced == theirs
        case "named":  # in a style without a place for the page it has both reasons
            return mine.endswith(theirs) or unplaced.endswith(theirs)
        case "and":
            return mine.replace(" and ", " & ") == theirs
        case "plural":
            return mine == re.sub(r"(ol(?:ume)?)s", r"\1", theirs, count=1)
        case "words":
            return case.partition(", ")[2].rstrip("]") in theirs
        case "nothing":
            return mine.startswith(theirs.rstrip(")"))
    return False


@pytest.mark.parametrize("style", DIFFERENCES["styles"])
def test_what_differs_differs_by_its_reason_alone(style):
    mine, theirs = cited(style), RECORD["styles"][style]
    unplaced = cited(style, without_locators)
    for case, reason in DIFFERENCES["styles"][style].items():
        assert explains(reason, case, mine[case], unplaced[case], theirs[case])


def test_at_least_670_of_850_agree_and_most_others_are_meant():
    listed = [reason for cases in DIFFERENCES["styles"].values() for reason in cases.values()]
    assert sum(map(len, RECORD["styles"].values())) == 850
    assert len(listed) <= 180
    assert sum(reason not in ("locator", "named", "and") for reason in listed) <= 24


def test_every_style_offered_was_recorded():
    assert RECORD["styles"].keys() == set(STYLES)
