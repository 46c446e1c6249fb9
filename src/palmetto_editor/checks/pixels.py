"""How wide a text is in a search result, in pixels of Arial, without a screen or a font.

The widths of Arial's letters are data. Kerning is left out, as search engines measure too; a letter
that is not in the table counts as a wide one.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from palmetto_editor import assets

_FULL = 2048  # a letter of another script: as wide as the font is high


@dataclass(frozen=True, slots=True)
class Limit:
    """What a search result shows of a text: about `width` px of Arial at `size` px."""

    size: int
    width: int


TITLE = Limit(20, 600)
DESCRIPTION = Limit(14, 920)


@lru_cache(maxsize=64)
def width(text: str, size: int) -> int:
    """The width of a text on one line, in px, set in Arial at `size` px."""
    units, widths = _widths()
    return round(sum(widths.get(letter, _FULL) for letter in " ".join(text.split())) * size / units)


def fitting(text: str, limit: Limit) -> str:
    """As many whole words from the start of a text as the limit has room for."""
    kept = ""
    for word in text.split():
        longer = f"{kept} {word}" if kept else word
        if width(longer, limit.size) > limit.width:
            break
        kept = longer
    return kept


@cache
def _widths() -> tuple[int, dict[str, int]]:
    table = tomllib.loads(assets.text("fonts/arial-widths.toml"))
    return table["units"], {
        letter: int(wide) for wide, letters in table["widths"].items() for letter in letters
    }
