"""What msgspec says of ill-typed data, as a sentence that names the place."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from palmetto_editor.errors import UserError
from palmetto_editor.model.places import Place

_AT = re.compile(r"(?P<said>.*) - at `(?P<path>\$.*)`", re.S)
_EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<found>[^`]+)`")
_FIELD = re.compile(
    r"Object (?P<what>contains unknown|missing required) field `(?P<name>.*)`", re.S
)
_ENUM = re.compile(r"Invalid enum value (?P<value>.*)", re.S)
_STEP = re.compile(r"\[(\d+)\]|\.?([^.\[\]]+)")
_KINDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}


def misfit(error: msgspec.ValidationError, data: Any, name: str, remedy: str) -> UserError:
    """The UserError for data of a file `name` that does not fit its type."""
    said, path = str(error), "$"
    match = _AT.fullmatch(said)
    if match:
        said, path = match["said"], match["path"]
    where = written(path, data)
    at = f" at {where}" if where else ""
    return UserError(f"{name} does not fit its format{at}.", _sentence(said), remedy)


def written(path: str, data: Any) -> str:
    """`$.faq[0].answer` as a place, `faq[q1].answer`; "" for the whole.

    Items that bear no usable id stay numbered from 0, with the `$` of a JSON path before them.
    """
    steps = [int(number) if number else name for number, name in _STEP.findall(path[1:])]
    if not steps:
        return ""
    part, *rest = steps
    if not rest or not isinstance(rest[0], int):
        return path.removeprefix("$.")
    item = _id_of(data, str(part), rest[0])
    below = path.removeprefix(f"$.{part}[{rest[0]}]").removeprefix(".")
    return str(Place(str(part), item, below)) if item else path


def _id_of(data: Any, part: str, index: int) -> str:
    try:
        found = data[part][index]["id"]
    except (LookupError, TypeError):
        return ""
    return found if isinstance(found, str) and not re.search(r"[\[\]\s]", found) else ""


def _sentence(said: str) -> str:
    if match := _EXPECTED.match(said):
        wanted = " or ".join(_KINDS.get(kind, kind) for kind in match["wanted"].split(" | "))
        return f"It should be {wanted}, but is {_KINDS.get(match['found'], match['found'])}."
    if match := _FIELD.match(said):
        known = "is not known here" if match["what"] == "contains unknown" else "is missing"
        return f"The field “{_short(match['name'])}” {known}."
    if match := _ENUM.match(said):
        return f"{_short(match['value'])} is none of the values that it may have."
    return f"{_short(said)}."


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80]}…"
