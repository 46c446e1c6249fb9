"""The vocabulary of schema.org, shipped as data: which types and properties there are, and of what.

Which release it is of says `release`; where it is from, and its licence, the head of the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache

from palmetto_editor import assets

_NEAR = 0.8  # the likeness (difflib) of two names, so that one is taken for a slip of the other


@dataclass(frozen=True, slots=True)
class Term:
    """A type or a property. `above` are the parents of a type, the domains of a property;
    `ranges` what kinds of value a property takes. A retired term names its successor, or "".
    """

    above: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    pending: bool = False
    retired: str | None = None


@dataclass(slots=True)
class Vocabulary:
    """Types, properties and members of enumerations by their names. Not to be changed."""

    release: str = ""
    types: dict[str, Term] = field(default_factory=dict)
    properties: dict[str, Term] = field(default_factory=dict)
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _kinds: dict[str, frozenset[str]] = field(default_factory=dict)

    def kinds(self, name: str) -> frozenset[str]:
        """A type with all that it is a special case of; empty for a type that is not known."""
        if name not in self.types:
            return frozenset()
        if name not in self._kinds:
            found, waiting = set(), [name]
            while waiting:
                one = waiting.pop()
                if one not in found:
                    found.add(one)
                    waiting.extend(self.types[one].above if one in self.types else ())
            self._kinds[name] = frozenset(found)
        return self._kinds[name]

    def is_a(self, names: Iterable[str], *wanted: str) -> bool:
        """Whether one of these types is one of the wanted, or more special than it."""
        return any(not self.kinds(name).isdisjoint(wanted) for name in names)

    def nearest(self, name: str, *, of_types: bool) -> str:
        """The name that was probably meant by one that is not there, or ""."""
        names = self.types if of_types else self.properties
        folded = {known.lower(): known for known in names}
        if found := folded.get(name.lower()):
            return found
        return next(iter(get_close_matches(name, names, 1, _NEAR)), "")


@cache
def vocabulary() -> Vocabulary:
    """The one that is shipped, read when it is first asked for."""
    made = Vocabulary()
    for line in assets.text("vocabulary/schema.org.txt").splitlines():
        if line and not line.startswith("#"):
            _take(made, line)
    return made


def _take(made: Vocabulary, line: str) -> None:
    head, *lists = (part.split() for part in line.split(":"))
    kind, name, *marks = head
    if kind == "release":
        made.release = name
        return
    sign = marks[0] if marks else ""
    term = Term(
        above=tuple(lists[0]),
        ranges=tuple(lists[1]) if len(lists) > 1 else (),
        pending=sign == "~",
        retired=sign[1:] if sign.startswith("!") else None,
    )
    if kind == "type":
        made.types[name] = term
    elif kind == "property":
        made.properties[name] = term
    else:
        made.members[name] = term.above
