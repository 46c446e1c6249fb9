"""References on their way into the list: what is read, what is known already, what is taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Extension, Reference
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article
from palmetto_editor.references.imported import Imported, Record, Refused
from palmetto_editor.session.filling import filled

if TYPE_CHECKING:
    from palmetto_editor.bundle.progress import Progress

LARGEST = 100_000_000  # bytes of a file of references: more than any library holds

_LIBRARIES = {".bib", ".bibtex", ".ris", ".nbib", ".medline", ".enw"}


@dataclass(frozen=True, slots=True)
class Row:
    """A record on the table. `take` is the writer's tick.

    `fill` is the wish that a work of the list takes from it what it lacks. `known` is the key of
    the reference in the list that is the same work, and `twin` the row before this one that is;
    `why` says by what they are told to be the same.
    """

    record: Record
    take: bool = True
    fill: bool = False
    known: str = ""
    twin: int | None = None
    why: str = ""

    @property
    def is_met(self) -> bool:
        """Whether the same work stands in the list or above."""
        return bool(self.known) or self.twin is not None

    @property
    def meets(self) -> str:
        """Which work it meets and by what, in words; "" where it is a new one."""
        if self.known:
            return f"In the list as @{self.known}: {self.why}"
        return "" if self.twin is None else f"Also in row {self.twin + 1}: {self.why}"

    @property
    def met(self) -> str:
        """The same in a word or two."""
        if self.known:
            return f"in list: {self.known}"
        return "" if self.twin is None else f"as row {self.twin + 1}"


def is_library(path: Path) -> bool:
    """Whether a file's name says that it holds references and nothing else."""
    return path.suffix.casefold() in _LIBRARIES


def read_files(paths: Sequence[Path], progress: Progress) -> Imported:
    """Everything in some files as one import; a file that cannot be read is refused with why."""
    found = []
    for number, path in enumerate(paths):

        def on_progress(share: float, number: int = number, name: str = path.name) -> None:
            _check_in(progress, (number + share) / len(paths), f"Reading {name}…")

        try:
            on_progress(0)
            found.append(_read(_bytes(path), path.name, on_progress))
        except UserError as error:
            found.append(Imported("", refused=(Refused(path.name, "", str(error)),)))
    return _joined(found)


def read_text(text: str, progress: Progress) -> Imported:
    """What stands in a text that was pasted or dropped."""
    return _read(text, "", lambda share: _check_in(progress, share, "Reading references…"))


def rows(existing: Sequence[Reference], imported: Imported) -> tuple[Row, ...]:
    """One row for each record; what is in the list already, or stood above, is not ticked."""
    from palmetto_editor.references.duplicates import duplicates

    first = len(existing)
    made = [Row(record) for record in imported.records]
    for before, after, why in duplicates([*existing, *(r.reference for r in imported.records)]):
        if after < first:
            continue
        known = existing[before].id if before < first else ""
        twin = before - first if before >= first else None
        made[after - first] = replace(
            made[after - first], take=False, known=known, twin=twin, why=why
        )
    listed = {_bare(reference): reference.id for reference in existing}
    return tuple(row if row.is_met else _listed(row, listed) for row in made)


def _listed(row: Row, listed: Mapping[Reference, str]) -> Row:
    """The row of a work too bare to be told by its title: known where every field is the same."""
    key = listed.get(_bare(row.record.reference), "")
    return replace(row, take=False, known=key, why="the same in every field") if key else row


def _bare(reference: Reference) -> Reference:
    return replace(reference, id="", palmetto=Extension())


def judged(row: Row, existing: Sequence[Reference]) -> Row:
    """The row after its record was changed: whether it is still, or has become, a known work."""
    from palmetto_editor.references.duplicates import same_work

    if row.twin is not None:
        return row
    for reference in existing:
        why = same_work(reference, row.record.reference)
        if why:
            return replace(row, known=reference.id, why=why, take=row.take and bool(row.known))
    return replace(row, known="", why="", take=row.take or bool(row.known))


def bring_in(found: Sequence[Row]) -> Edit | None:
    """One step that adds what is ticked to the end of the list; None where nothing is to be done.

    A record keeps the key of its source where that is a sound one and free. Works of the list are
    filled where that was wished, from records that are not added themselves.
    """
    taken = [row.record.reference for row in found if row.take]
    more = [row for row in found if row.fill and row.known and not row.take]
    if not taken and not more:
        return None

    def apply(article: Article) -> Article:
        old = _filled(article.references, more)
        new = (*old, *keyed(taken, old))
        return article if new == article.references else replace(article, references=new)

    number = "a reference" if len(taken) == 1 else f"{len(taken)} references"
    return Edit(f"Bring in {number}" if taken else "Fill references", Place("references"), apply)


def _filled(works: tuple[Reference, ...], more: Sequence[Row]) -> tuple[Reference, ...]:
    by_key = {work.id: work for work in works}
    for row in more:
        if row.known in by_key:
            by_key[row.known] = filled(by_key[row.known], row.record)
    return tuple(by_key[work.id] for work in works)


def fillable(found: Sequence[Row], existing: Sequence[Reference]) -> int:
    """How many works of the list lack something that a record has."""
    by_key = {work.id: work for work in existing}
    met = (row for row in found if row.known in by_key and not row.take)
    return len({r.known for r in met if filled(by_key[r.known], r.record) != by_key[r.known]})


def keyed(works: Sequence[Reference], existing: Sequence[Reference]) -> tuple[Reference, ...]:
    """The works with keys that none of the existing ones, and no other of them, bears."""
    from palmetto_editor.references.keys import Keys

    keys = Keys(reference.id for reference in existing)
    return tuple(replace(work, id=keys.give(work)) for work in works)


def _joined(found: Sequence[Imported]) -> Imported:
    formats = dict.fromkeys(imported.format for imported in found if imported.format)
    return Imported(
        " and ".join(formats),
        tuple(record for imported in found for record in imported.records),
        tuple(refused for imported in found for refused in imported.refused),
        tuple(remark for imported in found for remark in imported.remarks),
    )


def _check_in(progress: Progress, share: float, words: str) -> None:
    from palmetto_editor.bundle.progress import check_in

    check_in(progress, share, words)


def _read(data: bytes | str, name: str, on_progress: Callable[[float], None]) -> Imported:
    from palmetto_editor.references.formats.read import read

    return read(data, name, on_progress=on_progress)


def _bytes(path: Path) -> bytes:
    from palmetto_editor.bundle import disk

    return disk.read_file(disk.real_path(path), LARGEST)
