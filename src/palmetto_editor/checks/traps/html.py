"""HTML that leaves no trace: names in angle brackets, and comments that nothing ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.traps.trap import Repair, Spot, Trap, said, trap
from palmetto_editor.markup.extract import Extract
from palmetto_editor.markup.own import names
from palmetto_editor.markup.passages import Part
from palmetto_editor.markup.sanitise import keeps, refuses

_NAME = re.compile(r"<([A-Za-z][A-Za-z0-9-]{0,30})(?=[\s/>])")
_TAGS = re.compile(r"<([A-Za-z][A-Za-z0-9-]{0,30})(?:\s[^<>]{0,300})?/?>")
# Elements of HTML that are left out while their text stays.
_KNOWN = names(
    "acronym address article basefont bdi bdo big blink body button center data datalist dir "
    "fieldset figure font footer form h1 header hgroup html input label legend main map marquee "
    "meter nav nobr option output picture progress search section select slot strike tt wbr"
)


def tags(spot: Spot) -> Iterator[Trap]:
    """Tags within a paragraph or a short text."""
    seen: set[str] = set()
    for span in spot.reading.of("tag"):
        found = _NAME.match(spot.text, span.start)
        if found and found[1].lower() not in seen:
            seen.add(found[1].lower())
            yield from _lost(spot.passage, found[1], span.start, span.end, inline=spot.part is None)


def blocks(part: Part) -> Iterator[Trap]:
    """Tags of a block of HTML, and a comment that takes in all that follows."""
    if part.construct != "html":
        return
    text = part.source.text
    if text.startswith("<!--") and "-->" not in text:
        end = len(text.split("\n", 1)[0])
        message = (
            f"Nothing ends the comment that {said(text[:end])} begins, so the page shows nothing "
            "below; end it with -->."
        )
        repair = Repair("End it with its line", end, end, " -->")
        yield trap(part.source, "comment-open", 0, end, message, repair)
        return
    seen: set[str] = set()
    for found in _TAGS.finditer(text):
        if found[1].lower() not in seen:
            seen.add(found[1].lower())
            yield from _lost(part.source, found[1], found.start(), found.end(), inline=False)


def _lost(where: Extract, name: str, start: int, end: int, *, inline: bool) -> Iterator[Trap]:
    if keeps(name, inline=inline) or refuses(name):
        return
    shown = said(where.text[start:end])
    if name.lower() in _KNOWN or keeps(name, inline=False):
        message = (
            f"{shown} is left out of the page, and only the text in it stays; write it in Markdown."
        )
        repair = Repair(f"Take <{name}> out", start, end, "")
    else:
        message = f"{shown} is taken for HTML and vanishes from the page; write \\< to show it."
        repair = Repair("Show it", start, start, "\\")
    yield trap(where, "html-lost", start, end, message, repair)
