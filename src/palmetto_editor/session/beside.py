"""The articles beside the open one, read now and then: what a link to one of them may name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from palmetto_editor.bundle.siblings import siblings

LASTS = 20.0  # seconds: an article may come into being in a folder that was there


class Beside:
    """What was read is kept until the folder changes or has aged. For one thread that may wait."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._folder: tuple[Path, int] | None = None
        self._read = 0.0
        self._names: frozenset[str] | None = None

    def names(self, bundle: Path | None, pause: Callable[[], None]) -> frozenset[str] | None:
        """The slugs and ids of the articles in a bundle's folder: the same object while they are
        the same. None where there is none, and for an article that was never saved.

        `pause` is called between the entries of the folder; where it raises, nothing is kept.
        """
        if bundle is None:
            return None
        folder, now = (bundle, _changed(bundle.parent)), self._clock()
        if folder != self._folder or now - self._read > LASTS:
            found = siblings(bundle, pause)
            self._names = self._names if found == self._names else found
            self._folder, self._read = folder, now
        return self._names


def _changed(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0
