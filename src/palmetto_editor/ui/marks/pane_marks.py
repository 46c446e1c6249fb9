"""The marks of one pane: each finding of its part at the row, cell or input that it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QPlainTextEdit, QWidget

from palmetto_editor.checks.finding import Finding
from palmetto_editor.model import edits
from palmetto_editor.ui.marks.badge import Badge
from palmetto_editor.ui.marks.inputs import input_of, label_of, labelled
from palmetto_editor.ui.marks.line_marks import LineMarks
from palmetto_editor.ui.marks.text_marks import Spot, TextMarks
from palmetto_editor.ui.pane import Pane
from palmetto_editor.ui.widgets.chips import Chips
from palmetto_editor.ui.widgets.grid import Grid
from palmetto_editor.ui.widgets.item_list import ItemList
from palmetto_editor.ui.widgets.lines import Lines
from palmetto_editor.ui.widgets.list_form import ListForm
from palmetto_editor.ui.widgets.mark import MARK, Mark, gravity, marked
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit

K = TypeVar("K")
Found = dict[QWidget, list[Finding]]


class PaneMarks(QObject):
    """Marks what is seen of a pane: the form of the selected item, and a row for each of them.

    `asked` carries the findings of a sign that was clicked, and a point of the screen.
    """

    asked = Signal(object, QPoint)

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._part = pane.parts[0]
        self._findings: tuple[Finding, ...] = ()
        self._shown: Found = {}
        self._texts: dict[QPlainTextEdit, TextMarks] = {}
        self._lines: dict[QLineEdit, LineMarks] = {}
        self._tips: dict[QWidget, str] = {}  # what other inputs say of themselves
        self._badges: dict[QLabel, Badge] = {}
        self._is_text = pane.findChild(QPlainTextEdit, self._part) is not None
        labels = pane.findChildren(QLabel)
        self._title = next((one for one in labels if one.property("role") == "title"), None)
        items = getattr(pane, "items", None)
        self._items: ItemList | None = items if isinstance(items, ItemList) else None
        self._lists = pane.findChildren(ListForm)
        self._grid: Grid | None = pane.findChild(Grid)
        for listed in (self._items, *(form.items for form in self._lists)):
            if listed is not None:
                listed.selected.connect(self.refresh)
        if self._grid is not None:
            self._grid.view.delegate.opened.connect(self._show_cell)

    def show(self, findings: Sequence[Finding]) -> None:
        """Show these findings of the pane's part instead of those before."""
        self._findings = tuple(findings)
        self.refresh()

    def refresh(self) -> None:
        """Put the marks where the pane shows what they are about now."""
        by_item = _grouped((f.place.item, f) for f in self._findings)
        if self._items is not None:
            self._items.model.mark(_marks(by_item))
        here = _grouped((f.place.field, f) for f in by_item.get(self._chosen, []))
        found = self._inputs(here.values())
        self._mark_lists(here.values())
        self._mark_chips(found)
        self._mark_grid(here.values())
        for widget in {**self._shown, **found}:
            self._mark_input(widget, found.get(widget, []))
        self._shown = found
        self._mark_labels()

    def recolour(self) -> None:
        """Draw all of them in the colours in force."""
        self.refresh()
        for text in self._texts.values():
            text.recolour()

    def at(self, focus: QWidget) -> tuple[Finding, ...]:
        """What is found at the cursor of the widget that has the focus, the gravest first."""
        found = _at_index(focus) if isinstance(focus, QAbstractItemView) else ()
        if found:
            return found
        widget: QWidget | None = focus
        while widget is not None and widget is not self._pane:
            found = self._found_at(widget)
            if found:
                return found
            if widget is self._items:
                return _sorted(self._of_all)
            widget = widget.parentWidget()
        return ()

    @property
    def _of_all(self) -> list[Finding]:
        """What is found of the part and of no item or input of it."""
        if self._is_text:
            return []
        return [f for f in self._findings if not f.place.item and not f.place.field]

    @property
    def _chosen(self) -> str:
        item = self._items.item if self._items is not None else None
        return item.id if item is not None else ""

    def _found_at(self, widget: QWidget) -> tuple[Finding, ...]:
        if isinstance(widget, QPlainTextEdit):
            marks = self._texts.get(widget) or widget.findChild(TextMarks)
            return marks.at_cursor() if marks is not None else ()
        chips = widget.parentWidget()
        if isinstance(chips, Chips):
            of_word = [f for f in self._shown.get(widget, []) if self._word(f) == chips.word]
            return _sorted(of_word or self._shown.get(widget, []))
        if isinstance(widget, QLineEdit) and widget in self._lines:
            return self._lines[widget].at_cursor()
        return _sorted(self._shown.get(widget, []))

    def _inputs(self, here: Iterable[list[Finding]]) -> Found:
        """The inputs of the findings about the item that is selected, given field by field."""
        found: Found = {}
        for findings in here:
            one = findings[0]
            if self._is_elsewhere(one) or self._is_of_the_grid(one):
                continue
            widget = input_of(self._pane, one.place) if one.place.field else None
            if not one.place.item and not one.place.field:  # a text that is a part
                widget = self._pane.findChild(QPlainTextEdit, self._part)
            if widget is not None:
                found.setdefault(widget, []).extend(findings)
        return found

    def _is_elsewhere(self, finding: Finding) -> bool:
        """Whether it is about a person, topic or name that is not the selected one of its list."""
        form, index = self._listed(finding)
        return form is not None and index != form.items.index

    def _listed(self, finding: Finding) -> tuple[ListForm | None, int]:
        """In which list of the form the thing is that a finding is about, and where."""
        steps = finding.place.steps
        if len(steps) < 2 or not isinstance(steps[1], int):
            return None, 0
        name = f"{finding.place.part}.{steps[0]}"
        return next((form for form in self._lists if form.name == name), None), steps[1]

    def _is_of_the_grid(self, finding: Finding) -> bool:
        return self._grid is not None and finding.place.steps[:1] in (("rows",), ("columns",))

    def _mark_lists(self, here: Iterable[list[Finding]]) -> None:
        by_list: dict[ListForm, dict[int, list[Finding]]] = {form: {} for form in self._lists}
        for findings in here:
            form, index = self._listed(findings[0])
            if form is not None:
                by_list[form].setdefault(index, []).extend(findings)
        for form, found in by_list.items():
            form.items.model.mark(_marks(found))

    def _mark_chips(self, found: Found) -> None:
        for widget in {**self._shown, **found}:
            chips = widget.parentWidget()
            if isinstance(chips, Chips):
                of_words = _grouped((self._word(f), f) for f in found.get(widget, []))
                chips.mark({word: mark for word, mark in _marks(of_words).items() if word})

    def _word(self, finding: Finding) -> str:
        """The chip that a finding is about, or none of them."""
        steps = finding.place.steps
        value = self._value(finding)
        return value if len(steps) > 1 and isinstance(value, str) else ""

    def _mark_grid(self, here: Iterable[list[Finding]]) -> None:
        if self._grid is None:
            return
        cells: dict[tuple[int, int], list[Finding]] = {}
        rows: dict[int, list[Finding]] = {}
        columns: dict[int, list[Finding]] = {}
        for findings in here:
            steps = findings[0].place.steps
            numbers = [step for step in steps if isinstance(step, int)]
            if steps[:1] == ("rows",) and numbers:
                rows.setdefault(numbers[0], []).extend(findings)
                if len(numbers) > 1:
                    cells.setdefault((numbers[0], numbers[1]), []).extend(findings)
            elif steps[:1] == ("columns",) and numbers:
                columns.setdefault(numbers[0], []).extend(findings)
        self._grid.model.mark(_marks(cells), _marks(rows), _marks(columns))
        self._show_cell(self._grid.view.delegate.editor)

    def _show_cell(self, editor: QPlainTextEdit | None) -> None:
        """Mark the words in the editor of a cell, which lives only while it is open."""
        grid = self._grid
        if editor is None or grid is None:
            return
        marks = editor.findChild(TextMarks)
        if marks is None:
            marks = TextMarks(editor)
            marks.asked.connect(self.asked)
        mark = grid.view.currentIndex().data(MARK)
        text = str(grid.view.currentIndex().data() or "")
        found = mark.findings if isinstance(mark, Mark) else ()
        marks.show([(finding, finding.place.span) for finding in found], text)

    def _mark_input(self, widget: QWidget, findings: list[Finding]) -> None:
        mark = marked(findings)
        _describe(widget, mark)
        if isinstance(widget, QPlainTextEdit):
            if widget not in self._texts:
                self._texts[widget] = marks = TextMarks(widget)
                marks.asked.connect(self.asked)
            spans, text = self._in_text(widget, findings)
            self._texts[widget].show(spans, text)
        elif isinstance(widget, QLineEdit):
            if widget not in self._lines:
                self._lines[widget] = LineMarks(widget)
            self._lines[widget].show(findings)
        else:
            own = self._tips.setdefault(widget, widget.toolTip())
            widget.setToolTip(mark.tip if mark else own)

    def _in_text(self, widget: QPlainTextEdit, findings: list[Finding]) -> tuple[list[Spot], str]:
        """The findings with their spans in the editor's text; of a list of texts, its lines."""
        if isinstance(widget, Lines):
            return [(f, widget.span_of(_index(f))) for f in findings], "\n".join(widget.texts)
        value = self._value(findings[0]) if findings else ""
        return [(f, f.place.span) for f in findings], value if isinstance(value, str) else ""

    def _value(self, finding: Finding) -> object:
        """What stands at a finding's place now; None where the place is gone."""
        try:
            value: object = edits.get(self._pane.session.article, finding.place.whole())
        except (LookupError, AttributeError, TypeError):
            return None
        return value

    def _mark_labels(self) -> None:
        """Put a sign behind the label of each input that is marked, if it has one; behind the
        pane's title stands that of what is found of the part as a whole.
        """
        by_label: dict[QLabel, list[Finding]] = {label: [] for label in self._badges}
        if self._of_all and self._title is not None:
            by_label[self._title] = self._of_all
        for widget, findings in self._shown.items():
            if isinstance(widget, MarkdownEdit) and not widget.compact:
                continue  # it has signs in its margin
            label = label_of(widget, self._pane)
            if label is not None:
                by_label.setdefault(label, []).extend(findings)
        for label, findings in by_label.items():
            if label not in self._badges:
                self._badges[label] = badge = Badge(label)
                badge.asked.connect(self.asked)
            self._badges[label].show_mark(marked(findings))


