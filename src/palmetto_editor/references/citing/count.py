"""Which works a text cites, how often and where: counted in the order in which it is read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol


class Cite(Protocol):
    """One citation as Pandoc writes it: `[prefix -@key, suffix]`, both as typed."""

    @property
    def key(self) -> str: ...
    @property
    def prefix(self) -> str: ...
    @property
    def suffix(self) -> str: ...
    @property
    def suppress(self) -> bool: ...


class Cluster(Protocol):
    """Citations in one pair of brackets; `narrative` for a bare `@key` in running text."""

    @property
    def cites(self) -> Sequence[Cite]: ...
    @property
    def narrative(self) -> bool: ...


class Mark(NamedTuple):
    """`number` of what is cited in its list, 0 if there is none; `occurrence` counts from 1."""

    number: int
    occurrence: int


UNKNOWN = Mark(0, 0)
Marks = tuple[Mark, ...]  # of one cluster's citations


@dataclass(frozen=True, slots=True)
class Counted:
    """`order`: the keys in the order in which each is cited first; `counts` how often.

    `occurrences` has for each text, each cluster and each citation the how-manieth of its key it
    is, 0 where no reference has the key; `unknown` the index of the text and the key of those.
    """

    order: tuple[str, ...]
    counts: Mapping[str, int]
    occurrences: tuple[tuple[tuple[int, ...], ...], ...]
    unknown: tuple[tuple[int, str], ...]


def count(texts: Sequence[Sequence[Cluster]], known: Collection[str]) -> Counted:
    """Count the citations of the texts, which stand in reading order."""
    counts: dict[str, int] = {}
    unknown: list[tuple[int, str]] = []

    def occurrence(index: int, key: str) -> int:
        if key not in known:
            unknown.append((index, key))
            return 0
        counts[key] = counts.get(key, 0) + 1
        return counts[key]

    found = tuple(
        [
            tuple([tuple([occurrence(i, cite.key) for cite in c.cites]) for c in clusters])
            if clusters
            else ()
            for i, clusters in enumerate(texts)
        ]
    )
    return Counted(tuple(counts), counts, found, tuple(unknown))
