from dataclasses import replace

from palmetto_editor.checks.check import check
from palmetto_editor.checks.finding import Finding
from palmetto_editor.model.edits import put
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Dismissal, Link, Question
from sample_articles import clean, full, publication
from sample_pages import next_page_of


def _check(article):
    return check(article, publication(), next_page_of(article, publication()))


def _rules(article):
    return [(finding.rule, str(finding.place)) for finding in _check(article)]


def _broken():
    """Faults in every part, written down from the last to the first."""
    article = full()
    return replace(
        article,
        links=(Link(id="l", target="https://example.org/"),),
        faq=(Question(id="a", question="A?"), Question(id="b", answer="B.")),
        body="Text [@one].\n\n{{< table gone >}}\n\nText [@two].\n",
        notice="See [@three].",
        metadata=replace(article.metadata, keywords=("",), headline="", slug=""),
    )


def test_findings_stand_in_the_order_of_the_page():
    order = [
        "metadata",
        "notice",
        "short_answer",
        "body",
        "tables",
        "faq",
        "references",
        "links",
        "images",
    ]
    parts = [finding.place.part for finding in _check(_broken())]
    assert parts == sorted(parts, key=order.index)
    assert set(order) - set(parts) <= {"short_answer"}


def test_within_a_part_they_follow_fields_items_and_characters():
    found = _rules(_broken())
    metadata = [place for _, place in found if place.startswith("metadata")]
    assert metadata == ["metadata.headline", "metadata.slug", "metadata.keywords[0]"]
    assert [place for _, place in found if place.startswith("faq")] == [
        "faq[a].answer",
        "faq[b].question",
    ]
    spans = [finding.place.span for finding in _check(_broken()) if finding.place.part == "body"]
    assert spans == sorted(spans)
    assert len(spans) == 3


def test_what_the_page_could_not_show_is_among_them():
    found = dict(_rules(_broken()))
    assert found["shortcode.unknown-item"] == "body:14-32"
    assert found["citation.undefined"].startswith("body:")


def test_a_finding_that_was_dismissed_is_left_out():
    article = _broken()
    dismissal = Dismissal(rule="metadata.keywords", place="metadata.keywords[0]", reason="later")
    rules = _rules(replace(article, dismissed=(dismissal,)))
    assert ("metadata.keywords", "metadata.keywords[0]") not in rules
    assert ("metadata.headline", "metadata.headline") in rules


def test_dismissing_a_rule_at_one_place_leaves_the_others():
    dismissal = Dismissal(rule="citation.undefined", place="notice:5-11")
    places = [
        place
        for rule, place in _rules(replace(_broken(), dismissed=(dismissal,)))
        if rule == "citation.undefined"
    ]
    assert len(places) == 2
    assert all(place.startswith("body") for place in places)


def test_a_place_without_a_span_dismisses_the_rule_in_the_whole_text():
    dismissal = Dismissal(rule="citation.undefined", place="body")
    rules = _rules(replace(_broken(), dismissed=(dismissal,)))
    assert [place for rule, place in rules if rule == "citation.undefined"] == ["notice:5-11"]


def test_the_same_article_gives_the_same_findings():
    assert _check(_broken()) == _check(_broken())
    assert len(set(_check(_broken()))) == len(_check(_broken()))


def test_a_fix_does_not_tell_two_findings_apart():
    place = Place("notice")
    assert Finding("r", "error", place, "M.", put(place, "")) == Finding("r", "error", place, "M.")


def test_an_article_with_nothing_in_it_gets_findings_and_no_error_of_ours():
    article = type(clean())(id="")
    assert {"metadata.headline", "metadata.slug", "body.empty"} <= {r for r, _ in _rules(article)}
