"""Marks of other programs, which our Markdown does not know, and marks that were escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from palmetto_editor.checks.traps.trap import Repair, Spot, Trap, said, trap

_SLUG = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?")
New = Callable[[re.Match[str]], str | None]


class Foreign(NamedTuple):
    """How a mark looks, what it is called, what to write in its place, and only in a block?"""

    pattern: re.Pattern[str]
    what: str
    instead: str
    new: New | None = None
    label: str = "Write it as ours"


def _wiki(match: re.Match[str]) -> str | None:
    """`[[slug|label]]` as a link to a sibling."""
    name, label = match[1].strip(), (match[2] or match[1]).strip()
    return f"[{label}](article:{name})" if _SLUG.fullmatch(name) else None


_FOREIGN = (
    Foreign(
        re.compile(r"(?<![=\w])==(?=[^\s=])([^=\n]{0,199}[^\s=])==(?![=\w])"),
        "a highlight of other programs",
        "write <mark>…</mark>",
        lambda m: f"<mark>{m[1]}</mark>",
    ),
    Foreign(
        re.compile(r"(?<=[^\W_])~([^~\s]{1,20})~(?!~)"),
        "Pandoc's subscript",
        "write <sub>…</sub>",
        lambda m: f"<sub>{m[1]}</sub>",
    ),
    Foreign(
        re.compile(r"(?<=[^\W_])\^([^\s^\[\]]{1,20})\^"),
        "Pandoc's superscript",
        "write <sup>…</sup>",
        lambda m: f"<sup>{m[1]}</sup>",
    ),
    Foreign(
        re.compile(r"\[\[([^\[\]|\n@]{1,100})(?:\|([^\[\]\n]{1,200}))?\]\](?!\()"),
        "a link of a wiki",
        "write [words](article:slug)",
        _wiki,
    ),
    Foreign(
        re.compile(r"\{:?[ ]?[#.][A-Za-z][\w-]{0,60}(?: [#.\w=\"'-]{1,60}){0,5}[ ]?\}(?=\s|$)"),
        "an attribute of Pandoc",
        "take it out; headings have their ids without it",
        lambda _m: "",
        "Take it out",
    ),
    Foreign(
        re.compile(r"^:{3,}[ ]?\{?[\w .#-]{0,60}\}?$", re.MULTILINE),
        "a fenced division",
        "begin a quote with > [!NOTE] for a callout",
    ),
    Foreign(
        re.compile(r"\$\$?[^$\n]{0,200}\\[A-Za-z]{2,}[^$\n]{0,200}\$\$?"),
        "a formula of LaTeX",
        "write it with letters, <sub> and <sup>",
    ),
    Foreign(
        re.compile(r"\\(?:cite[pt]?|ref|emph|textbf|textit|footnote|begin|end)\{[^{}\n]{0,200}\}"),
        "a command of LaTeX",
        "write it in Markdown",
    ),
    Foreign(
        re.compile(r"^\[(?:TOC|_TOC_)\]$", re.MULTILINE | re.IGNORECASE),
        "the place of a table of contents",
        "take it out; the page makes none",
        lambda _m: "",
        "Take it out",
    ),
    Foreign(
        re.compile(r"\^\[(?=[^\]\s])"),
        "an inline note of Pandoc",
        "write [^1] here, and [^1]: with the note on a line of its own",
    ),
    Foreign(
        re.compile(r"(?<=[.!?:;,a-z])(?:\\n){1,2}(?=[A-Z]|[-*•] |\d\.)"),
        "a line end in code",
        "begin a new line",
    ),
)
_TASK = re.compile(r"\[[ xX]\](?= \S)")
_ESCAPED = re.compile(
    r"\\\*\\\*(?=[^\s\\])(?P<strong>[^\n\\*]{1,200})(?<=\S)\\\*\\\*"
    r"|\\\[(?P<label>[^\[\]\n\\]{1,200})\\\]\\?\((?P<address>(?:https?:|/|article:)[^\s()\\]{1,300})\\?\)"
    r"|\\\[(?P<cite>\\?@[^\[\]\n]{1,200}?)\\?\]"
)


def foreign(spot: Spot) -> Iterator[Trap]:
    """Marks that other programs understand."""
    text = spot.uncoded
    for mark in _FOREIGN:
        for found in mark.pattern.finditer(text):
            if "\\" not in found[0] and _is_taken(spot, found.start()):
                continue
            message = (
                f"{said(found[0])} is {mark.what}, which the page shows as typed; {mark.instead}."
            )
            new = mark.new(found) if mark.new else None
            start = found.start()
            repairs = [] if new is None else [Repair(mark.label, start, found.end(), new)]
            yield trap(spot.passage, "unknown-mark", start, found.end(), message, *repairs)


def _is_taken(spot: Spot, start: int) -> bool:
    """Whether what stands there became something: a link, a citation, an address."""
    return not spot.plain[start].strip()


def tasks(spot: Spot) -> Iterator[Trap]:
    """`- [ ] to do`: the box is shown as typed."""
    part = spot.part
    if not (
        part and part.first and part.inside[-1:] == ("list",) and part.construct == "paragraph"
    ):
        return
    found = _TASK.match(spot.text)
    if found:
        message = (
            f"{said(spot.text)} has the box of a task, which the page shows as typed; take it out."
        )
        repair = Repair("Take it out", 0, found.end() + 1, "")
        yield trap(spot.passage, "unknown-mark", 0, found.end(), message, repair)


def escaped(spot: Spot) -> Iterator[Trap]:
    r"""`\*\*bold\*\*`: backslashes that another program put before every mark."""
    if "\\" not in spot.text:
        return
    for found in _ESCAPED.finditer(spot.uncoded):
        new = found[0].replace("\\", "")
        message = (
            f"{said(found[0])} has a backslash before its marks, so the page shows them; take "
            "them out."
        )
        repair = Repair("Take the backslashes out", found.start(), found.end(), new)
        yield trap(spot.passage, "escaped", found.start(), found.end(), message, repair)
