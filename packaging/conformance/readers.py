"""Reads pages back with extruct, and expands their graphs with PyLD; writes what went wrong.

Runs in an environment of its own: `readers.py extruct|pyld OUTPUT PAGE…`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CONTEXT = "https://schema.org"
# What schema.org's own context says of the terms that our graphs use: addresses are nodes.
ADDRESSES = ("url", "sameAs", "item", "contentUrl", "logo", "mainEntityOfPage")
LOCAL = {"@vocab": "http://schema.org/"} | {name: {"@type": "@id"} for name in ADDRESSES}


def extruct(page: Path) -> Iterator[str]:
    """Complains where the page's graph does not come back as it was exported."""
    from extruct import extract

    found = extract(page.read_text("utf-8"), syntaxes=["json-ld"])["json-ld"]
    if found != [_graph(page)]:
        yield f"{len(found)} graphs were read, and not the one of article.jsonld."


def pyld(page: Path) -> Iterator[str]:
    """Complains where a node, or a property of one, is lost when the graph is expanded."""
    from pyld import jsonld

    graph = _graph(page)
    expanded = jsonld.expand(graph, {"documentLoader": _load})
    typed = sum("@type" in node for node in expanded)
    if typed != len(graph["@graph"]):
        yield f"Of {len(graph['@graph'])} nodes {typed} are left."
    for node, source in zip(expanded, graph["@graph"], strict=False):
        if len(node) != len(source):
            lost = {key for key in source if not any(key.lstrip("@") in name for name in node)}
            yield f"{source.get('@id')} lost {sorted(lost)}."


def _graph(page: Path) -> dict[str, Any]:
    graph: dict[str, Any] = json.loads((page.parent / "article.jsonld").read_bytes())
    return graph


def _load(url: str, _options: object = None) -> dict[str, Any]:
    if url.rstrip("/") != CONTEXT:
        raise ValueError(f"{url} would have been fetched")
    body = {"@context": LOCAL}
    return {"contextUrl": None, "documentUrl": url, "document": body, "contentType": None}


def main() -> int:
    tool, output, *pages = sys.argv[1:]
    complaints = [
        {"page": page, "rule": tool, "message": message}
        for page in pages
        for message in {"extruct": extruct, "pyld": pyld}[tool](Path(page))
    ]
    Path(output).write_text(json.dumps(complaints))
    return 0


if __name__ == "__main__":
    sys.exit(main())
