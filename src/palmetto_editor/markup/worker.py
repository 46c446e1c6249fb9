"""The process that renders what might take too long: it can be killed, a thread cannot."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import ModuleType

from palmetto_editor.markup.rendered import Job, Rendered

Work = Callable[[Job], Rendered]

_START_LIMIT = 60.0  # seconds for a new process to import what it needs, on a busy machine
_BATCH_CHARACTERS = 30_000  # sent at once: a round trip costs as much as several blocks
_BATCH_JOBS = 200


class Worker:
    """One process at a time, started when it is needed. One thread owns it.

    `work` runs in the process and must be importable there. A job that takes longer than `limit`
    seconds, or that the process dies of, gives None; the next job gets a new process.
    """

    def __init__(self, work: Work, limit: float) -> None:
        self._work = work
        self._limit = limit
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._ready = False

    def start(self) -> None:
        """Start the process, unless it runs; does not wait until it is ready."""
        if self._process is not None and self._process.is_alive():
            return
        self.close()
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, self._work), name="palmetto-renderer", daemon=True
        )
        with _without_main():
            self._process.start()
        theirs.close()
        self._ready = False

    def run(self, jobs: Sequence[Job]) -> list[Rendered | None]:
        """The results in order; None for a job that had to be given up."""
        results: list[Rendered | None] = []
        while len(results) < len(jobs):
            batch = _batch(jobs, len(results))
            results += self._send(batch)
            if len(results) < len(jobs) and self._process is None:
                results.append(None)
        return results

    def close(self) -> None:
        """End the process. (What multiprocessing itself keeps running ends with the program.)"""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._connection = None

    def _send(self, batch: list[Job]) -> Iterator[Rendered]:
        """The results of a batch as they come; where they stop early the process is gone."""
        self.start()
        connection = self._connection
        if connection is None:
            return
        try:
            if not self._ready:
                self._ready = connection.poll(_START_LIMIT) and bool(connection.recv())
            connection.send(batch)
            for _ in batch:
                if not connection.poll(self._limit):
                    break
                yield connection.recv()
            else:
                return
        except (EOFError, OSError):
            pass  # it died: of this job, as far as anyone can tell
        self.close()


def serve(connection: Connection, work: Work) -> None:
    """The process: answers batches of jobs one by one until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the program's to handle
    connection.send(True)
    while True:
        try:
            batch = connection.recv()
        except (EOFError, OSError):
            return
        for job in batch:
            result = work(job)
            try:
                connection.send(result)
            except OSError:
                return


def _batch(jobs: Sequence[Job], first: int) -> list[Job]:
    """The next jobs that go in one message; at least one."""
    batch: list[Job] = []
    size = 0
    for job in jobs[first : first + _BATCH_JOBS]:
        size += len(job.text) + len(job.definitions)
        if batch and size > _BATCH_CHARACTERS:
            break
        batch.append(job)
    return batch


@contextmanager
def _without_main() -> Iterator[None]:
    """Keep multiprocessing from importing the program's main module in the new process.

    Nothing of it is needed there, and a window's main module loads Qt, a test run's pytest.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
