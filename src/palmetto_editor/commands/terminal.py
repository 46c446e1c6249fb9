"""The terminal: progress for who waits before one, and texts that cannot steer it."""

from __future__ import annotations

import sys
from time import monotonic

QUIET = 0.7  # seconds before a wait is worth a word


class Terminal:
    """Progress on one line of a terminal's standard error; silent where that is a file."""

    cancelled = False

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._began = monotonic()
        self._width = 0

    def report(self, share: float, words: str) -> None:
        """Show how far the work is, once it has taken a while."""
        if self._shown and monotonic() - self._began > QUIET:
            line = f"{share:4.0%} {safe(words)}"[:78]
            sys.stderr.write("\r" + line.ljust(self._width))
            sys.stderr.flush()
            self._width = len(line)

    def clear(self) -> None:
        """Take the line away before anything else is written."""
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()
            self._width = 0


def say(text: str) -> None:
    """A line on standard error."""
    sys.stderr.write(safe(text) + "\n")


def safe(text: str) -> str:
    """One line of text without what a terminal takes for a command."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
