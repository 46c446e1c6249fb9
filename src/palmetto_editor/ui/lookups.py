"""Works that are asked for at the services, a few at once, on another thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Event

from PySide6.QtCore import QObject, Signal

from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Reference
from palmetto_editor.references.lookup.found import Answer
from palmetto_editor.session.looking import Begin, Case, Look, Stage
from palmetto_editor.ui.tasks import Progress, Tasks

AT_ONCE = 4  # works


class LookUps(QObject):
    """Keeps one case for each key, in their order.

    What `begin` gives is called on another thread; what it raises is told in the cases. `changed`
    carries where cases became others, `came` where answers did, `waits` why a question waits.
    """

    changed = Signal(object)
    came = Signal(object)
    waits = Signal(str)

    def __init__(
        self,
        keys: Sequence[str],
        work: Callable[[str], Reference | None],
        begin: Begin,
        tasks: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.cases = [Case(key) for key in keys]
        self._work, self._begin, self._tasks = work, begin, tasks
        self._look: Look | None = None
        self._stop, self._is_over = Event(), False

    @property
    def is_going(self) -> bool:
        """Whether more answers come."""
        return any(case.stage in ("waiting", "asking") for case in self.cases)

    @property
    def is_asking(self) -> bool:
        """Whether another thread is at it."""
        return any(case.stage == "asking" for case in self.cases)

    @property
    def is_stopped(self) -> bool:
        return self._stop.is_set()

    def become(self, at: int, stage: Stage) -> None:
        """Move a case on."""
        self.cases[at] = replace(self.cases[at], stage=stage)
        self.changed.emit([at])

    def go_on(self) -> None:
        """Ask for the next few works; at first for one, so that something is seen soon."""
        if self.is_stopped or self.is_asking:
            return
        waiting = [at for at, case in enumerate(self.cases) if case.stage == "waiting"]
        is_first = len(waiting) == len(self.cases)
        works = []
        for at in waiting[: 1 if is_first else AT_ONCE]:
            mine = self._work(self.cases[at].key)
            self.become(at, "left" if mine is None else "asking")
            if mine is not None:
                works.append((at, mine))
        if works:
            self._ask(works)
        elif waiting:
            self.go_on()

    def ask_again(self, at: int) -> None:
        """Ask once more about one work."""
        self._look = None  # one that has given a service up does not ask it again
        self._stop.clear()
        self.cases[at] = Case(self.cases[at].key)
        self.changed.emit([at])
        self.go_on()

    def stop(self) -> None:
        """Ask for no more works; what is under way ends as soon as it can."""
        self._stop.set()
        for at, case in enumerate(self.cases):
            if case.stage == "waiting":
                self.become(at, "left")

    def end(self) -> None:
        """Ask nothing, and tell nothing any more."""
        self._is_over = True
        self._stop.set()

    def _ask(self, works: Sequence[tuple[int, Reference]]) -> None:
        places = [at for at, _ in works]

        def work(_progress: Progress) -> Sequence[Answer | None]:
            if self._look is None:
                self._look = self._begin(self.waits.emit, self._stop.is_set)
            return self._look([mine for _, mine in works])

        def done(answers: Sequence[Answer | None]) -> None:
            cases = [_answered(self.cases[at], a) for at, a in zip(places, answers, strict=True)]
            self._take_in(dict(zip(places, cases, strict=True)))

        def failed(error: Exception) -> None:
            why = _why(error)
            self._take_in({at: replace(self.cases[at], stage="failed", why=why) for at in places})

        self._tasks.quietly(work, done, failed)

    def _take_in(self, cases: dict[int, Case]) -> None:
        for at, case in cases.items():
            self.cases[at] = case
        if self._is_over:
            self.came.emit([])
            return
        self.changed.emit(list(cases))
        self.came.emit(list(cases))
        self.go_on()


def _answered(case: Case, answer: Answer | None) -> Case:
    if answer is None:
        return replace(case, stage="left")
    return replace(case, stage="answered", answer=answer)


def _why(error: Exception) -> str:
    if isinstance(error, UserError):
        return str(error)
    return f"{type(error).__name__}: {error}"
