"""What is said of finished pages: of sound ones nothing, of hostile ones something and no error."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from effort import grows_with
from faults.case import caught
from faults.graph import PLANTED
from marked_pages import GRAPH, SCRIPT, page
from palmetto_editor.checks.abouts import known
from palmetto_editor.checks.graph import published
from palmetto_editor.checks.graph.marked import Marked
from palmetto_editor.checks.graph.page_rules import PAGE_RULES
from palmetto_editor.checks.graph.rules import RULES
from palmetto_editor.model.places import Place
from palmetto_editor.page.page import document
from sample_articles import clean, full, publication
from sample_manuscripts import manuscript
from sample_pages import page_of

FIXTURES = Path(__file__).parents[2] / "intake" / "fixtures"
_NAMES = """
    @id @type @graph @context @reverse @value author image mainEntity acceptedAnswer citation name
    datePublished itemListElement position isPartOf text inLanguage audience logo width sameAs
"""
NAMES = st.sampled_from([*_NAMES.split(), "a:b[c]\n", ""])
TYPES = st.sampled_from(
    ["Article", "FAQPage", "Question", "BreadcrumbList", "ImageObject", "Person", "Drug", "#a", ""]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TYPES | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=30,
)


def _rules(html):
    return {finding.rule for finding in published(html)}


def test_a_sound_page_has_nothing_to_be_said_of():
    assert published(page()) == ()


@pytest.mark.parametrize("article", [full(), clean(), manuscript()], ids=["full", "clean", "rich"])
def test_nothing_is_to_be_said_of_a_page_of_ours(article):
    assert _rules(document(page_of(article, publication()))) == set()


def test_the_planted_faults_are_twenty_seven_and_all_caught():
    assert sorted(PLANTED) == list(range(1, 28))
    each = {number: caught(rule, case, case.broken()) for number, (rule, case) in PLANTED.items()}
    assert [number for number, is_caught in each.items() if not is_caught] == []


def test_every_rule_on_pages_has_a_name_of_its_own_and_a_reason():
    names = [rule.id for rule in PAGE_RULES]
    assert len(names) == len(set(names))
    assert set(names) <= known()
    exported = {"script", "markup", "page", "graph", "head", "shown", "marks"}
    exported |= {"references-file", "table-file", "image-file", "file"}  # read back from the bundle
    of_us = {rule for rule in known() if rule.partition(".")[0] in ("graph", "head", "parity")}
    of_articles = {rule.id for rule in RULES} | {"graph.faq-across", "graph.id-across"}
    assert of_us - set(names) - of_articles == {f"parity.{name}" for name in exported}


@pytest.mark.parametrize("html", sorted(FIXTURES.glob("*/*.html")), ids=lambda path: path.stem)
def test_findings_of_strangers_pages_can_be_written_and_read(html):
    for finding in published(html.read_text("utf-8", errors="replace")):
        assert Place.parse(str(finding.place)) == finding.place
        assert finding.message.endswith(".")
        assert finding.about is not None


@example({"@id": "a", "@type": "Article"})
@example([{"@id": "a", "@type": "Article"}])
@given(VALUES)
def test_markup_of_any_kind_is_read(value):
    for finding in published(page(json.dumps(value))):
        assert Place.parse(str(finding.place)) == finding.place


@given(VALUES)
def test_a_sound_graph_with_anything_in_it_is_read(value):
    made = {**GRAPH, "@graph": [*GRAPH["@graph"], value, {"@type": "Article", "author": value}]}
    published(page(json.dumps(made)))


@pytest.mark.parametrize(
    "markup",
    [
        "[" * 5_000,
        '{"author":' * 5_000,
        '{"@graph":' * 150 + "{}" + "}" * 150,
        '{"@type":"Article","author":' * 150 + '"x"' + "}" * 150,
        '{"@type": "Article", "@id": "a", "author": {"@id": "a"}, "citation": {"@id": "a"}}',
        '{"@context": {"Article": "Article", "a": "b:", "b": "a:"}, "@type": "a:Article"}',
        "\\ud800 \x00 <!-- <script>",
        "",
    ],
    ids=["lists", "objects", "graphs", "articles", "circle", "context", "signs", "nothing"],
)
def test_hostile_markup_raises_nothing(markup):
    assert published(page(SCRIPT.format(markup))) != ()


@pytest.mark.parametrize("element", ["table><tr><td", "h1><span", "time", "code", "div hidden"])
def test_elements_within_each_other_without_end_are_read(element):
    html = {n: page(body={"text": f"<{element}>" * n + '"@type":'}) for n in (210, 840)}
    assert grows_with(lambda count: published(html[count]), 210, times=4)


def test_of_very_many_elements_the_first_are_read():
    assert Marked("<code>x</code>" * 300).texts("code") == ["x"] * 200


@pytest.mark.parametrize("html", ["", "<", "\x00", "<script type=application/ld+json>", "{}"])
def test_hostile_html_raises_nothing(html):
    assert "head.title" in _rules(html)


def _crowd(count):
    nodes = [
        {
            "@type": "Question",
            "@id": f"q{i}",
            "name": f"What is {i}?",
            "acceptedAnswer": {"@id": "x"},
        }
        for i in range(count)
    ]
    faq = {"@type": "FAQPage", "mainEntity": [{"@id": f"q{i}"} for i in range(count)]}
    return page(json.dumps({"@context": "https://schema.org", "@graph": [faq, *nodes]}))


def test_work_grows_with_the_markup_and_no_faster():
    pages = {count: _crowd(count) for count in (30, 300)}
    assert grows_with(lambda count: published(pages[count]), 30)


def test_one_rule_does_not_flood_the_list():
    counts = [finding.rule for finding in published(_crowd(120))]
    assert max(map(counts.count, set(counts))) <= 50


def test_a_collapsed_answer_is_on_the_page():
    html = re.sub(r"(<h2>Questions.*)", r"<details>\1</details>", page())
    assert published(html) == ()


def test_a_reference_may_bear_a_name_as_plugins_write_it():
    who = GRAPH["@graph"][1]["author"]
    named = json.dumps(GRAPH).replace(json.dumps(who), json.dumps({"name": "Eva Nacht", **who}))
    assert named != json.dumps(GRAPH)
    assert published(page(named)) == ()
