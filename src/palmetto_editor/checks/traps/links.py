"""Links that were meant as such and stand there as brackets and an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.traps.trap import Repair, Spot, Trap, said, trap
from palmetto_editor.markup.links import target

_ADDRESS = re.compile(
    r"(?:https?://|www\.|mailto:|article:|/[a-z]|#[a-z]|\.{1,2}/)"
    r"|[\w-]{1,60}(?:\.[\w-]{1,60}){0,6}\.(?:html?|pdf|org|com|net|edu|gov)(?=[/?#]|$)",
    re.IGNORECASE,
)
_WEB = re.compile(r"(?:https?://|www\.)\S{3,}", re.IGNORECASE)
_ROUND = re.compile(r"\(([^()\n]{0,500})(\)?)")
_PARTED = re.compile(r"(?P<gap>[ \t\u00a0]{1,3}|[ \t]?\n[ \t]?)(?P<round>\([^()\s]{1,500}\))")
_BEFORE = re.compile(r"\(([^()\n]{1,200})\)$")
_STRAIGHT = str.maketrans("“”„«»‘’", '"""""\'\'')
# No part of an address at its end.
_BARE = re.compile(
    r"(?<![\w@/.<\"'=])(?:https?://|www\.(?=[\w-]{1,60}\.))[^\s<>\"“”«»{}|\\^`]{3,}", re.I
)
_AFTER = ".,;:!?)]}'’*_~…"


def brackets(spot: Spot) -> Iterator[Trap]:
    """Brackets with an address beside them that are no link."""
    text, pairs = spot.text, spot.reading.pairs
    ends = dict(pairs)
    for start, close in pairs:
        following = text[close + 1 : close + 600]
        if following.startswith("("):
            yield from _broken(spot, start, close, following)
        elif split := _PARTED.match(following):
            yield from _split(spot, start, close, split)
        elif close + 1 in ends:
            yield from _undefined(spot, start, close, ends[close + 1])
        if _WEB.fullmatch(text[start + 1 : close]):
            yield from _reversed(spot, start, close)


def _broken(spot: Spot, start: int, close: int, following: str) -> Iterator[Trap]:
    """`[a](an address with blanks)`, a title in curly quotes, a bracket that does not close."""
    found = _ROUND.match(following)
    if found is None or not _ADDRESS.match(found[1].strip()):
        return
    end = close + 1 + found.end()
    whole = spot.text[start:end]
    message = f"{said(whole)} is no link, since its address cannot be read; {_why(found)}."
    label = spot.text[start : close + 1]
    inner = found[1].strip() if found[2] else found[1].split()[0].rstrip(".,;:")
    if not found[2]:
        end = close + 2 + found[1].index(inner) + len(inner)
    new = next((n for n in _readable(inner) if _is_link(label, n)), "")
    repairs = [Repair("Make it a link", close + 1, end, f"({new})")] if new else []
    yield trap(spot.passage, "link-broken", start, end, message, *repairs)


def _is_link(label: str, inner: str) -> bool:
    return target(f"{label}({inner})", 0, len(label) - 1, {}) is not None


def _why(found: re.Match[str]) -> str:
    if not found[2]:
        return "close it with a )"
    if found[1] != found[1].translate(_STRAIGHT):
        return "use straight quotes around its title"
    return "write %20 for each blank in it"


def _readable(inner: str) -> Iterator[str]:
    yield inner.translate(_STRAIGHT)
    yield re.sub(r"\s+", "%20", inner)


def _split(spot: Spot, start: int, close: int, split: re.Match[str]) -> Iterator[Trap]:
    """`[a] (address)`."""
    inner = split["round"][1:-1]
    label = spot.text[start : close + 1]
    if _ADDRESS.match(inner) and _is_link(label, inner):
        end = close + 1 + split.end()
        message = f"{said(spot.text[start:end])} is no link: take out what parts ] from (."
        gap = Repair("Join the two", close + 1, close + 1 + len(split["gap"]), "")
        yield trap(spot.passage, "link-split", start, end, message, gap)


def _undefined(spot: Spot, start: int, close: int, end: int) -> Iterator[Trap]:
    """`[text][label]` where no line defines the label."""
    text = spot.text
    label, name = text[start + 1 : close], text[close + 2 : end] or text[start + 1 : close]
    if not label.strip() or not re.search(r"[^\W\d]", label) or name.startswith(("^", "@", "!")):
        return
    named = " ".join(name.split())
    message = (
        f"{said(text[start : end + 1])} is no link, since no line defines [{named}]; "
        "add “[…]: address” below, or write the address in ( )."
    )
    yield trap(spot.passage, "link-undefined", start, end + 1, message)


def _reversed(spot: Spot, start: int, close: int) -> Iterator[Trap]:
    """`(text)[address]`."""
    text = spot.text
    found = _BEFORE.search(text[max(0, start - 203) : start])
    if found:
        first = start - len(found[0])
        message = (
            f"{said(text[first : close + 1])} is no link: the text goes in [ ], the address in ( )."
        )
        new = f"[{found[1]}]({text[start + 1 : close]})"
        repair = Repair("Change the brackets", first, close + 1, new)
        yield trap(spot.passage, "link-reversed", first, close + 1, message, repair)


def bare(spot: Spot) -> Iterator[Trap]:
    """An address that nobody can press."""
    if "://" not in spot.text and "www." not in spot.text.lower():
        return
    if any(
        spot.text[t.start : t.start + 3].lower() in ("<a ", "<a\n") for t in spot.reading.of("tag")
    ):
        return
    for found in _BARE.finditer(spot.plain):
        address = found[0].rstrip(_AFTER)
        if address.count("(") > address.count(")") and found[0][len(address) :].startswith(")"):
            address += ")"
        end = found.start() + len(address)
        if _in_brackets(spot, found.start(), end) or len(address) < 8:
            continue
        message = (
            f"{said(address)} is shown and leads nowhere; make it a link with words of its own."
        )
        web = address if "://" in address else f"https://{address}"
        new = f"<{address}>" if web == address else f"[{address}]({web})"
        repair = Repair("Make it a link", found.start(), end, new)
        yield trap(spot.passage, "bare-url", found.start(), end, message, repair)


def _in_brackets(spot: Spot, start: int, end: int) -> bool:
    """Whether the brackets around it are told already."""
    text = spot.text
    return (text[start - 1 : start] in ("(", "[")) and (
        re.search(r"[\])][ \t\u00a0\n]{0,3}.$", text[max(0, start - 6) : start], re.DOTALL)
        is not None
        or text[end : end + 2] == "]("
    )