def _index(finding: Finding) -> int:
    """Which of a list of texts a finding is about; -1 for all of them."""
    last = finding.place.steps[-1]
    return last if isinstance(last, int) else -1


def _at_index(view: QAbstractItemView) -> tuple[Finding, ...]:
    """What is found of the current row or cell; of a cell's row and column if not of itself."""
    index, model = view.currentIndex(), view.model()
    if not index.isValid():
        return ()
    mark = index.data(MARK)
    mark = mark or model.headerData(index.row(), Qt.Orientation.Vertical, MARK)
    mark = mark or model.headerData(index.column(), Qt.Orientation.Horizontal, MARK)
    return mark.findings if isinstance(mark, Mark) else ()


def _describe(widget: QWidget, mark: Mark | None) -> None:
    """Have assistive tools tell the findings with the input."""
    told = mark.spoken if mark else ""
    around = labelled(widget)
    if around is not None:
        around.note(told)
        return
    own = widget.property("described")
    if own is None:
        own = widget.accessibleDescription()
        widget.setProperty("described", own)
    widget.setAccessibleDescription(" ".join(words for words in (own, told) if words))


def _grouped(pairs: Iterable[tuple[K, Finding]]) -> dict[K, list[Finding]]:
    groups: dict[K, list[Finding]] = defaultdict(list)
    for key, finding in pairs:
        groups[key].append(finding)
    return groups


def _marks(groups: Mapping[K, list[Finding]]) -> dict[K, Mark]:
    marks = {key: marked(findings) for key, findings in groups.items()}
    return {key: mark for key, mark in marks.items() if mark is not None}


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=gravity))
