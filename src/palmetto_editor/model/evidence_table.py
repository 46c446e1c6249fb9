"""A summary table filled from the references that say what was studied: one row a study."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from palmetto_editor.model import edits, grid
from palmetto_editor.model.citing import citations, key_of
from palmetto_editor.model.csl import EvidenceKind, Reference
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.naming import CITATION_KEY
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Table

KINDS: dict[EvidenceKind, str] = {
    "in-vitro": "In vitro",
    "animal": "Animals",
    "human": "Humans",
    "review": "Review",
    "guideline": "Guideline",
    "other": "Other",
}
COLUMNS = ("Study", "Kind", "Species", "n", "Finding", "Reference")
_OTHER_NAMES = {
    "studies": "study",
    "evidence": "kind",
    "type": "kind",
    "model": "species",
    "subjects": "n",
    "findings": "finding",
    "result": "finding",
    "results": "finding",
    "citation": "reference",
    "references": "reference",
    "source": "reference",
}
_MARKS = re.compile(r"([\\`*_\[\]<>@|])")

Study = Callable[[Reference], str]


def studies(references: Sequence[Reference]) -> tuple[Reference, ...]:
    """The references that say what kind of study they report."""
    return tuple(r for r in references if r.palmetto.evidence and r.palmetto.evidence.kind)


def filled(table: Table, references: Sequence[Reference], study: Study) -> Table:
    """The table with a row for each study that it does not cite yet; the finding stays blank.

    `study` names a work in plain words. Columns are found by their labels, in whatever order and
    beside whatever others; those that lack are added behind, to an empty table in its place.
    The same table where there is nothing to add.
    """
    cited = {key_of(match) for cells in table.rows for cell in cells for match in citations(cell)}
    new = [reference for reference in studies(references) if reference.id not in cited]
    if not new:
        return table
    table = _with_columns(replace(table, columns=(), rows=()) if _is_blank(table) else table)
    names = [_meant(column.label) for column in table.columns]
    where = [names.index(name.casefold()) for name in COLUMNS]
    rows = list(table.rows)
    for reference in new:
        cells = [""] * len(names)
        for at, text in zip(where, _cells(reference, study), strict=True):
            cells[at] = text
        rows.append(tuple(cells))
    return replace(table, rows=tuple(rows))


def of_studies(table: str, references: Sequence[Reference], study: Study) -> Table:
    """A new table of all studies; with one empty row where there is none."""
    made = filled(Table(id=table), references, study)
    return made if made.rows else grid.add_row(_with_columns(made))


def fill(table: str, study: Study) -> Edit:
    """Fill a table of the article from its references, as one step."""

    def apply(article: Article) -> Article:
        change = edits.change_table(table, lambda t: filled(t, article.references, study), "")
        return change.apply(article)

    return Edit("Fill from references", Place("tables", table), apply)


def _with_columns(table: Table) -> Table:
    present = {_meant(column.label) for column in table.columns}
    for name in COLUMNS:
        if name.casefold() not in present:
            table = grid.add_column(table, name)
    return table


def _is_blank(table: Table) -> bool:
    texts = [column.label for column in table.columns]
    return not any(map(str.strip, (*texts, *(cell for cells in table.rows for cell in cells))))


def _meant(label: str) -> str:
    name = " ".join(re.sub(r"[*_`]", "", label).casefold().split())
    return _OTHER_NAMES.get(name, name)


def _cells(reference: Reference, study: Study) -> tuple[str, ...]:
    evidence = reference.palmetto.evidence
    if evidence is None:
        return ("",) * len(COLUMNS)
    key = reference.id if CITATION_KEY.fullmatch(reference.id) else f"{{{reference.id}}}"
    number = "" if evidence.n is None else str(evidence.n)
    kind = KINDS.get(evidence.kind, "")
    return (
        _plain(study(reference)),
        kind,
        _plain(evidence.species),
        number,
        "",
        f"[@{key}]",
    )


def _plain(text: str) -> str:
    """Words that Markdown shows as they are."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
