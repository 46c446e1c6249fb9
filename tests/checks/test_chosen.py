from dataclasses import replace

import pytest

from palmetto_editor.checks.check import Checker, look
from palmetto_editor.checks.chosen import counts_as, is_asked, is_off
from palmetto_editor.checks.rule import Hit, Rule
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Checks
from palmetto_editor.model.values import Question
from sample_articles import clean, publication
from sample_pages import next_page_of


def _rule(name="house.rule", **fields):
    def find(_subject):
        yield Hit(Place("metadata", field="headline"), "It is so.")

    return Rule(name, "error", find, **fields)


@pytest.mark.parametrize(
    ("off", "is_gone"),
    [(("claims.dosing",), True), (("claims",), True), (("claim",), False), (("links",), False)],
)
def test_a_rule_is_off_by_its_name_or_that_of_its_family(off, is_gone):
    assert is_off("claims.dosing", Checks(off=off)) is is_gone
    assert is_asked(_rule("claims.dosing"), Checks(off=off)) is not is_gone


def test_a_rule_counts_as_the_publication_says():
    checks = Checks(severity=(("claims.dosing", "advice"),))
    assert counts_as("claims.dosing", "error", checks) == "advice"
    assert counts_as("claims.safety", "error", checks) == "error"


def test_what_is_hard_to_read_is_never_an_error():
    checks = Checks(severity=(("readability.sentence", "error"),))
    assert counts_as("readability.sentence", "advice", checks) == "warning"


def test_a_rule_that_is_off_by_itself_is_asked_where_it_is_named():
    rule = _rule("readability.passive", asked=False)
    named = (("readability.passive", "advice"),)
    assert not is_asked(rule, Checks())
    assert is_asked(rule, Checks(severity=named))
    assert not is_asked(rule, Checks(severity=named, off=("readability",)))


def test_what_is_firm_can_be_neither_turned_off_nor_lowered():
    shared = replace(
        publication(), checks=Checks(off=("house",), severity=(("house.rule", "advice"),))
    )
    for is_firm, severities in ((True, ["error"]), (False, [])):
        checker = Checker((_rule(firm=is_firm),))
        checked = checker.look(clean(), shared, next_page_of(clean(), shared))
        assert [finding.severity for finding in checked.findings] == severities


def test_what_the_page_tells_is_chosen_in_the_same_way():
    article = replace(clean(), notice="See [@gone].")
    for checks, severities in (
        (Checks(), ["error"]),
        (Checks(off=("citation",)), []),
        (Checks(severity=(("citation.undefined", "warning"),)), ["warning"]),
    ):
        shared = replace(publication(), checks=checks)
        found = look(article, shared, next_page_of(article, shared)).findings
        assert [one.severity for one in found if one.rule == "citation.undefined"] == severities


def test_the_rest_of_a_family_that_is_off_is_gone_with_it():
    article = replace(clean(), faq=(Question(id="a", question="A?"), Question(id="b")))
    shared = replace(publication(), checks=Checks(off=("faq.answer",)))
    rules = {one.rule for one in look(article, shared, next_page_of(article, shared)).findings}
    assert "faq.empty" in rules
    assert "faq.answer" not in rules
