"""Place: an address in an article. Edits, changes, findings and focus all use it.

Written `metadata.headline`, `faq[q2].answer`, `tables[findings].rows[3][1]`, `body:120-140`:
a part, an item's id in brackets, a path below it, and a span of characters. Indices count
from 0; a span counts code points, its end excluded. Names are those of `article.json`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_PLACE = re.compile(
    r"(?P<part>[a-z_]+)(?:\[(?P<item>[^\[\]]*)\])?(?:\.(?P<field>[^:]+))?"
    r"(?::(?P<start>\d+)-(?P<end>\d+))?"
)
_STEP = re.compile(r"\[(\d+)\]|\.?([^.\[\]]+)")


@dataclass(frozen=True, slots=True)
class Place:
    part: str
    item: str = ""
    field: str = ""
    span: tuple[int, int] | None = None

    @classmethod
    def parse(cls, text: str) -> Place:
        """Read the written form; ValueError if it is not one."""
        match = _PLACE.fullmatch(text)
        if match is None:
            raise ValueError(f"not a place: {text!r}")
        start = match["start"]
        span = None if start is None else (int(start), int(match["end"]))
        return cls(match["part"], match["item"] or "", match["field"] or "", span)

    def __str__(self) -> str:
        item = f"[{self.item}]" if self.item else ""
        field = f".{self.field}" if self.field else ""
        span = f":{self.span[0]}-{self.span[1]}" if self.span else ""
        return f"{self.part}{item}{field}{span}"

    @property
    def widget(self) -> str:
        """The objectName of the input that edits this place: no item, no index, no span."""
        field = re.sub(r"\[\d+\]", "", self.field)
        return f"{self.part}.{field}" if field else self.part

    @property
    def steps(self) -> tuple[str | int, ...]:
        """The path below the item: names and indices, e.g. `("rows", 3, 1)`."""
        return tuple(int(i) if i else name for i, name in _STEP.findall(self.field))

    def at(self, start: int, end: int) -> Place:
        """The same place, narrowed to a span of its text."""
        return replace(self, span=(start, end))

    def whole(self) -> Place:
        """The same place without its span."""
        return replace(self, span=None) if self.span else self
