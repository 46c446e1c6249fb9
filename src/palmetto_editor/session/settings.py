"""What the program remembers between sessions: one small JSON file, never the writer's words."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

import platformdirs

RECENT = 12
LARGEST = 100_000  # px


@dataclass(slots=True)
class Settings:
    """`splitters` maps a splitter's name to its sizes in pixels; `recent` has the newest first.
    `window` is the size of a window that is not maximized.

    `services` maps a look-up service's name to its address where it is not the usual one; `email`
    is told to services that are asked.
    """

    recent: list[str] = field(default_factory=list)
    splitters: dict[str, list[int]] = field(default_factory=dict)
    window: list[int] = field(default_factory=list)
    maximized: bool = False
    preview_tab: int = 0
    colours: str = "system"
    problems_by: str = "severity"
    services: dict[str, str] = field(default_factory=dict)
    email: str = ""

    def remember(self, path: Path) -> None:
        """Put a bundle at the top of the recent ones."""
        text = str(path)
        self.recent = [text, *(other for other in self.recent if other != text)][:RECENT]


def folder() -> Path:
    """Where settings and recovery copies live; `PALMETTO_HOME` overrides it (for tests)."""
    home = os.environ.get("PALMETTO_HOME")
    return Path(home) if home else Path(platformdirs.user_data_dir("palmetto-editor", False))


def load(path: Path) -> Settings:
    """The settings in a file; whatever is missing or damaged there takes its default."""
    try:
        found: Any = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    settings = Settings()
    for entry in fields(Settings):
        value = found.get(entry.name) if isinstance(found, dict) else None
        right = isinstance(value, type(getattr(settings, entry.name)))
        if right and _SOUND.get(entry.name, _any)(value):
            setattr(settings, entry.name, value)
    return settings


def store(settings: Settings, path: Path) -> None:
    """Write the settings by an atomic replace; a full disk is no reason to fail."""
    temporary = path.with_suffix(".new")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(asdict(settings), indent=2), "utf-8")
        temporary.replace(path)


def _any(value: Any) -> bool:  # noqa: ARG001  (its type is right)
    return True


def _texts(values: Iterable[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def _sizes(values: Any) -> bool:
    """Whether it is a list of small whole numbers."""
    whole = isinstance(values, list) and all(type(value) is int for value in values)
    return whole and all(abs(value) < LARGEST for value in values)


_SOUND: dict[str, Callable[[Any], bool]] = {
    "recent": _texts,
    "splitters": lambda value: all(map(_sizes, value.values())),
    "window": _sizes,
    "services": lambda value: _texts(value.values()),
}
