"""All citations of a page, and of the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from palmetto_editor.markup.rendered import Cluster
from palmetto_editor.model.csl import Reference
from palmetto_editor.page.cited_text import Cited, Clusters, Told
from palmetto_editor.references.citing.count import Counted, count, recount
from palmetto_editor.references.citing.positions import Row, positions
from palmetto_editor.references.citing.works import Memory, Works, works
from palmetto_editor.references.styles.style import Style

FEW, MANY = 8, 100  # texts that are counted, and cited, by themselves; for more, all are
Spot = tuple[int, int]  # of a cluster: the index of its text, and its own in it
_NOWHERE: Mapping[Spot, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Citing:
    """The references of an article and the style in which it cites them, None where it has none."""

    references: tuple[Reference, ...]
    style: Style | None

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(reference.id for reference in self.references)

    @property
    def is_numeric(self) -> bool:
        """Whether a cite says where its work stands in the list, and nothing else."""
        return self.style is None or self.style.kind == "numeric"

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
    told: tuple[Told, ...]


def cited(
    texts: Sequence[tuple[Cluster, ...]],
    citing: Citing,
    apart: range,
    noted: Mapping[Spot, int] = _NOWHERE,
    memory: Memory | None = None,
    counted: Counted | None = None,
) -> Citations:
    """Every cluster of the texts, which stand in reading order.

    `apart` are the indices of the texts that are notes; `noted` has the number of the note of each
    cluster in a note style, as they are read; `memory` as `works` has it, `counted` as `count`
    gives it.
    """
    counted = counted or count(texts, citing.keys)
    kept = memory or Memory()
    made = None
    if citing.style is not None:
        made = works(citing.references, counted.order, citing.style, kept)
    placed = _placed(texts, noted, citing)
    clusters = Clusters(made, kept, citing.in_notes)
    rows: list[tuple[Cited, ...]] = []
    notes: dict[Spot, str] = {}
    who: dict[Spot, str] = {}
    told: list[Told] = []
    for i, row in enumerate(texts):
        if not row:
            rows.append(())
            continue
        stands = [placed.get((i, j), ()) for j in range(len(row))] if placed else ()
        found = clusters.text(row, counted.occurrences[i], stands, in_note=i in apart)
        rows.append(found.cited)
        told += found.told
        for j, one in found.notes:
            notes[i, j], who[i, j] = one.html, one.who
    return Citations(tuple(rows), notes, who, counted, made, tuple(told))


class Citer:
    """`cited` for one page after the other; what it remembers only saves time.

    A key that is typed within a citation costs what its own text costs, and those that cite the
    same works; where works are numbered anew, all is cited anew.
    """

    def __init__(self) -> None:
        self._memory = Memory()
        self._texts: Sequence[tuple[Cluster, ...]] = ()
        self._given: tuple[object, ...] = ()
        self._made: Citations | None = None

    def cited(
        self,
        texts: Sequence[tuple[Cluster, ...]],
        citing: Citing,
        apart: range,
        noted: Mapping[Spot, int],
    ) -> Citations:
        given = (citing, apart, noted, len(texts))
        last = self._made if given == self._given else None
        pairs = enumerate(zip(texts, self._texts, strict=True)) if last else ()
        others = [index for index, (one, old) in pairs if one is not old]
        counted = self._counted(last, texts, others, citing)
        made = self._again(last, counted, texts, others, citing, apart) if last else None
        if made is None:
            made = cited(texts, citing, apart, noted, self._memory, counted)
        self._texts, self._given, self._made = texts, given, made
        return made

    def _counted(
        self,
        last: Citations | None,
        texts: Sequence[tuple[Cluster, ...]],
        others: Sequence[int],
        citing: Citing,
    ) -> Counted:
        again = None
        if last and len(others) <= FEW:
            again = recount(last.counted, self._texts, texts, others, citing.keys)
        return again or count(texts, citing.keys)

    def _again(
        self,
        last: Citations,
        counted: Counted,
        texts: Sequence[tuple[Cluster, ...]],
        others: Sequence[int],
        citing: Citing,
        apart: range,
    ) -> Citations | None:
        """None where works are numbered anew, or where the style looks at what stands before."""
        if counted.order != last.counted.order or not citing.is_numeric:
            return None
        pairs = enumerate(zip(counted.occurrences, last.counted.occurrences, strict=True))
        others = sorted({*others, *(index for index, (one, old) in pairs if one != old)})
        if len(others) > MANY:
            return None
        clusters = Clusters(last.works, self._memory, citing.in_notes)
        rows, told = list(last.texts), list(last.told)
        for i in others:
            found = clusters.text(texts[i], counted.occurrences[i], (), in_note=i in apart)
            start = sum(map(len, texts[:i]))
            told[start : start + len(rows[i])] = found.told
            rows[i] = found.cited
        return replace(last, texts=tuple(rows), counted=counted, told=tuple(told))


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
