"""The English words that every pack may use, and what they tell of a text: models, sections."""

from __future__ import annotations

import tomllib
from functools import cache

from palmetto_editor import assets
from palmetto_editor.checks.claims import phrases
from palmetto_editor.checks.claims.patterns import Pattern, compiled

_FILE = "packs/words/en.toml"


@cache
def english() -> dict[str, tuple[str, ...]]:
    """The word lists by their names."""
    tree = tomllib.loads(assets.text(_FILE))
    return {name: tuple(entries) for name, entries in tree["words"].items()}


@cache
def finds(name: str) -> Pattern:
    """What finds any of the phrases of this name."""
    tree = tomllib.loads(assets.text(_FILE))
    made = [phrases.source(phrase, english()) for phrase in tree["phrases"][name]]
    return compiled(phrases.any_of(made))
