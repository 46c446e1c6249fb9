"""Whether the types and properties of the markup are schema.org's, and stand where they may."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.graph.marked import Marked
from palmetto_editor.checks.graph.page_rule import in_graph
from palmetto_editor.checks.graph.topics import REVIEWING
from palmetto_editor.checks.graph.vocabulary import vocabulary
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured.wild.nodes import Node, types

_ACTIONS = ("-input", "-output")  # of an action's properties: what is to be filled in


def unknown_type(page: Marked) -> Iterator[Hit]:
    known = vocabulary()
    for node in page.proper:
        for name in types(node):
            if name in known.types or _is_foreign(name) or not name.strip():
                continue
            meant = known.nearest(name, of_types=True)
            hint = f"; write {quoted(meant)}" if meant else ""
            message = f"There is no type {quoted(name)} in schema.org {known.release}{hint}."
            yield Hit(in_graph(page.name(node), "@type"), message)


def unknown_property(page: Marked) -> Iterator[Hit]:
    known = vocabulary()
    for node in page.proper:
        kinds = types(node)
        if kinds and all(map(_is_foreign, kinds)):
            continue
        for name in node:
            if name in known.properties or _is_foreign(name) or name.endswith(_ACTIONS):
                continue
            meant = known.nearest(name, of_types=False)
            hint = f"; write {quoted(meant)}" if meant else ""
            message = f"There is no property {quoted(name)} in schema.org {known.release}{hint}."
            yield Hit(in_graph(page.name(node), name), message)


def domain(page: Marked) -> Iterator[Hit]:
    """A property stands on a type that has it. What belongs to a WebPage has a rule of its own."""
    known = vocabulary()
    for node in page.proper:
        kinds = types(node)
        if not kinds or not all(kind in known.types for kind in kinds):
            continue
        for name in node:
            term = known.properties.get(name)
            is_apart = name in REVIEWING and page.is_a(node, "Article")
            if term and term.above and not is_apart and not known.is_a(kinds, *term.above):
                owners = _listed(term.above)
                message = f"{_a(kinds[0])} has no {quoted(name)} in schema.org: {owners} has it."
                yield Hit(in_graph(page.name(node), name), message)


def retired(page: Marked) -> Iterator[Hit]:
    known = vocabulary()
    for node in page.proper:
        for what, name in _words(node):
            term = (known.types if what == "type" else known.properties).get(name)
            if term is not None and term.retired is not None:
                instead = f"; write {quoted(term.retired)}" if term.retired else ""
                field = "@type" if what == "type" else name
                message = f"The {what} {quoted(name)} of schema.org is retired{instead}."
                yield Hit(in_graph(page.name(node), field), message)


def _words(node: Node) -> Iterator[tuple[str, str]]:
    yield from (("type", name) for name in types(node))
    yield from (("property", name) for name in node)


def _is_foreign(name: str) -> bool:
    """A keyword of JSON-LD, or a term of another vocabulary than schema.org."""
    return name.startswith("@") or ":" in name or "/" in name


def _listed(names: tuple[str, ...]) -> str:
    shown = [*names[:3], "another"] if len(names) > 4 else list(names)
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def _a(name: str) -> str:
    return f"{'An' if name[:1] in 'AEIO' else 'A'} {name}"
