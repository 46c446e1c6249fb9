"""What is wrong with the markup and the head of a finished page, ours or a stranger's.

Start with `published`, which says all that can be said of one page's HTML alone; `page_rules` is
the table of what it asks. `marked.Marked` is what a page's rules look at: its HTML (read by
`checks.reading`) and all its JSON-LD as one list of nodes (read by `structured.wild`), each with
the name that findings give it. The rules stand by what they are about: `syntax`, `identity`,
`terms` and `ranges` (schema.org's own words, from `vocabulary`), `works` (articles), `dates`,
`pictures`, `people`, `questions`, `trails`, `citations`, `topics`, `language`; `head` and `social`
for the head; `seen` for what a reader must see of the markup.
`rules` are those few that an article is asked before it is a page. May import what `checks` may.
"""

from palmetto_editor.checks.graph.finished import published

__all__ = ["published"]
