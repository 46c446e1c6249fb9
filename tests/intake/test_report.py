import json

from palmetto_editor.intake.draft import Disagreement, Draft, Recovered
from palmetto_editor.intake.manuscript import Leftover, Mending
from palmetto_editor.intake.report import as_data, as_text
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

ANSWER = Place.parse("faq[q2].answer")
DRAFT = Draft(
    source="page.html",
    article=Article(id="a"),
    fields=(
        Recovered(
            place=Place.parse("faq[q2].answer"), value="Yes", origin="<h3>", confidence=1 / 3
        ),
    ),
    mended=(Mending(what="a comma was added", where="line 3", words="}"),),
    disagreements=(
        Disagreement(
            rule="intake.title",
            severity="advice",
            place=Place("metadata", field="title"),
            page="A",
            markup="B",
            message="A is not B.",
        ),
        Disagreement(
            rule="intake.headline",
            severity="error",
            place=Place("metadata", field="headline"),
            page="C\nD",
            markup="",
            message="C is not D.",
        ),
    ),
    leftovers=(Leftover(text="Menu\nMore \x1b[2J", reason="navigation", origin="<nav>"),),
)


def test_the_json_has_the_form_that_programs_expect():
    data = json.loads(json.dumps(as_data(DRAFT, "out/tides")))
    assert data == {
        "source": "page.html",
        "bundle": "out/tides",
        "fields": [
            {"place": "faq[q2].answer", "value": "Yes", "origin": "<h3>", "confidence": 0.33}
        ],
        "mended": [{"what": "a comma was added", "where": "line 3", "words": "}"}],
        "disagreements": [
            {
                "rule": "intake.title",
                "place": "metadata.title",
                "page": "A",
                "markup": "B",
                "message": "A is not B.",
            },
            {
                "rule": "intake.headline",
                "place": "metadata.headline",
                "page": "C\nD",
                "markup": "",
                "message": "C is not D.",
            },
        ],
        "leftovers": [{"text": "Menu\nMore \x1b[2J", "reason": "navigation", "origin": "<nav>"}],
    }


def test_the_text_has_all_parts_with_their_counts():
    text = as_text(DRAFT, "out/tides")
    for words in (
        "Written to out/tides",
        "Recovered (1)",
        "faq[q2].answer: Yes  [<h3>, 33%]",
        "Mended (1)",
        "a comma was added (line 3): }",
        "Disagrees (2)",
        "page: C",
        "page: D",
        "Appendix: without a home (1)",
        "[navigation, <nav>]",
        "    Menu\n    More",
    ):
        assert words in text


def test_the_gravest_comes_first():
    text = as_text(DRAFT)
    assert text.index("error:") < text.index("advice:")


def test_the_text_cannot_steer_a_terminal():
    assert "\x1b" not in as_text(DRAFT)


def test_an_empty_draft_has_a_report():
    empty = Draft(source="x", article=Article(id="a"))
    assert "Appendix: without a home (0)" in as_text(empty)
    assert as_data(empty)["bundle"] == ""
