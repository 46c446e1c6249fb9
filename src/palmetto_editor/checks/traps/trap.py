"""What a trap is: words of one block that the page shows otherwise than the writer meant them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from palmetto_editor.markup.extract import Extract
from palmetto_editor.markup.loose import Kind, Reading, blanked, read
from palmetto_editor.markup.passages import Part

_SHOWN = 40  # characters of the writer's text in a message
_EVERY: tuple[Kind, ...] = ("code", "tag", "address", "citation", "note", "link", "image")


class Repair(NamedTuple):
    """What would mend it: other characters in the place of `start` to `end` of the block."""

    label: str
    start: int
    end: int
    new: str


class Trap(NamedTuple):
    """`rule` is the id without its family. `needs`: it is one only where a reference has this key;
    `listed`: where the list of references is as long.
    """

    rule: str
    start: int
    end: int
    message: str
    repairs: tuple[Repair, ...] = ()
    needs: str = ""
    listed: int = 0


References = Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Spot:
    """One passage as read. `part` is the block that it stands in, None for a short text."""

    passage: Extract
    part: Part | None
    references: References

    @property
    def text(self) -> str:
        return self.passage.text

    @cached_property
    def reading(self) -> Reading:
        return read(self.text, self.references)

    @cached_property
    def plain(self) -> str:
        """The text with blanks for all that became a link, code, a tag or a citation."""
        return blanked(self.text, self.reading, *_EVERY)

    @cached_property
    def uncoded(self) -> str:
        """The text with blanks for code."""
        return blanked(self.text, self.reading, "code")

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph of the text: no cell, heading or caption."""
        return self.part is not None and self.part.construct == "paragraph"


def trap(
    where: Extract,
    rule: str,
    start: int,
    end: int,
    message: str,
    *repairs: Repair,
    needs: str = "",
    listed: int = 0,
) -> Trap:
    """A trap at `start` to `end` of an extract of the block; its repairs are of the extract too.

    A repair that begins in one line and ends in another is left out where the block's lines have
    something before them that the extract has not.
    """
    kept = [_placed(where, repair) for repair in repairs]
    found = tuple(repair for repair in kept if repair is not None)
    return Trap(rule, where.at(start), where.end(end), message, found, needs, listed)


def said(text: str) -> str:
    """The writer's words as a message quotes them."""
    folded = " ".join(text.split())
    return f"“{folded if len(folded) <= _SHOWN else folded[: _SHOWN - 1].rstrip() + '…'}”"


def words_after(text: str, start: int, count: int = 4) -> str:
    """From `start` on to the end of so many words."""
    found = re.compile(rf"\S*(?:[^\S\n]+\S+){{0,{count - 1}}}").match(text, start, start + 200)
    return found[0] if found else ""


def _placed(where: Extract, repair: Repair) -> Repair | None:
    start = where.at(repair.start)
    end = where.end(repair.end) if repair.end > repair.start else start
    return (
        repair._replace(start=start, end=end) if end - start == repair.end - repair.start else None
    )
