"""A block: lines of a text that belong together, before anything is decided about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from palmetto_editor.intake.manuscript import Grid, Mending

Kind = Literal["text", "heading", "list", "table", "quote", "code", "rule", "json"]


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: `depth` counts from 0; `number` is -1 for a bullet."""

    depth: int
    number: int
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """`words` is what a reader sees; `gap` and `gap_after` tell of blank lines around."""

    kind: Kind
    line: int
    words: str
    gap: bool = False
    gap_after: bool = False
    level: int = 0
    label: str = ""
    items: tuple[Item, ...] = ()
    grid: Grid | None = None
    mended: tuple[Mending, ...] = ()
