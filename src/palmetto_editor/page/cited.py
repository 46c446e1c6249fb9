"""Citations on the page: each cluster with what it shows and what the writer typed for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from types import MappingProxyType
from typing import NamedTuple

from palmetto_editor.markup import citations
from palmetto_editor.markup.rendered import CLOSE, Cite, Cluster
from palmetto_editor.model.csl import Reference
from palmetto_editor.references.citing.clusters import Shown, shown
from palmetto_editor.references.citing.count import Counted, count
from palmetto_editor.references.citing.positions import Row, positions
from palmetto_editor.references.citing.works import Memory, Works, works
from palmetto_editor.references.styles.style import Style

_SPECIAL = re.compile(r"[\\`\[\]<@&]")
_KEPT = 20_000  # clusters
Spot = tuple[int, int]  # of a cluster: the index of its text, and its own in it
_NOWHERE: Mapping[Spot, int] = MappingProxyType({})


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


@dataclass(frozen=True, slots=True)
class Citing:
    """The references of an article and the style in which it cites them, None where it has none."""

    references: tuple[Reference, ...]
    style: Style | None

    @property
    def in_notes(self) -> bool:
        return self.style is not None and self.style.kind == "note"


@dataclass(frozen=True, slots=True)
class Citations:
    """All clusters of a page. `texts` has those of each text; `notes` what stands in the notes of
    a note style, by the cluster's spot, `who` what precedes their marks; `told` each cluster as it
    is shown where there are no notes, and whether it stands in one of the writer's.
    """

    texts: tuple[tuple[Cited, ...], ...]
    notes: dict[Spot, str]
    who: dict[Spot, str]
    counted: Counted
    works: Works | None
    told: tuple[tuple[Cluster, str, bool], ...]


def cited(
    texts: Sequence[tuple[Cluster, ...]],
    citing: Citing,
    apart: range,
    noted: Mapping[Spot, int] = _NOWHERE,
    memory: Memory | None = None,
) -> Citations:
    """Every cluster of the texts, which stand in reading order.

    `apart` are the indices of the texts that are notes; `noted` has the number of the note of each
    cluster in a note style, as they are read; `memory` as `works` has it.
    """
    keys = {reference.id for reference in citing.references}
    counted = count(texts, keys)
    kept = memory or Memory()
    made = None
    if citing.style is not None:
        made = works(citing.references, counted.order, citing.style, kept)
    placed = _placed(texts, noted, citing)
    clusters = _Clusters(made, kept)
    looks_back = made is not None and made.layout.near_note is not None
    rows: list[tuple[Cited, ...]] = []
    notes: dict[Spot, str] = {}
    who: dict[Spot, str] = {}
    told: list[tuple[Cluster, str, bool]] = []
    for i, row in enumerate(texts):
        found: list[Cited] = []
        for j, cluster in enumerate(row):
            occurrences = counted.occurrences[i][j]
            in_note = i in apart
            bracketed = in_note and citing.in_notes
            html = clusters.shown(cluster, occurrences, placed.get((i, j), ()), bracketed)
            if citing.in_notes and not in_note and any(occurrences):
                notes[i, j], who[i, j] = html[0].html, html[0].who
            found.append(html[1])
            if looks_back:  # at numbers of notes, which are nowhere but on the page
                html = clusters.shown(cluster, occurrences, (), bracketed)
            told.append((cluster, _in_line(html[0], (i, j) in notes), in_note))
        rows.append(tuple(found))
    return Citations(tuple(rows), notes, who, counted, made, tuple(told))


def _in_line(found: Shown, is_noted: bool) -> str:
    """A cluster where there are no notes, as in the page's Markdown."""
    if not is_noted:
        return found.html
    return f"{found.who} ({found.html.removesuffix('.')})".strip()


@dataclass(frozen=True, slots=True)
class _Clusters:
    works: Works | None
    memory: Memory

    def shown(
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


def _placed(
    texts: Sequence[tuple[Cluster, ...]], noted: Mapping[Spot, int], citing: Citing
) -> dict[Spot, Row]:
    style = citing.style
    if style is None or style.kind == "numeric":
        return {}
    every = [(i, j) for i, clusters in enumerate(texts) for j in range(len(clusters))]
    order, notes = list(noted) or every, list(noted.values())
    clusters = [texts[i][j] for i, j in order]
    found = positions(clusters, style.language, notes, style.cluster.near_note)
    return dict(zip(order, found, strict=True))


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
