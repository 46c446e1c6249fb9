"""Many jobs with a memo, and none of them longer than a limit."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from palmetto_editor.markup.guard import rough_cost
from palmetto_editor.markup.render import is_trivial, plain, render
from palmetto_editor.markup.rendered import Job, Rendered
from palmetto_editor.markup.worker import Work, Worker

_SHORT = 2_000  # characters that are safe to render in this process, whatever they are
_QUICK = 1_000  # µs of rendering in this process at a time where a window waits
_KEPT = 8_192  # results in each half of the memo
_KEPT_CHARACTERS = 2_000_000  # of their texts: each key in a very long paragraph is another text


class Renderer:
    """Renders jobs, each once. One thread owns it.

    `isolated`: what takes more than a millisecond goes to a worker process, which starts at once,
    so that a window never waits long. Otherwise only jobs above 2,000 characters do, and the
    process is started when the first one comes. A job that takes longer than `limit` seconds
    stands there plain with a fault. `work` is what renders; it must be importable in the worker.
    """

    def __init__(self, isolated: bool, limit: float = 1.0, work: Work = render) -> None:
        self._isolated = isolated
        self._work = work
        self._worker = Worker(work, limit)
        self._memo = Memo(_KEPT, _KEPT_CHARACTERS)
        if isolated:
            self._worker.start()

    def render_all(self, jobs: Sequence[Job]) -> list[Rendered]:
        """The results in the order of the jobs."""
        known = {job: self._memo.get(job) for job in dict.fromkeys(jobs)}
        missing = [job for job, result in known.items() if result is None]
        for job, fresh in zip(missing, self._rendered(missing), strict=True):
            known[job] = fresh
            self._memo.put(job, fresh)
        self._memo.trim(known)
        return [result for job in jobs if (result := known[job]) is not None]

    def close(self) -> None:
        """End the worker process, if there is one; rendering afterwards starts a new one."""
        self._worker.close()

    def _rendered(self, jobs: list[Job]) -> list[Rendered]:
        results: dict[Job, Rendered | None] = {job: self._work(job) for job in self._here(jobs)}
        away = [job for job in jobs if job not in results]
        results.update(zip(away, self._worker.run(away), strict=True))
        return [results[job] or plain(job) for job in jobs]

    def _here(self, jobs: list[Job]) -> Iterator[Job]:
        """The jobs that are rendered in this process."""
        left = _QUICK
        for job in jobs:
            if is_trivial(job.text):
                yield job
            elif len(job.text) + len(job.definitions) <= _SHORT:
                if self._isolated:
                    left -= rough_cost(job.text)
                if left >= 0:
                    yield job


class Memo:
    """Results by job, the least recently used forgotten in halves: two dictionaries, in turn."""

    def __init__(self, kept: int, characters: int) -> None:
        self._kept, self._characters = kept, characters
        self._young: dict[Job, Rendered] = {}
        self._old: dict[Job, Rendered] = {}
        self._size = 0  # characters of the young

    def get(self, job: Job) -> Rendered | None:
        found = self._young.get(job)
        if found is None:
            found = self._old.get(job)
            if found is not None:
                self.put(job, found)
        return found

    def put(self, job: Job, result: Rendered) -> None:
        self._young[job] = result
        self._size += len(job.text)

    def trim(self, used: Collection[Job]) -> None:
        """Forget what was not used for long; never what was used last."""
        if len(self._young) > max(self._kept, 2 * len(used)) or (
            self._size > self._characters and self._size > 2 * sum(len(job.text) for job in used)
        ):
            self._young, self._old, self._size = {}, self._young, 0
