"""The works of one article in one style: their order in the list, their numbers, their cites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from palmetto_editor.model.csl import Reference
from palmetto_editor.references.citing.apart import Places, told_apart
from palmetto_editor.references.citing.pieces import FIRST, Locator, Part, Stand
from palmetto_editor.references.styles.scope import Place
from palmetto_editor.references.styles.style import Cluster, Style

# Stands for a number until it is known, so that a cite is printed once for all its numbers.
NUMBER = "9876543210"
_ANYWHERE = Locator("page", "86420")
_NUMBERED = Place(number=int(NUMBER))
_NOWHERE: Places = MappingProxyType({})


@dataclass(slots=True)
class Memory:
    """What was printed of one list of references in one style. It only saves time.

    `clusters` holds what was made of those, by all that it was made of: a cluster comes first.
    """

    style: Style | None = None
    references: tuple[Reference, ...] = ()
    cites: dict[tuple[str, Place, Part], str] = field(default_factory=dict)
    clusters: dict[tuple[Any, ...], Any] = field(default_factory=dict)
    apart: tuple[frozenset[str], tuple[str, ...], Places] = (frozenset(), (), _NOWHERE)

    def turn_to(self, references: tuple[Reference, ...], style: Style) -> None:
        """Forget what is of another style, or of references that changed."""
        if style is not self.style:
            self.cites, self.clusters = {}, {}
        elif references != self.references:
            old = {reference.id: reference for reference in reversed(self.references)}
            new = {reference.id: reference for reference in reversed(references)}
            gone = {key for key in old | new if old.get(key) is not new.get(key)}
            self.cites = {asked: v for asked, v in self.cites.items() if asked[0] not in gone}
            self.clusters = {
                asked: v
                for asked, v in self.clusters.items()
                if not any(cite.key in gone for cite in asked[0].cites)
            }
        else:
            return
        self.style, self.references, self.apart = (
            style,
            references,
            (frozenset(), (), self.apart[2]),
        )

    def printed(self, reference: Reference, place: Place, part: Part, style: Style) -> str:
        """A cite, or the names in it."""
        asked = (reference.id, place, part)
        known = self.cites.get(asked)
        if known is None:
            print_it = style.cited_names if part == "names" else style.cite
            known = self.cites[asked] = print_it(reference, place)
        return known


@dataclass(frozen=True, slots=True, eq=False)
class Works:
    """`keys` in the order of the reference list; the first `cited` of them are cited.

    Equal only to itself.
    """

    style: Style
    known: Mapping[str, Reference]
    keys: tuple[str, ...]
    cited: int
    numbers: Mapping[str, int]
    places: Places
    layout: Cluster
    memory: Memory = field(repr=False)

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
        stands: Stand = FIRST,
    ) -> str:
        """HTML of one cite; with `NUMBER` where its number belongs."""
        place = self.places.get(key, _NUMBERED)
        if locator or stands != FIRST or part == "rest":
            place = replace(
                place,
                position=stands.position,
                near=stands.near,
                first_note=stands.first_note,
                without_names=part == "rest",
                locator=locator.value if locator else "",
                label=locator.label if locator else "page",
            )
        return self.memory.printed(self.known[key], place, part, self.style)


def works(
    references: tuple[Reference, ...],
    order: Sequence[str],
    style: Style,
    memory: Memory | None = None,
) -> Works:
    """The works of the article's references; `order` are the keys in the order of their citing.

    What nothing cites comes last. Of two references with one key the first counts.
    """
    known = {reference.id: reference for reference in reversed(references)}
    kept = memory or Memory()
    kept.turn_to(references, style)
    keys, places = _arranged(references, order, known, style, kept)
    numbers = {key: number for number, key in enumerate(keys, start=1)}
    return Works(style, known, keys, len(order), numbers, places, style.cluster, kept)


def _arranged(
    references: Sequence[Reference],
    order: Sequence[str],
    known: Mapping[str, Reference],
    style: Style,
    memory: Memory,
) -> tuple[tuple[str, ...], Places]:
    """The keys of the list, and how alike works are told apart.

    Where names give the order it does not matter what is cited first, only what is cited.
    """
    cited = frozenset(order)
    listed = dict.fromkeys([reference.id for reference in references])
    uncited = [key for key in listed if key not in cited]
    if style.kind == "numeric":
        return (*_sorted(order, known, style), *_sorted(uncited, known, style)), _NOWHERE
    if memory.apart[0] != cited or not memory.apart[1]:
        keys = _sorted([key for key in listed if key in cited], known, style)
        places = told_apart(
            [known[key] for key in keys],
            style,
            lambda reference, place: memory.printed(reference, place, "whole", style),
        )
        if places != memory.apart[2]:
            memory.clusters.clear()
        memory.apart = cited, (*keys, *_sorted(uncited, known, style)), places
    return memory.apart[1:]


def _sorted(keys: Sequence[str], known: Mapping[str, Reference], style: Style) -> list[str]:
    return [keys[index] for index in style.order([known[key] for key in keys])]
