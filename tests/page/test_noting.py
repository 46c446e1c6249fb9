"""Notes that look back at the notes before them, as pandoc's citeproc writes them."""

import json
import re
from html import unescape

import pytest

from golden_files import GOLDEN
from palmetto_editor.checks.parity import parity
from palmetto_editor.model.publication import Citations, Publication
from palmetto_editor.model.values import Article, Metadata
from palmetto_editor.page.page import document
from references.citing.cited_works import CSL_OF_NOTES, REFERENCES
from references.citing.noted import TEXT
from sample_pages import page_of

RECORD = json.loads((GOLDEN / "citations.json").read_text("utf-8"))["notes"]
_NOTE = re.compile(r'<li id="note-\d+"[^>]*>(.*?)<span class="back">', re.DOTALL)


def article(body: str) -> Article:
    return Article(id="x", body=body, references=REFERENCES, metadata=Metadata(language="en"))


def notes(body: str, style: str) -> list[str]:
    csl = CSL_OF_NOTES if style == "notes" else ""
    shared = Publication(citations=Citations(style=style, csl=csl))
    page = page_of(article(body), shared)
    found = _NOTE.findall("".join(block.html for block in page.blocks))
    return [" ".join(unescape(re.sub(r"<[^>]*>", "", note)).split()) for note in found]


@pytest.mark.parametrize("style", RECORD)
def test_notes_look_back_as_those_of_pandoc(style):
    assert notes(TEXT, style) == RECORD[style]


def test_a_page_whose_notes_look_back_agrees_with_its_source():
    style = Citations(style="notes", csl=CSL_OF_NOTES)
    page = page_of(article(TEXT), Publication(citations=style))
    assert parity(article(TEXT), document(page), page.graph_text, style) == ()


def test_ibid_is_the_work_of_the_note_right_before():
    assert notes("[@a] [@a]", "notes")[1] == "Ibid."
    assert notes("[@a] x[^n] [@a]\n\n[^n]: No work.\n", "notes")[2] == "Smith, Jones, near."


def test_a_note_that_is_put_in_before_moves_the_number_that_is_told():
    far = "[@b] [@c] [@c2] [@m1] [@m2] [@a]"
    assert notes(f"[@a] {far}", "notes")[-1] == "Smith, Jones, see note 1 above."
    moved = notes(f"New.[^n] [@a] {far}\n\n[^n]: Words.\n", "notes")[-2:]
    assert "Smith, Jones, see note 2 above." in moved
