from __future__ import annotations

import json
from dataclasses import replace

import pytest

from golden_files import assert_golden
from palmetto_editor.model.csl import Update
from palmetto_editor.model.publication import Citations, Publication
from palmetto_editor.model.values import Article, Question
from palmetto_editor.page.twin import markdown
from references.citing.cited_works import CSL_OF_NOTES
from sample_articles import full, minimal, publication
from sample_manuscripts import manuscript, plain
from sample_pages import page_of


def twin(article: Article, shared: Publication | None = None) -> str:
    shared = shared or publication()
    return markdown(article, shared, page_of(article, shared))


def body(text: str, **parts: object) -> str:
    """The twin of the plain article's body: what stands between its headline and the rest."""
    shown = twin(plain(text, **parts)).partition("# Plain\n\n")[2]
    return shown.partition("\n\n## References")[0].rstrip("\n")


@pytest.mark.parametrize(
    ("name", "article"), [("full", full()), ("minimal", minimal()), ("manuscript", manuscript())]
)
def test_the_twin_is_as_it_was(name, article):
    assert_golden(f"page-{name}.md", twin(article))


def test_the_front_matter_is_yaml_made_of_json():
    lines = twin(full()).split("---\n")[1].splitlines()
    fields = {name: json.loads(value) for name, value in (line.split(": ", 1) for line in lines)}
    assert fields["title"] == "Sandpipers and tides"
    assert fields["authors"] == ["Ada Wren", "The Shore Station"]
    assert fields["canonical"] == "https://example.org/notes/sandpipers-and-tides/"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One [@b; see @a, p. 3].\n", "One (1; see 2, p. 3)."),
        ("As @b [p. 7] says.\n", "As B (1, p. 7) says."),
        ("Shown--@b and non-@b.\n", "Shown--B (1) and non-B (1)."),
        ("Mail a@b.org, `[@a]`, [@gone].\n", "Mail a@b.org, `[@a]`, [@gone]."),
        ("```\n[@a]\n```\n", "```\n[@a]\n```"),
        ("See [it](article:x#y).\n", "See [it](https://example.org/notes/x/#y)."),
        ("Text ![plan](plan) text.\n", "Text ![plan](assets/plan.png) text."),
        ("# One\n", "## One"),
        ("Lost.\n\n{{< table gone >}}\n", "Lost."),
        ("A[^n].\n\n[^n]: See [@a].\n", "A[^n].\n\n[^n]: See (1)."),
    ],
)
def test_the_body_is_what_the_page_shows_of_it(text, shown):
    assert body(text) == shown


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("american-medical-association", "One <sup>1</sup>. As B<sup>2</sup> says."),
        ("apa", "One (A, n.d.). As B (n.d.) says."),
        ("chicago-notes-bibliography", "One (A, Work a, n.d.). As B (Work b, n.d.) says."),
    ],
)
def test_citations_are_those_of_the_style(style, shown):
    shared = replace(publication(), citations=Citations(style=style))
    text = twin(plain("One [@a]. As @b says.\n"), shared)
    assert shown in text
    numbered = "1. " if style.startswith("american") else "- "
    assert f"## References\n\n{numbered}A" in text


def test_notes_that_are_not_there_are_not_looked_back_at():
    style = Citations(style="notes", csl=CSL_OF_NOTES)
    text = twin(plain("One [@a]. Two [@b]. Three [@a].\n"), replace(publication(), citations=style))
    assert "One (A, Work a). Two (B, Work b). Three (A, Work a)." in text


def test_a_figure_has_its_caption_and_credit_below_it():
    assert body("{{< figure plan >}}\n") == "![A plan](assets/plan.png)\n\nSee (1)."
    assert body("![Mine](plan)\n") == "![Mine](assets/plan.png)\n\nSee (1)."


def test_a_part_that_a_heading_introduces_is_not_headed_twice():
    asked = (Question(id="q", question="Why?", answer="So."),)
    text = body("## Asked\n\n{{< faq >}}\n\nMore.\n", faq=asked)
    assert text == "## Asked\n\n### Why?\n\nSo.\n\nMore."
    text = body("## Asked\n\nText.\n\n{{< faq >}}\n", faq=asked)
    assert "Text.\n\n## Frequently asked questions\n\n### Why?" in text


def test_a_bar_in_a_cell_does_not_end_it():
    table = replace(full().tables[0], rows=(("a|b", "c\nd"),))
    assert "| a\\|b | c d |" in twin(replace(full(), tables=(table,)))


def test_a_retracted_work_says_so_beside_its_entry():
    work = full().references[0]
    retracted = replace(work.palmetto, updates=(Update(kind="retraction", source="Crossref"),))
    article = replace(full(), references=(replace(work, palmetto=retracted),))
    (entry,) = [line for line in twin(article).split("\n") if line.startswith("1. Wren")]
    assert entry.endswith(" [Retracted]")
