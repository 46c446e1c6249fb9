"""Where a cite stands among those before it: CSL 1.0.2, "Citation-specific options", position."""

from __future__ import annotations

from collections.abc import Sequence

from palmetto_editor.references.citing.count import Cite, Cluster
from palmetto_editor.references.citing.locators import parse
from palmetto_editor.references.citing.pieces import Position


def positions(clusters: Sequence[Cluster]) -> list[tuple[Position, ...]]:
    """The position of each citation of each cluster, which stand in reading order."""
    seen: set[str] = set()
    found: list[tuple[Position, ...]] = []
    before: Cite | None = None  # the cite right before, if it is alone in its bracket or in this
    for cluster in clusters:
        row: list[Position] = []
        for cite in cluster.cites:
            row.append(_position(cite, before) if cite.key in seen else "first")
            seen.add(cite.key)
            before = cite
        if len(cluster.cites) != 1:
            before = None
        found.append(tuple(row))
    return found


def _position(cite: Cite, before: Cite | None) -> Position:
    if before is None or before.key != cite.key:
        return "subsequent"
    here, there = parse(cite.suffix)[0], parse(before.suffix)[0]
    if here == there:
        return "ibid"
    return "ibid-with-locator" if here else "subsequent"
