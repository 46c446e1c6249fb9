"""The colour and the ground of every element that has words, as a browser computes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from palmetto_editor.checks.contrast.colours import Colour, parse
from palmetto_editor.checks.rule import Pause

Scheme = Literal["light", "dark"]

_ASIDE = ("print", "forced-colors", "prefers-contrast", "prefers-reduced")
_STATES = re.compile(r"::|:(?:hover|focus|active|target|checked|disabled|open)\b|:first-l")
_PROPERTIES = frozenset({"color", "background", "background-color"})
_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)")
_DEEPEST = 8  # variables made of variables
_SPECIFIC = re.compile(
    r"(?P<a>#[\w-]+)|(?P<b>\.[\w-]+|\[[^\]]*\]|:(?!is|not|where|has)[\w-]+)|(?P<c>\b[a-z][\w-]*)"
)


class _Rule(NamedTuple):
    selector: str
    weight: tuple[int, int, int, int]
    values: dict[str, str]
    is_dark: bool = False


class Seen(NamedTuple):
    """Words, and what they are seen in."""

    element: str
    words: str
    colour: Colour
    ground: Colour


@dataclass(slots=True)
class _Style:
    colour: Colour
    ground: Colour
    variables: dict[str, str] = field(default_factory=dict)


def seen(css: str, html: str, scheme: Scheme, pause: Callable[[], None]) -> Iterator[Seen]:
    """Every element with words of its own; visited links once more, in their own colour."""
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(html).root
    for visited in (False, True):
        declared = _declared(root, _rules(css, scheme, visited, pause), pause)
        start = Colour(0, 0, 0) if scheme == "light" else Colour(1, 1, 1)
        canvas = Colour(1, 1, 1) if scheme == "light" else Colour(0.07, 0.07, 0.07)
        for found in _walk(root, _Style(start, canvas), declared):
            if not visited or found.element.partition(".")[0] == "a":
                yield found


def _rules(
    css: str,
    scheme: Scheme,
    visited: bool,
    pause: Callable[[], None],
) -> list[_Rule]:
    found: list[_Rule] = []
    pause()
    for rule in _written(css, Pause(pause)):
        bare = rule.selector.replace(":visited", "") if visited else rule.selector
        is_asked = not rule.is_dark or scheme == "dark"
        if is_asked and not _STATES.search(bare) and ":visited" not in bare:
            found.append(rule._replace(selector=bare.strip()))
    return found


@lru_cache(maxsize=2)
def _written(css: str, pause: Pause) -> list[_Rule]:
    """All that a sheet says of colours, read once for every scheme."""
    import tinycss2

    found: list[_Rule] = []
    for node in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        pause.call()
        found += _flat([node], is_dark=False)
    return found


def _flat(nodes: list[Any], *, is_dark: bool) -> Iterator[_Rule]:
    import tinycss2

    for node in nodes:
        if node.type == "at-rule" and node.lower_at_keyword == "media" and node.content:
            asked = tinycss2.serialize(node.prelude)
            if not any(word in asked for word in _ASIDE):
                inner = tinycss2.parse_rule_list(node.content, True, True)
                is_inner_dark = is_dark or "prefers-color-scheme: dark" in asked
                yield from _flat(inner, is_dark=is_inner_dark)
        elif node.type == "qualified-rule":
            values = _values(node.content)
            if values:
                for selector in _selectors(tinycss2.serialize(node.prelude)):
                    weight = (*_specificity(selector), node.source_line)
                    yield _Rule(selector, weight, values, is_dark)


def _values(content: list[Any]) -> dict[str, str]:
    import tinycss2

    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return {
        node.name: tinycss2.serialize(node.value).strip()
        for node in found
        if node.type == "declaration" and (node.name in _PROPERTIES or node.name.startswith("--"))
    }


def _selectors(prelude: str) -> Iterator[str]:
    """The selectors of a list; a comma within brackets parts none."""
    depth, start = 0, 0
    for index, sign in enumerate(prelude):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            yield prelude[start:index].strip()
            start = index + 1
    yield prelude[start:].strip()


def _specificity(selector: str) -> tuple[int, int, int]:
    kinds = [match.lastgroup for match in _SPECIFIC.finditer(selector)]
    return kinds.count("a"), kinds.count("b"), kinds.count("c")


def _declared(
    root: Any, rules: list[_Rule], pause: Callable[[], None]
) -> dict[int, dict[str, str]]:
    """What the rules say of each element, the weightiest last."""
    found: dict[int, dict[str, str]] = {}
    for rule in sorted(rules, key=lambda rule: rule.weight):
        pause()
        selector = "html" if rule.selector == ":root" else rule.selector
        try:
            nodes = root.css(selector)
        except (ValueError, RuntimeError):
            continue  # a selector that this parser does not know
        for node in nodes:
            said = found.setdefault(node.mem_id, {})
            for name, value in rule.values.items():
                said["background-color" if name == "background" else name] = value
    return found


def _walk(node: Any, above: _Style, declared: dict[int, dict[str, str]]) -> Iterator[Seen]:
    said = declared.get(node.mem_id, {})
    custom = {name: value for name, value in said.items() if name.startswith("--")}
    variables = {**above.variables, **custom} if custom else above.variables
    colour = _colour(said.get("color", ""), variables) or above.colour
    painted = _colour(said.get("background-color", ""), variables)
    ground = painted.over(above.ground) if painted else above.ground
    style = _Style(colour, ground, variables)
    words = " ".join((node.text(deep=False) or "").split())
    if words and node.tag not in ("script", "style", "title", "head", "template"):
        name = (node.attributes.get("class") or "").replace(" ", ".")
        yield Seen(f"{node.tag}{'.' if name else ''}{name}", words, colour.over(ground), ground)
    child = node.child
    while child is not None:
        if child.is_element_node:
            yield from _walk(child, style, declared)
        child = child.next


def _colour(value: str, variables: dict[str, str]) -> Colour | None:
    for _ in range(_DEEPEST):
        if "var(" not in value:
            break
        value = _VAR.sub(lambda m: variables.get(m[1], m[2] or ""), value)
    return parse(value) if value else None
