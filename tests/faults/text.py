"""Faults of links in the texts."""

from __future__ import annotations

from dataclasses import replace

from fault_articles import GOOD, plain
from faults.case import Case, in_article

CASES: dict[str, list[Case]] = {
    "text.article-link": [
        in_article(
            replace(GOOD, notice="See [tides](article:-x)."),
            replace(GOOD, notice="See [tides](article:x)."),
            "notice:12-22",
            "article:-x",
        ),
        in_article(
            plain("See [tides].\n\n[tides]: article:/up\n"),
            plain("See [tides].\n\n[tides]: article:up\n"),
            "body:23-34",
            "article:/up",
        ),
    ],
    "text.link-anchor": [
        in_article(
            plain("## One\n\nSee [below](#two).\n"),
            plain("## One\n\nSee [below](#one).\n"),
            "body:12-25",
            "“#two”",
        )
    ],
    "text.link-label": [
        in_article(
            replace(GOOD, notice="a [ ](https://example.org/) b"),
            replace(GOOD, notice="a [c](https://example.org/) b"),
            "notice:2-27",
            "no text",
        )
    ],
    "text.link-target": [
        in_article(
            replace(GOOD, notice="a [b]() c"),
            replace(GOOD, notice="a [b](/b) c"),
            "notice:2-7",
            "“b”",
        )
    ],
}
