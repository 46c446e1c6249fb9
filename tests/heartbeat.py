"""How long an event loop stands still, and bodies that are made to make it."""

from __future__ import annotations

from time import thread_time

from PySide6.QtCore import QElapsedTimer, QTimer

HOSTILE = {
    "12 kB of unclosed brackets": "[" * 12_000,
    "12 kB of unclosed angles": "<" * 12_000,
    "10,000 levels of quotes": ">" * 10_000 + " deep",
    "10,000 levels of quotes, spaced": "> " * 10_000 + "deep",
    "4,000 citations of one note": "word[^n] " * 4_000 + "\n\n[^n]: note\n",
    "a long line of emphasis": "*a_b" * 4_000,
}


class Heartbeat:
    """The longest time between two beats of the event loop, in ms.

    `longest` is as the clock has it, other programs' time included; `own` is what this thread
    itself worked between two beats, the same on a busy machine.
    """

    def __init__(self) -> None:
        self._since = QElapsedTimer()
        self._since.start()
        self._worked = thread_time()
        self.longest = self.own = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        self.longest = max(self.longest, self._since.restart())
        now = thread_time()
        self.own, self._worked = max(self.own, round(1000 * (now - self._worked))), now

    def stop(self) -> None:
        self._timer.stop()
