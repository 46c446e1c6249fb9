"""Values seen as JSON-LD: all nodes in one list, names without prefixes, references resolved.

It does not matter whether a page holds its nodes in `@graph`, in an array, within each other or
by reference. Iterative: any depth of nesting is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from palmetto_editor.structured.wild.context import Context

Node = dict[str, Any]
_REFERENCE = {"@id", "@type"}


@dataclass(frozen=True, slots=True)
class Nodes:
    """`all` in the order of the text, references apart. `by_id` has the fullest of each id."""

    all: tuple[Node, ...]
    by_id: Mapping[str, Node]

    def of_type(self, *names: str) -> tuple[Node, ...]:
        """The nodes that have one of these types."""
        wanted = set(names)
        return tuple(node for node in self.all if wanted.intersection(types(node)))

    def linked(self, node: Node, name: str) -> tuple[Any, ...]:
        """The values of a property, in order; a reference as the node that it leads to."""
        value = node.get(name)
        if value is None:  # as most are that rules ask for
            return ()
        return tuple(self.resolved(one) for one in many(value) if one is not None)

    def resolved(self, value: Any) -> Any:
        """The node that a reference leads to, with what stands at the reference; else the value."""
        if not isinstance(value, dict) or not isinstance(value.get("@id"), str):
            return value
        known = self.by_id.get(value["@id"], value)
        return known if value.keys() <= known.keys() else {**known, **value}


def gather(values: Iterable[Any]) -> Nodes:
    """All nodes of the values that were read."""
    found = _flattened(list(values))
    by_id: dict[str, Node] = {}
    for node in found:
        identifier = node.get("@id")
        if isinstance(identifier, str) and len(node) > len(by_id.get(identifier, ())):
            by_id[identifier] = node
    proper = (node for node in found if not node.keys() <= _REFERENCE)
    return Nodes(tuple(proper), by_id)


def types(node: Node) -> tuple[str, ...]:
    """The names of a node's types."""
    kind = node.get("@type")
    if isinstance(kind, str):
        return (kind,)
    return tuple(name for name in many(kind) if isinstance(name, str))


def many(value: Any) -> list[Any]:
    """A property's values as a list: none, one or several; lists within lists laid flat."""
    if value is None:
        return []
    if not isinstance(value, list):
        return [value]
    flat: list[Any] = []
    waiting = value[::-1]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        else:
            flat.append(item)
    return flat


def _flattened(values: list[Any]) -> list[Node]:
    found: list[Node] = []
    # (what is read, its context, whether it names a type, where it goes)
    waiting: list[tuple[Any, Context, bool, Any, Any]] = [
        (values, Context(), False, [None], 0),
    ]
    while waiting:
        raw, context, is_type, into, key = waiting.pop()
        if isinstance(raw, dict):
            inner = context.within(raw.get("@context"))
            pairs = _pairs(raw, inner)
            bare = next((k for k in ("@value", "@list", "@set") if k in pairs), None)
            if bare:
                waiting.append((pairs[bare], inner, is_type, into, key))
                continue
            node: Node = dict.fromkeys(pairs)
            into[key] = node
            found.append(node)
            entries = reversed(pairs.items())
            waiting.extend((v, inner, name == "@type", node, name) for name, v in entries)
        elif isinstance(raw, list):
            into[key] = [None] * len(raw)
            items = reversed(list(enumerate(raw)))
            waiting.extend((item, context, is_type, into[key], at) for at, item in items)
        else:
            into[key] = context.name(raw) if is_type and isinstance(raw, str) else raw
    return found


def _pairs(raw: Node, context: Context) -> Node:
    """A node's members under their plain names; two that become one name are joined."""
    pairs: Node = {}
    for key, value in raw.items():
        if key == "@context":
            continue
        name = context.name(key)
        pairs[name] = [pairs[name], value] if name in pairs else value
    return pairs
