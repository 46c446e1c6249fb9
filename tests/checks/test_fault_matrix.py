"""Every rule catches the fault that is planted for it, and finds none in its neighbour."""

import pytest

from faults.case import alarms, all_cases, caught

CASES = all_cases()
EACH = [
    pytest.param(rule, case, id=f"{rule}-{number}")
    for rule, cases in CASES.items()
    for number, case in enumerate(cases)
]


@pytest.mark.parametrize(("rule", "case"), EACH)
def test_the_fault_is_caught_and_nothing_else_is(rule, case):
    assert caught(rule, case), list(case.broken())


@pytest.mark.parametrize(("rule", "case"), EACH)
def test_its_neighbour_is_sound(rule, case):
    assert list(alarms([case])) == [], list(case.neighbour())
