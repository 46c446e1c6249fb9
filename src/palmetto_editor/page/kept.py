"""Remembering: a value is made again only when what it is made of is another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Kept:
    """The last result of each name, with what it was made of.

    Arguments are compared by `==`, which for tuples and frozen values asks identity first: parts
    that are the same object cost nothing. `sweep` forgets the names not asked for since the last.
    """

    def __init__(self) -> None:
        self._results: dict[str, tuple[tuple[object, ...], Any]] = {}
        self._asked: set[str] = set()

    def get(self, name: str, arguments: tuple[object, ...], make: Callable[[], T]) -> T:
        """The result of this name, made by `make` unless the arguments are those of last time."""
        self._asked.add(name)
        known = self._results.get(name)
        if known is not None and known[0] == arguments:
            result: T = known[1]
            return result
        made = make()
        self._results[name] = (arguments, made)
        return made

    def sweep(self) -> None:
        for name in self._results.keys() - self._asked:
            del self._results[name]
        self._asked.clear()
