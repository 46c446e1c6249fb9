"""What begins with `<` inside a paragraph; bounds keep the search for an end short."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000})>")
_MAIL = re.compile(r"<([\w.!#$%&'*+/=?^`{|}~-]{1,100}@[A-Za-z0-9.-]{1,200})>")
_TAG = re.compile(
    r"<(?:/[A-Za-z][A-Za-z0-9-]{0,30}\s*|[A-Za-z][A-Za-z0-9-]{0,30}"
    r"(?>(?:\s+[A-Za-z_:][\w.:-]{0,50}+"
    r"(?:\s*=\s*(?:[^\s\"'=<>`]{1,2000}+|'[^']{0,2000}'|\"[^\"]{0,2000}\"))?){0,30})\s*/?)>"
)
_OTHERS = ("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")


def written_address(text: str, start: int) -> tuple[str, str, int] | None:
    """Address, text and end of `<https://…>` or `<name@example.org>`."""
    match = _ADDRESS.match(text, start)
    if match:
        return match[1], match[1], match.end()
    match = _MAIL.match(text, start)
    return (f"mailto:{match[1]}", match[1], match.end()) if match else None


def tag_end(text: str, start: int, unclosed: set[str]) -> int | None:
    """Where the raw tag, comment, instruction or declaration at `start` ends; None if none is.

    `unclosed` remembers, for later places of the same text, which ends do not come any more.
    """
    tag = _TAG.match(text, start)
    if tag:
        return tag.end()
    for opening, closing in _OTHERS:
        if text.startswith(opening, start):
            end = -1 if closing in unclosed else text.find(closing, start + len(opening))
            if end < 0:
                unclosed.add(closing)
                return None
            return end + len(closing)
    return None
