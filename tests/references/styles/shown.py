"""HTML of entries made comparable: which character is set how, whatever the nesting of tags."""

from __future__ import annotations

import re

_SAME = {"em": "i", "strong": "b"}
_TOKEN = re.compile(r"<(/?)(\w+)[^>]*>|([^<]+)")
_KEPT = {"i", "b", "sup", "sub"}


def shown(html: str) -> str:
    """Links, small capitals and the formats of blanks are left out; white space is folded."""
    cells: list[tuple[str, frozenset[str]]] = []
    open_tags: list[str] = []
    for closing, tag, text in _TOKEN.findall(" ".join(html.split())):
        name = _SAME.get(tag, tag)
        if text:
            twice = frozenset(t for t in set(open_tags) if open_tags.count(t) % 2)
            cells += [(char, frozenset() if char == " " else twice) for char in text]
        elif name in _KEPT:
            open_tags.remove(name) if closing else open_tags.append(name)
    return _written(cells)


def _written(cells: list[tuple[str, frozenset[str]]]) -> str:
    out, before = "", frozenset[str]()
    for char, tags in [*cells, ("", frozenset())]:
        if tags != before and char != " ":
            out += "".join(f"</{t}>" for t in sorted(before - tags))
            out += "".join(f"<{t}>" for t in sorted(tags - before))
            before = tags
        out += char
    return out.strip()
