"""The chosen problem at length: what is so, why it matters, by which source, and what to do."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from palmetto_editor.ui import style
from palmetto_editor.ui.problems.names import Names
from palmetto_editor.ui.problems.offers import FIRM, Deeds, short
from palmetto_editor.ui.problems.rows import Row
from palmetto_editor.ui.severities import COLOURS, NAMES
from palmetto_editor.ui.widgets.forms import GAP, FormArea, column
from palmetto_editor.ui.widgets.labels import words

if TYPE_CHECKING:  # the checks come after the first paint
    from palmetto_editor.checks.finding import About, Finding

_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:)\]]")
_LONGEST = 36  # characters of a button
NONE = "Choose a problem to see why it matters and what mends it."


class Detail(QWidget):
    """Explains one row; the buttons do to it what `deeds` does."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self.setObjectName("problems.detail")
        self._deeds = deeds
        self._row: Row | None = None
        self._sign = QLabel()
        self._kind = words("", "label", "problems.rule")
        self._kind.setWordWrap(True)
        self._message = _text("problems.message")
        self._reason = _text("problems.reason")
        self._why = _text("problems.why")
        self._source = _text("problems.source")
        self._source.setProperty("role", "hint")
        self._source.setOpenExternalLinks(True)
        self._fix = self._button("problems.fix", "")
        self._other = self._button("problems.other", "")
        self._dismiss = self._button("problems.dismiss", "quiet")
        self._restore = self._button("problems.restore", "")
        self._dismiss.setText("Dismiss…")
        self._connect()
        self._lay_out()
        self.show_row(None, None)

    def show_row(self, row: Row | None, names: Names | None) -> None:
        """Explain this row; without one say what the place is for."""
        self._row = row
        finding = row.finding if row else None
        self._show_words(row, names)
        self._show_reason(row)
        self._show_about(finding.about if finding else None)
        self._show_buttons(row, finding)

    def recolour(self) -> None:
        """Draw the sign in the colours in force."""
        finding = self._row.finding if self._row else None
        self._sign.setVisible(finding is not None)
        if finding is not None:
            icon = style.icon(finding.severity, COLOURS[finding.severity])
            self._sign.setPixmap(icon.pixmap(16, 16))

    def _show_words(self, row: Row | None, names: Names | None) -> None:
        finding = row.finding if row else None
        said = [NAMES[finding.severity][0].capitalize()] if finding else []
        said += [row.rule] if row else []
        said += [names.of(row.place)] if row and row.place and names else []
        self._kind.setText("  ·  ".join(said))
        self._kind.setVisible(bool(said))
        self.recolour()
        gone = "Nothing is found there any more." if row else NONE
        self._message.setText(escape(finding.message if finding else gone))
        self._message.setEnabled(row is not None)

    def _show_reason(self, row: Row | None) -> None:
        dismissal = row.dismissal if row else None
        text = ""
        if dismissal is not None:
            text = f"<b>You let it stand:</b> {escape(dismissal.reason)}"
            if dismissal.quote and row is not None and row.finding:
                what = "text" if row.finding.place.span is None else "sentence"
                text += f"<br>It is asked again when the {what} changes."
        self._reason.setText(text)
        self._reason.setVisible(bool(text))

    def _show_about(self, about: About | None) -> None:
        self._why.setText(f"<b>Why</b>&ensp;{escape(about.why)}" if about else "")
        self._why.setVisible(about is not None)
        self._source.setText(_source(about) if about else "")
        self._source.setVisible(about is not None)

    def _show_buttons(self, row: Row | None, finding: Finding | None) -> None:
        is_open = row is not None and row.dismissal is None
        fixes = finding.fixes if finding and is_open else ()
        self._fix.setVisible(bool(fixes))
        self._other.setVisible(len(fixes) > 1)
        self._other.setMenu(None)  # type: ignore[arg-type]  # Qt takes none, its stub does not say so
        if fixes:
            _label(self._fix, fixes[0].label)
        if len(fixes) == 2:
            _label(self._other, fixes[1].label)
        elif len(fixes) > 2:
            _label(self._other, "Other ways")
            menu = QMenu(self._other)
            for edit in fixes[1:]:
                menu.addAction(short(edit.label), partial(self._deeds.mend, edit))
            self._other.setMenu(menu)
        self._dismiss.setVisible(is_open)
        self._dismiss.setEnabled(not (finding and finding.firm))
        self._dismiss.setToolTip(FIRM if finding and finding.firm else "Let it stand, and say why")
        self._restore.setVisible(row is not None and not is_open)
        self._restore.setText("Ask again" if finding else "Forget")

    def _connect(self) -> None:
        self._fix.clicked.connect(lambda: self._mend(0))
        self._other.clicked.connect(lambda: self._mend(1))
        self._dismiss.clicked.connect(self._let_stand)
        self._restore.clicked.connect(self._ask_again)

    def _mend(self, number: int) -> None:
        finding = self._row.finding if self._row else None
        if finding is not None and (number == 0 or len(finding.fixes) == 2):
            self._deeds.mend(finding.fixes[number])

    def _let_stand(self) -> None:
        if self._row is not None and self._row.finding is not None:
            self._deeds.dismiss(self._row.finding)

    def _ask_again(self) -> None:
        if self._row is not None and self._row.dismissal is not None:
            self._deeds.restore(self._row.dismissal)

    def _button(self, name: str, role: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setProperty("role", role)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._sign)
        head.addWidget(self._kind, 1)
        area = FormArea()
        area.column.setSpacing(6)
        area.column.addLayout(head)
        for label in (self._message, self._reason, self._why, self._source):
            area.column.addWidget(label)
        area.column.addStretch(1)
        area.set_margins(12, 2, 8, 4)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 8, 4)
        foot.setSpacing(GAP)
        for button in (self._fix, self._other, self._dismiss, self._restore):
            foot.addWidget(button)
        foot.addStretch(1)
        layout: QVBoxLayout = column(self, 4)
        layout.addWidget(area, 1)
        layout.addLayout(foot)


def _text(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)  # a long word must not push the others out of sight
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    return label


def _label(button: QPushButton, text: str) -> None:
    button.setText(short(text, _LONGEST))
    button.setToolTip(f"{text} (one step; it can be undone)")


def _source(about: About) -> str:
    """The source, its addresses to be clicked, and the day on which the rule was gone over."""
    said = _ADDRESS.sub(lambda found: _link(found[0]), escape(about.source))
    try:
        day = date.fromisoformat(about.checked)
    except ValueError:
        return said
    return f"{said}<br>Rule gone over on {day.day} {day:%B %Y}."


def _link(address: str) -> str:
    """`address` is escaped already. It may be broken behind a slash, where there is no room."""
    shown = address.replace("/", "/&#8203;")
    return f'<a href="{address}">{shown}</a>'
