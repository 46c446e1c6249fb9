"""Lists that are none, lists that were meant as prose, and paragraphs that a list took in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.traps.trap import Repair, Spot, Trap, said, trap
from palmetto_editor.markup.passages import Part, items
from palmetto_editor.markup.scan import list_items

_SIGN = re.compile(r"([•◦▪▫‣⁃∙●○■□►–—])[ \t\u00a0]+(?=\S)")
_TIGHT = re.compile(r"[-+](?=[^\W\d_]{2})|(\d{1,2})[.)](?=[^\W\d_])")
_LAST_DAY = 31  # a number above it that begins a list is a year or a quantity
_ENDS = re.compile(r"[.!?…][”\"’)*_]{0,3}$")
# How a paragraph begins that speaks of the list above or of what comes below.
_GOES_ON = re.compile(
    r"(?:The (?:following|next|remaining|rest|sections?)|This (?:article|section|page|review|guide)"
    r"|These (?:findings|results|studies|observations|data|effects)|(?:In|To) (?:summary|sum|short)"
    r"|For (?:a|an|more|further)\b|See |Below|Together,|Taken together|Overall,|However,)"
)


def signs(spot: Spot) -> Iterator[Trap]:
    """Lines that begin with a bullet from another program: they run together in one paragraph."""
    if not spot.is_prose:
        return
    text = spot.text
    found = [match for start in _line_starts(text) if (match := _SIGN.match(text, start))]
    if len(found) < 2:
        return
    first, last = found[0].start(), found[-1].end()
    new = _replaced(text, [(match.start(), match.end(), "- ") for match in found], first, last)
    message = (
        f"{said(text[first:])} is shown in one paragraph; begin each item with a hyphen to make "
        "a list."
    )
    repair = Repair("Make it a list", first, last, new)
    yield trap(spot.passage, "bullet-sign", first, len(text), message, *_in_place(spot, repair))


def tight(spot: Spot) -> Iterator[Trap]:
    """Lines that begin with `-` or `1.` and no blank after it."""
    if not spot.is_prose:
        return
    text = spot.text
    found = [match for start in _line_starts(text) if (match := _TIGHT.match(text, start))]
    numbers = [int(match[1]) for match in found if match[1]]
    if len(found) < 2 or (numbers and numbers != list(range(1, len(found) + 1))):
        return
    first, last = found[0].start(), found[-1].end()
    new = _replaced(text, [(match.end(), match.end(), " ") for match in found], first, last)
    message = (
        f"{said(text[first:])} is shown in one paragraph; put a blank after each {found[0][0]} "
        "to make a list."
    )
    if numbers:
        message = (
            f"{said(text[first:])} is shown in one paragraph; put a blank after each number to "
            "make a list."
        )
    repair = Repair("Make it a list", first, last, new)
    yield trap(spot.passage, "list-space", first, len(text), message, *_in_place(spot, repair))


def numbers(part: Part) -> Iterator[Trap]:
    """A paragraph that begins with a year and a full stop."""
    if part.construct != "list":
        return
    found, _ = list_items(part.source.text, 0)
    first = found[0]
    if len(found) == 1 and first.marker.number > _LAST_DAY and first.marker.kind in ".)":
        start = len(part.source.lines[0]) - len(part.source.lines[0].lstrip())
        end = start + first.marker.width
        shown = part.source.text[start:end]
        message = (
            f"“{shown}” begins a list of one item here; write {shown[:-1]}\\{shown[-1]} to begin "
            "a sentence."
        )
        repair = Repair("Make it a sentence", end - 1, end - 1, "\\")
        yield trap(part.source, "list-number", start, end, message, repair)


def swallowed(part: Part) -> Iterator[Trap]:
    """The last item of a list that reads like the paragraph after it."""
    if part.construct != "list":
        return
    inner = items(part.source)
    texts = [" ".join(item.text.split()) for item in inner]
    if len(texts) < 3 or not _GOES_ON.match(texts[-1]) or not _ENDS.search(texts[-1]):
        return
    if any(_ENDS.search(text) or _GOES_ON.match(text) for text in texts[:-1]):
        return
    source = part.source
    last, _ = list_items(source.text, 0)[0][-1], 0
    start, end = last.start, len(source.text.rstrip())
    message = (
        f"{said(texts[-1])} is the last item of a list and reads like the paragraph after it; "
        "take it out of the list."
    )
    repairs = []
    if not part.inside:
        repairs = [Repair("Make it a paragraph", start, end, f"\n{inner[-1].text.strip()}")]
    yield trap(source, "list-swallows", start, end, message, *repairs)


def _line_starts(text: str) -> Iterator[int]:
    start = 0
    for line in text.split("\n"):
        yield start
        start += len(line) + 1


def _replaced(text: str, changes: list[tuple[int, int, str]], start: int, end: int) -> str:
    parts, done = [], start
    for first, last, new in changes:
        parts += [text[done:first], new]
        done = last
    return "".join((*parts, text[done:end]))


def _in_place(spot: Spot, repair: Repair) -> tuple[Repair, ...]:
    """A list is made of a paragraph at the top only: elsewhere its lines have more before them."""
    return () if spot.part and spot.part.inside else (repair,)
