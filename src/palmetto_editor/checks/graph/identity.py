"""Ids: every reference leads to a node, no two nodes share one, and all are absolute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from palmetto_editor.checks.graph.marked import Marked
from palmetto_editor.checks.graph.page_rule import in_graph
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured.wild.nodes import Node

_ABSOLUTE = re.compile(r"(?:https?://[^\s/]+|(?!https?:)[a-z][a-z0-9+.-]*:[^\s]+|_:\S+)\S*", re.I)


def dangling(page: Marked) -> Iterator[Hit]:
    """A reference to a node that is not there. One with a type says itself what it leads to, and
    one to another host is to somebody else's thing.
    """
    known = {node["@id"] for node in page.nodes.all if isinstance(node.get("@id"), str)}
    hosts = {host(identifier) for identifier in known} | {host(page.canonical)}
    told = set()
    for node, name, reference in page.references():
        target = reference["@id"]
        if not isinstance(target, str) or target in known or "@type" in reference:
            continue
        if _ABSOLUTE.fullmatch(target) and host(target) not in hosts:
            continue
        if (id(node), name, target) not in told:
            told.add((id(node), name, target))
            message = f"The markup’s {quoted(name)} refers to {quoted(target)}, which is no node."
            yield Hit(in_graph(page.name(node), name), message)


def duplicate(page: Marked) -> Iterator[Hit]:
    """Two nodes of one id that say different things. Two halves of one thing are no fault."""
    first: dict[str, Node] = {}
    for node in page.nodes.all:
        identifier = node.get("@id")
        if not isinstance(identifier, str):
            continue
        other = first.setdefault(identifier, node)
        differs = next((n for n in node if n in other and node[n] != other[n]), "")
        if differs:
            message = (
                f"Two nodes share the @id {quoted(identifier)} and differ in {quoted(differs)}."
            )
            yield Hit(in_graph(identifier, differs), message)


def relative(page: Marked) -> Iterator[Hit]:
    for identifier in dict.fromkeys(
        node["@id"]
        for node in (*page.proper, *(reference for _, _, reference in page.references()))
        if isinstance(node.get("@id"), str)
    ):
        if not _ABSOLUTE.fullmatch(identifier):
            message = f"The @id {quoted(identifier)} is not absolute; write the whole address."
            yield Hit(in_graph(identifier, "@id"), message)


def host(address: str) -> str:
    """The host of an address without `www.`, or "" where it has none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
