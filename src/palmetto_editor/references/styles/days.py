"""Dates in a style: their parts, their order, spans of time (`cs:date`)."""

from __future__ import annotations

from typing import Any

from palmetto_editor.references.styles.counting import ordinal
from palmetto_editor.references.styles.runs import Runs, concatenated, joined, plain
from palmetto_editor.references.styles.scope import Scope
from palmetto_editor.references.styles.tree import Node

_ORDER = ("year", "month", "day")
Known = dict[str, int]


def dated(node: Node, scope: Scope) -> Runs:
    """What a `cs:date` gives of its variable."""
    variable = node.attrs.get("variable", "")
    value = scope.variable(variable)
    if value is None:
        return ()
    if "literal" in value:
        return scope.shaped(node, plain(value["literal"]))
    specs, delimiter = _specs(node, scope)
    dates = [_known(parts) for parts in value["date-parts"][:2]]
    if len(dates) == 2 and dates[0] != dates[1]:
        text = _span(dates[0], dates[1], specs, delimiter, scope)
    else:
        text = joined(_parts(dates[0], specs, scope, variable), delimiter)
    return scope.shaped(node, text)


def _specs(node: Node, scope: Scope) -> tuple[list[Node], str]:
    """The parts to show in their order, and what stands between them."""
    own = {part.attrs.get("name", ""): part for part in node.all("date-part")}
    form = node.attrs.get("form")
    if form is None:
        return list(own.values()), node.attrs.get("delimiter", "")
    base = scope.sheet.locale.dates.get(form) or Node("date", {})
    wanted = node.attrs.get("date-parts", "year-month-day").split("-")
    specs = []
    for part in base.all("date-part"):
        name = part.attrs.get("name", "")
        if name in wanted:
            extra = own[name].attrs if name in own else {}
            specs.append(Node("date-part", part.attrs | extra))
    return specs, base.attrs.get("delimiter", node.attrs.get("delimiter", ""))


def _known(parts: list[int]) -> Known:
    return {name: value for name, value in zip(_ORDER, parts, strict=False) if value}


def _parts(date: Known, specs: list[Node], scope: Scope, variable: str) -> list[Runs]:
    out = []
    for spec in specs:
        text = _part(date, spec, scope)
        if spec.attrs.get("name") == "year" and variable == "issued" and text:
            text += year_suffix(scope)
        out.append(scope.shaped(spec, plain(text)))
    return out


def year_suffix(scope: Scope, before: str = "") -> str:
    """The letter after the year, where the style does not say itself where it stands."""
    suffix = scope.place.year_suffix
    if not suffix or scope.suffix_done or scope.sheet.own_year_suffix:
        return ""
    scope.suffix_done = True
    return before + suffix


def _span(start: Known, end: Known, specs: list[Node], delimiter: str, scope: Scope) -> Runs:
    """`June–August 2001`: what both dates share of what is shown stands once."""
    present = [s for s in specs if s.attrs.get("name") in start or s.attrs.get("name") in end]
    names = [spec.attrs.get("name", "") for spec in present]
    coarsest = next((n for n in _ORDER if n in names and start.get(n) != end.get(n)), "")
    differ = set(_ORDER[_ORDER.index(coarsest) :]) if coarsest else set()
    inside = [i for i, name in enumerate(names) if name in differ]
    if not inside:
        return joined(_parts(start, present, scope, ""), delimiter)
    low, high = inside[0], inside[-1] + 1
    dash = next((s.attrs["range-delimiter"] for s in present if "range-delimiter" in s.attrs), "–")
    middle = present[low:high]
    bare = {name: value for name, value in middle[-1].attrs.items() if name != "suffix"}
    until = [*middle[:-1], Node("date-part", bare)]
    first = joined(_parts(start, until, scope, ""), delimiter)
    second = _started(joined(_parts(end, middle, scope, ""), delimiter))
    shared_before = _parts(start, present[:low], scope, "")
    shared_after = _parts(end, present[high:], scope, "")
    both = concatenated((first, plain(dash) if first and second else (), second))
    return joined([*shared_before, both, *shared_after], delimiter)


def _started(text: Runs) -> Runs:
    return ((text[0][0].lstrip(" "), *text[0][1:]), *text[1:]) if text else ()


def _part(date: Known, spec: Node, scope: Scope) -> str:
    name = spec.attrs.get("name", "")
    number = date.get(name)
    if number is None:
        return ""
    form = spec.attrs.get("form", "long" if name != "day" else "numeric")
    if name == "year":
        return _year(number, form, scope)
    if name == "month":
        return _month(number, form, scope)
    limited = scope.sheet.locale.options.get("limit-day-ordinals-to-day-1") == "true"
    if form == "ordinal" and not (limited and number > 1):
        return ordinal(number, scope.sheet.locale)
    return f"{number:02}" if form == "numeric-leading-zeros" else str(number)


def _year(number: int, form: str, scope: Scope) -> str:
    if number < 0:
        return f"{-number}{scope.sheet.locale.term('bc')}"
    if number < 1000:
        return f"{number}{scope.sheet.locale.term('ad')}"
    return str(number)[-2:] if form == "short" else str(number)


def _month(number: int, form: str, scope: Scope) -> str:
    if number > 12:  # CSL counts seasons from 13, EDTF from 21
        season = number - 20 if number > 20 else number - 12
        return scope.sheet.locale.term(f"season-{season:02}")
    if form == "numeric":
        return str(number)
    if form == "numeric-leading-zeros":
        return f"{number:02}"
    return scope.sheet.locale.term(f"month-{number:02}", form)


def sort_text(value: dict[str, Any]) -> str:
    """A date as a key that sorts by time; a span after its first day."""
    if "literal" in value:
        return str(value["literal"])
    keys = []
    for parts in value["date-parts"][:2]:
        year, month, day = (*parts, 0, 0, 0)[:3]
        keys.append(f"{year + 100_000:06}{month:02}{day:02}")
    return "".join(keys)
