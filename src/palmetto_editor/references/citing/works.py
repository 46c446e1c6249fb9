"""The works of one article in one style: their order in the list, their numbers, their cites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from palmetto_editor.model.csl import Reference
from palmetto_editor.references.citing.apart import Places, told_apart
from palmetto_editor.references.citing.pieces import Locator, Part, Position
from palmetto_editor.references.styles.scope import Place
from palmetto_editor.references.styles.style import Cluster, Style

# Stands for a number until it is known, so that a cite is printed once for all its numbers.
NUMBER = "9876543210"
_ANYWHERE = Locator("page", "86420")


@dataclass(frozen=True, slots=True, eq=False)
class Works:
    """`keys` in the order of the reference list; the first `cited` of them are cited.

    Equal only to itself; what it remembers are the cites that it has printed.
    """

    style: Style
    known: Mapping[str, Reference]
    keys: tuple[str, ...]
    cited: int
    numbers: Mapping[str, int]
    places: Places
    layout: Cluster
    _printed: dict[tuple[str, Part, Locator | None, Position], str] = field(
        default_factory=dict, repr=False
    )

    def year_suffix(self, key: str) -> str:
        """The letter behind the year that tells a work from its like, or ""."""
        return self.places[key].year_suffix if key in self.places else ""

    @property
    def label(self) -> str:
        """What the list of a numeric style puts around a number: `[` or nothing."""
        printed = f"{self.layout.prefix}{self.cite(self.keys[0])}" if self.keys else ""
        return "[" if printed.startswith("[") else ""

    def prints_locators(self, key: str) -> bool:
        """Whether the style has a place for pages and the like in a cite of this work."""
        return _ANYWHERE.value in self.cite(key, "whole", _ANYWHERE)

    def cite(
        self,
        key: str,
        part: Part = "whole",
        locator: Locator | None = None,
        position: Position = "first",
    ) -> str:
        """HTML of one cite; with `NUMBER` where its number belongs."""
        asked = (key, part, locator, position)
        known = self._printed.get(asked)
        if known is None:
            known = self._printed[asked] = self._cite(key, part, locator, position)
        return known

    def _cite(self, key: str, part: Part, locator: Locator | None, position: Position) -> str:
        place = replace(
            self.places.get(key) or Place(number=int(NUMBER)),
            position=position,
            without_names=part == "rest",
            locator=locator.value if locator else "",
            label=locator.label if locator else "page",
        )
        print_it = self.style.cited_names if part == "names" else self.style.cite
        return print_it(self.known[key], place)


def works(references: Sequence[Reference], order: Sequence[str], style: Style) -> Works:
    """The works of the article's references; `order` are the keys in the order of their citing.

    What nothing cites comes last. Of two references with one key the first counts.
    """
    known = {reference.id: reference for reference in reversed(references)}
    uncited = list(dict.fromkeys([r.id for r in references if r.id not in set(order)]))
    cited = _sorted(order, known, style)
    keys = (*cited, *_sorted(uncited, known, style))
    apart = told_apart([known[key] for key in cited], style) if style.kind != "numeric" else {}
    numbers = {key: number for number, key in enumerate(keys, start=1)}
    return Works(style, known, keys, len(cited), numbers, apart, style.cluster)


def _sorted(keys: Sequence[str], known: Mapping[str, Reference], style: Style) -> list[str]:
    return [keys[index] for index in style.order([known[key] for key in keys])]
