"""What `cs:if` asks (CSL 1.0.2, "Choose")."""

from __future__ import annotations

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
        for wanted in value.split():
            if _test(name, wanted, scope) == decides:
                return match == "any"
    return match != "any"


def _test(name: str, wanted: str, scope: Scope) -> bool:
    place = scope.place
    match name:
        case "type":
            return bool(scope.values["type"] == wanted)
        case "variable":
            return _has(wanted, scope)
        case "is-numeric":
            value = place.locator if wanted == "locator" else scope.values.get(wanted)
            return isinstance(value, str) and is_numeric(value)
        case "is-uncertain-date":
            return bool((scope.values.get(wanted) or {}).get("circa"))
        case "locator":
            return bool(place.locator) and place.label == wanted
        case "position":
            return scope.cites and _stands(wanted, scope)
        case "disambiguate":
            return place.ambiguous == (wanted == "true")
        case _:
            return False


def _has(variable: str, scope: Scope) -> bool:
    if variable in _OF_PLACE:
        return bool(_OF_PLACE[variable](scope.place))
    return bool(scope.values.get("page" if variable == "page-first" else variable))


def _stands(wanted: str, scope: Scope) -> bool:
    if wanted == "near-note":
        return scope.place.near
    return scope.place.position in _POSITIONS.get(wanted, ())
