"""What pandoc's citeproc makes of the same citations, recorded by `tools/pandoc_citations.py`."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from palmetto_editor.markup.citations import bare, bracketed
from palmetto_editor.references.citing.clusters import shown
from palmetto_editor.references.citing.count import count
from palmetto_editor.references.citing.positions import positions
from palmetto_editor.references.citing.works import works
from palmetto_editor.references.styles.style import load, offered
from references.citing.cases import CASES
from references.citing.cited_works import REFERENCES

RECORD = json.loads((Path(__file__).parents[2] / "golden/citations.json").read_text("utf-8"))
DIFFERENCES = json.loads((Path(__file__).parent / "differences.json").read_text("utf-8"))
STYLES = [style.id for style in offered()]


def cited(style: str) -> dict[str, str]:
    """The text of each case, of its note where the style has notes."""
    clusters = [bracketed(c[1:-1]) if c.startswith("[") else bare(c, 0)[0] for c in CASES]
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


def differing(style: str) -> set[str]:
    theirs = RECORD["styles"][style]
    return {case for case, text in cited(style).items() if text != theirs[case]}


@pytest.mark.parametrize("style", STYLES)
def test_citations_are_pandoc_s_but_for_those_that_have_a_reason(style):
    reasons = DIFFERENCES["reasons"]
    listed = DIFFERENCES["styles"].get(style, {})
    assert set(listed.values()) <= reasons.keys()
    assert differing(style) == listed.keys()


def test_every_style_offered_was_recorded():
    assert RECORD["styles"].keys() == set(STYLES)
