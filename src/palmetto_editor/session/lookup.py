"""Looking works up with the writer's settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from palmetto_editor.references.lookup.client import Client
from palmetto_editor.references.lookup.services import addresses
from palmetto_editor.session import settings
from palmetto_editor.session.settings import Settings


def client(
    chosen: Settings,
    on_wait: Callable[[str], object] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Client:
    """A client for one look-up. UserError for an address in the settings that is none."""
    return Client(
        addresses(chosen.services), email=chosen.email, cache=cache_folder(), on_wait=on_wait,
        cancelled=cancelled,
    )  # fmt: skip


def cache_folder() -> Path:
    """Where answers are kept for a day."""
    return settings.folder() / "lookup"


def today() -> str:
    """The day, as ISO 8601 has it, on which a record is compared."""
    return datetime.now(UTC).astimezone().date().isoformat()
