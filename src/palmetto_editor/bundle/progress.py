"""How far long work is, told to whoever waits for it, who may ask it to stop."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """`report` is called with a share from 0 to 1 and a few words; `cancelled` is asked often."""

    def report(self, share: float, words: str) -> None: ...

    @property
    def cancelled(self) -> bool: ...


class Cancelled(Exception):  # noqa: N818  (no error: somebody wished it)
    """The work was ended as asked; nothing was written."""


class _Silent:
    cancelled = False

    def report(self, share: float, words: str) -> None:
        """Nobody listens."""


SILENT: Progress = _Silent()


def check_in(progress: Progress, share: float, words: str) -> None:
    """Tell how far the work is; Cancelled where it is to end."""
    if progress.cancelled:
        raise Cancelled
    progress.report(share, words)
