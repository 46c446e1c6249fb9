"""A CSL file as a tree of plain nodes, after everything hostile in it was refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from palmetto_editor.errors import UserError

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
LARGEST = 1_000_000  # characters; the largest style of the official repository has 250,000
DEEPEST = 60
MOST_NODES = 500_000  # of one style when each macro is written out where it is called
_REMEDY = "Take a style from https://www.zotero.org/styles, or mend the file."


@dataclass(slots=True)
class Node:
    """An element: its name without the namespace, its attributes, text and children."""

    tag: str
    attrs: dict[str, str]
    text: str = ""
    kids: list[Node] = field(default_factory=list)

    def find(self, tag: str) -> Node | None:
        return next((kid for kid in self.kids if kid.tag == tag), None)

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
    sizes: dict[str, int] = {}
    parts = [part for tag in ("citation", "bibliography") if (part := root.find(tag))]
    for name in [*macros]:
        _measure(name, macros, sizes)
    for part in parts:
        total = sum(1 + sizes.get(called, 0) for called in _called(part, macros))
        if total > MOST_NODES:
            raise _refused("Its macros call each other so often that it could not be used.")
    return macros


def _measure(start: str, macros: dict[str, Node], sizes: dict[str, int]) -> None:
    """The size of a macro written out, its callees first; iterative, the file decides depth."""
    path = [start]
    while path:
        name = path[-1]
        if name in sizes:
            path.pop()
            continue
        waiting = [callee for callee in _called(macros[name], macros) if callee not in sizes]
        if not waiting:
            sizes[name] = 1 + sum(1 + sizes.get(c, 0) for c in _called(macros[name], macros))
            if sizes[name] > MOST_NODES or len(path) > DEEPEST:
                raise _refused("Its macros call each other so often that it could not be used.")
        elif waiting[0] in path:
            raise _refused(f"Its macro “{waiting[0]}” calls itself.")
        else:
            path.append(waiting[0])


def _called(node: Node, macros: dict[str, Node]) -> list[str]:
    """The macros called below a node, as often as they are called."""
    names = [n.attrs["macro"] for n in walk(node) if "macro" in n.attrs]
    for name in names:
        if name not in macros:
            raise _refused(f"It calls a macro “{name}”, which it does not have.")
    return names


def walk(node: Node) -> Iterator[Node]:
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(current.kids))


def _refused(why: str) -> UserError:
    return UserError("This file cannot be used as a citation style.", why, _REMEDY)
