"""Answers kept on disk for a day, so that the same question is not asked again and again."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
import time
from pathlib import Path

LONGEST = 24 * 3600  # seconds: a reference is verified with the day of the comparison
MOST = 1_000  # answers
_SUFFIX = ".answer"


class Cache:
    """A folder of answers; without a folder it keeps nothing. A full disk is no reason to fail."""

    def __init__(self, folder: Path | None, longest: float = LONGEST) -> None:
        self._folder, self._longest = folder, longest

    def get(self, question: str) -> bytes | None:
        """The answer, where there is one that is not too old."""
        path = self._path(question)
        if path is None:
            return None
        try:
            age = time.time() - path.stat().st_mtime
            asked, _, answer = path.read_bytes().partition(b"\n")
        except OSError:
            return None
        return answer if 0 <= age + 1 < self._longest and asked == question.encode() else None

    def put(self, question: str, answer: bytes) -> None:
        """Keep an answer; the oldest go where there are too many."""
        path = self._path(question)
        if path is None:
            return
        temporary = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(question.encode() + b"\n" + answer)
            temporary.replace(path)
            self._prune(path.parent)

    def _path(self, question: str) -> Path | None:
        name = hashlib.sha256(question.encode()).hexdigest()[:40]
        return self._folder / f"{name}{_SUFFIX}" if self._folder else None

    def _prune(self, folder: Path) -> None:
        kept = list(folder.glob(f"*{_SUFFIX}"))
        if len(kept) > MOST:
            for path in sorted(kept, key=_age)[: len(kept) - MOST * 3 // 4]:
                path.unlink(missing_ok=True)


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another program took it
        return 0.0
