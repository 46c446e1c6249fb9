"""A CSL file as a tree of plain nodes, after everything hostile in it was refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree import ElementTree

from palmetto_editor.errors import UserError

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
LARGEST = 1_000_000  # characters; the largest style of the official repository has 250,000
DEEPEST = 60
LONG = 200  # characters of attributes that count as one node more
DEEPEST_IN_ALL = 160  # macros written out where they are called; the deepest style has 72
MOST_NODES = 30_000  # visited for one entry; the largest style has 3,000
_REMEDY = "Take a style from https://www.zotero.org/styles, or mend the file."


@dataclass(slots=True)
class Node:
    """An element: its name without the namespace, its attributes, text and children."""

    tag: str
    attrs: dict[str, str]
    text: str = ""
    kids: list[Node] = field(default_factory=list)

    def find(self, tag: str) -> Node | None:
        for kid in self.kids:
            if kid.tag == tag:
                return kid
        return None

    def all(self, tag: str) -> list[Node]:
        return [kid for kid in self.kids if kid.tag == tag]


def read_tree(text: str) -> Node:
    """The root of a style or a locale; UserError where the text is none that can be trusted."""
    if len(text) > LARGEST:
        raise _refused("It is too large for a citation style.")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise _refused("It declares entities, which no citation style needs.")
    try:
        root = ElementTree.fromstring(text.lstrip("\ufeff \r\n\t"))  # noqa: S314 - no entities
    except (ElementTree.ParseError, ValueError) as error:
        raise _refused(f"It is not sound XML: {error}.") from error
    if not root.tag.startswith(NAMESPACE):
        raise _refused("It is XML, but not of the Citation Style Language.")
    return _copied(root)


def _copied(root: ElementTree.Element) -> Node:
    """The elements of CSL; a file that nests deeper than any style is refused."""
    top = _node(root)
    level = [(root, top)]
    for _ in range(DEEPEST):
        below = []
        for element, node in level:
            for child in element:
                if isinstance(child.tag, str) and child.tag.startswith(NAMESPACE):
                    node.kids.append(_node(child))
                    below.append((child, node.kids[-1]))
        level = below
        if not level:
            return top
    raise _refused("Its elements stand deeper in each other than in any style.")


def _node(element: ElementTree.Element) -> Node:
    tag = element.tag.removeprefix(NAMESPACE)
    text = element.text or ""
    return Node(tag, dict(element.attrib), text if text.strip() else "")


def checked_macros(root: Node) -> dict[str, Node]:
    """The macros by name; UserError for one that is missing, calls itself or explodes."""
    macros = {node.attrs.get("name", ""): node for node in root.all("macro")}
    calls = {name: _callees(macro, macros) for name, macro in macros.items()}
    sizes: dict[str, _Size] = {}
    for name in macros:
        _measure(name, macros, calls, sizes)
    for part in root.kids:
        if part.tag in ("citation", "bibliography"):
            _callees(part, macros)
            _size(part, sizes)
    return macros


class _Size(NamedTuple):
    """Of an element with its macros written out: the nodes visited at most, and how deep."""

    nodes: int
    depth: int


def _measure(
    start: str, macros: dict[str, Node], calls: dict[str, list[str]], sizes: dict[str, _Size]
) -> None:
    """Measure a macro, its callees first; iterative, for the file decides how deep it goes."""
    path = [start]
    while path:
        name = path[-1]
        waiting = next((callee for callee in calls[name] if callee not in sizes), None)
        if waiting is None:
            sizes[name] = _size(macros[name], sizes)
            path.pop()
        elif waiting in path:
            raise _refused(f"Its macro “{waiting}” calls itself.")
        else:
            path.append(waiting)


def _callees(node: Node, macros: dict[str, Node]) -> list[str]:
    names = [called.attrs["macro"] for called in walk(node) if "macro" in called.attrs]
    for name in names:
        if name not in macros:
            raise _refused(f"It calls a macro “{name}”, which it does not have.")
    return names


def _size(node: Node, sizes: dict[str, _Size]) -> _Size:
    """Of a choice one branch is taken. No tree is deeper than `DEEPEST`, so this may recurse."""
    below = [_size(kid, sizes) for kid in node.kids]
    if "macro" in node.attrs:
        below.append(sizes[node.attrs["macro"]])
    nodes, depth = 1 + sum(map(len, node.attrs.values())) // LONG, 1
    if below:
        counts, depths = zip(*below, strict=True)
        nodes += max(counts) if node.tag == "choose" else sum(counts)
        depth += max(depths)
    if nodes > MOST_NODES or depth > DEEPEST_IN_ALL:
        raise _refused("Its macros call each other so often that it could not be used.")
    return _Size(nodes, depth)


def walk(node: Node) -> Iterator[Node]:
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(current.kids))


def _refused(why: str) -> UserError:
    return UserError("This file cannot be used as a citation style.", why, _REMEDY)
