"""Where a cite stands among those before it: CSL 1.0.2, "Citation-specific options", position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from palmetto_editor.references.citing.count import Cite, Cluster
from palmetto_editor.references.citing.locators import parse
from palmetto_editor.references.citing.pieces import FIRST, Position, Stand

Row = tuple[Stand, ...]  # of one cluster's cites


def positions(
    clusters: Sequence[Cluster],
    language: str = "",
    notes: Sequence[int] = (),
    near: int | None = None,
) -> list[Row]:
    """Where each citation of each cluster stands; the clusters come in reading order.

    Locators are read in the `language`. `notes` has the number of the note that each cluster
    stands in, where they stand in notes; `near` is the distance within which such a note is near
    (CSL's `near-note-distance`), None where the style asks for no notes before.
    """
    walk = _Walk(language, near)
    numbers = notes or [0] * len(clusters)
    return [walk.row(cluster, note) for cluster, note in zip(clusters, numbers, strict=True)]


@dataclass(slots=True)
class _Walk:
    """What was read so far: of each work the first and the latest note that cites it."""

    language: str
    near: int | None
    first: dict[str, int] = field(default_factory=dict)
    latest: dict[str, int] = field(default_factory=dict)
    before: Cite | None = None  # the cite right before, if it is alone in its bracket or in this
    note: int = 0  # of the cluster before

    def row(self, cluster: Cluster, note: int) -> Row:
        if note > self.note + 1:
            self.before = None  # a note without it lies between; "ibid." would mean that one
        row = []
        for cite in cluster.cites:
            row.append(self._stand(cite, note))
            self.first.setdefault(cite.key, note)
            self.latest[cite.key] = note
            self.before = cite
        if len(cluster.cites) != 1:
            self.before = None
        self.note = note
        return tuple(row)

    def _stand(self, cite: Cite, note: int) -> Stand:
        if cite.key not in self.first:
            return FIRST
        position = _position(cite, self.before, self.language)
        if self.near is None or not note:
            return Stand(position)
        return Stand(position, note - self.latest[cite.key] <= self.near, self.first[cite.key])


def _position(cite: Cite, before: Cite | None, language: str) -> Position:
    if before is None or before.key != cite.key:
        return "subsequent"
    here, there = parse(cite.suffix, language)[0], parse(before.suffix, language)[0]
    if here == there:
        return "ibid"
    return "ibid-with-locator" if here else "subsequent"
