"""HTML that leaves no trace: names in angle brackets, and comments that nothing ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.traps.trap import Repair, Spot, Trap, said, trap
from palmetto_editor.markup.extract import Extract
from palmetto_editor.markup.own import names
from palmetto_editor.markup.passages import Part
from palmetto_editor.markup.sanitise import keeps, refuses

_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]{0,30})(?=[\s/>])")
_TAGS = re.compile(r"</?([A-Za-z][^\s<>/]{0,30})(?:\s[^<>]{0,300})?/?>")
_DECLARED = re.compile(r"<[?!](?!--)")
# A tag or declaration as far as it goes; a browser takes all up to its > for a part of it.
_BEGUN = re.compile(
    r"<(?:/?[A-Za-z]|[?!](?!--))(?:\"[^\"]{0,2000}\"|'[^']{0,2000}'|[^<>\"'\n]|\n(?!\s*\n)){0,2000}(>?)"
)
# Elements of HTML that are left out while their text stays.
_KNOWN = names(
    "acronym address article basefont bdi bdo big blink body button center data datalist dir "
    "fieldset figure font footer form h1 header hgroup html input label legend main map marquee "
    "meter nav nobr option output picture progress search section select slot strike tt wbr"
)


def tags(spot: Spot) -> Iterator[Trap]:
    """Tags within a paragraph or a short text."""
    for start in spot.reading.angles:
        if spot.text.startswith("<!--", start):
            yield _open(spot.passage, start, "it is shown as typed")
    seen: set[str] = set()
    for span in spot.reading.of("tag"):
        found = _NAME.match(spot.text, span.start)
        if _DECLARED.match(spot.text, span.start):
            yield _vanishing(spot.passage, span.start, span.end)
        elif found and found[1].lower() not in seen:
            seen.add(found[1].lower())
            yield from _lost(spot.passage, found[1], span.start, span.end, inline=spot.part is None)


def blocks(part: Part) -> Iterator[Trap]:
    """Tags of a block of HTML, and a comment that takes in all that follows."""
    if part.construct != "html":
        return
    text = part.source.text
    last = text.rfind("<!--")
    if last >= 0 and text.find("-->", last) < 0:
        yield _open(part.source, last, "the page shows nothing below")
        return
    yield from _unended(part)
    seen: set[str] = set()
    for found in _TAGS.finditer(text):
        if found[1].lower() not in seen:
            seen.add(found[1].lower())
            yield from _lost(
                part.source, found[1], found.start(), found.end(), inline=False, raw=True
            )


def _open(where: Extract, start: int, so: str) -> Trap:
    """A comment that nothing ends."""
    end = start + len(where.text[start:].split("\n", 1)[0])
    shown = said(where.text[start:end])
    message = f"Nothing ends the comment that {shown} begins, so {so}; end it with -->."
    repair = Repair("End it with its line", end, end, " -->")
    return trap(where, "comment-open", start, end, message, repair)


def _unended(part: Part) -> Iterator[Trap]:
    """A tag that nothing ends, and what begins like a declaration of HTML."""
    for found in _BEGUN.finditer(part.source.text):
        if not found[1] or _DECLARED.match(found[0]):
            shown = found[0].rstrip()
            yield _vanishing(part.source, found.start(), found.start() + len(shown))


def _vanishing(where: Extract, start: int, end: int) -> Trap:
    message = (
        f"{said(where.text[start:end])} is taken for HTML and vanishes from the page; write &lt; "
        "to show it."
    )
    return trap(
        where, "html-lost", start, end, message, Repair("Show it", start, start + 1, "&lt;")
    )


def _lost(
    where: Extract, name: str, start: int, end: int, *, inline: bool, raw: bool = False
) -> Iterator[Trap]:
    """`raw`: in a block of HTML, where a backslash shows nothing."""
    if keeps(name, inline=inline) or refuses(name):
        return
    shown = said(where.text[start:end])
    if name.lower() in _KNOWN or keeps(name, inline=False):
        message = (
            f"{shown} is left out of the page, and only the text in it stays; write it in Markdown."
        )
        repair = Repair(f"Take <{name}> out", start, end, "")
    elif raw:
        yield _vanishing(where, start, end)
        return
    else:
        message = f"{shown} is taken for HTML and vanishes from the page; write \\< to show it."
        repair = Repair("Show it", start, start, "\\")
    yield trap(where, "html-lost", start, end, message, repair)
