"""Blocks that became another kind of block than was meant: headings, code, quotes, callouts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from palmetto_editor.checks.traps.trap import Repair, Spot, Trap, said, trap
from palmetto_editor.markup import callouts, lines
from palmetto_editor.markup.passages import QUOTED, Part

_HASHES = re.compile(r"(#{2,6})(?=[^\W_]|[*“\"(])|(#)(?=[A-Z][a-z])")
_ENDS = re.compile(r"[.!?…][”\"’)*_]{0,3}$")
_CODE_SIGN = re.compile(r"[{}();=<>$\\|\[\]]|^\s*[#/@.]|\w_\w|::|->")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONG_HEADING = 90  # characters, beyond which a line is no heading
_HEAD = re.compile(r"\[!\s{0,2}([A-Za-z][\w -]{0,40})\]")
_KINDS = tuple(name for kind, names in callouts.FAMILIES.items() for name in (kind, *names))


def hashes(spot: Spot) -> Iterator[Trap]:
    """`##Heading`, a heading but for the blank."""
    if not spot.is_prose or "#" not in spot.text:
        return
    start = 0
    for line in spot.text.split("\n"):
        found = _HASHES.match(line)
        if found and (found[1] or (line == spot.text and len(line) < _LONG_HEADING)):
            shown = line.rstrip()
            message = (
                f"{said(shown)} is shown as text; put a blank after the {found[0]} to make it a "
                "heading."
            )
            end = start + found.end()
            repair = Repair("Make it a heading", end, end, " ")
            yield trap(spot.passage, "heading-space", start, start + len(shown), message, repair)
        start += len(line) + 1


def underlined(part: Part) -> Iterator[Trap]:
    """A rule that makes the paragraph above it a heading."""
    if part.construct != "setext":
        return
    *above, rule = part.source.text.rstrip().split("\n")
    text = "\n".join(above)
    if "-" in rule and (len(above) > 1 or _ENDS.search(text.rstrip()) or len(text) > _LONG_HEADING):
        message = (
            f"The line {rule.strip()} makes {said(text)} a heading; put a blank line above it."
        )
        at = len(text) + 1
        repairs = () if part.inside else (Repair("Put a blank line", at, at, "\n"),)
        yield trap(part.source, "heading-by-rule", 0, len(text), message, *repairs)


def indented(part: Part) -> Iterator[Trap]:
    """Prose that four blanks made code."""
    if part.construct != "code":
        return
    shown = part.source.text.rstrip()
    written = [line for line in shown.split("\n") if line.strip()]
    words = sum(len(_WORD.findall(line)) for line in written)
    if words < 4 * len(written) or any(map(_CODE_SIGN.search, written)):
        return
    bare = "\n".join(line.lstrip() for line in shown.split("\n"))
    message = f"{said(shown)} is indented, so the page shows it as code; take the blanks out."
    repairs = () if part.inside else (Repair("Take the blanks out", 0, len(shown), bare),)
    yield trap(part.source, "indented-code", 0, len(shown), message, *repairs)


def fences(part: Part) -> Iterator[Trap]:
    """Code that nothing ends, so that all below it is code too."""
    if part.construct != "fence":
        return
    first, *below = part.source.text.rstrip().split("\n")
    opened = lines.fence(first.strip())
    if any(lines.closes(lines.read(line, 0), opened) for line in below if line):
        return
    message = (
        f"Nothing ends the code that {said(first)} begins, so all below it is code; end it with "
        f"{opened}."
    )
    end = len(first)
    repairs = [Repair("Take it out", 0, end, "")]
    upto = next((i for i, line in enumerate(below) if not line.strip()), len(below))
    if upto and not part.inside:
        at = end + sum(len(line) + 1 for line in below[:upto])
        repairs.insert(0, Repair("End it at the blank line", at, at, f"\n{opened}"))
    yield trap(part.source, "fence-open", 0, end, message, *repairs)


def swallowed(part: Part) -> Iterator[Trap]:
    """A paragraph that stands right below a quote, and so within it."""
    if part.construct != "quote":
        return
    written, start = part.source.text.rstrip().split("\n"), 0
    for above, line in zip(["", *written], written, strict=False):
        marked = line.lstrip().startswith(">")
        inner = QUOTED.sub("", above, count=1)
        if above.lstrip().startswith(">") and not marked and _begins_anew(inner, line):
            message = (
                f"{said(line)} stands in the quote above it, since no blank line parts them; put "
                "one between."
            )
            repairs = (
                ()
                if part.inside
                else (
                    Repair("Put a blank line", start, start, "\n"),
                    Repair("Mark it as quoted", start, start, "> "),
                )
            )
            yield trap(part.source, "quote-swallows", start, start + len(line), message, *repairs)
        start += len(line) + 1


def _begins_anew(above: str, line: str) -> bool:
    """Whether a line reads as a paragraph of its own, and not as the rest of the one above."""
    bare = line.lstrip('*_“"( ')
    return bool(_ENDS.search(above.rstrip()) or callouts.read(above)) and bare[:1].isupper()


def callout_kinds(part: Part) -> Iterator[Trap]:
    """A callout of a kind that no theme has a look for."""
    if part.construct != "quote":
        return
    head = part.source.lines[0]
    inner = QUOTED.sub("", head, count=1)
    found = _HEAD.match(inner)
    if found is None or callouts.read(inner) is None or found[1].strip().lower() in _KINDS:
        return
    name = found[1].strip()
    near = get_close_matches(name.lower(), _KINDS, 1, 0.7)
    start = len(head) - len(inner) + found.start(1)
    known = "note, tip, important, warning and caution are some that it knows"
    hint = f"it looks like “{near[0].upper()}”" if near else known
    message = f"The page has no look for a callout of the kind “{name}”; {hint}."
    repairs = (
        [Repair(f"Make it {near[0].upper()}", start, start + len(name), near[0].upper())]
        if near
        else []
    )
    yield trap(part.source, "callout-kind", start, start + len(name), message, *repairs)


def callout_heads(spot: Spot) -> Iterator[Trap]:
    """`[!NOTE]` that begins no callout."""
    text = spot.text
    if "[!" not in text:
        return
    for start, close in spot.reading.pairs:
        found = _HEAD.fullmatch(text, start, close + 1)
        if found is None:
            continue
        line = text.rfind("\n", 0, start) + 1
        message = (
            f"{said(found[0])} is shown as typed; begin a quote with it: > "
            f"[!{found[1].strip().upper()}]."
        )
        repairs = _quoting(spot, line, start, found)
        yield trap(spot.passage, "callout-shape", start, close + 1, message, *repairs)


def _quoting(spot: Spot, line: int, start: int, found: re.Match[str]) -> list[Repair]:
    """A callout of the paragraph; within a quote, without its blank."""
    part, text = spot.part, spot.text
    if part is None or part.construct != "paragraph" or text[line:start].strip("*_ "):
        return []
    if part.inside == ():
        shown = f"[!{found[1].strip().upper()}]"
        rest = text[found.end() :].lstrip("*_: ")
        gap = "" if rest.startswith("\n") or not rest else " "
        new = f"{shown}{gap}{rest}".replace("\n", "\n> ")
        above = "\n" if line else ""
        return [Repair("Make it a callout", line, len(text), f"{above}> {new}")]
    if part.inside == ("quote",) and part.first and not line and "! " in found[0]:
        at = found.start() + 2
        return [Repair("Take the blank out", at, found.start(1), "")]
    return []
