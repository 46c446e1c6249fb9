"""Citations as Pandoc writes them, and footnote references: both become slots.

Source of the syntax: Pandoc's manual, "Citation syntax".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from palmetto_editor.markup.rendered import CLOSE, OPEN, SLOT, Cite, Cluster

LONGEST = 2_000  # characters in one pair of brackets

_KEY = r"(?:\{([^\s{}]{1,300})\}|(\w(?:\w|[:.#$%&+?<>~/-](?=\w)|[:/](?=/)){0,200}))"


def at(joined: str) -> str:
    """A pattern for the `@` of a citation, which follows no letter, digit or any of these signs.

    A hyphen before it leaves the author out, but not one that ends a word or a dash (`--@key`).
    """
    apart = rf"(?<![^\W_])(?<![{joined}-])"
    return rf"(?:{apart}(-)|{apart}|(?<=[\w-]-))@"


JOINED = "@/."  # in running text: the `@` of an address, or of what was typed without a blank
_CITE = re.compile(at(r"@\\") + _KEY)
_BARE = re.compile(at(JOINED) + _KEY)
_LOCATOR = re.compile(r" \[([^\[\]@^][^\[\]@]{0,300})\](?![(\[])")
_NOTE = re.compile(r"\[\^([^\[\]\s^]{1,100})\]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(slots=True)
class Slots:
    """The citations and footnote references of one job, in the order they were found."""

    clusters: list[Cluster] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, found: Cluster | str) -> str:
        """The slot of a new cluster, or of a new reference to the footnote with this label."""
        if isinstance(found, str):
            self.notes.append(found)
            return f"{OPEN}n{len(self.notes) - 1}{CLOSE}"
        self.clusters.append(found)
        return f"{OPEN}c{len(self.clusters) - 1}{CLOSE}"

    def numbered(self, html: str) -> tuple[str, tuple[Cluster, ...], tuple[str, ...]]:
        """The HTML with its slots numbered as they stand; what does not stand there is gone."""
        clusters: list[Cluster] = []
        notes: list[str] = []

        def number(match: re.Match[str]) -> str:
            index = int(match[2])
            if match[1] == "c":
                clusters.append(self.clusters[index])
                return f"{OPEN}c{len(clusters) - 1}{CLOSE}"
            notes.append(self.notes[index])
            return f"{OPEN}n{len(notes) - 1}{CLOSE}"

        return SLOT.sub(number, html), tuple(clusters), tuple(notes)


def bracketed(inner: str) -> Cluster | None:
    """The citations in a pair of brackets; None if a part of it is not one."""
    cites = []
    for part in inner.split(";"):
        match = _CITE.search(part)
        if match:
            prefix, suffix = _typed(part[: match.start()]), _typed(part[match.end() :])
            key = match[2] or match[3]
            cites.append(Cite(key, prefix, suffix.removeprefix(",").lstrip(), bool(match[1])))
        elif part.strip():
            return None
    return Cluster(tuple(cites)) if cites else None


def bare(text: str, start: int) -> tuple[Cluster, int] | None:
    """The `@key` of running text at `start`, with `[p. 3]` after it, and its end.

    An address of electronic mail is none.
    """
    match = _BARE.match(text, start)
    if match is None:
        return None
    locator = _LOCATOR.match(text, match.end())
    suffix = _typed(locator[1]) if locator else ""
    cite = Cite(match[2] or match[3], suffix=suffix, suppress=bool(match[1]))
    return Cluster((cite,), narrative=True), locator.end() if locator else match.end()


def note(text: str, start: int) -> tuple[str, int] | None:
    """The label of the footnote reference `[^label]` at `start`, and its end."""
    match = _NOTE.match(text, start)
    return (match[1], match.end()) if match else None


def _typed(text: str) -> str:
    return _ESCAPE.sub(r"\1", text).strip()
