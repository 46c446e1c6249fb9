"""Notes of the writer and, in a note style, those of citations: one numbering for both."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from palmetto_editor.markup.rendered import SLOT, Rendered
from palmetto_editor.page.cited import Citations, Spot
from palmetto_editor.page.cited_text import Cited
from palmetto_editor.page.fill import Numbers, note_mark
from palmetto_editor.page.numbering import Notes
from palmetto_editor.references.citing.count import Mark

Labels = Mapping[str, Spot]  # of the notes that citations make; no writer's label has a line end


def cluster_labels(texts: Sequence[Rendered], keys: Collection[str]) -> Labels:
    """A label for each cluster that cites a reference."""
    return {
        f"\n{i}.{j}": (i, j)
        for i, text in enumerate(texts)
        for j, cluster in enumerate(text.clusters)
        if any(cite.key in keys for cite in cluster.cites)
    }


def referring(texts: Sequence[Rendered], labels: Labels) -> tuple[tuple[str, ...], ...]:
    """What each text refers to, in its order: notes by their labels, and the clusters' own."""
    if not labels:
        return tuple([text.notes for text in texts])
    return tuple([_slots(text, index, labels) for index, text in enumerate(texts)])


def _slots(text: Rendered, index: int, labels: Labels) -> tuple[str, ...]:
    if not text.clusters:
        return text.notes
    found = [
        text.notes[int(match[2])] if match[1] == "n" else f"\n{index}.{match[2]}"
        for match in SLOT.finditer(text.html)
    ]
    return tuple([name for name in found if "\n" not in name or name in labels])


def numbered_spots(
    noted: Notes, labels: Labels, definitions: Mapping[str, Rendered], here: int
) -> dict[Spot, int]:
    """The clusters in the order of the notes that they make or stand in, with their numbers.

    Spots are those of the texts with the definitions put in before text `here`.
    """
    defined = [label for label in noted.order if label not in labels]
    at = {label: here + position for position, label in enumerate(defined)}
    spots: dict[Spot, int] = {}
    for number, label in enumerate(noted.order, start=1):
        if label in labels:
            spots[moved(labels[label], here, len(defined))] = number
        else:
            count = len(definitions[label].clusters)
            spots |= dict.fromkeys([(at[label], j) for j in range(count)], number)
    return spots


def moved(spot: Spot, here: int, count: int) -> Spot:
    """A spot after so many texts were put in before text `here`."""
    return spot if spot[0] < here else (spot[0] + count, spot[1])


def numbers(
    cited: Citations,
    noted: Notes,
    labels: Labels,
    referred: Sequence[tuple[str, ...]],
    here: int,
) -> tuple[Numbers, ...]:
    """What each text shows; the writer's notes stand from text `here` on."""
    before = len(referred)
    defined = [n for n, label in enumerate(noted.order, start=before) if label not in labels]
    rows = [*range(here), *defined, *range(here, before)]
    clusters = _marked(cited, noted, labels, here, len(defined)) if labels else cited.texts
    return tuple(
        [
            Numbers(shown, _written(noted, row, labels, referred))
            for shown, row in zip(clusters, rows, strict=True)
        ]
    )


def _written(
    noted: Notes, row: int, labels: Labels, referred: Sequence[tuple[str, ...]]
) -> tuple[Mark, ...]:
    """The marks of the writer's own notes in a text."""
    if not labels or row >= len(referred):
        return noted.marks[row]
    pairs = zip(referred[row], noted.marks[row], strict=True)
    return tuple([mark for label, mark in pairs if label not in labels])


def _marked(
    cited: Citations, noted: Notes, labels: Labels, here: int, count: int
) -> tuple[tuple[Cited, ...], ...]:
    """The texts' clusters, those with notes as the marks of these."""
    rows = [list(clusters) for clusters in cited.texts]
    for number, label in enumerate(noted.order, start=1):
        if label in labels:
            i, j = moved(labels[label], here, count)
            who, mark = cited.who[i, j], note_mark(Mark(number, 1), label)
            rows[i][j] = Cited(f"{who}{mark}", rows[i][j].source, False, not who, not who, True)
    return tuple(map(tuple, rows))
