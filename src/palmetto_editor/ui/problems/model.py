"""The groups as a model for Qt's tree: a new list changes just the rows that differ.

So the chosen row, what is folded up and where the list is scrolled to outlast the next check.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from palmetto_editor.model.values import Article
from palmetto_editor.ui import style
from palmetto_editor.ui.problems.names import Names
from palmetto_editor.ui.problems.rows import DISMISSED, Group, Row
from palmetto_editor.ui.severities import COLOURS

MESSAGE, PLACE, ACT = range(3)  # columns
Index = QModelIndex | QPersistentModelIndex
Key = tuple[object, ...]
_HEADING_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_ROW_FLAGS = _HEADING_FLAGS | Qt.ItemFlag.ItemNeverHasChildren
_STEPS = 24  # runs of rows that are taken out or put in one by one: Qt lays out anew after each
_ROLE = Qt.ItemDataRole


class ProblemModel(QAbstractItemModel):
    """Two levels: headings, and their rows. The last row of a long group tells of those left out.

    Qt asks rows for their heading by a number that must outlast other headings: each key has one
    for as long as the model lives.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: tuple[Group, ...] = ()
        self.names = Names(Article(id=""))
        self._numbers: dict[str, int] = {}

    def show(self, groups: tuple[Group, ...], names: Names) -> None:
        """Show these groups instead of those before. Both are in the same order of keys."""
        self.names = names
        keys = {group.key for group in groups}
        for at in range(len(self.groups) - 1, -1, -1):
            if self.groups[at].key not in keys:
                self.beginRemoveRows(QModelIndex(), at, at)
                self.groups = self.groups[:at] + self.groups[at + 1 :]
                self.endRemoveRows()
        for at, group in enumerate(groups):
            if at == len(self.groups) or self.groups[at].key != group.key:
                self.beginInsertRows(QModelIndex(), at, at)
                self.groups = (*self.groups[:at], group, *self.groups[at:])
                self.endInsertRows()
            else:
                self._change(at, group)

    def restart(self, groups: tuple[Group, ...], names: Names) -> None:
        """Show groups of another order: nothing is kept."""
        self.beginResetModel()
        self.groups, self.names = groups, names
        self.endResetModel()

    def recolour(self) -> None:
        """The colours changed: have everything drawn anew."""
        self.layoutChanged.emit()

    def row(self, index: Index) -> Row | None:
        """The row at an index; None for a heading and for the note below a long group."""
        group = self._above(index)
        if group is None or index.row() >= len(group.rows):
            return None
        return group.rows[index.row()]

    def find(self, key: Key, near: Row | None = None) -> QModelIndex:
        """Where the very row `near` stands, or else the first with a key; invalid if none does."""
        first = QModelIndex()
        for at, group in enumerate(self.groups):
            for number, row in enumerate(group.rows):
                if row.key != key:
                    continue
                here = self.index(number, 0, self.index(at, 0))
                if near is None or row == near:
                    return here
                first = first if first.isValid() else here
        return first

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008  (Qt's signature)
        if not (0 <= row < self.rowCount(parent) and MESSAGE <= column <= ACT):
            return QModelIndex()
        number = self._number(self.groups[parent.row()].key) if parent.isValid() else 0
        return self.createIndex(row, column, number)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt's other parent() is the QObject's
        at = self._group_at(index)
        return QModelIndex() if at is None else self.createIndex(at, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        if not parent.isValid():
            return len(self.groups)
        if parent.internalId() or parent.column():
            return 0
        return _length(self.groups[parent.row()])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _ROW_FLAGS if index.internalId() else _HEADING_FLAGS

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        group = self._above(index)
        if group is None:
            return _of_heading(self.groups[index.row()], index.column(), role)
        row = self.row(index)
        if row is None:
            return _of_note(group, index.column(), role)
        return self._of_row(row, group, index.column(), role)

    # How it is done

    def _of_row(self, row: Row, group: Group, column: int, role: int) -> Any:
        colours, finding = style.colours(), row.finding
        if role == _ROLE.DisplayRole:
            return self._text(row, column)
        if role == _ROLE.ForegroundRole:
            if column == ACT:
                return colours.link
            is_open = group.key != DISMISSED and finding is not None
            return colours.text if column == MESSAGE and is_open else colours.muted
        if role == _ROLE.FontRole and column == ACT:
            font = QFont()
            font.setUnderline(True)
            return font
        if role == _ROLE.DecorationRole and column == MESSAGE:
            if row.dismissal is not None or finding is None:
                return style.icon("check", "muted")
            return style.icon(finding.severity, COLOURS[finding.severity])
        if role == _ROLE.ToolTipRole:
            return self._tip(row, column)
        if role == _ROLE.AccessibleTextRole:
            return self._spoken(row) if column == MESSAGE else self._text(row, column)
        return None

    def _text(self, row: Row, column: int) -> str:
        if column == MESSAGE:
            return row.says(self.names)
        if column == PLACE:
            return self.names.of(row.place) if row.finding and row.place else ""
        if row.dismissal is not None:
            return "Ask again" if row.finding else "Forget"
        return "Fix" if row.finding and row.finding.fixes else ""

    def _tip(self, row: Row, column: int) -> str:
        if column == ACT and row.dismissal is None and row.finding and row.finding.fixes:
            return f"{row.finding.fixes[0].label} (one step; it can be undone)"
        return f"{row.says(self.names)} ({row.rule})" if column != ACT else ""

    def _spoken(self, row: Row) -> str:
        """All that the row's signs and columns say, for assistive tools."""
        kind = "dismissed" if row.dismissal else row.finding.severity if row.finding else ""
        where = self.names.of(row.place) if row.place else ""
        return f"{kind}: {row.says(self.names)} {where}".strip()

    def _change(self, at: int, new: Group) -> None:
        """Change a group: rows of the same key stay, the others are taken out and put in."""
        rows = self.groups[at].rows
        here = self.index(at, 0)
        for start, end, put in _steps([row.key for row in rows], [row.key for row in new.rows]):
            if end > start:
                self.beginRemoveRows(here, start, end - 1)
                rows = rows[:start] + rows[end:]
                self._put(at, replace(self.groups[at], rows=rows))
                self.endRemoveRows()
            if put:
                self.beginInsertRows(here, start, start + len(put) - 1)
                rows = rows[:start] + tuple(new.rows[number] for number in put) + rows[start:]
                self._put(at, replace(self.groups[at], rows=rows))
                self.endInsertRows()
        self._note(at, new.hidden)
        self._put(at, new)
        self.dataChanged.emit(here, here.siblingAtColumn(ACT))
        bottom = self.index(_length(new) - 1, ACT, here)
        self.dataChanged.emit(self.index(0, 0, here), bottom)

    def _note(self, at: int, hidden: int) -> None:
        """Put the note below a group, or take it away."""
        group, here = self.groups[at], self.index(at, 0)
        end = len(group.rows)
        changed = replace(group, hidden=hidden)
        if hidden and not group.hidden:
            self.beginInsertRows(here, end, end)
            self._put(at, changed)
            self.endInsertRows()
        elif group.hidden and not hidden:
            self.beginRemoveRows(here, end, end)
            self._put(at, changed)
            self.endRemoveRows()

    def _put(self, at: int, group: Group) -> None:
        self.groups = (*self.groups[:at], group, *self.groups[at + 1 :])

    def _above(self, index: Index) -> Group | None:
        """The group whose row an index is."""
        at = self._group_at(index)
        return None if at is None else self.groups[at]

    def _group_at(self, index: Index) -> int | None:
        number = index.internalId() if index.isValid() else 0
        for at, group in enumerate(self.groups):
            if number and self._numbers.get(group.key) == number:
                return at
        return None

    def _number(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers) + 1)


def _length(group: Group) -> int:
    return len(group.rows) + bool(group.hidden)


def _of_heading(group: Group, column: int, role: int) -> Any:
    if column == MESSAGE and role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
        return group.title
    if role == _ROLE.ForegroundRole:
        return style.colours().muted
    if role == _ROLE.FontRole:
        font = QFont()
        font.setBold(True)
        return font
    return None


def _of_note(group: Group, column: int, role: int) -> Any:
    if column == MESSAGE and role == _ROLE.DisplayRole:
        return f"… and {group.hidden:,} more; a filter above finds them"
    return style.colours().muted if role == _ROLE.ForegroundRole else None


def _steps(before: list[Key], after: list[Key]) -> list[tuple[int, int, range]]:
    """What makes one list the other, from the end on: take out `start` to `end`, put these in.

    The rows that are in both stay, where they are in the same order and few enough steps do it;
    else all between the first and the last that differ are put in anew.
    """
    if before == after:
        return []
    old, new = _numbered(before), _numbered(after)
    gone, come = set(old) - set(new), set(new) - set(old)
    steps: list[tuple[int, int, range]] = []
    at = put = 0
    while at < len(old) or put < len(new):
        start, first = at, put
        while at < len(old) and old[at] in gone:
            at += 1
        while put < len(new) and new[put] in come:
            put += 1
        if at > start or put > first:
            steps.append((start, at, range(first, put)))
        elif old[at] == new[put]:
            at, put = at + 1, put + 1
        else:
            return [_run(old, new)]
    return steps[::-1] if len(steps) <= _STEPS else [_run(old, new)]


def _numbered(keys: list[Key]) -> list[tuple[Key, int]]:
    """The keys, each with how many of the same stand before it."""
    seen: Counter[Key] = Counter()
    numbered = []
    for key in keys:
        numbered.append((key, seen[key]))
        seen[key] += 1
    return numbered


def _run(old: list[tuple[Key, int]], new: list[tuple[Key, int]]) -> tuple[int, int, range]:
    """All from the first row that differs to the last."""
    shorter = min(len(old), len(new))
    start = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - start
    end = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return start, len(old) - end, range(start, len(new) - end)
