"""Front matter: what stands above the body, as a tree of words that is bounded in every way."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass

import yaml

Tree = str | list["Tree"] | dict[str, "Tree"]

_LONGEST = 64_000  # characters
_DEEPEST = 12
_MOST_ALIASES = 20
_MOST_ENTRIES = 5_000
_OPENING = re.compile(r"\ufeff?\s*?(---|\+\+\+)[ \t]*\n")
_JSON = re.compile(r"\ufeff?\s*(?=\{\s*\")")
_LINE = re.compile(r"([A-Za-z_][\w .-]{0,60}?)\s*[:=]\s*(.*)")
_ITEM = re.compile(r"\s+-\s+(.*)|-\s+(.*)")
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


class _UnsoundError(Exception):
    """No front matter of its format, or more than anyone writes."""


@dataclass(frozen=True, slots=True)
class Matter:
    """`values` by their names; `body_line` is where the body begins, from 1.

    `broken` says what is wrong with it where it had to be read line by line.
    """

    values: dict[str, Tree]
    body: str
    body_line: int = 1
    broken: str = ""
    raw: str = ""


def split(text: str) -> Matter:
    """The front matter and the body of a text whose lines end in a line feed."""
    found = _fenced(text) or _braced(text)
    if found is None:
        return Matter({}, text.removeprefix("\ufeff"))
    kind, raw, end = found
    line = text.count("\n", 0, end) + 1
    try:
        values = _READERS[kind](raw)
    except _UnsoundError as error:
        return Matter(_by_line(raw), text[end:], line, str(error), raw)
    return Matter(values, text[end:], line, raw=raw)


def _fenced(text: str) -> tuple[str, str, int] | None:
    match = _OPENING.match(text)
    if match is None:
        return None
    ends = r"^(?:---|\.\.\.)[ \t]*$\n?" if match[1] == "---" else r"^\+\+\+[ \t]*$\n?"
    end = re.compile(ends, re.M).search(text, match.end())
    if end is None:
        return None
    raw = text[match.end() : end.start()]
    # A rule above the text and another below it are no front matter.
    if raw.strip() and not any(_LINE.match(line) for line in raw[:_LONGEST].split("\n")):
        return None
    return match[1], raw, end.end()


def _braced(text: str) -> tuple[str, str, int] | None:
    match = _JSON.match(text)
    if match is None or _depth(text[: _LONGEST + 1]) > _DEEPEST:
        return None
    try:
        _, end = json.JSONDecoder().raw_decode(text[: match.end() + _LONGEST], match.end())
    except ValueError:
        return None
    raw = text[match.end() : end]
    # JSON-LD that stands at the top of a text is markup, not front matter.
    return None if '"@context"' in raw else ("{", raw, end)


def _yaml(raw: str) -> dict[str, Tree]:
    _refuse_long(raw)
    try:
        depth = aliases = 0
        for event in yaml.parse(raw, Loader=yaml.BaseLoader):
            aliases += isinstance(event, yaml.AliasEvent)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST or aliases > _MOST_ALIASES:
                raise _UnsoundError("it nests or repeats itself more than anyone writes")
        # The base loader takes every value as the words that stand there: dates stay as written.
        value = yaml.BaseLoader(raw).get_single_data()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in its line {mark.line + 1}" if mark else ""
        raise _UnsoundError(f"it is not sound YAML{where}") from None
    return _named(value)


def _toml(raw: str) -> dict[str, Tree]:
    _refuse_long(raw)
    if _depth(raw) > _DEEPEST or any(
        line.count(".") > 40 for line in raw.split("\n") if "=" not in line
    ):
        raise _UnsoundError("it nests more than anyone writes")
    try:
        return _named(tomllib.loads(raw))
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        raise _UnsoundError("it is not sound TOML") from None


def _json(raw: str) -> dict[str, Tree]:
    try:
        return _named(json.loads(raw))
    except ValueError:
        raise _UnsoundError("it is not sound JSON") from None


_READERS = {"---": _yaml, "+++": _toml, "{": _json}


def _refuse_long(raw: str) -> None:
    if len(raw) > _LONGEST:
        raise _UnsoundError(f"it is longer than {_LONGEST:,} characters")


def _depth(raw: str) -> int:
    """How deep brackets nest, in strings too: at most too many."""
    depth = deepest = 0
    for sign in re.findall(r"[\[{]|[\]}]", raw):
        depth += 1 if sign in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _named(value: object) -> dict[str, Tree]:
    if value is None or value == "":
        return {}
    if not isinstance(value, dict):
        raise _UnsoundError("it has no names")
    budget = [_MOST_ENTRIES]
    tree = _words(value, budget, 0)
    return tree if isinstance(tree, dict) else {}


def _words(value: object, budget: list[int], depth: int) -> Tree:
    """A value as words; what is shared by aliases is counted each time."""
    budget[0] -= 1
    if budget[0] < 0 or depth > _DEEPEST:
        raise _UnsoundError("it holds more than anyone writes")
    if isinstance(value, dict):
        return {str(k): _words(v, budget, depth + 1) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_words(entry, budget, depth + 1) for entry in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return "" if value is None or value in _EMPTY else str(value)


def _by_line(raw: str) -> dict[str, Tree]:
    """Names and values as far as single lines tell them."""
    values: dict[str, Tree] = {}
    name = ""
    for line in raw[:_LONGEST].split("\n"):
        item, match = _ITEM.match(line), _LINE.match(line)
        if item and name:
            held = values[name]
            entry = _unquoted(item[1] or item[2] or "")
            values[name] = (
                [*held, entry] if isinstance(held, list) else [*filter(None, [held]), entry]
            )
        elif match and len(values) < 200:
            name = match[1]
            values[name] = _listed(match[2].strip())
    return values


def _listed(text: str) -> Tree:
    if text.startswith("[") and text.endswith("]"):
        return [_unquoted(part) for part in text[1:-1].split(",")]
    return _unquoted(text)


def _unquoted(text: str) -> str:
    bare = text.strip()
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'":
        bare = bare[1:-1]
    return "" if bare in _EMPTY else bare
