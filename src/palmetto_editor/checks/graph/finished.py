"""Everything that can be said of one finished page, from its HTML alone."""

from __future__ import annotations

from dataclasses import replace

from palmetto_editor.checks.abouts import about
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph.marked import Marked
from palmetto_editor.checks.graph.page_rules import PAGE_RULES


def published(html: str) -> tuple[Finding, ...]:
    """What is wrong with a page, its head and its JSON-LD, in the order of the rules.

    The places are of the page: `graph[<id, type or number of a node>].headline`,
    `head.canonical`. Any text is taken for HTML, and none raises.
    """
    page = Marked(html)
    found = [finding for rule in PAGE_RULES for finding in rule.findings(page)]
    return tuple(replace(f, about=about(f.rule)) for f in dict.fromkeys(found))
