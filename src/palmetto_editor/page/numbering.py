"""Numbers of notes, by first appearance in the order in which a page is read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from palmetto_editor.references.citing.count import UNKNOWN, Mark


@dataclass(frozen=True, slots=True)
class Notes:
    """`marks` for each text and each reference in it; `order`: the labels referred to."""

    marks: tuple[tuple[Mark, ...], ...]
    order: tuple[str, ...]
    counts: tuple[int, ...]
    unknown: tuple[tuple[int, str], ...]


def notes(texts: Sequence[tuple[str, ...]], definitions: Mapping[str, Sequence[str]]) -> Notes:
    """Number the notes of the texts; `definitions` has the labels that each note refers to itself.

    The marks of the notes' own references follow those of the texts, in the notes' order.
    """
    counter = _Counter(definitions)
    marks = [tuple([counter.mark(i, label) for label in labels]) for i, labels in enumerate(texts)]
    done = 0
    while done < len(counter.order):
        labels = definitions[counter.order[done]]
        index = len(texts) + done
        marks.append(tuple([counter.mark(index, label) for label in labels]))
        done += 1
    return Notes(tuple(marks), *counter.result())


class _Counter:
    def __init__(self, known: Collection[str]) -> None:
        self.order: list[str] = []
        self._known = known
        self._numbers: dict[str, int] = {}
        self._counts: list[int] = []
        self._unknown: list[tuple[int, str]] = []

    def mark(self, index: int, key: str) -> Mark:
        number = self._numbers.get(key)
        if number is None:
            if key not in self._known:
                self._unknown.append((index, key))
                return UNKNOWN
            self.order.append(key)
            self._counts.append(0)
            number = self._numbers[key] = len(self.order)
        self._counts[number - 1] += 1
        return Mark(number, self._counts[number - 1])

    def result(self) -> tuple[tuple[str, ...], tuple[int, ...], tuple[tuple[int, str], ...]]:
        return tuple(self.order), tuple(self._counts), tuple(self._unknown)
