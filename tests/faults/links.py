"""Faults of links beside the text."""

from __future__ import annotations

from dataclasses import replace

from fault_articles import link, plain
from faults.case import Case, in_article, with_page
from palmetto_editor.checks.finding import Finding
from sample_articles import publication

HOME = publication()


def _beside(*names: str) -> tuple[Finding, ...]:
    """What is found where these are the articles beside one that links to `tides`."""
    article = plain("See [tides](article:tides#low).\n")
    return with_page(article, HOME, lambda page: replace(page, siblings=frozenset(names)))


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
    "links.two-titles": [
        in_article(
            link(target="https://example.org/notes/tides/", relation="product"),
            link(target="https://example.org/notes/winds/", relation="product"),
            "links[new].label",
            "one name",
        )
    ],
    "links.two-targets": [
        in_article(
            link(label="More about tides"),
            link(label="More about winds"),
            "links[new].target",
            "tell them apart",
        ),
        in_article(
            plain("See [tides](/a) and [tides](/b).\n"),
            plain("See [tides](/a) and [tides](/a/).\n"),
            "body:20-31",
            "“tides”",
        ),
    ],
    "links.unknown-article": [
        Case(lambda: _beside("tide"), lambda: _beside("tides"), "body:4-30", "may be “tide”"),
        Case(lambda: _beside("winds"), lambda: _beside("winds", "tides"), "body:4-30", "folder"),
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
