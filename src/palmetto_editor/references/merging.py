"""Records meet a list: which are new, under which key, and which are in it already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from palmetto_editor.model.csl import Reference
from palmetto_editor.model.naming import CITATION_KEY, citation_key
from palmetto_editor.references.duplicates import duplicates
from palmetto_editor.references.imported import Record

LONGEST_KEY = 60  # characters; a longer one of a program is not for typing

_NO_WORD = re.compile(r"[\d.:/_-]+|https?:.*|.*/.*|(?:ITEM|ref|rec|record)-?\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A record and the reference it becomes, under a key that nothing else has.

    `known` is the key of the work that it repeats, of the list or of a record before it, and `why`
    says so in words ("the same DOI"); both are "" for a new work.
    """

    record: Record
    reference: Reference
    known: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """One row for each record, in their order."""

    rows: tuple[Incoming, ...] = ()

    @property
    def new(self) -> tuple[Reference, ...]:
        """The references that the list does not have."""
        return tuple(row.reference for row in self.rows if not row.known)

    @property
    def known(self) -> tuple[Incoming, ...]:
        """The rows whose work is there already."""
        return tuple(row for row in self.rows if row.known)


class Keys:
    """Gives each reference a key that is free: its own where that is sound, else a new one.

    Keys that differ only in case are one, since files may be named after them. Linear in all.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {key.casefold() for key in taken}
        self._next: dict[str, int] = {}

    def give(self, reference: Reference) -> str:
        own = reference.id
        key = own if _is_sound(own) and own.casefold() not in self._taken else self._new(reference)
        self._taken.add(key.casefold())
        return key

    def _new(self, reference: Reference) -> str:
        base = citation_key(reference, frozenset())
        number = self._next.get(base, 1)
        while self._spelt(base, number).casefold() in self._taken:
            number += 1
        self._next[base] = number + 1
        return self._spelt(base, number)

    @staticmethod
    def _spelt(base: str, number: int) -> str:
        """`sun2006`, `sun2006b` … `sun2006z`, then `sun2006-27`, as `model.naming` has them."""
        if number == 1:
            return base
        return f"{base}{chr(ord('a') + number - 1)}" if number <= 26 else f"{base}-{number}"


def merged(existing: Sequence[Reference], records: Sequence[Record]) -> Merge:
    """What the records are to a list: the same work in any spelling is known, all else is new."""
    keys = Keys(reference.id for reference in existing)
    incoming = [replace(r.reference, id=keys.give(r.reference)) for r in records]
    works = [*existing, *incoming]
    before = len(existing)
    double = {later: (first, why) for first, later, why in duplicates(works) if later >= before}
    rows = []
    for number, (record, reference) in enumerate(zip(records, incoming, strict=True), before):
        first, why = double.get(number, (-1, ""))
        rows.append(Incoming(record, reference, works[first].id if why else "", why))
    return Merge(tuple(rows))


def _is_sound(key: str) -> bool:
    """Whether Pandoc reads it as a key, and a person can tell whose it is."""
    fits = len(key) <= LONGEST_KEY and CITATION_KEY.fullmatch(key) is not None
    return fits and _NO_WORD.fullmatch(key) is None
