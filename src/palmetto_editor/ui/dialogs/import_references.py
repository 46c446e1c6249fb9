"""Records before they come into the list: each is looked at, mended, ticked or left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from palmetto_editor.model.csl import Reference
from palmetto_editor.references.imported import Imported, Record
from palmetto_editor.session.bringing import Row, fillable
from palmetto_editor.ui.widgets.forms import GAP, MARGIN, column, fit
from palmetto_editor.ui.widgets.labels import words
from palmetto_editor.ui.widgets.record_model import RecordFilter, RecordModel
from palmetto_editor.ui.widgets.record_table import RecordTable

SHOWN = 4_000  # characters of a source that are shown


class ImportDialog(QDialog):
    """`answer` is the rows as the writer left them, or None where nothing is brought in."""

    def __init__(
        self,
        imported: Imported,
        found: Sequence[Row],
        existing: Sequence[Reference],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import")
        self.setWindowTitle("Bring in references")
        self.answer: tuple[Row, ...] | None = None
        self._imported, self._existing = imported, existing
        self.records = RecordModel(found, existing)
        self.table = RecordTable(self.records)
        self._summary = words("", "hint", "import.summary")
        self._fault = words("", "over", "import.fault")
        self._lay_out()
        self.records.dataChanged.connect(self._show_state)
        self.records.refused.connect(self._say)
        self.table.row_shown.connect(self._show_source)
        self._show_state()
        if self.records.rows:
            self.table.setCurrentIndex(self.table.filter.index(0, 1))
        self.table.setFocus()
        fit(self, 1_260, 720)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._upper())
        splitter.addWidget(self._tabs())
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([470, 150])
        layout = column(self, GAP)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, 12)
        layout.addWidget(words("Bring in references", "title"))
        layout.addWidget(self._summary)
        layout.addWidget(splitter, 1)
        layout.addLayout(self._foot())

    def _upper(self) -> QWidget:
        upper = QWidget()
        layout = column(upper, GAP)
        layout.setContentsMargins(0, 0, 0, GAP)
        layout.addLayout(self._tools())
        layout.addWidget(self.table, 1)
        layout.addWidget(self._fault)
        self._fault.hide()
        return upper

    def _tools(self) -> QHBoxLayout:
        self._only = QComboBox()
        self._only.setObjectName("import.only")
        self._only.setAccessibleName("Which records are shown")
        for kind, label in RecordFilter.KINDS:
            self._only.addItem(label, kind)
        self._only.activated.connect(
            lambda _: self.table.filter.show_only(self._only.currentData())
        )
        every = self._button("Include all", "import.all", lambda: self.table.tick_all(True))
        none = self._button("Include none", "import.none", lambda: self.table.tick_all(False))
        self._next = self._button("", "import.next", self.table.go_to_doubt)
        self._next.setToolTip("Go to the next doubtful cell (F8)")
        QShortcut(QKeySequence(Qt.Key.Key_F8), self, self.table.go_to_doubt)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        for widget in (self._only, every, none):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self._next)
        return line

    def _tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setObjectName("import.about")
        self._source = QPlainTextEdit()
        self._source.setObjectName("import.source")
        self._source.setAccessibleName("How the record stood in its source")
        self._source.setReadOnly(True)
        tabs.addTab(self._source, "How it stood")
        refused, remarks = self._imported.refused, self._imported.remarks
        if refused:
            told = [(r.origin, r.why, r.source) for r in refused]
            tree = _table("import.refused", ("Where", "Why", "How it stood"), told)
            tabs.addTab(tree, f"Could not be read {len(refused):,}")
        if remarks:
            tree = _table(
                "import.remarks", ("What is to be known of the whole",), [(r,) for r in remarks]
            )
            tabs.addTab(tree, f"Remarks {len(remarks):,}")
        if refused and not self.records.rows:
            tabs.setCurrentIndex(1)
        return tabs

    def _foot(self) -> QHBoxLayout:
        self._fill = QCheckBox()
        self._fill.setObjectName("import.fill")
        self._fill.toggled.connect(lambda _: self._show_state())
        foot = QHBoxLayout()
        foot.addWidget(self._fill)
        foot.addStretch(1)
        foot.addWidget(self._buttons())
        return foot

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self._take = box.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._take.setObjectName("import.take")
        self._take.setProperty("role", "primary")
        self._take.setAutoDefault(False)  # Enter belongs to the cells
        stop = box.addButton(QDialogButtonBox.StandardButton.Cancel)
        stop.setAutoDefault(False)
        box.accepted.connect(self._accept)
        box.rejected.connect(self.reject)
        return box

    def _button(self, label: str, name: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(label)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button

    def _accept(self) -> None:
        fill = self._fill.isChecked()
        self.answer = tuple(replace(row, fill=fill) for row in self.records.rows)
        self.accept()

    def _show_state(self) -> None:
        taken, doubts = self.records.taken, self.records.doubts
        self._say("")
        self._summary.setText(_summary(self._imported, self.records.rows))
        lacking = fillable(self.records.rows, self._existing)
        self._fill.setVisible(bool(lacking))
        self._fill.setText(f"Fill what is missing in {_number(lacking, 'work')} of the list")
        self._fill.setAccessibleName(self._fill.text())
        will_fill = bool(lacking) and self._fill.isChecked()
        self._take.setText(
            f"Bring in {_number(taken, 'reference')}"
            if taken
            else f"Fill {_number(lacking, 'reference')}"
            if will_fill
            else "Bring in"
        )
        self._take.setEnabled(bool(taken) or will_fill)
        self._next.setText(f"Next doubtful cell ({doubts:,})" if doubts else "No doubtful cells")
        self._next.setEnabled(bool(doubts))

    def _say(self, fault: str) -> None:
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    def _show_source(self, row: int) -> None:
        record = self.records.rows[row].record if row >= 0 else None
        self._source.setPlainText(_about(record) if record else "")


def _about(record: Record) -> str:
    source = record.source.strip()
    shown = f"{source[:SHOWN]}…" if len(source) > SHOWN else source
    about = "\n".join(part for part in (record.origin, *record.remarks) if part)
    return "\n\n".join(part for part in (about, shown) if part)


def _summary(imported: Imported, found: Sequence[Row]) -> str:
    """Every record is accounted for: read, known, left or refused."""
    form = f" ({imported.format})" if imported.format else ""
    told = [f"{_number(imported.count, 'record')} found{form}"]
    met = sum(row.is_met for row in found)
    left = sum(not row.take for row in found)
    told.append(f"{len(found) - left:,} included")
    if met:
        told.append(f"{met:,} in the list already or twice here")
    if left:
        told.append(f"{left:,} left out")
    if imported.refused:
        told.append(f"{len(imported.refused):,} could not be read, see below")
    return " · ".join(told)


def _number(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _table(name: str, heads: Sequence[str], found: Sequence[Sequence[str]]) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setObjectName(name)
    tree.setAccessibleName(heads[0])
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setHeaderLabels(list(heads))
    tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for line in found:
        item = QTreeWidgetItem(tree, [" ".join(cell.split())[:300] for cell in line])
        for at, cell in enumerate(line):
            item.setToolTip(at, cell[:2_000])
    for at in range(len(heads) - 1):
        tree.resizeColumnToContents(at)
        tree.setColumnWidth(at, min(tree.columnWidth(at) + GAP, 380))
    return tree
