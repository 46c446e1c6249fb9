"""The JSON-LD of a page's script elements."""

from __future__ import annotations

from palmetto_editor.intake.html.tree import Node, attr
from palmetto_editor.structured.wild.found import Found
from palmetto_editor.structured.wild.read import read

_KIND = "ld+json"


def found(root: Node) -> tuple[Found, ...]:
    """What each block holds, mended where it must be; scripts of other kinds are not read."""
    blocks = [node for node in root.css("script[type]") if _KIND in attr(node, "type").lower()]
    many = len(blocks) > 1
    return tuple(
        read(node.text(deep=True), f"JSON-LD {number}" if many else "JSON-LD")
        for number, node in enumerate(blocks, start=1)
    )
