"""Recovery copies: what was typed and not saved, apart from the file, for every open article.

Each open session has a folder of its own below `recovery/`, locked while the program lives:
`article.json`, `state.json` (which bundle it belongs to) and `assets/`. A folder that nobody
locks and that holds a copy is what a crash left behind. The codec is imported when first
needed, since the window is shown before it.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from palmetto_editor.errors import UserError
from palmetto_editor.model.values import Article

QUIET = 2.0  # seconds after the last key
AT_MOST = 30.0  # seconds from the first key that is not yet in the copy
KEPT = 30 * 24 * 3600  # seconds that a refused copy stays in `refused/`


@dataclass(slots=True)
class Cadence:
    """When the next copy is due, in the seconds of any clock that only moves forward."""

    first: float | None = None
    last: float = 0.0

    def changed(self, now: float) -> None:
        self.first = now if self.first is None else self.first
        self.last = now

    def written(self) -> None:
        self.first = None

    def wait(self, now: float) -> float | None:
        """Seconds until a copy is due; None while there is nothing new to copy."""
        if self.first is None:
            return None
        return max(0.0, min(self.last + QUIET, self.first + AT_MOST) - now)


@dataclass(frozen=True, slots=True)
class Copy:
    """What a crash left: the article, when it was written (Unix time), and its bundle if any."""

    folder: Path
    article: Article
    path: Path | None
    written: float

    @property
    def assets(self) -> dict[str, Path]:
        return {p.name: p for p in sorted(self.folder.glob("assets/*")) if p.is_file()}

    def refuse(self) -> None:
        """The writer chose the saved version: the copy is put aside for thirty days."""
        aside = self.folder.parent / "refused"
        aside.mkdir(exist_ok=True)
        self.folder.replace(aside / self.folder.name)
        os.utime(aside / self.folder.name)

    def drop(self) -> None:
        """Its content is safe elsewhere."""
        shutil.rmtree(self.folder, ignore_errors=True)


@dataclass(slots=True)
class Recovery:
    """The folder of one open session; `release` removes it when the article is safe."""

    root: Path
    folder: Path = field(init=False)
    _lock: FileLock = field(init=False)

    def __post_init__(self) -> None:
        self.folder = self.root / uuid4().hex
        self.folder.mkdir(parents=True)
        self._lock = FileLock(self.folder / "lock")
        self._lock.acquire()

    @property
    def assets(self) -> Path:
        return self.folder / "assets"

    def write(self, article: Article, path: Path | None) -> None:
        """Put a copy of the article on disk; OSError where the disk refuses."""
        from palmetto_editor.bundle.codec import encode_article

        _replace(self.folder / "state.json", json.dumps({"path": path and str(path)}).encode())
        _replace(self.folder / "article.json", encode_article(article))

    def clear(self) -> None:
        """The article is saved: there is nothing to recover."""
        (self.folder / "article.json").unlink(missing_ok=True)

    def release(self) -> None:
        """The session ends well: take its folder away."""
        self._lock.release()
        shutil.rmtree(self.folder, ignore_errors=True)


def orphans(root: Path) -> tuple[Copy, ...]:
    """The copies that no living session holds, the newest first. Empty folders are removed."""
    found = []
    for folder in sorted(root.glob("*/")):
        if folder.name == "refused" or not (folder / "lock").exists() or _is_held(folder):
            continue
        copy = _read(folder)
        if copy is None and not (folder / "article.json").exists():
            shutil.rmtree(folder, ignore_errors=True)
        if copy is not None:
            found.append(copy)
    _forget(root / "refused")
    return tuple(sorted(found, key=lambda copy: -copy.written))


def _read(folder: Path) -> Copy | None:
    from palmetto_editor.bundle.codec import decode_draft

    try:
        data = (folder / "article.json").read_bytes()
        written = (folder / "article.json").stat().st_mtime
        path = json.loads((folder / "state.json").read_text("utf-8"))["path"]
        article = decode_draft(data)
    except (OSError, ValueError, KeyError, TypeError, UserError):
        return None
    return Copy(folder, article, Path(path) if path else None, written)


def _is_held(folder: Path) -> bool:
    lock = FileLock(folder / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    return False


def _forget(refused: Path) -> None:
    for folder in refused.glob("*/"):
        if time.time() - folder.stat().st_mtime > KEPT:
            shutil.rmtree(folder, ignore_errors=True)


def _replace(target: Path, data: bytes) -> None:
    temporary = target.with_suffix(".new")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(target)
