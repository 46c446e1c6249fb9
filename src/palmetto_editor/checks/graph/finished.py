"""Everything that can be said of one finished page, from its HTML alone."""

from __future__ import annotations

from dataclasses import replace

from palmetto_editor.checks.abouts import about
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph.marked import Marked
from palmetto_editor.checks.graph.page_rules import PAGE_RULES


def look(html: str) -> tuple[Finding, ...]:
    """As `published` promises."""
    page = Marked(html)
    found = [finding for rule in PAGE_RULES for finding in rule.findings(page)]
    return tuple(replace(f, about=about(f.rule)) for f in dict.fromkeys(found))
