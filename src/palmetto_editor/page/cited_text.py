"""The clusters of one text: each with what it shows and what the writer typed for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import NamedTuple

from palmetto_editor.markup import citations
from palmetto_editor.markup.rendered import CLOSE, Cite, Cluster
from palmetto_editor.references.citing.clusters import Shown, shown
from palmetto_editor.references.citing.positions import Row
from palmetto_editor.references.citing.works import Memory, Works

_SPECIAL = re.compile(r"[\\`\[\]<@&]")
_KEPT = 20_000  # clusters
Told = tuple[Cluster, str, bool]  # as shown where there are no notes; in one of the writer's


class Cited(NamedTuple):
    """One cluster. `source` is its Markdown, which `is_plain` HTML tells without being asked.

    `is_raised`: it begins as a superscript; `is_noted`: it is the mark of a note, and stands
    behind the stops that follow it; `is_worded`: it names who wrote.
    """

    html: str
    source: str
    is_plain: bool
    is_raised: bool = False
    is_noted: bool = False
    is_worded: bool = False

    def around(self, blank: str, stops: str, before: str) -> str:
        """The element, with the blank and the stops of its sentence around it.

        `data-cite` is the Markdown in the place of which all of the element stands.
        """
        if self.is_raised and before != CLOSE:
            inside = f"{stops}{self.html}" if self.is_noted else self.html
            taken = f"{blank}{self.source}{stops if self.is_noted else ''}"
            left = "" if self.is_noted else stops
            return f"{self._element(inside, '' if self.is_plain and not blank else taken)}{left}"
        return f"{blank}{self._element(self.html, '' if self.is_plain else self.source)}{stops}"

    def _element(self, html: str, source: str) -> str:
        names = "citation worded" if self.is_worded else "citation"
        data = f' data-cite="{escape(source)}"' if source else ""
        return f'<span class="{names}"{data}>{html}</span>'


class CitedText(NamedTuple):
    """The clusters of one text; `notes` has the indices of those that make a note."""

    cited: tuple[Cited, ...] = ()
    told: tuple[Told, ...] = ()
    notes: tuple[tuple[int, Shown], ...] = ()


_NOTHING = CitedText()


@dataclass(frozen=True, slots=True)
class Clusters:
    works: Works | None
    memory: Memory
    in_notes: bool

    def text(
        self,
        clusters: tuple[Cluster, ...],
        occurrences: tuple[tuple[int, ...], ...],
        placed: Sequence[Row],
        *,
        in_note: bool,
    ) -> CitedText:
        """The clusters of a text; `placed` is empty where they have no places."""
        if not clusters:
            return _NOTHING
        bracketed = in_note and self.in_notes
        looks_back = self.works is not None and self.works.layout.near_note is not None
        found: list[Cited] = []
        told: list[Told] = []
        notes: list[tuple[int, Shown]] = []
        for j, cluster in enumerate(clusters):
            html, mark = self._shown(
                cluster, occurrences[j], placed[j] if placed else (), bracketed
            )
            makes_note = self.in_notes and not in_note and any(occurrences[j])
            if makes_note:
                notes.append((j, html))
            found.append(mark)
            if looks_back:  # at numbers of notes, which are nowhere but on the page
                html, _ = self._shown(cluster, occurrences[j], (), bracketed)
            told.append((cluster, _in_line(html, makes_note), in_note))
        return CitedText(tuple(found), tuple(told), tuple(notes))

    def _shown(
        self,
        cluster: Cluster,
        occurrences: tuple[int, ...],
        placed: Row,
        in_note: bool,
    ) -> tuple[Shown, Cited]:
        """A cluster made anew only where its numbers or its place changed."""
        numbers = self.works.numbers if self.works else {}
        own = tuple([numbers.get(cite.key, 0) for cite in cluster.cites])
        asked = (cluster, own, occurrences, placed, in_note)
        known = self.memory.clusters.get(asked)
        if known is None:
            found = shown(cluster, occurrences, self.works, placed, in_note=in_note)
            plain = _is_plain(cluster, occurrences, found.order)
            worded = cluster.narrative or not (self.works and self.works.style.kind == "numeric")
            mark = Cited(found.html, spelled(cluster), plain, found.raised, is_worded=worded)
            known = found, mark
            if len(self.memory.clusters) > _KEPT:
                self.memory.clusters.clear()
            self.memory.clusters[asked] = known
        made: tuple[Shown, Cited] = known
        return made


def _in_line(found: Shown, is_noted: bool) -> str:
    """A cluster where there are no notes, as in the page's Markdown."""
    if not is_noted:
        return found.html
    return f"{found.who} ({found.html.removesuffix('.')})".strip()


def _is_plain(cluster: Cluster, occurrences: Sequence[int], order: tuple[int, ...]) -> bool:
    """Whether the keys to which its anchors lead, one after the other, are all of it."""
    return (
        all(occurrences)
        and not cluster.narrative
        and order == tuple(range(len(order)))
        and not any(cite.prefix or cite.suffix or cite.suppress for cite in cluster.cites)
    )


@lru_cache(maxsize=4096)
def spelled(cluster: Cluster) -> str:
    """A cluster's Markdown: `[see @key, p. 3; -@other]`, or `@key [p. 3]` in running text."""
    first = cluster.cites[0]
    if not cluster.narrative:
        return f"[{'; '.join(map(_spelled, cluster.cites))}]"
    bare = f"{'-' if first.suppress else ''}@{_key(first.key)}"
    return f"{bare} [{_escaped(first.suffix)}]" if first.suffix else bare


def _spelled(cite: Cite) -> str:
    prefix = f"{_escaped(cite.prefix)} " if cite.prefix else ""
    suffix = f", {_escaped(cite.suffix)}" if cite.suffix else ""
    return f"{prefix}{'-' if cite.suppress else ''}@{_key(cite.key)}{suffix}"


def _key(key: str) -> str:
    """Bare where Pandoc reads it so, in braces elsewhere."""
    cluster = citations.bracketed(f"@{key}")
    return key if cluster and cluster.cites[0] == Cite(key) else f"{{{key}}}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
