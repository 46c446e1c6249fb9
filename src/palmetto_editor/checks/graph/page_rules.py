"""The table of what a finished page is asked: its markup, its head, and what readers see of both.

The severities follow the rules on structured data as last checked on 2026-11-22.
"""

from __future__ import annotations

from palmetto_editor.checks.graph import identity, syntax
from palmetto_editor.checks.graph.page_rule import PageRule

PAGE_RULES = (
    PageRule("graph.missing", "warning", syntax.missing),
    PageRule("graph.syntax", "error", syntax.syntax),
    PageRule("graph.breakout", "error", syntax.breakout),
    PageRule("graph.context", "error", syntax.context),
    PageRule("graph.keyword", "error", syntax.keywords),
    PageRule("graph.no-type", "error", syntax.no_type),
    PageRule("graph.empty", "warning", syntax.empty),
    PageRule("graph.dangling-id", "error", identity.dangling),
    PageRule("graph.duplicate-id", "error", identity.duplicate),
    PageRule("graph.relative-id", "error", identity.relative),
    PageRule("parity.printed", "error", syntax.printed),
)
