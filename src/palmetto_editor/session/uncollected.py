"""Work that makes very many values, without a collector that goes through them again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage is collected meanwhile, on any thread.

    With a hundred thousand records just read, each collection holds all threads for half a
    second, that of the window too; and the records are no garbage.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
