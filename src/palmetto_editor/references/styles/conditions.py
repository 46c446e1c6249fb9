"""What `cs:if` asks (CSL 1.0.2, "Choose")."""

from __future__ import annotations

from palmetto_editor.references.styles.counting import is_numeric
from palmetto_editor.references.styles.scope import Scope
from palmetto_editor.references.styles.tree import Node

_POSITIONS = {
    "first": ("first",),
    "subsequent": ("subsequent", "ibid", "ibid-with-locator"),
    "ibid": ("ibid", "ibid-with-locator"),
    "ibid-with-locator": ("ibid-with-locator",),
}


def holds(branch: Node, scope: Scope) -> bool:
    """Whether a branch is taken: every test of it, unless it asks for any or none."""
    tests = [
        _test(name, wanted, scope)
        for name, value in branch.attrs.items()
        if name != "match"
        for wanted in value.split()
    ]
    match = branch.attrs.get("match", "all")
    if match == "any":
        return any(tests)
    return not any(tests) if match == "none" else all(tests)


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
    place = scope.place
    own: dict[str, object] = {
        "locator": place.locator,
        "year-suffix": place.year_suffix,
        "citation-number": place.number,
        "first-reference-note-number": place.first_note,
        "page-first": scope.values.get("page"),
    }
    return bool(own[variable] if variable in own else scope.values.get(variable))


def _stands(wanted: str, scope: Scope) -> bool:
    if wanted == "near-note":
        return scope.place.near
    return scope.place.position in _POSITIONS.get(wanted, ())
