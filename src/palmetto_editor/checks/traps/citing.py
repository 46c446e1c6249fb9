"""Citations that are not what Pandoc's syntax asks for, and are shown as they were typed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import islice, pairwise, takewhile

from palmetto_editor.checks.traps.trap import Repair, Spot, Trap, said, trap
from palmetto_editor.markup.citations import bracketed
from palmetto_editor.markup.loose import Span
from palmetto_editor.model.citing import CITED
from palmetto_editor.model.naming import CITATION_KEY

_LOCATOR = re.compile(r"(?:,\s?(?:pp?|ch|chap|sec|fig)\.?\s?\d{1,6}(?:[-–]\d{1,6})?)?")
_NEXT = re.compile(r"\s{0,2}[;,]\s{0,2}-?(?=@)")
_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b|,\s*and\b)\s*(-?)")
_WORK = r"-?@[^\s()\[\];,]{1,300}"
_ROUND = re.compile(rf"\(\s?({_WORK}(?:(?:\s?[;,]\s{{0,3}}|\s{{1,3}}){_WORK}){{0,20}})\s?\)")
_KEYED = re.compile(rf"-?({CITATION_KEY.pattern})((?:,\s?pp?\.\s?\d[\d–-]{{0,12}})?)")
_JOINED = re.compile(rf"(?<=\S)[./]-?@({CITATION_KEY.pattern})")
_NEAR = 60  # characters between a bracket and the first citation in it
_NUMBERS = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9}")


def clusters(spot: Spot) -> Iterator[Trap]:
    """What is wrong with an `@key` or its brackets."""
    if "@" in spot.text:
        cited = sorted(spot.reading.of("citation"), key=lambda span: span.start)
        yield from _unclosed(spot, cited)
        yield from _unopened(spot, cited)
        yield from _commas(spot, cited)
        yield from _round(spot, cited)
        yield from _unheard(spot, cited)
        yield from _linked(spot, cited)
        yield from _joined(spot)


def bare_keys(spot: Spot) -> Iterator[Trap]:
    """Brackets around a key without its `@`, or around a number typed by hand."""
    text = spot.text
    for start, close in spot.reading.pairs:
        inner = text[start + 1 : close]
        if (
            len(inner) > 100
            or text[close + 1 : close + 2] in ("(", "[", ":")
            or text[start - 1 : start] in ("]", "!")
        ):
            continue
        shown = text[start : close + 1]
        keyed = _KEYED.fullmatch(inner)
        if _NUMBERS.fullmatch(inner):
            yield from _number(spot, start, close)
        elif keyed:
            message = (
                f"{said(shown)} is a key without its @, so it is shown as typed; write [@{inner}]."
            )
            repair = Repair("Make it a citation", start, close + 1, f"[@{inner.lstrip('-')}]")
            yield trap(
                spot.passage,
                "citation-without-at",
                start,
                close + 1,
                message,
                repair,
                needs=keyed[1],
            )


def _number(spot: Spot, start: int, close: int) -> Iterator[Trap]:
    numbers = [int(n) for n in re.findall(r"\d+", spot.text[start + 1 : close])]
    after = spot.text[close + 1 : close + 2]
    if min(numbers) >= 1 and not after.isalnum() and after not in ("-", "‑"):
        shown = said(spot.text[start : close + 1])
        message = (
            f"{shown} is typed by hand: it leads nowhere and will not follow when the list of "
            "references changes; cite the work by its key."
        )
        yield trap(spot.passage, "citation-number", start, close + 1, message, listed=max(numbers))


def _unclosed(spot: Spot, cited: list[Span]) -> Iterator[Trap]:
    text, ends = spot.text, {c.start: c.end for c in cited}
    starts = list(ends)
    for opened in spot.reading.opened:
        index = bisect_right(starts, opened)
        first = starts[index] if index < len(starts) else len(text)
        if first > opened + _NEAR or text[first : first + 1] in ("", "["):
            continue
        end = _cluster_end(text, ends[first], ends)
        if text[end : end + 1] == ")":
            repair = Repair("Close the bracket", end, end + 1, "]")
        else:
            repair = Repair("Close the bracket", end, end, "]")
        message = (
            f"{said(text[opened:end])} has no ] at its end, so the bracket is shown; close it."
        )
        yield trap(spot.passage, "citation-unclosed", opened, end, message, repair)


def _cluster_end(text: str, end: int, starts: Mapping[int, int]) -> int:
    """Where the citations end that begin with one, with a page and those after a semicolon."""
    while True:
        located = _LOCATOR.match(text, end)
        end = located.end() if located else end
        following = _NEXT.match(text, end)
        if following is None or following.end() not in starts:
            return end
        end = starts[following.end()]


def _unopened(spot: Spot, cited: list[Span]) -> Iterator[Trap]:
    text, starts = spot.text, [c.start for c in cited]
    for closed in spot.reading.closed:
        index = bisect_right(starts, closed)
        last = cited[index - 1] if index else None
        located = _LOCATOR.match(text, last.end) if last else None
        if last is None or located is None or located.end() != closed or text[last.start] == "[":
            continue
        start = last.start - (text[last.start - 1 : last.start] == "(")
        repair = Repair("Open the bracket", start, last.start, "[")
        message = (
            f"{said(text[start : closed + 1])} has no [ before it, so the bracket is shown; open "
            "it."
        )
        yield trap(spot.passage, "citation-unclosed", start, closed + 1, message, repair)


def _commas(spot: Spot, cited: list[Span]) -> Iterator[Trap]:
    """`[@a, @b]`: what follows a comma is taken for words about the first work."""
    text = spot.text
    for cluster in cited:
        shown = text[cluster.start : cluster.end]
        if not shown.startswith("[") or shown.count("@") < 2:
            continue
        keys = list(CITED.finditer(shown))
        between = [shown[one.end() : other.start()] for one, other in pairwise(keys)]
        if all(";" in part for part in between):
            continue
        message = (
            f"{said(shown)} cites the first work alone, and shows the rest as typed; part them "
            "with ;."
        )
        repairs = []
        if all(_BETWEEN.fullmatch(part) or ";" in part for part in between):
            new = _parted(shown, keys, between)
            repairs.append(Repair("Part them with ;", cluster.start, cluster.end, new))
        yield trap(spot.passage, "citation-comma", cluster.start, cluster.end, message, *repairs)


def _parted(shown: str, keys: list[re.Match[str]], between: list[str]) -> str:
    parts = [shown[: keys[0].end()]]
    for part, key in zip(between, keys[1:], strict=True):
        simple = None if ";" in part else _BETWEEN.fullmatch(part)
        parts += [f"; {simple[1]}" if simple else part, key[0]]
    return "".join((*parts, shown[keys[-1].end() :]))


def _round(spot: Spot, cited: list[Span]) -> Iterator[Trap]:
    """`(@key)`: a citation in running text between brackets of its own."""
    starts = {c.start for c in cited}
    for found in _ROUND.finditer(spot.uncoded):
        if found.start(1) in starts:
            inner = "; ".join(re.findall(_WORK, found[1]))
            message = (
                f"{said(found[0])} cites within a sentence, between brackets; write [{inner}]."
            )
            repair = Repair("Make it a citation", found.start(), found.end(), f"[{inner}]")
            yield trap(spot.passage, "citation-round", found.start(), found.end(), message, repair)


def _unheard(spot: Spot, cited: list[Span]) -> Iterator[Trap]:
    """The words for an image are read out, and nothing can be cited in them."""
    for image in spot.reading.of("image"):
        for cite, shown in _within(spot, image, cited):
            message = (
                f"{shown} stands in the alternative text of an image, where nothing is cited: "
                "it is left out; cite beside the image or in its caption."
            )
            yield trap(spot.passage, "citation-in-alt", cite.start, cite.end, message)


def _linked(spot: Spot, cited: list[Span]) -> Iterator[Trap]:
    """A link holds no other: what its words cite in a sentence is shown as typed.

    What they cite in brackets of its own stands behind the link, as anybody would expect.
    """
    for link in spot.reading.of("link"):
        words = spot.text[link.start : link.label + 1]
        repair = Repair("Cite without the link", link.start, link.end, words)
        repairs = [repair] if bracketed(words[1:-1]) else []
        for cite, shown in _within(spot, link, cited):
            if spot.text[cite.start] != "[":
                message = (
                    f"{shown} stands in the words of a link, where nothing is cited: it is shown "
                    "as typed; cite beside the link."
                )
                at = (cite.start, cite.end)
                yield trap(spot.passage, "citation-in-link", *at, message, *repairs)


def _within(spot: Spot, outer: Span, cited: list[Span]) -> Iterator[tuple[Span, str]]:
    """The citations in the words of a link or an image, each whole, and how they are written."""
    end = outer.start
    first = bisect_right(cited, end, key=lambda cite: cite.start)
    for cite in takewhile(lambda cite: cite.start < outer.label, islice(cited, first, None)):
        if cite.start >= end:
            end = cite.end
            yield cite, said(spot.text[cite.start : cite.end])


def _joined(spot: Spot) -> Iterator[Trap]:
    """`end.@key`: what follows a full stop or a slash is taken for a part of an address."""
    for found in _JOINED.finditer(spot.plain):
        after = found.start() + 1
        message = (
            f"{said(found[0])} is shown as typed, because a citation does not begin right behind "
            f"a {'full stop' if found[0][0] == '.' else 'slash'}; put a blank between them."
        )
        repair = Repair("Put a blank before it", after, after, " ")
        at = (found.start(), found.end())
        yield trap(spot.passage, "citation-joined", *at, message, repair, needs=found[1])
