"""Many paths in several processes; what comes out stands in the order of what went in.

A process that dies takes its path with it and no other: the paths that were not answered yet are
given to new ones.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext

from palmetto_editor.commands.looked import Looked, Unread
from palmetto_editor.commands.looking import look_at

_WANTED = (  # what looking at a path imports, at once or when it comes to it
    "palmetto_editor.commands.looking",
    "palmetto_editor.checks.claims",
    "palmetto_editor.checks.graph",
    "palmetto_editor.intake.read",
)
ENOUGH = 4  # paths that are worth a process's start


def jobs_for(paths: int, asked: int | None) -> int:
    """How many processes to start; 1 means none but this one."""
    return max(1, min(paths, asked if asked is not None else min(_cores(), paths // ENOUGH)))


def look_at_all(paths: Sequence[str], jobs: int) -> Iterator[Looked | Unread]:
    """The answer for each path."""
    left = list(paths)
    while left:
        answered = 0
        pool = _pool(min(jobs, len(left)))
        try:
            for answer in pool.map(look_at, left):
                answered += 1
                yield answer
        except BrokenProcessPool:
            yield _alone(left[answered])
            answered += 1
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
        left = left[answered:]


def _alone(path: str) -> Looked | Unread:
    """The answer for the path that may have ended its process."""
    pool = _pool(1)
    try:
        return pool.submit(look_at, path).result()
    except BrokenProcessPool:
        return Unread(path, "The process that looked at it ended; please report this.")
    finally:
        pool.shutdown(wait=False)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, _context(), _begin)


def _context() -> BaseContext:
    """Where the system can, processes come from one that has imported the program before."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([*_WANTED])
    return context


def _begin() -> None:
    """Ctrl+C is heard by the process that asks, which then asks no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cores() -> int:
    """The processors that this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
