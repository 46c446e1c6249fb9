"""Numbers with what they measure, and when two of them cannot be one."""

import pytest

from palmetto_editor.checks.consistency.quantities import differ, quantities


@pytest.mark.parametrize(
    ("text", "dimension", "low", "high"),
    [
        ("It has 28 amino acids.", "count:acid", 28, 28),
        ("Twelve healthy men took part.", "n", 12, 12),
        ("The group was small (n = 14).", "n", 14, 14),
        ("They got 80 µg/kg daily.", "mass/kg", 80e-6, 80e-6),
        ("They got 0.08 mg per kg.", "mass/kg", 80e-6, 80e-6),
        ("It peaked within 15–30 minutes.", "time", 900, 1800),
        ("A 12-week trial.", "time", 12 * 604800, 12 * 604800),
        ("It rose by 45 ± 3 %.", "percent", 45, 45),
        ("It was cloned in 1996 by accident.", "year", 1996, 1996),
        ("Four or five residues remained.", "count:residu", 4, 5),
        ("They counted 1,200 birds.", "count:bird", 1200, 1200),
    ],
)
def test_a_number_is_read_with_what_it_measures(text, dimension, low, high):
    (found,) = quantities(text)
    assert found.dimension == dimension
    assert (found.low, found.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    "text",
    [
        "About 30 birds came.",
        "More than fifty authors wrote it.",
        "GHS-R1a and IGF-1 bind MK-0677.",
        "It responded in 6 of 12 rats.",
        "There were 8 rats per group.",
        "It appeared on 21 April.",
        "See figure 2.",
    ],
)
def test_a_number_that_says_nothing_exact_is_left_alone(text):
    assert [q for q in quantities(text) if q.dimension == "n" or q.low in (30, 50, 21)] == []


def test_one_amount_in_two_units_is_no_difference():
    assert not differ(*_both("100 µg/kg", "0.1 mg/kg"))
    assert not differ(*_both("2 weeks", "14 days"))


def test_rounding_is_no_difference_but_another_count_is():
    assert not differ(*_both("30 %", "29.6 %"))
    assert not differ(*_both("15–30 min", "20 minutes"))
    assert differ(*_both("10 rats", "12 rats"))
    assert differ(*_both("45 %", "54 %"))


def test_a_number_of_any_length_is_read():
    assert quantities(f"{'9' * 5000} mg")


def _both(one, other):
    return quantities(one)[0], quantities(other)[0]
