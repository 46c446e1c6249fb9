"""Everything that is read, in its order, and the numbers that follow from it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from palmetto_editor.markup.rendered import Rendered
from palmetto_editor.page import noting
from palmetto_editor.page.arrange import Arrangement
from palmetto_editor.page.body import BodyPart
from palmetto_editor.page.cited import Citations, Citer, Citing
from palmetto_editor.page.endmatter import Noted
from palmetto_editor.page.fill import Numbers
from palmetto_editor.page.kept import Kept
from palmetto_editor.page.numbering import Notes, notes
from palmetto_editor.page.parts import Part
from palmetto_editor.page.texts import Piece, Prose

_NOTHING = Rendered("")


@dataclass(frozen=True, slots=True)
class Flow:
    """`pieces` in reading order, each with its `numbers`.

    `body` and `parts` say where a body's block (by index) and a part (by id) begin among them.
    `notes` are all notes in their order, `note_pieces` the texts of the writer's among them;
    `repeated` and `unused` definitions show nothing; `unknown` has where a label stands that no
    note has.
    """

    pieces: Sequence[Piece]
    numbers: Sequence[Numbers]
    body: Mapping[int, int]
    parts: Mapping[str, int]
    citations: Citations
    notes: tuple[Noted, ...]
    note_pieces: Prose
    repeated: Sequence[Piece]
    unused: Sequence[Piece]
    unknown: Sequence[tuple[Piece, str]]

    def numbers_of(self, part: Part) -> tuple[Numbers, ...]:
        start = self.parts[part.id]
        return tuple(self.numbers[start : start + len(part.pieces)])


def shown(piece: Piece) -> Rendered:
    """What a piece shows where it was written: a note's definition shows nothing there."""
    rendered = piece.rendered
    return _NOTHING if rendered.note else rendered


@dataclass(slots=True)
class _Reading:
    pieces: list[Piece] = field(default_factory=list)
    body: dict[int, int] = field(default_factory=dict)
    parts: dict[str, int] = field(default_factory=dict)
    definitions: dict[str, Piece] = field(default_factory=dict)
    repeated: list[Piece] = field(default_factory=list)

    def part(self, part: Part) -> None:
        pieces = part.pieces
        self.parts[part.id] = len(self.pieces)
        self.pieces += pieces
        for piece in pieces:
            if piece.rendered.note:
                self.define(piece)

    def blocks(
        self, placed: Mapping[int, Part], body: Sequence[BodyPart], busy: Sequence[int]
    ) -> None:
        """The body, in runs of blocks between those that place a part or define a note."""
        apart = [i for i in busy if i in placed or body[i].rendered.note]
        start = 0
        for index in (*apart, len(body)):
            end = bisect_left(busy, index, start)
            run = busy[start:end]
            self.body.update(zip(run, count(len(self.pieces)), strict=False))
            self.pieces += [body[i].piece for i in run]
            start = end + 1
            if index in placed:
                self.part(placed[index])
            elif index < len(body):
                self.define(body[index].piece)

    def define(self, piece: Piece) -> None:
        if self.definitions.setdefault(piece.rendered.note, piece) is not piece:
            self.repeated.append(piece)


def read(
    arranged: Arrangement,
    body: Sequence[BodyPart],
    busy: Sequence[int],
    citing: Citing,
    kept: Kept,
) -> Flow:
    """Go through the page as a reader does and count."""
    reading = _Reading()
    for part in arranged.before:
        reading.part(part)
    reading.blocks(arranged.placed, body, busy)
    for part in arranged.after:
        reading.part(part)
    here = len(reading.pieces)
    for part in arranged.last:
        reading.part(part)
    return _numbered(reading, here, arranged.last, citing, kept)


def _numbered(
    reading: _Reading, here: int, last: Sequence[Part], citing: Citing, kept: Kept
) -> Flow:
    """With the notes put in their place, which is before piece `here` and the `last` parts."""
    pieces, known = reading.pieces, reading.definitions
    texts = [_NOTHING if p.rendered.note else p.rendered for p in pieces]
    labels = _labels(texts, citing, kept)
    referred = noting.referring(texts, labels)
    own = {label: piece.rendered.notes for label, piece in known.items()}
    noted = kept.get(
        "notes",
        (referred, own, labels),
        lambda: notes(referred, own | dict.fromkeys(labels, ())),
    )
    note_pieces = tuple([known[label] for label in noted.order if label not in labels])
    rendered = {label: piece.rendered for label, piece in known.items()}
    spots = noting.numbered_spots(noted, labels, rendered, here) if labels else {}
    texts[here:here] = [piece.rendered for piece in note_pieces]
    apart = range(here, here + len(note_pieces))
    clusters = tuple([text.clusters for text in texts])
    citer = kept.get("cites", (), Citer)
    made = kept.get(
        "citations",
        (clusters, citing, apart, spots),
        lambda: citer.cited(clusters, citing, apart, spots),
    )
    numbers = kept.get(
        "numbers",
        (made, noted, labels, referred, here),
        lambda: noting.numbers(made, noted, labels, referred, here),
    )
    unknown = [
        (pieces[i] if i < len(pieces) else known[noted.order[i - len(pieces)]], label)
        for i, label in noted.unknown
    ]
    pieces[here:here] = note_pieces
    for part in last:
        reading.parts[part.id] += len(note_pieces)
    return Flow(
        pieces,
        numbers,
        reading.body,
        {**reading.parts, "notes": here},
        made,
        _listed(noted, labels, made, here, len(note_pieces)),
        note_pieces,
        reading.repeated,
        [piece for label, piece in known.items() if label not in noted.order],
        unknown,
    )


def _labels(texts: Sequence[Rendered], citing: Citing, kept: Kept) -> noting.Labels:
    """Those of the notes that citations make, in a note style."""
    if not citing.in_notes:
        return {}
    clusters = tuple([text.clusters for text in texts])
    keys = {reference.id for reference in citing.references}
    return kept.get("labels", (clusters, keys), lambda: noting.cluster_labels(texts, keys))


def _listed(
    noted: Notes, labels: noting.Labels, made: Citations, here: int, count: int
) -> tuple[Noted, ...]:
    """The notes as they are listed."""
    return tuple(
        Noted(made.notes[noting.moved(labels[label], here, count)] if label in labels else "", n)
        for label, n in zip(noted.order, noted.counts, strict=True)
    )
