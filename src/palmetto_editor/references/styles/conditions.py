"""What `cs:if` asks (CSL 1.0.2, "Choose")."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from palmetto_editor.references.styles.counting import is_numeric
from palmetto_editor.references.styles.scope import Scope
from palmetto_editor.references.styles.tree import Node

_POSITIONS = {
    "first": ("first",),
    "subsequent": ("subsequent", "ibid", "ibid-with-locator"),
    "ibid": ("ibid", "ibid-with-locator"),
    "ibid-with-locator": ("ibid-with-locator",),
}
_OF_PLACE = {
    "locator": attrgetter("locator"),
    "year-suffix": attrgetter("year_suffix"),
    "citation-number": attrgetter("number"),
    "first-reference-note-number": attrgetter("first_note"),
}


def holds(branch: Node, scope: Scope) -> bool:
    """Whether a branch is taken: every test of it, unless it asks for any or none."""
    match = branch.attrs.get("match", "all")
    decides = match in ("any", "none")  # the outcome of one test that makes others needless
    for name, value in branch.attrs.items():
        if name == "match":
            continue
        test = _TESTS.get(name, _unknown)
        for wanted in value.split():
            if test(wanted, scope) == decides:
                return match == "any"
    return match != "any"


def _has(variable: str, scope: Scope) -> bool:
    if variable in _OF_PLACE:
        return bool(_OF_PLACE[variable](scope.place))
    return bool(scope.values.get("page" if variable == "page-first" else variable))


def _stands(wanted: str, scope: Scope) -> bool:
    if not scope.cites:
        return False
    if wanted == "near-note":
        return scope.place.near
    return scope.place.position in _POSITIONS.get(wanted, ())


def _is_numeric(variable: str, scope: Scope) -> bool:
    value = scope.place.locator if variable == "locator" else scope.values.get(variable)
    return isinstance(value, str) and is_numeric(value)


def _is_of_type(wanted: str, scope: Scope) -> bool:
    return bool(scope.values["type"] == wanted)


def _is_uncertain(variable: str, scope: Scope) -> bool:
    return bool((scope.values.get(variable) or {}).get("circa"))


def _is_labelled(wanted: str, scope: Scope) -> bool:
    return bool(scope.place.locator) and scope.place.label == wanted


def _is_ambiguous(wanted: str, scope: Scope) -> bool:
    return scope.place.ambiguous == (wanted == "true")


def _unknown(wanted: str, scope: Scope) -> bool:  # noqa: ARG001 - as all tests are asked
    return False


_TESTS: dict[str, Callable[[str, Scope], bool]] = {
    "type": _is_of_type,
    "variable": _has,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain,
    "locator": _is_labelled,
    "position": _stands,
    "disambiguate": _is_ambiguous,
}
