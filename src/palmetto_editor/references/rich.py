"""Rich text of CSL-JSON: the few tags allowed in a title, everything else escaped.

CSL-JSON's own documentation names `<i>`, `<b>`, `<sup>`, `<sub>` and a span for small capitals;
what reference managers and Crossref deliver has no others of use.
"""

from __future__ import annotations

import re
from html import escape

_TAG = re.compile(r"<(/?)(i|b|sup|sub)>")


def rich(text: str) -> str:
    """HTML with the allowed tags that are closed in their order; any other `<` is a character."""
    folded = " ".join(text.split())
    tags = {match.start(): match for match in _TAG.finditer(folded)}
    paired = _paired(list(tags.values()))
    parts, done = [], 0
    for start in sorted(paired):
        parts += [escape(folded[done:start], quote=False), tags[start][0]]
        done = tags[start].end()
    return "".join(parts) + escape(folded[done:], quote=False)


def _paired(tags: list[re.Match[str]]) -> set[int]:
    """Where the tags stand that have a partner, none crossing another pair."""
    paired: set[int] = set()
    open_tags: list[re.Match[str]] = []
    for tag in tags:
        if not tag[1]:
            open_tags.append(tag)
        elif open_tags and open_tags[-1][2] == tag[2]:
            paired |= {open_tags.pop().start(), tag.start()}
    return paired
