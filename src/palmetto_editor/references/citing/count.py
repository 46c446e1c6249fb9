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
    found: list[tuple[tuple[int, ...], ...]] = []
    for index, clusters in enumerate(texts):
        rows: list[tuple[int, ...]] = []
        for cluster in clusters:
            row: list[int] = []
            for cite in cluster.cites:
                key = cite.key
                if key in known:
                    counts[key] = nth = counts.get(key, 0) + 1
                    row.append(nth)
                else:
                    unknown.append((index, key))
                    row.append(0)
            rows.append(tuple(row))
        found.append(tuple(rows))
    return Counted(tuple(counts), counts, tuple(found), tuple(unknown))


def recount(
    last: Counted,
    before: Sequence[Sequence[Cluster]],
    texts: Sequence[Sequence[Cluster]],
    others: Collection[int],
    known: Collection[str],
) -> Counted | None:
    """`count(texts, known)`, given `last == count(before, known)`; only the texts `others` differ.

    None where they cite other works than before, which counts for all that follows them.
    """
    occurrences = list(last.occurrences)
    unknown = [entry for entry in last.unknown if entry[0] not in others]
    for index in others:
        if _cited(before[index], known) != _cited(texts[index], known):
            return None
        nth = iter([n for row in last.occurrences[index] for n in row if n])
        occurrences[index] = tuple(
            [
                tuple([next(nth) if cite.key in known else 0 for cite in one.cites])
                for one in texts[index]
            ]
        )
        keys = (cite.key for one in texts[index] for cite in one.cites)
        unknown += [(index, key) for key in keys if key not in known]
    unknown.sort(key=lambda entry: entry[0])
    return Counted(last.order, last.counts, tuple(occurrences), tuple(unknown))


def _cited(clusters: Sequence[Cluster], known: Collection[str]) -> list[str]:
    return [cite.key for one in clusters for cite in one.cites if cite.key in known]
