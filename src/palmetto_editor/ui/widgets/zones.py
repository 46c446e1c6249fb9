"""Time zones by their names, from what Qt knows on this machine."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from PySide6.QtCore import QDate, QDateTime, QTime, QTimeZone

_AREAS = (
    "Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian",
    "Pacific",
)  # fmt: skip


@cache
def names() -> tuple[str, ...]:
    """Zones to choose from: this machine's own, UTC, then all that are named by a place."""
    known = [_text(zone) for zone in QTimeZone.availableTimeZoneIds()]
    places = sorted(name for name in known if name.partition("/")[0] in _AREAS and "/" in name)
    return tuple(dict.fromkeys((own(), "UTC", *places)))


def own() -> str:
    """The zone that this machine is set to."""
    name = _text(QTimeZone.systemTimeZoneId())
    return name if name.partition("/")[0] in _AREAS else "UTC"


def offset(name: str, local: datetime) -> int | None:
    """Minutes from UTC in a zone at a local time; None where the zone is not known."""
    zone = QTimeZone(name.encode())
    if not zone.isValid():
        return None
    date, time = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
    return QDateTime(date, time, zone).offsetFromUtc() // 60


def _text(zone: object) -> str:
    return bytes(zone).decode("ascii", "replace")  # type: ignore[call-overload, no-any-return]  # a QByteArray
