"""Where a list of items is in an article: a part of it, or a tuple within something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from palmetto_editor.model import edits
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.session.document import Session
from palmetto_editor.ui.binding import AskPlace, value_at


class Source(Protocol):
    """A list of items: read it, address one, and name the edits that change it."""

    @property
    def noun(self) -> str: ...
    def items(self) -> tuple[Any, ...]: ...
    def place(self, index: int) -> Place: ...
    def insert(self, index: int, item: Any) -> Edit: ...
    def remove(self, index: int) -> Edit: ...
    def move(self, index: int, to: int) -> Edit: ...
    def key(self, index: int) -> object: ...
    def find(self, item: Any) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Part:
    """A list of the article itself; its items have ids. `noun` is for the Undo menu."""

    session: Session
    part: str
    noun: str

    def items(self) -> tuple[Any, ...]:
        return tuple(getattr(self.session.article, self.part))

    def place(self, index: int) -> Place:
        return Place(self.part, self.items()[index].id)

    def insert(self, index: int, item: Any) -> Edit:
        return edits.insert(self.part, item, index, f"Add {self.noun}")

    def remove(self, index: int) -> Edit:
        return edits.remove(self.part, self.items()[index].id, f"Remove {self.noun}")

    def move(self, index: int, to: int) -> Edit:
        moved = edits.move(self.part, self.items()[index].id, to)
        return replace(moved, label=f"Move {self.noun}")

    def key(self, index: int) -> object:
        """What tells an item from the others over changes."""
        return self.items()[index].id

    def find(self, item: Any) -> int | None:
        """Where the item with the same id stands now."""
        ids = [other.id for other in self.items()]
        return ids.index(item.id) if item.id in ids else None


@dataclass(frozen=True, slots=True)
class Within:
    """A tuple at a place, such as the authors; its items are known by where they stand."""

    session: Session
    at: AskPlace
    noun: str

    def items(self) -> tuple[Any, ...]:
        return tuple(value_at(self.session, self.at) or ())

    def place(self, index: int) -> Place:
        return replace(self._place(), field=f"{self._place().field}[{index}]")

    def insert(self, index: int, item: Any) -> Edit:
        return self._change("Add", index, lambda i: (*i[:index], item, *i[index:]))

    def remove(self, index: int) -> Edit:
        return self._change("Remove", index, lambda i: i[:index] + i[index + 1 :])

    def move(self, index: int, to: int) -> Edit:
        def moved(items: tuple[Any, ...]) -> tuple[Any, ...]:
            rest = [*items[:index], *items[index + 1 :]]
            rest.insert(to, items[index])
            return tuple(rest)

        return self._change("Move", to, moved)

    def key(self, index: int) -> object:
        return index

    def find(self, item: Any) -> int | None:
        """Where the very same value stands now."""
        same = [at for at, other in enumerate(self.items()) if other is item]
        return same[0] if same else None

    def _change(
        self, verb: str, index: int, change: Callable[[tuple[Any, ...]], tuple[Any, ...]]
    ) -> Edit:
        put = edits.put(self._place(), change(self.items()), f"{verb} {self.noun}")
        return replace(put, place=self.place(index))

    def _place(self) -> Place:
        place = self.at()
        if place is None:
            raise LookupError("nothing is selected that could have items")
        return place
