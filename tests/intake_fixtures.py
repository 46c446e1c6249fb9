"""The foreign pages of `tests/intake/fixtures`, each with what is true of it.

A folder holds one source and its `truth.json`; what a key of that means is told in docs/intake.md.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from palmetto_editor.intake.draft import Draft
from palmetto_editor.intake.read import read, read_bytes
from palmetto_editor.intake.source import open_source
from word_files import word_file

FOLDER = Path(__file__).parent / "intake" / "fixtures"


@dataclass(frozen=True, slots=True)
class Fixture:
    name: str
    path: Path
    truth: dict[str, Any]


@cache
def fixtures() -> tuple[Fixture, ...]:
    """All of them, in the order of their names."""
    return tuple(_fixture(folder) for folder in sorted(FOLDER.iterdir()) if folder.is_dir())


def draft_of(fixture: Fixture) -> Draft:
    """What intake makes of the source; a Word file is built from its description first."""
    if fixture.path.suffix == ".json":
        described = json.loads(fixture.path.read_text("utf-8"))
        return read_bytes(word_file(described), described["name"])
    return read(open_source(fixture.path))


def _fixture(folder: Path) -> Fixture:
    (source,) = (p for p in folder.iterdir() if p.is_file() and p.name != "truth.json")
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    return Fixture(folder.name, source, truth)
