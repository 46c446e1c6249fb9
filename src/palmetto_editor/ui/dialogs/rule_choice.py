"""The choice of rules: what each counts as here, by family, with the reason below the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from palmetto_editor.model.publication import Checks
from palmetto_editor.session.choosing import (
    Choice,
    Counts,
    choose,
    counts,
    families,
    may_be_error,
)
from palmetto_editor.ui import style
from palmetto_editor.ui.widgets.fields import may_shrink
from palmetto_editor.ui.widgets.forms import GAP, column, row
from palmetto_editor.ui.widgets.labels import Labelled, words
from palmetto_editor.ui.widgets.mark import sign

_NAME = "publication.checks"
_ID = Qt.ItemDataRole.UserRole
_CHOICE = Qt.ItemDataRole.UserRole + 1
_WORDS = {"error": "Error", "warning": "Warning", "advice": "Advice", "off": "Off", "": "By case"}
_FIRM = "It cannot be turned off: without it the page could not be made, or would deny itself."


class RuleChoice(QWidget):
    """Shows what is asked; `checks` is the choice as it is made here."""

    changed = Signal()

    def __init__(self, checks: Checks) -> None:
        super().__init__()
        self.setObjectName(f"{_NAME}.severity")
        self._checks = checks
        self.filter = QLineEdit()
        self.filter.setObjectName(f"{_NAME}.filter")
        self.filter.setAccessibleName("Filter: rules")
        self.filter.setPlaceholderText("Filter")
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._sift)
        self.list = self._tree()
        self.setFocusProxy(self.list)
        self.counts = may_shrink(QComboBox())
        self.counts.setObjectName(f"{_NAME}.counts")
        self.counts.activated.connect(self._take)
        self.reset = QPushButton("All as they come")
        self.reset.setObjectName(f"{_NAME}.reset")
        self.reset.clicked.connect(self._reset)
        self._why = words("", "hint", f"{_NAME}.why")
        self._labelled = Labelled("Counts as", self.counts)
        layout = column(self, GAP)
        layout.addWidget(words("Rules", "heading"))
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addWidget(row(self._labelled, _bottom(self.reset), shares=(1, 0)))
        layout.addWidget(self._why)
        self._fill()
        self.list.currentItemChanged.connect(lambda *_: self._show_current())
        self.list.setCurrentItem(self._items()[0])

    @property
    def checks(self) -> Checks:
        """What is chosen."""
        return self._checks

    def item(self, name: str) -> QTreeWidgetItem | None:
        """The row of a rule or of a family."""
        return next((item for item in self._items() if item.data(0, _ID) == name), None)

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName(f"{_NAME}.rules")
        tree.setAccessibleName("Rules")
        tree.setHeaderLabels(["What is asked", "Counts as"])
        tree.setUniformRowHeights(True)
        tree.setMinimumHeight(260)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return tree

    def _fill(self) -> None:
        for name, title, rules in families(self._checks):
            parent = QTreeWidgetItem(self.list, [title])
            parent.setData(0, _ID, name)
            for rule in rules:
                child = QTreeWidgetItem(parent, [rule.asks])
                child.setData(0, _ID, rule.id)
                child.setData(0, _CHOICE, rule)
                child.setToolTip(0, f"{rule.asks} ({rule.id})")
        self._show_all()

    def _items(self) -> list[QTreeWidgetItem]:
        top = [self.list.topLevelItem(n) for n in range(self.list.topLevelItemCount())]
        found = [item for item in top if item is not None]
        return [one for item in found for one in (item, *_children(item))]

    def _show_all(self) -> None:
        for item in self._items():
            self._show_row(item)
        self.reset.setEnabled(bool(self._checks.off or self._checks.severity))

    def _show_row(self, item: QTreeWidgetItem) -> None:
        """Write what a row counts as; what was chosen here stands in the accent's colour."""
        choice: Choice | None = item.data(0, _CHOICE)
        name, colours = str(item.data(0, _ID)), style.colours()
        if choice is None:
            shown = "Off" if name in self._checks.off else f"{item.childCount()} rules"
            here = name in self._checks.off
        else:
            value = counts(choice, self._checks)
            shown = _WORDS[value]
            here = name in self._checks.off or name in dict(self._checks.severity)
            item.setIcon(1, _sign(value))
        item.setText(1, shown)
        item.setForeground(1, QBrush(colours.accent if here else colours.muted))

    def _show_current(self) -> None:
        """Offer what the current row may count as, and say why it is asked."""
        item = self.list.currentItem()
        choice: Choice | None = item.data(0, _CHOICE) if item else None
        self.counts.clear()
        for value, label in self._offers(choice):
            self.counts.addItem(label, value)
        firm = choice is not None and choice.firm
        self.counts.setEnabled(item is not None and not firm)
        if item is not None:
            self.counts.setCurrentIndex(max(0, self.counts.findData(self._chosen(item))))
        known = choice.about if choice else None
        why = f"{known.why} ({known.source}; looked at on {known.checked}.)" if known else ""
        self._why.setText(why)
        self._labelled.say(_FIRM if firm else "")

    def _offers(self, choice: Choice | None) -> list[tuple[str, str]]:
        if choice is None:
            return [("", "As each of its rules does"), ("off", "Off, all of them")]
        own = choice.severity if choice.asked else "off"
        rows = [("", f"As it comes: {_WORDS[own].lower()}")]
        rows += [(value, _WORDS[value]) for value in ("error", "warning", "advice", "off")]
        return [pair for pair in rows if pair[0] != "error" or may_be_error(choice.id)]

    def _chosen(self, item: QTreeWidgetItem) -> str:
        name = str(item.data(0, _ID))
        return "off" if name in self._checks.off else dict(self._checks.severity).get(name, "")

    def _take(self, index: int) -> None:
        item = self.list.currentItem()
        if item is not None:
            value: Counts = self.counts.itemData(index)
            self._checks = choose(self._checks, str(item.data(0, _ID)), value)
            self._show_all()
            self.changed.emit()

    def _reset(self) -> None:
        for name in (*self._checks.off, *(pair[0] for pair in self._checks.severity)):
            self._checks = choose(self._checks, name, "")
        self._show_all()
        self._show_current()
        self.changed.emit()

    def _sift(self, text: str) -> None:
        """Show only rules that have all of the words, and open the families they are in."""
        wanted = text.casefold().split()
        for number in range(self.list.topLevelItemCount()):
            family = self.list.topLevelItem(number)
            if family is None:
                continue
            seen = not wanted
            for item in _children(family):
                choice: Choice = item.data(0, _CHOICE)
                said = f"{family.text(0)} {choice.id} {choice.asks}".casefold()
                item.setHidden(not all(word in said for word in wanted))
                seen = seen or not item.isHidden()
            family.setHidden(not seen)
            family.setExpanded(bool(wanted) and seen)


def _sign(value: Counts) -> QIcon:
    if value == "off":
        return style.icon("clear", "faint")
    return sign(value) if value else QIcon()


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (item.child(number) for number in range(item.childCount()))
    return [child for child in found if child is not None]


def _bottom(widget: QWidget) -> QWidget:
    """A button at the height of an input that has a label above it."""
    return Labelled(" ", widget)
