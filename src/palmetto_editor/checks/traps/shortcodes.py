"""Shortcodes that place nothing, since they are not written as such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.traps.trap import Repair, Spot, Trap, said, trap
from palmetto_editor.markup.passages import Part

_LIKE = re.compile(
    r"\{\{[ \t]{0,3}[<%＜][^\n{}]{0,300}\}{0,2}"
    r"|\{\{[ \t]{0,3}(?:table|figure|faq|references)\b[^\n{}]{0,200}\}{0,2}"
    r"|\{[ \t]{0,3}[<%][ \t]{0,3}(?:table|figure|faq|references)\b[^\n{}]{0,200}\}{1,2}",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[A-Za-z0-9][\w.-]*")


def written(spot: Spot) -> Iterator[Trap]:
    """`{{table a}}`, `{{< table a >}` or a shortcode among words: all shown as typed."""
    if "{" not in spot.text:
        return
    for found in _LIKE.finditer(spot.uncoded):
        message = f"{said(found[0])} is shown as typed; write {{{{< … >}}}} on a line of its own."
        repair = _repair(spot, found)
        repairs = (repair,) if repair else ()
        yield trap(spot.passage, "shortcode", found.start(), found.end(), message, *repairs)


def _repair(spot: Spot, found: re.Match[str]) -> Repair | None:
    if spot.part is None or spot.part.inside:
        return None
    name, *rest = _WORDS.findall(found[0]) or [""]
    if name.lower() not in ("table", "figure", "faq", "references") or len(rest) > 1:
        return None
    text = spot.text
    code = f"{{{{< {' '.join((name.lower(), *rest))} >}}}}"
    before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    after = text[found.end() :].partition("\n")[0]
    start = found.start() - (len(before) - len(before.rstrip()))
    end = found.end() + len(after) - len(after.lstrip())
    above, below = ("\n\n" if words.strip() else "" for words in (before, after))
    return Repair("Place it", start, end, f"{above}{code}{below}")


def nested(part: Part) -> Iterator[Trap]:
    """A shortcode within a list, a quote or a note."""
    if part.construct == "shortcode" and part.inside:
        shown = part.source.text.rstrip()
        message = (
            f"{said(shown)} stands within another block and is shown as typed; place it after that."
        )
        yield trap(part.source, "shortcode", 0, len(shown), message)
