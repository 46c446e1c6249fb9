"""A finding of the parity check: two of page, graph and source do not say the same."""

from __future__ import annotations

from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.quotes import around_difference
from palmetto_editor.model.places import Place

SOURCE, PAGE, GRAPH = "the article", "the page", "the markup"


def difference(rule: str, place: Place, one: tuple[str, str], other: tuple[str, str]) -> Finding:
    """`one` and `other` are each who says it, and what."""
    first, second = around_difference(one[1], other[1])
    message = f"{one[0].capitalize()} has {first}, but {other[0]} has {second}; export again."
    return Finding(f"parity.{rule}", "error", place, message)


def broken(rule: str, place: Place, message: str) -> Finding:
    return Finding(f"parity.{rule}", "error", place, message)
