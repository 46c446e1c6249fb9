"""Summary tables: a caption with its number, headers in both directions, a note below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from palmetto_editor.markup.plain import plain_text
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Table
from palmetto_editor.page.anchors import item_anchor
from palmetto_editor.page.fill import NARROW
from palmetto_editor.page.texts import Prose, Texts
from palmetto_editor.page.theme import Theme, safe

_WORDY = 40  # characters in a cell, from which on its column is not to be narrow


@dataclass(frozen=True, slots=True)
class SummaryTable:
    """`number` counts the tables in reading order. Pieces: caption, labels, cells, note."""

    table: Table
    number: int
    pieces: Prose

    @property
    def id(self) -> str:
        return f"table-{self.table.id}"

    @property
    def place(self) -> Place:
        return Place("tables", self.table.id)

    def html(self, theme: Theme, texts: Sequence[str]) -> str:
        safe_texts = [safe(text) for text in texts]
        width = len(self.table.columns)
        cells = safe_texts[1 + width : -1]
        rows = [cells[start : start + width] for start in range(0, len(cells), width or 1)]
        return theme.render(
            "table",
            anchor=item_anchor("table", self.table.id),
            number=self.number,
            caption=safe_texts[0],
            labels=safe_texts[1 : 1 + width],
            rows=rows,
            note=safe_texts[-1],
            classes=self._classes(rows),
            wide=width > NARROW,
        )

    def _classes(self, rows: Sequence[Sequence[str]]) -> list[str]:
        """Classes of each column's cells: its alignment, and whether it holds sentences."""
        aligns = [f"align-{c.align}" if c.align else "" for c in self.table.columns]
        columns = [[len(plain_text(row[i])) for row in rows] for i in range(len(aligns))]
        wordy = ["wordy" if max(lengths, default=0) > _WORDY else "" for lengths in columns]
        return [" ".join(filter(None, pair)) for pair in zip(aligns, wordy, strict=True)]


def table_pieces(table: Table, texts: Texts) -> Prose:
    """The table's texts, rendered. A row that is too short or too long for it is made to fit."""
    width = len(table.columns)
    found = {"caption": table.caption}
    found |= {f"columns[{i}].label": column.label for i, column in enumerate(table.columns)}
    for r, row in enumerate(table.rows):
        cells = (*row, *[""] * width)[:width]
        found |= {f"rows[{r}][{c}]": cell for c, cell in enumerate(cells)}
    found["note"] = table.note
    return texts.inline(list(found.values()), [Place("tables", table.id, path) for path in found])
