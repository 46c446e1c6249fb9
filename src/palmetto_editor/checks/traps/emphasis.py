"""Asterisks and their like that were meant to make words bold or italic, and stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from palmetto_editor.checks.traps.trap import Repair, Spot, Trap, said, trap, words_after
from palmetto_editor.markup.loose import Stars, read

_NAMES = {"*": "asterisk", "_": "underscore", "~": "tilde"}
_LONGEST = 300  # characters that somebody makes bold
_AROUND = 20  # characters on each side that decide whether a mark counts
_LETTER = re.compile(r"[^\W\d_]")
_MEASURE = re.compile(r"[a-zA-Z]{1,2}\s{0,2}[<=>≤≥]")  # `*p < 0.05` below a table
_WORD = re.compile(r"\W{0,3}[^\W_][\w'’-]{0,60}")
_MOST = 20  # in one passage: each is tried out


def marks(spot: Spot) -> Iterator[Trap]:
    """Runs of which signs are left: those parted from their words, and those without another."""
    loose = [stars for stars in spot.reading.stars if stars.run.left == stars.run.length <= 3]
    paired: set[int] = set()
    for one, other in pairwise(loose[:_MOST]):
        repair = None if one.start in paired else _joined(spot, one, other)
        if repair:
            paired |= {one.start, other.start}
            yield _parted(spot, one, other, repair)
    for stars in spot.reading.stars[:_MOST]:
        if stars.start not in paired and _is_meant(spot, stars):
            yield _unclosed(spot, stars)


def _joined(spot: Spot, one: Stars, other: Stars) -> Repair | None:
    """What makes emphasis of two runs that are none as they stand."""
    text, sign = spot.text, one.run.sign
    inner = text[one.end : other.start]
    if (sign, one.run.length) != (other.run.sign, other.run.length) or len(inner) > _LONGEST:
        return None
    if not _may_open(text, one) or not _LETTER.search(inner) or _MEASURE.match(inner):
        return None
    mark = sign * one.run.length
    for before, bare, after in (("", inner.strip(), ""), ("", inner, " "), (" ", inner, "")):
        new = f"{before}{mark}{bare}{mark}{after}"
        if bare and _holds(text, one.start, other.end, new):
            return Repair("Make it emphasis", one.start, other.end, new)
    return None


def _may_open(text: str, stars: Stars) -> bool:
    """Whether a run may be meant as the first of two: it is no footnote mark, no factor."""
    side = _side(text, stars)
    if side == "open":
        return True
    before_punctuation = text[stars.end : stars.end + 1].strip() != ""
    return stars.run.length > 1 and (side == "alone" or (side == "close" and before_punctuation))


def _side(text: str, stars: Stars) -> Literal["open", "close", "alone"]:
    if stars.run.may_begin and not stars.run.may_end:
        return "open"
    before, after = text[stars.start - 1 : stars.start], text[stars.end : stars.end + 1]
    return "alone" if not before.strip() and not after.strip() else "close"


def _holds(text: str, start: int, end: int, new: str) -> bool:
    """Whether no sign of emphasis in the new characters stays as typed."""
    head, tail = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    first, last = len(head), len(head) + len(new)
    return not any(first <= s.start < last for s in read(head + new + tail, {}).stars)


def _parted(spot: Spot, one: Stars, other: Stars, repair: Repair) -> Trap:
    mark = one.run.sign * one.run.length
    inner = spot.text[one.end : other.start]
    if inner != inner.strip():
        why = "a blank parts the marks from the words; take it out"
    else:
        why = "the marks touch a word and a sign; put a blank between"
    message = f"{said(mark + inner + mark)} stands on the page as typed: {why}."
    return trap(spot.passage, "emphasis-blank", one.start, other.end, message, repair)


def _is_meant(spot: Spot, stars: Stars) -> bool:
    """Whether a run was meant as emphasis, and not as a factor, a footnote or a measure."""
    text, run = spot.text, stars.run
    before, after = text[stars.start - 1 : stars.start], text[stars.end : stars.end + 1]
    if stars.used:
        return run.sign != "_"
    if run.sign == "_" or run.length > 3 or spot.part is None or spot.part.construct == "table":
        return False
    if run.sign == "~":
        return run.may_begin != run.may_end
    if run.may_begin and not run.may_end:
        starts_a_note = run.length == 1 and not before
        word = _LETTER.match(after) or (run.length > 1 and after.strip())
        return bool(word) and not starts_a_note and not _MEASURE.match(text, stars.end)
    closes = run.may_end and not run.may_begin
    return closes and run.length == 2 and bool(_LETTER.match(before) or before in ":.,;!?”")


def _unclosed(spot: Spot, stars: Stars) -> Trap:
    text, run = spot.text, stars.run
    name = _NAMES[run.sign] + ("s" if run.left > 1 else "")
    out = Repair(f"Take out the {name}", stars.start, stars.start + run.left, "")
    if run.may_begin and not run.may_end:
        words = words_after(text, stars.start)
        message = (
            f"{said(words)} begins emphasis that nothing ends, so the page shows the {name}; "
            "end it, or take them out."
        )
        word = _WORD.match(text, stars.end)
        more = [_ended(stars, word)] if word and not stars.used else []
        return trap(
            spot.passage, "emphasis", stars.start, stars.start + len(words), message, out, *more
        )
    start = max(text.rfind(" ", 0, stars.start - 1), text.rfind("\n", 0, stars.start), -1) + 1
    start = max(start, stars.start - 60)
    message = (
        f"{said(text[start : stars.end])} ends emphasis that nothing begins, so the page shows "
        f"the {name}; begin it, or take them out."
    )
    return trap(spot.passage, "emphasis", start, stars.end, message, out)


def _ended(stars: Stars, word: re.Match[str]) -> Repair:
    mark = stars.run.sign * stars.run.left
    return Repair(f"End it after {said(word[0])}", word.end(), word.end(), mark)


def ticks(spot: Spot) -> Iterator[Trap]:
    """A backtick that begins no code."""
    text = spot.text
    for start, end in spot.reading.ticks[:_MOST]:
        letters = _LETTER.match(text[start - 1 : start]) and _LETTER.match(text[end : end + 1])
        words = words_after(text, start, 3)
        if letters and end - start == 1:
            message = (
                f"The backtick in {said(text[max(0, start - 12) : end + 12])} is no apostrophe"
            )
            repair = Repair("Make it an apostrophe", start, end, "’")
            yield trap(spot.passage, "code-mark", start, end, f"{message}; write ’.", repair)
        elif words.strip("`"):
            message = (
                f"{said(words)} begins code that nothing ends, so the page shows the backtick; "
                "end it with another, or take it out."
            )
            repair = Repair("Take out the backtick", start, end, "")
            yield trap(spot.passage, "code-mark", start, start + len(words), message, repair)
