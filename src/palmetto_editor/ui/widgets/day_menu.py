"""A month to choose a day from, in a menu below a button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QMenu, QToolButton, QWidget, QWidgetAction

from palmetto_editor.ui import style


def open_calendar(below: QWidget, day: QDate | None, choose: Callable[[QDate], None]) -> None:
    """Show a month; the chosen day is handed on and closes it. Made when asked for: it is slow."""
    menu = QMenu(below)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    month = _month()
    if day is not None:
        month.setSelectedDate(day)
    action = QWidgetAction(menu)
    action.setDefaultWidget(month)
    menu.addAction(action)
    for chosen in (month.clicked, month.activated):
        chosen.connect(choose)
        chosen.connect(menu.close)
    menu.popup(below.mapToGlobal(below.rect().bottomLeft()))
    month.setFocus()


def _month() -> QCalendarWidget:
    """Monday first, in English as the form is, weekends in the colour of all days."""
    month = QCalendarWidget()
    month.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    plain = QTextCharFormat()
    plain.setForeground(style.colours().text)
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        month.setWeekdayTextFormat(weekend, plain)
    for name, icon in (("qt_calendar_prevmonth", "left"), ("qt_calendar_nextmonth", "right")):
        button = month.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(style.icon(icon))
    month.setMinimumSize(330, 270)
    return month
