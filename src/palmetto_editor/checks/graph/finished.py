"""Everything that can be said of one finished page, from its HTML alone."""

from __future__ import annotations

from palmetto_editor.checks.abouts import explained
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph.marked import Marked
from palmetto_editor.checks.graph.page_rules import PAGE_RULES


def look(html: str) -> tuple[Finding, ...]:
    """As `published` promises."""
    page = Marked(html)
    found = [finding for rule in PAGE_RULES for finding in rule.findings(page)]
    return explained(dict.fromkeys(found))
