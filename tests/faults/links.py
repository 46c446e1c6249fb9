"""Faults of links beside the text."""

from __future__ import annotations

from fault_articles import link
from faults.case import Case, in_article

CASES: dict[str, list[Case]] = {
    "links.label": [
        in_article(link(label=""), link(), "links[new].label", "no label"),
        in_article(link(label=" "), link(), "links[new].label", "no label"),
    ],
    "links.target": [in_article(link(target=""), link(), "links[new].target", "“New”")],
    "links.target-shape": [
        in_article(
            link(target="article:"), link(target="article:a"), "links[new].target", "article:"
        ),
        in_article(
            link(target="javascript:alert(1)"),
            link(target="https://example.org/alert(1)"),
            "links[new].target",
            "not an address",
        ),
        in_article(
            link(target="//example.org"),
            link(target="/example.org"),
            "links[new].target",
            "not an address",
        ),
    ],
    "links.twice": [
        in_article(
            link(target="https://example.org/notes/tides/"),
            link(target="https://example.org/notes/winds/"),
            "links[new].target",
            "Two links",
        )
    ],
}
