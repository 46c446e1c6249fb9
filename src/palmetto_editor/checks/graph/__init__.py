"""What is wrong with the markup and the head of a finished page, ours or a stranger's.

Start with `published`, which says all that can be said of one page's HTML alone; `page_rules` is
the table of what it asks. `marked.Marked` is what a page's rules look at: its HTML (read by
`checks.reading`) and all its JSON-LD as one list of nodes (read by `structured.wild`), each with
the name that findings give it. The rules stand by what they are about: `syntax`, `identity`,
`terms` and `ranges` (schema.org's own words, from `vocabulary`), `works` (articles), `dates`,
`pictures`, `people`, `questions`, `trails`, `citations`, `topics`, `language`; `head` and `social`
for the head; `seen` for what a reader must see of the markup.
`rules` are those few that an article is asked before it is a page; `across` compares all pages of
a publication. May import what `checks` may.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from palmetto_editor.checks.finding import Finding

__all__ = ["published"]


def published(html: str) -> tuple[Finding, ...]:
    """What is wrong with a page, its head and its JSON-LD, in the order of the rules.

    The places are of the page: `graph[<id, type or number of a node>].headline`,
    `head.canonical`. Any text is taken for HTML, and none raises.
    """
    # Articles are checked without the readers of strangers' markup, which are slow to import.
    from palmetto_editor.checks.graph.finished import look

    return look(html)
