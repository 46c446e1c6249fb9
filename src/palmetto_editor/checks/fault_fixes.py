"""What mends a fault of the page: a key that is nearly right, an entry that nobody cites."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache

from palmetto_editor.checks.cited_style import at
from palmetto_editor.model import edits
from palmetto_editor.model.citing import CITED, key_of
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.values import Article
from palmetto_editor.page.page import PageFault

_NEAR = 0.8  # the likeness of two keys (difflib), so that one is taken for a slip of the other


def fix(fault: PageFault, article: Article) -> Edit | None:
    """The edit that mends a fault, where there is one that the writer would choose."""
    if fault.rule == "reference.uncited":
        return edits.remove("references", fault.place.item, "Remove uncited reference")
    if fault.rule == "citation.undefined" and fault.place.span:
        return _nearest(fault, *fault.place.span, article)
    return None


def _nearest(fault: PageFault, first: int, last: int, article: Article) -> Edit | None:
    """Cites the key in the list that is most like the one that the fault names."""
    place = fault.place.whole()
    written: str = edits.get(article, place)
    cites = CITED.finditer(written, first, last)
    match = next((m for m in cites if f"“{key_of(m)}”" in fault.message), None)
    known = tuple(reference.id for reference in article.references)
    key = _like(key_of(match), known) if match else ""
    if match is None or not key:
        return None
    cite = f"@{{{key}}}" if match["braced"] else at(key)
    start, end = match.span()
    splice = edits.splice(place, start, end, cite)

    def apply(now: Article) -> Article:
        text: str = edits.get(now, place)
        return splice.apply(now) if text[start:end] == match[0] else now

    return Edit(f"Cite {key}", place, apply)


@lru_cache(maxsize=1024)  # a page tells all of its faults anew after every key
def _like(key: str, known: tuple[str, ...]) -> str:
    """The known key that is most like one; "" where none is."""
    folded = {one.casefold(): one for one in known}
    near = get_close_matches(key.casefold(), folded, 1, _NEAR)
    return folded[near[0]] if near else ""
