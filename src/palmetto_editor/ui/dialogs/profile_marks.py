"""What was found of the publication's profile, shown in its form: signs, sentences, and a walk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from palmetto_editor.model.places import Place
from palmetto_editor.ui.marks.badge import Badge
from palmetto_editor.ui.marks.inputs import input_of, label_of
from palmetto_editor.ui.marks.line_marks import LineMarks
from palmetto_editor.ui.marks.text_marks import TextMarks
from palmetto_editor.ui.widgets.labels import Labelled, set_role
from palmetto_editor.ui.widgets.mark import marked

if TYPE_CHECKING:  # the checks come after the first paint
    from palmetto_editor.checks.finding import Finding

_SHOWN_AT = {"checks.off": "checks.severity"}  # one input has both


class ProfileMarks(QObject):
    """Marks the inputs of a form that are named as the places are: `publication.base_url`.

    What was found is of the profile as it was opened, so a mark goes when its input is changed.
    F8 and Shift+F8 walk through them; `turn` is to bring an input in sight.
    """

    def __init__(
        self, form: QWidget, found: Sequence[Finding], turn: Callable[[QWidget], object]
    ) -> None:
        super().__init__(form)
        self._form, self._found, self._turn = form, tuple(found), turn
        self._last: Place | None = None
        by_input: dict[QWidget, list[Finding]] = {}
        for finding in self._found:
            input_ = self._input(finding.place)
            if input_ is not None:
                by_input.setdefault(input_, []).append(finding)
        self._marked = {input_: Marked(form, input_, of) for input_, of in by_input.items()}
        for key, step in (("F8", 1), ("Shift+F8", -1)):
            QShortcut(QKeySequence(key), form).activated.connect(partial(self.walk, step))

    def walk(self, step: int) -> None:
        """Go to the place of the next finding, or of the one before, and round again."""
        places = list(dict.fromkeys(finding.place for finding in self._found))
        if places:
            before = places.index(self._last) if self._last in places else -1 if step > 0 else 0
            self.go_to(places[(before + step) % len(places)])

    def go_to(self, place: Place) -> None:
        """Put the focus into the input of a place, with what it is about selected."""
        self._last = place
        input_ = self._input(place)
        if input_ is None:
            return
        self._turn(input_)
        input_ = self._input(place) or input_  # its page may have been made just now
        input_.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(input_, QLineEdit):
            input_.selectAll()
        elif isinstance(input_, QPlainTextEdit):
            _select(input_, _span(input_, place))

    def forget(self, input_: QWidget) -> None:
        """An input was changed: what was found of it may not be so any more."""
        if input_ in self._marked:
            self._marked[input_].show(())

    def _input(self, place: Place) -> QWidget | None:
        field = _SHOWN_AT.get(place.field, place.field)
        return input_of(self._form, replace(place, field=field))


class Marked:
    """An input with what was found of it: a sign behind its label, the sentence below it."""

    def __init__(self, form: QWidget, input_: QWidget, findings: Sequence[Finding]) -> None:
        self._input = input_
        label = label_of(input_, form)
        self._badge = Badge(label) if label is not None else None
        self._around = around(input_)
        self._told = input_.findChild(QLabel, f"{input_.objectName()}.found")
        self._within: LineMarks | TextMarks | None = None
        if isinstance(input_, QLineEdit):
            self._within = LineMarks(input_)
            input_.textChanged.connect(lambda _: self.show(()))
        elif isinstance(input_, QPlainTextEdit):
            self._within = TextMarks(input_)
        elif isinstance(input_, QComboBox):
            input_.activated.connect(lambda _: self.show(()))
        self.show(findings)
        if isinstance(input_, QPlainTextEdit):  # underlining is no change, and Qt says it is one
            input_.document().contentsChange.connect(self._on_change)

    def show(self, findings: Sequence[Finding]) -> None:
        """Show these findings instead of those before."""
        mark, input_ = marked(findings), self._input
        if self._badge is not None:
            self._badge.show_mark(mark)
        self._say(" ".join(f.message for f in findings), mark is not None and mark.severity)
        if isinstance(self._within, LineMarks):
            self._within.show(findings)
        elif self._within is not None and isinstance(input_, QPlainTextEdit):
            spots = [(f, _span(input_, f.place)) for f in findings]
            self._within.show(spots, input_.toPlainText())

    def _on_change(self, _at: int, taken: int, put: int) -> None:
        if taken or put:
            self.show(())

    def _say(self, text: str, severity: object) -> None:
        if self._around is not None:
            self._around.say(text, bad=severity == "error")
        elif self._told is not None:
            set_role(self._told, "over" if severity == "error" else "hint")
            self._told.setText(text)
            self._told.setVisible(bool(text))


def around(input_: QWidget) -> Labelled | None:
    """What has the label of an input and the words below it."""
    parent = input_.parentWidget()
    while parent is not None and not isinstance(parent, Labelled):
        parent = parent.parentWidget()
    return parent


def _span(text: QPlainTextEdit, place: Place) -> tuple[int, int] | None:
    """Where in a list of addresses the one is that a place names."""
    last = place.steps[-1] if place.steps else ""
    lines = text.toPlainText().split("\n")
    if not isinstance(last, int) or last >= len(lines):
        return None
    start = sum(len(line) + 1 for line in lines[:last])
    return start, start + len(lines[last])


def _select(text: QPlainTextEdit, span: tuple[int, int] | None) -> None:
    cursor = text.textCursor()
    start, end = span or (0, 0)
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
