"""HTML of entries made comparable: which character is set how, whatever the nesting of tags."""

from __future__ import annotations

import re

_SAME = {"em": "i", "strong": "b"}
_TOKEN = re.compile(r"<(/?)(\w+)[^>]*>|([^<]+)")
_KEPT = {"i", "b", "sup", "sub"}


def shown(html: str) -> str:
    """Links, small capitals and the formats of blanks are left out; white space is folded."""
    runs: list[tuple[str, frozenset[str]]] = []
    open_tags: list[str] = []
    for closing, tag, text in _TOKEN.findall(" ".join(html.split())):
        name = _SAME.get(tag, tag)
        if text:
            runs.append((text, frozenset(t for t in open_tags if open_tags.count(t) % 2)))
        elif name in _KEPT:
            open_tags.remove(name) if closing else open_tags.append(name)
    return _written(runs)


def _written(runs: list[tuple[str, frozenset[str]]]) -> str:
    out, before = "", frozenset[str]()
    for text, tags in [*runs, ("", frozenset())]:
        words = text.lstrip(" ")
        out += text[: len(text) - len(words)]
        if tags != before and (words or not text):
            out += "".join(f"</{t}>" for t in sorted(before - tags))
            out += "".join(f"<{t}>" for t in sorted(tags - before))
            before = tags
        out += words
    return out.strip()
