"""Citation keys for works that come in: their own where it is sound and free, else a new one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from palmetto_editor.model.csl import Reference
from palmetto_editor.model.naming import CITATION_KEY, citation_key

LONGEST_KEY = 60  # characters; a longer one of a program is not for typing

_NO_WORD = re.compile(r"[\d.:/_-]+|https?:.*|.*/.*|(?:ITEM|ref|rec|record)-?\d+", re.IGNORECASE)


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


def _is_sound(key: str) -> bool:
    """Whether Pandoc reads it as a key, and a person can tell whose it is."""
    fits = len(key) <= LONGEST_KEY and CITATION_KEY.fullmatch(key) is not None
    return fits and _NO_WORD.fullmatch(key) is None
