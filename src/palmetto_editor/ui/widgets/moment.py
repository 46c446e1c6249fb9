"""A date and time with its zone: typed, chosen from a calendar, or now.

The article holds ISO 8601 with an offset. What is no such moment, in a file from elsewhere or
half typed, is shown and kept as the text it is until it is changed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from palmetto_editor.session.document import Session
from palmetto_editor.ui.binding import AskPlace, Refresh, value_at
from palmetto_editor.ui.widgets import iso_moment, zones
from palmetto_editor.ui.widgets.buttons import IconButton
from palmetto_editor.ui.widgets.day_menu import open_calendar
from palmetto_editor.ui.widgets.typed import type_value
from palmetto_editor.ui.widgets.zone_box import ZoneBox

Clock = Callable[[], datetime]
NO_MOMENT = "“{}” is no date with a time: write 2026-04-21 09:00. It is kept until you change it."
NO_ZONE = "The time zone is missing: choose one at the right."


def utc_now() -> datetime:
    return datetime.now(UTC)


class MomentLine(QLineEdit):
    """Up and Down go to the next day, hour or minute: that in which the cursor stands."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        by = steps.get(Qt.Key(event.key()), 0)
        stepped = iso_moment.step(self.text(), self.cursorPosition(), by) if by else self.text()
        if stepped == self.text():
            super().keyPressEvent(event)
            return
        at = self.cursorPosition()
        self.setText(stepped)
        self.setCursorPosition(at)
        self.textEdited.emit(stepped)


class MomentEdit(QWidget):
    """The line, a calendar, the zone, "now" and "clear", named `<name>` and `<name>.zone`…

    `changed` carries what the article should hold; `said` what to tell, and if it is a fault.
    """

    changed = Signal(str)
    said = Signal(str, bool)

    def __init__(self, name: str, label: str, clock: Clock = utc_now) -> None:
        super().__init__()
        self._clock, self._zone, self._offset = clock, zones.own(), 0
        self.line = MomentLine()
        self.line.setObjectName(name)
        self.line.setAccessibleName(label)
        self.line.setPlaceholderText("2026-04-21 09:00")
        self.line.ensurePolished()
        self.line.setMinimumWidth(
            self.line.fontMetrics().horizontalAdvance("2026-04-21 09:00") + 22
        )
        self.line.setToolTip("Up and Down go to the next day, hour or minute")
        self.zone = ZoneBox(f"{name}.zone", f"{label}: time zone")
        self.zone.show_words(self._zone)
        self.zone.chosen.connect(self._choose_zone)
        self.calendar = IconButton("calendar", f"{label}: choose a day", f"{name}.calendar")
        self.now = QPushButton("Now")
        self.now.setObjectName(f"{name}.now")
        self.now.setAccessibleName(f"{label}: now")
        self.clear = IconButton("clear", f"{label}: clear", f"{name}.clear")
        self._lay_out()
        self.line.textEdited.connect(lambda text: self.changed.emit(self._compose(text)))
        self.line.editingFinished.connect(self._complete)
        self.calendar.clicked.connect(self._open_calendar)
        self.now.clicked.connect(self._set_now)
        self.clear.clicked.connect(lambda: self.changed.emit(""))

    def show_value(self, value: str) -> None:
        """Show what the article holds; what is being typed stays as it is typed."""
        if self._compose(self.line.text()) != value:
            self._display(value)
        moment = iso_moment.read(value)
        if moment and moment.is_whole and moment.offset is not None:
            self.said.emit(iso_moment.spell(moment.local, moment.offset), False)
        elif moment and moment.timed:
            self.said.emit(NO_ZONE, True)
        else:
            self.said.emit(NO_MOMENT.format(value) if value else "", bool(value))

    def _display(self, value: str) -> None:
        moment = iso_moment.read(value)
        whole = moment is not None and moment.is_whole
        self.line.setText(iso_moment.show(moment.local) if moment and whole else value)
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)
        if moment and moment.offset is not None:
            self._take_offset(moment.offset, moment.local)

    def _take_offset(self, offset: int, local: datetime) -> None:
        """Show the offset by the zone's name where it fits, else as it is."""
        fitting = (
            name for name in (self._zone, zones.own()) if zones.offset(name, local) == offset
        )
        self._zone, self._offset = next(fitting, ""), offset
        self._show_zone()

    def _show_zone(self) -> None:
        self.zone.show_words(self._zone or iso_moment.spell_offset(self._offset))

    def _offset_at(self, local: datetime) -> int:
        offset = zones.offset(self._zone, local) if self._zone else None
        return self._offset if offset is None else offset

    def _compose(self, text: str) -> str:
        """What the article should hold for what stands in the line."""
        moment = iso_moment.read(text)
        if moment is None or not moment.timed:
            return text.strip()
        offset = self._offset_at(moment.local) if moment.offset is None else moment.offset
        return iso_moment.write(moment.local, offset)

    def _complete(self) -> None:
        """A day that was typed without a time begins at midnight; the line is made tidy."""
        if not self.line.isModified():
            return
        self.line.setModified(False)
        moment = iso_moment.read(self.line.text())
        if moment is not None:
            offset = self._offset_at(moment.local) if moment.offset is None else moment.offset
            value = iso_moment.write(moment.local, offset)
            self._display(value)
            self.changed.emit(value)

    def _choose_zone(self, words: str) -> None:
        """Take the zone or the offset that was chosen or typed; the clock time stays."""
        offset = iso_moment.read_offset(words)
        known = {name.casefold(): name for name in zones.names()}
        if words.casefold() in known:
            self._zone = known[words.casefold()]
        elif offset is not None:
            self._zone, self._offset = "", offset
        self._show_zone()
        moment = iso_moment.read(self.line.text())
        if moment is not None:
            value = iso_moment.write(moment.local, self._offset_at(moment.local))
            self._display(value)
            self.changed.emit(value)

    def _set_now(self) -> None:
        now = self._clock().astimezone(UTC).replace(tzinfo=None, second=0, microsecond=0)
        offset = self._offset_at(now + timedelta(minutes=self._offset_at(now)))
        self.changed.emit(iso_moment.write(now + timedelta(minutes=offset), offset))

    def _open_calendar(self) -> None:
        moment = iso_moment.read(self.line.text())
        day = moment.local if moment else None
        shown = QDate(day.year, day.month, day.day) if day else None
        open_calendar(self.calendar, shown, self.choose_day)

    def choose_day(self, day: QDate) -> None:
        """Another day at the same time, or at nine o'clock where no time was given."""
        moment = iso_moment.read(self.line.text())
        clock = (moment.local.hour, moment.local.minute) if moment and moment.timed else (9, 0)
        local = datetime(day.year(), day.month(), day.day(), *clock)
        self.changed.emit(iso_moment.write(local, self._offset_at(local)))

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line, 5)
        layout.addWidget(self.calendar)
        layout.addWidget(self.zone, 5)
        layout.addWidget(self.now)
        layout.addWidget(self.clear)
        self.setFocusProxy(self.line)


def bind_moment(edit: MomentEdit, session: Session, place: AskPlace) -> Refresh:
    """Keep the moment and the text at a place equal."""

    def send(value: str) -> None:
        at = place()
        if at is not None:
            session.do(type_value(at, value))
        show()

    def show() -> None:
        edit.show_value(str(value_at(session, place) or ""))

    edit.changed.connect(send)
    show()
    return show
