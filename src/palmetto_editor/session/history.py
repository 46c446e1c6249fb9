"""One history for the whole document: a list of values, and where each step was made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from palmetto_editor.model.edits import Change, Edit
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

PAUSE = 0.5  # seconds: typing on one place merges until a pause as long as this
STEPS = 1_000
CHARACTERS = 200_000_000  # of body text kept alive by old steps, at most


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable step: the articles on both sides of it."""

    before: Article
    after: Article
    place: Place
    label: str
    typing: bool = False


@dataclass(slots=True)
class History:
    """Undo and redo as two stacks of steps. `clock` gives seconds."""

    clock: Callable[[], float] = monotonic
    _done: list[Step] = field(default_factory=list)
    _undone: list[Step] = field(default_factory=list)
    _last: float = float("-inf")

    @property
    def undo_label(self) -> str:
        """What the next undo takes back, or `""` where nothing is left."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        return self._undone[-1].label if self._undone else ""

    def record(self, edit: Edit, before: Article, after: Article) -> None:
        """Remember an edit that was made; it ends what could be redone."""
        self._undone.clear()
        now = self.clock()
        last = self._done[-1] if self._done else None
        merges = last and edit.typing and last.typing and last.place == edit.place
        if last and merges and now - self._last < PAUSE:
            self._done[-1] = Step(last.before, after, last.place, last.label, typing=True)
        else:
            self._done.append(Step(before, after, edit.place, edit.label, edit.typing))
            self._trim()
        self._last = now

    def undo(self) -> Change | None:
        """The change that takes the last step back; None where nothing is left."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self.pause()
        return Change(step.after, step.before, step.place, step.label)

    def redo(self) -> Change | None:
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self.pause()
        return Change(step.before, step.after, step.place, step.label)

    def pause(self) -> None:
        """The next edit begins a step of its own."""
        self._last = float("-inf")

    def clear(self) -> None:
        self._done.clear()
        self._undone.clear()
        self.pause()

    def _trim(self) -> None:
        room = min(STEPS, max(20, CHARACTERS // max(1, len(self._done[-1].after.body))))
        del self._done[:-room]
