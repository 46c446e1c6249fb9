"""A page from elsewhere is told each of its faults once, whoever finds it."""

from pathlib import Path

import pytest

from marked_pages import BODY, HEAD, graph, page, put
from palmetto_editor.checks import abouts
from palmetto_editor.checks.finding import Finding
from palmetto_editor.commands import once
from palmetto_editor.commands.looking import look_at
from palmetto_editor.intake.draft import Disagreement
from palmetto_editor.model.places import Place

FIXTURES = Path(__file__).parents[1] / "intake" / "fixtures"


def _told(path):
    return [told.finding.rule for told in look_at(str(path)).told]


def _of_page(folder, html):
    (folder / "page.html").write_text(html, "utf-8")
    return _told(folder / "page.html")


@pytest.fixture(scope="module")
def beside(tmp_path_factory):
    """What is told of the page without a fault."""
    return _of_page(tmp_path_factory.mktemp("sound"), page())


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        (page(graph(put("Article", "headline", "How dunlins sleep"))), "parity.headline"),
        (page(graph().replace('"Ringer",', '"Ringer",,')), "graph.syntax"),
        (page(head={"og:url": HEAD["og:url"].replace("dunlins", "d")}), "head.canonical-differs"),
        (page(body={"faq": BODY["faq"].replace("They do, in", "No")}), "parity.faq-unseen"),
    ],
)
def test_a_fault_that_reading_finds_too_is_told_by_the_rule(tmp_path, beside, html, rule):
    assert [one for one in _of_page(tmp_path, html) if one not in beside] == [rule]


@pytest.mark.parametrize(
    ("html", "rule", "of_article"),
    [
        (page(head={"description": ""}), "head.description", "metadata.description"),
        (
            page(head={"title": f"<title>{'Dunlins ' * 9}</title>"}),
            "head.title-width",
            "metadata.title-width",
        ),
    ],
)
def test_a_fault_of_the_page_is_not_told_of_the_article_too(tmp_path, html, rule, of_article):
    told = _of_page(tmp_path, html)
    assert rule in told
    assert of_article not in told


def test_another_author_than_the_one_that_the_page_tells_of_is_told():
    one = Finding("graph.author-identity", "warning", Place("graph"), "Who is “Eva Nacht”?")
    other = Finding("people.identity", "warning", Place("metadata"), "Nothing says which Ada.")
    same = Finding("people.identity", "warning", Place("metadata"), "Nothing says which Eva Nacht.")
    assert list(once.of_texts([same, other], [one], [])) == [other]


@pytest.mark.parametrize(
    ("name", "gone", "stays"),
    [
        ("indigo.html", "intake.rating-unseen", "parity.unseen"),
        ("weevils.html", "intake.language", "head.language"),
        ("limestone-caves.html", "intake.prose-in-markup", "graph.syntax"),
        ("starlings.html", "intake.uncited", "reference.uncited"),
        ("kelp-extract.html", "intake.preclinical-only", "claims.contradiction"),
        ("pcr-inhibitors.html", "intake.breadcrumbs", "parity.unseen"),
        ("PotterysoilDNA.html", "markdown.escaped", "intake.markdown-marks"),
        ("What owls leave behind.html", "dates.order", "graph.date-order"),
        ("fermented-oats.html", "intake.date-bare-year", "graph.date-format"),
        ("2022-09-03-tree-rings-and-drought.md", "intake.modified-before-published", "dates.order"),
        ("mycorrhiza.html", "intake.headline", "intake.faq-missing"),
    ],
)
def test_strangers_pages_are_told_one_fault_once(name, gone, stays):
    told = _told(next(FIXTURES.glob(f"*/{name}")))
    assert gone not in told
    assert stays in told


SAID = Disagreement(
    rule="intake.faq-unseen",
    severity="error",
    place=Place("faq"),
    page="",
    markup="Do dunlins sleep?",
    message="The markup answers “Do dunlins sleep?”, which the page does not show.",
)


@pytest.mark.parametrize(("asked", "left"), [("Do dunlins sleep?", 0), ("Do ducks sleep?", 1)])
def test_it_is_the_same_only_where_the_rule_quotes_the_same(asked, left):
    message = f"The markup asks “{asked}”, which the page does not show."
    found = Finding("parity.faq-unseen", "error", Place("graph"), message)
    assert len(list(once.once([SAID], [found]))) == left


def test_the_rules_that_tell_it_are_rules():
    named = {*once._BY_WORDS.values(), *once._BY_NUMBER.values(), (*once._OF_PAGE.values(),)}
    assert {rule for rules in named for rule in rules} - {"claims.contradiction"} <= abouts.known()
