"""What stands on a page, in which order and with which numbers."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from golden_files import assert_golden
from palmetto_editor.model.csl import Evidence, Extension
from palmetto_editor.model.publication import Citations, Publication
from palmetto_editor.model.values import Column, Image, Link, Metadata, Question, Table
from palmetto_editor.page.page import Page, document
from palmetto_editor.page.theme import load
from palmetto_editor.page.visible import visible_text
from sample_articles import full, minimal, publication
from sample_manuscripts import manuscript, plain
from sample_pages import page_of

TABLE = Table(id="t", caption="Counts", columns=(Column(id="c", label="Hour"),), rows=(("one",),))
PLAN = Image(id="plan", file="plan.png", alt="A plan")
ASKED = (Question(id="q1", question="Why?", answer="Because [@b]."),)


def built(body: str, **parts: object) -> Page:
    return page_of(plain(body, **parts), Publication())


def html_of(page: Page) -> str:
    return "\n".join(block.html for block in page.blocks)


def rules(page: Page) -> list[str]:
    return [fault.rule for fault in page.faults]


def without_css(page: Page) -> str:
    return document(page).replace(load("default").css, "/* theme.css */\n")


@pytest.mark.parametrize(
    ("name", "article"),
    [("full", full()), ("minimal", minimal()), ("manuscript", manuscript())],
)
def test_the_page_is_as_it_was(name, article):
    assert_golden(f"page-{name}.html", without_css(page_of(article, publication())))


def test_the_parts_stand_in_the_order_of_the_theme():
    article = replace(
        full(), body="Text.[^n]\n\n[^n]: A note.\n", links=(Link(id="l", label="L", target="/l"),)
    )
    ids = [block.id for block in page_of(article, publication()).blocks]
    assert ids[:5] == ["header", "notice", "short-answer", "lead", "b1"]
    assert ids[5:9] == ["tables", "table-counts", "faq", "notes"]
    assert ids[9:] == ["references", "links", "disclaimer"]


def test_a_page_of_nothing_has_a_header_and_no_faults():
    page = page_of(replace(minimal(), body="", metadata=Metadata()), Publication())
    assert [block.id for block in page.blocks] == ["header"]
    assert page.faults == ()
    assert "<title>Untitled</title>" in page.head


def test_citations_are_numbered_as_they_are_read():
    page = built(
        "One [@c].\n\n{{< table t >}}\n\nTwo [@a].\n",
        short_answer="Zero [@b].",
        tables=(replace(TABLE, rows=(("x [@a]",),)),),
    )
    assert page.references == ("b", "c", "a")
    assert re.findall(r'id="(cite-\d+-\d+)"', html_of(page)) == [
        "cite-1-1",
        "cite-2-1",
        "cite-3-1",
        "cite-3-2",
    ]


def test_what_is_placed_is_read_where_it_is_placed():
    before = built("{{< faq >}}\n\nLater [@a].\n", faq=ASKED)
    after = built("Later [@a].\n", faq=ASKED)
    assert before.references[:2] == ("b", "a")
    assert after.references[:2] == ("a", "b")


def test_a_cluster_shows_its_numbers_with_prefix_and_locator():
    page = built("First [@a]. Then [see @a; @b, p. 3].\n")
    assert "Then (see 1; 2, p. 3)." in visible_text(html_of(page))


def test_a_citation_in_running_text_names_its_author():
    page = built("As @b [p. 7] says, and [-@b] too.\n")
    assert "As B (1, p. 7) says, and (1) too." in visible_text(html_of(page))


def test_a_citation_of_nothing_is_shown_and_told():
    page = built("Text [@nobody] and [@a; @other].\n")
    assert '<span class="citation-missing">[?nobody]</span>' in html_of(page)
    assert '<span class="citation-missing">?other</span>' in html_of(page)
    faults = [fault for fault in page.faults if fault.rule == "citation.undefined"]
    assert [str(fault.place) for fault in faults] == ["body:6-13", "body:24-30"]


def test_references_that_nothing_cites_follow_with_a_warning():
    page = built("Only [@b].\n")
    assert page.references == ("b", "a", "c")
    assert rules(page) == ["reference.uncited", "reference.uncited"]
    assert {fault.severity for fault in page.faults} == {"warning"}
    assert 'href="#cite-2' not in html_of(page)


def test_a_reference_leads_back_to_every_place_that_cites_it():
    html = html_of(built("One [@a].\n\nTwo [@a].\n", faq=()))
    assert html.count('href="#cite-1-1"') == html.count('href="#cite-1-2"') == 1


def test_every_cite_of_a_range_is_led_back_to():
    html = html_of(built("Both [@a; @b; @c].\n"))
    for number in (1, 2, 3):
        assert html.count(f'id="cite-{number}-1"') == html.count(f'href="#cite-{number}-1"') == 1


def test_a_note_style_has_its_notes_among_the_writer_s():
    shared = Publication(citations=Citations(style="chicago-notes-bibliography"))
    page = page_of(plain("One [@a]. Two[^n]. @b [p. 3], see.\n\n[^n]: Mine [@c].\n"), shared)
    texts = [visible_text(block.html) for block in page.blocks]
    assert texts[1] == "One.1 Two2. B3, see."
    assert texts[2].startswith(
        "Notes A, Work a, n.d. ↩ Mine (C, Work c, n.d.). ↩ Work b, n.d., 3. ↩"
    )
    assert 'data-cite=" [@a]."' in page.blocks[1].html


def test_a_badge_says_what_kind_of_study_a_work_reports():
    works = plain("").references
    told = replace(works[0], palmetto=Extension(evidence=Evidence(kind="human", n=24)))
    article = plain("Text [@a].\n", references=(told, *works[1:]))
    shared = Publication(citations=Citations(badges=True))
    assert '<span class="evidence">Human, n = 24</span>' in html_of(page_of(article, shared))
    assert "Human" not in visible_text(html_of(page_of(article, Publication())))


def test_an_unknown_shortcode_leaves_nothing_on_the_page_but_a_fault():
    page = built("Text.\n\n{{< dance >}}\n")
    assert "dance" not in html_of(page)
    (fault,) = (fault for fault in page.faults if fault.rule.startswith("shortcode"))
    assert (fault.rule, str(fault.place)) == ("shortcode.unknown", "body:7-20")


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("{{< table none >}}", "shortcode.unknown-item"),
        ("{{< figure >}}", "shortcode.unknown-item"),
        ("{{< faq now >}}", "shortcode.unknown-item"),
        ("{{< faq >}}", "shortcode.empty"),
        ("{{< figure plan >}}\n\n{{< figure plan >}}", "shortcode.repeated"),
    ],
)
def test_a_shortcode_that_cannot_be_followed_is_a_fault(body, rule):
    assert rule in rules(built(f"[@a; @b; @c]\n\n{body}\n"))


def test_a_shortcode_outside_the_body_is_a_fault():
    page = built("Text.\n", notice="Notice.\n\n{{< references >}}")
    fault = next(fault for fault in page.faults if fault.rule == "shortcode.misplaced")
    assert str(fault.place) == "notice:9-27"


def test_a_table_that_the_body_does_not_place_follows_it_with_a_warning():
    page = built("Text [@a; @b; @c].\n", tables=(TABLE,))
    assert rules(page) == ["shortcode.unplaced"]
    assert '<h2 id="tables">Summary table</h2>' in html_of(page)


def test_tables_are_numbered_as_they_are_read():
    tables = tuple(replace(TABLE, id=name, caption=name) for name in ("x", "y", "z"))
    text = visible_text(html_of(built("{{< table y >}}\n", tables=tables)))
    assert [text.index(f"Table {n} {name}") for n, name in ((1, "y"), (2, "x"), (3, "z"))]


def test_a_heading_that_introduces_a_part_is_not_doubled():
    page = built(
        "## What people ask\n\n{{< faq >}}\n\n## References\n\n{{< references >}}\n", faq=ASKED
    )
    html = html_of(page)
    assert re.findall(r"<h2[^>]*>([^<]*)", html) == ["What people ask", "References"]
    assert '<div class="faq">' in html
    assert '<h2 id="references">References</h2>' in html


def test_questions_stand_one_level_below_the_heading_that_introduces_them():
    html = html_of(built("## A\n\n### B\n\n{{< faq >}}\n", faq=ASKED))
    assert '<h4 id="faq-q1">Why?</h4>' in html


def test_a_part_that_is_placed_within_a_section_has_its_own_heading():
    html = html_of(built("## A\n\nText.\n\n{{< faq >}}\n", faq=ASKED))
    assert '<h2 id="faq">Frequently asked questions</h2>' in html


def test_headings_in_an_answer_stand_below_its_question():
    asked = (Question(id="q1", question="Why?", answer="## Part\n\nText."),)
    assert "<h4>Part</h4>" in html_of(built("Text.\n", faq=asked))


def test_the_image_of_the_article_leads_it_unless_the_body_places_it():
    lead = replace(plain("").metadata, image="plan")
    ids = [block.id for block in built("Text.\n", metadata=lead).blocks]
    assert "lead" in ids
    ids = [block.id for block in built("Text.\n\n{{< figure plan >}}\n", metadata=lead).blocks]
    assert "lead" not in ids
    assert "figure-plan" in ids


def test_an_image_by_itself_is_a_figure_with_its_caption_numbered():
    page = built("Text [@a].\n\n![My text](plan)\n")
    figure = next(block for block in page.blocks if block.id == "figure-plan")
    assert 'alt="My text"' in figure.html
    assert "See (2)." in visible_text(figure.html)


def test_an_image_that_the_article_has_not_is_its_text_and_a_fault():
    page = built("Text with ![a view](gone.png) in it.\n")
    assert '<span class="image-missing">a view</span>' in html_of(page)
    assert "image.unknown" in rules(page)


def test_notes_are_numbered_once_and_lead_back_to_each_mark():
    page = built("A[^x] b[^y] c[^x].\n\n[^y]: Why.\n\n[^x]: Ex [@a].\n")
    html = html_of(page)
    assert visible_text(html).startswith("Plain A1 b2 c1.")
    assert '<li id="note-1"><p>Ex ' in html
    assert html.count('href="#noteref-1-2"') == 1


def test_a_note_within_a_note_is_numbered_after_it():
    page = built("A[^x].\n\n[^x]: One[^y].\n\n[^y]: Two.\n")
    assert "One2." in visible_text(html_of(page))
    assert "note.unused" not in rules(page)


def test_what_is_wrong_with_notes_is_told():
    page = built("A[^x] b[^gone].\n\n[^x]: One.\n\n[^x]: Again.\n\n[^z]: Idle.\n")
    found = {fault.rule: str(fault.place) for fault in page.faults if "note" in fault.rule}
    assert found == {
        "note.undefined": "body:7-14",
        "note.repeated": "body:29-41",
        "note.unused": "body:43-54",
    }


def test_a_link_to_a_sibling_leads_below_the_publication_or_beside_the_page():
    body = "See [that](article:that-one#part).\n"
    assert 'href="../that-one/#part"' in html_of(built(body))
    below = page_of(plain(body), publication())
    assert 'href="https://example.org/notes/that-one/#part"' in html_of(below)


def test_headings_never_take_an_id_of_the_page():
    body = "## Notes\n\n## References\n\n## Ref 1\n\n## Faq\n\n## Table t\n\n## Content\n\n## Faq\n"
    page = built(body + "\nA[^x].\n\n[^x]: One.\n", faq=ASKED, tables=(TABLE,))
    assert [entry.anchor for entry in page.outline] == [
        "notes-2",
        "references-2",
        "section-ref-1",
        "section-faq",
        "section-table-t",
        "content-2",
        "section-faq-2",
    ]


def test_the_outline_tells_where_each_heading_stands_in_the_source():
    page = built("Text.\n\n## One\n\nText.\n\n### Two\n")
    assert [(entry.level, entry.text) for entry in page.outline] == [(2, "One"), (3, "Two")]
    assert [page.body_blocks[entry.block].text for entry in page.outline] == [
        "## One\n\n",
        "### Two\n",
    ]


def test_sources_tell_which_block_of_the_body_is_shown():
    page = built("Text.\n\n[^n]: Note.\n\n{{< figure plan >}}\n\nMore[^n].\n")
    shown = {s: b.id for b, s in zip(page.blocks, page.sources, strict=True) if s is not None}
    assert shown == {0: "b1", 2: "figure-plan", 3: "b4"}


def test_an_image_without_a_file_takes_no_paragraph_of_the_body():
    page = built("Look here ![A plan](plan).\n", images=(Image(id="late"), PLAN))
    assert "Look here" in html_of(page)


def test_the_graph_says_of_answers_and_captions_what_the_page_shows():
    page = page_of(manuscript(), publication())
    nodes = page.graph["@graph"]
    text = visible_text(html_of(page))
    faq = next(node for node in nodes if node["@type"] == "FAQPage")
    for question in faq["mainEntity"]:
        assert question["acceptedAnswer"]["text"] in text
    captions = [node["caption"] for node in nodes if "caption" in node]
    assert captions
    assert all(caption in text for caption in captions)
