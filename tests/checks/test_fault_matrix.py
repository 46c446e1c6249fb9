"""Every rule catches the fault that is planted for it, and finds none in its neighbour."""

import pytest

from faults.case import all_cases, caught
from palmetto_editor.checks import abouts
from palmetto_editor.checks.chosen import family
from palmetto_editor.checks.rules import RULES
from palmetto_editor.model.edits import get, put

CASES = all_cases()
FAMILIES = sorted(set(map(family, CASES)))
SEVERITY = {rule.id: rule.severity for rule in RULES}


def _each(asked):
    """The cases of a family of rules: rule, its case's name and the case."""
    for rule in filter(lambda rule: family(rule) == asked, CASES):
        for number, case in enumerate(CASES[rule]):
            yield rule, f"{rule}-{number}", case


@pytest.mark.parametrize("asked", FAMILIES)
def test_each_fault_is_caught_as_its_rule_says_and_nothing_else_is(asked):
    each = {name: _amiss(rule, case) for rule, name, case in _each(asked)}
    assert {name: amiss for name, amiss in each.items() if amiss} == {}


def _amiss(rule, case):
    """What is wrong with what is found in a case, and what is found."""
    found = tuple(case.broken())
    chosen = case.shared is not None and dict(case.shared.checks.severity).get(rule)
    told = [f"no sentence: {one.message}" for one in found if not _is_one_sentence(one.message)]
    told += [f"{one.rule} has no reason" for one in found if one.about is None]
    if rule in SEVERITY and not chosen:
        own = {finding.severity for finding in found if finding.rule == rule}
        told += [f"as grave as {own}"] if own != {SEVERITY[rule]} else []
    return told if caught(rule, case, found) else [*told, "not caught, or not alone", *found]


def _own(rule, case):
    return [finding for finding in case.broken() if finding.rule == rule]


def _is_one_sentence(message):
    begins = message[0].isupper() or message[0] in "“{@#"
    return begins and message.endswith(".") and "\n" not in message


@pytest.mark.parametrize("asked", FAMILIES)
def test_their_neighbours_are_sound(asked):
    each = {name: tuple(case.neighbour()) for _, name, case in _each(asked)}
    assert {name: found for name, found in each.items() if found} == {}


@pytest.mark.parametrize("asked", FAMILIES)
def test_every_fix_mends_what_was_found_and_leaves_words_alone_that_are_others_by_now(asked):
    each = {name: [*_amiss_in_fixes(rule, case)] for rule, name, case in _each(asked)}
    assert {name: amiss for name, amiss in each.items() if amiss} == {}


def _amiss_in_fixes(rule, case):
    for finding in _own(rule, case) if case.article else ():
        yield from (f"{fix.label} mends nothing" for fix in _idle(finding, case))
        if finding.place.span:
            yield from (f"{fix.label} spoils others" for fix in _hasty(finding, case.article))


def _idle(finding, case):
    return [fix for fix in finding.fixes if finding in case.mended(fix)]


def _hasty(finding, article):
    whole = finding.place.whole()
    other = "~" * (len(get(article, whole)) + 1)
    changed = put(whole, other).apply(article)
    return [fix for fix in finding.fixes if get(fix.apply(changed), whole) != other]


def test_every_rule_has_a_name_of_its_own_a_fault_and_a_reason():
    names = [rule.id for rule in RULES]
    assert len(names) == len(set(names))
    assert set(names) - set(CASES) == set()
    assert set(CASES) ^ abouts.known() == set()
