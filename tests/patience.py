"""How long tests of windows wait for what must come: long, since only a fault waits to the end."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

LONGEST = 30_000  # ms, for a busy machine


class PatientBot(QtBot):
    """pytest-qt's bot, which gives up after five seconds, with more patience."""

    def waitUntil(self, callback, *, timeout=LONGEST):  # noqa: N802  (Qt's way)
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=LONGEST, **given):  # noqa: N802  (as above)
        return super().waitSignal(signal, timeout=timeout, **given)

    def waitSignals(self, signals, *, timeout=LONGEST, **given):  # noqa: N802  (as above)
        return super().waitSignals(signals, timeout=timeout, **given)
