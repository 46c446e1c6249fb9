"""Every rule catches the fault that is planted for it, and finds none in its neighbour."""

import pytest

from faults.case import alarms, all_cases, caught
from palmetto_editor.checks import abouts
from palmetto_editor.checks.rules import RULES
from palmetto_editor.model.edits import get, put

CASES = all_cases()
EACH = [
    pytest.param(rule, case, id=f"{rule}-{number}")
    for rule, cases in CASES.items()
    for number, case in enumerate(cases)
]
SEVERITY = {rule.id: rule.severity for rule in RULES}


def _own(rule, case):
    return [finding for finding in case.broken() if finding.rule == rule]


@pytest.mark.parametrize(("rule", "case"), EACH)
def test_the_fault_is_caught_as_its_rule_says_and_nothing_else_is(rule, case):
    assert caught(rule, case), list(case.broken())
    for finding in case.broken():
        _is_one_sentence(finding.message)
        assert finding.about is not None, finding.rule
    chosen = case.shared is not None and dict(case.shared.checks.severity).get(rule)
    if rule in SEVERITY and not chosen:
        assert {finding.severity for finding in _own(rule, case)} == {SEVERITY[rule]}


def _is_one_sentence(message):
    assert message[0].isupper() or message[0] in "“{@#", message
    assert message.endswith("."), message
    assert "\n" not in message


@pytest.mark.parametrize(("rule", "case"), EACH)
def test_its_neighbour_is_sound(rule, case):
    assert list(alarms([case])) == [], list(case.neighbour())


@pytest.mark.parametrize(("rule", "case"), [each for each in EACH if each.values[1].article])
def test_every_fix_mends_what_was_found_and_leaves_words_alone_that_are_others_by_now(rule, case):
    for finding in _own(rule, case):
        for fix in finding.fixes:
            assert finding not in case.mended(fix), fix.label
        if finding.place.span:
            _leaves_others_alone(finding, case.article)


def _leaves_others_alone(finding, article):
    whole = finding.place.whole()
    other = "~" * (len(get(article, whole)) + 1)
    changed = put(whole, other).apply(article)
    for fix in finding.fixes:
        assert get(fix.apply(changed), whole) == other, fix.label


def test_every_rule_has_a_name_of_its_own_a_fault_and_a_reason():
    names = [rule.id for rule in RULES]
    assert len(names) == len(set(names))
    assert set(names) - set(CASES) == set()
    assert set(CASES) ^ abouts.known() == set()
