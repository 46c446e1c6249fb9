"""What the services said about one work: a record beside the writer's, or why there is none."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from palmetto_editor.model.csl import Reference, Update
from palmetto_editor.references.addresses import web
from palmetto_editor.references.lookup.found import Found
from palmetto_editor.session.looking import (
    LIKELY,
    Case,
    compare,
    is_another,
    name_of,
    updates_with,
)
from palmetto_editor.ui import style
from palmetto_editor.ui.panes.verified_mark import told
from palmetto_editor.ui.widgets.compare_sheet import CompareSheet
from palmetto_editor.ui.widgets.forms import GAP, column
from palmetto_editor.ui.widgets.labels import words

_LOUD = {
    "retraction": "RETRACTED",
    "concern": "EXPRESSION OF CONCERN",
    "correction": "CORRECTED",
}
_NOT_FOUND = (
    "None of the services that were asked knows it. That does not say that there is no such work: "
    "books, reports, theses, older papers and those in other languages are often in none of them, "
    "and a title that was typed differently is not found. Look at the identifier and the title, "
    "and compare it with the work itself."
)
_ANOTHER = (
    "By its title this is another work: the identifier may be a slip. Look it up without the "
    "identifier, or correct it, before you take anything."
)
_NOTHING = "It has no identifier and no title that a service could be asked for. Write one of them."


class AnswerView(QWidget):
    """Shows one case; `changed` tells that another record or other fields were chosen."""

    changed = Signal()

    def __init__(self, case: Case, mine: Reference | None) -> None:
        super().__init__()
        self._case, self._mine = case, mine
        self._at = 0
        self.sheet: CompareSheet | None = None
        self._layout = column(self, GAP + 2)
        self._head()
        if case.stage in ("waiting", "asking"):
            self._wait()
        elif case.stage == "failed":
            self._say("It could not be asked", case.why)
        elif mine is None or not case.answer.found:
            self._show_none()
        else:
            self._layout.addWidget(self._sources())
            self._body = QWidget()
            column(self._body, GAP + 2)
            self._layout.addWidget(self._body)
            self._show_found(0)
        if case.stage not in ("waiting", "asking"):
            self._show_silent()

    @property
    def found(self) -> Found | None:
        """The record that is shown, while there is something to decide."""
        return self._case.answer.found[self._at] if self.sheet is not None else None

    @property
    def fields(self) -> tuple[str, ...]:
        """What is to be taken from it."""
        return self.sheet.fields if self.sheet is not None else ()

    @property
    def is_likely(self) -> bool:
        """Whether the record is of the same work, as far as can be told."""
        if self.found is None or self._mine is None or is_another(self._mine, self.found):
            return False
        return self.found.likeness >= LIKELY

    def _head(self) -> None:
        mine = self._mine
        title = words(name_of(mine) if mine else self._case.key, "title")
        title.setWordWrap(True)
        self._layout.addWidget(title)
        under = " · ".join(p for p in ((mine.title if mine else ""), f"@{self._case.key}") if p)
        self._layout.addWidget(words(under, "hint"))

    def _wait(self) -> None:
        self._layout.addWidget(
            words("Asking…" if self._case.stage == "asking" else "Waiting…", "said")
        )
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(220)
        bar.setAccessibleName("Asking the services")
        self._layout.addWidget(bar)

    def _say(self, heading: str, text: str) -> None:
        self._layout.addWidget(words(heading, "heading"))
        said = words(text, "said")
        said.setObjectName("lookup.said")
        said.setWordWrap(True)
        self._layout.addWidget(said)

    def _show_none(self) -> None:
        silent = self._case.answer.silent
        if not silent:
            self._say("Nothing to look it up by", _NOTHING)
        elif any(one.reached for one in silent):
            self._say("Not found", _NOT_FOUND)
        else:
            self._say("No service could be reached", "Look at the connection, and ask again.")

    @property
    def may_ask_again(self) -> bool:
        """Whether another try may bring more."""
        unreached = any(not silent.reached for silent in self._case.answer.silent)
        return self._case.stage == "failed" or (self._case.stage == "answered" and unreached)

    def _sources(self) -> QWidget:
        """Which service's record is shown, and where it can be read."""
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        found = self._case.answer.found
        box = QComboBox()
        box.setObjectName("lookup.record")
        box.setAccessibleName("Which record is compared")
        for one in found:
            box.addItem(_source(one))
        box.activated.connect(self._show_found)
        single = words(_source(found[0]), "said")
        layout.addWidget(single if len(found) == 1 else box)
        self._link = QLabel()
        self._link.setObjectName("lookup.address")
        self._link.setOpenExternalLinks(True)
        layout.addWidget(self._link)
        layout.addStretch(1)
        return line

    def _show_found(self, at: int) -> None:
        self._at = at
        found = self._case.answer.found[at]
        layout = self._body.layout()
        if layout is None or self._mine is None:
            return
        while layout.count():
            gone = layout.takeAt(0)
            widget = gone.widget() if gone else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        address = web(found.address)
        colour = style.colours().link.name()
        self._link.setText(
            f'<a style="color: {colour}" href="{escape(address)}">Open its page</a>'
            if address
            else ""
        )
        updates = updates_with(self._mine, self._case.answer, found)
        if updates:
            layout.addWidget(_alarm(updates))
        if is_another(self._mine, found):
            layout.addWidget(_warned(_ANOTHER))
        elif found.likeness < LIKELY:
            layout.addWidget(_warned(_unlikely(found)))
        pairs = compare(self._mine, found)
        self.sheet = CompareSheet(pairs, self._mine.type, found.service)
        self.sheet.changed.connect(self.changed)
        if all(pair.verdict in ("same", "only mine") for pair in pairs):
            layout.addWidget(words(f"All that {found.service} has agrees with yours.", "said"))
        layout.addWidget(self.sheet)
        self.changed.emit()

    def _show_silent(self) -> None:
        lines = [f"{silent.service}: {silent.why}" for silent in self._case.answer.silent]
        if lines:
            hint = words("\n".join(lines), "hint")
            hint.setObjectName("lookup.silent")
            self._layout.addWidget(hint)


def _source(found: Found) -> str:
    how = "asked by its identifier" if found.likeness == 1 else f"{found.likeness:.0%} alike"
    return f"{found.service}, {how}"


def _unlikely(found: Found) -> str:
    return (
        f"Found by its title, which is {found.likeness:.0%} alike: "
        "make sure that it is the same work before you take anything."
    )


def _warned(sentence: str) -> QLabel:
    label = words(sentence, "over")
    label.setObjectName("lookup.doubt")
    label.setWordWrap(True)
    return label


def _alarm(updates: tuple[Update, ...]) -> QWidget:
    """In loud words, with a sign: what became of the work."""
    frame = QFrame()
    frame.setObjectName("lookup.alarm")
    frame.setProperty("role", "alarm")
    line = QHBoxLayout(frame)
    line.setContentsMargins(12, 10, 12, 10)
    line.setSpacing(10)
    sign = QLabel()
    sign.setPixmap(style.icon("warning", "danger").pixmap(20, 20))
    said = QWidget()
    layout = column(said, 2)
    kinds = dict.fromkeys(_LOUD[update.kind] for update in updates)
    layout.addWidget(words(" · ".join(kinds), "loud"))
    for update in updates:
        sentence = words(told(update), "told")
        sentence.setWordWrap(True)
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(sentence)
    frame.setAccessibleName(" ".join(told(update) for update in updates))
    line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(said, 1)
    return frame
