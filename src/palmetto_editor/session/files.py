"""Opening, saving and exporting for the open document: values in, values out, no window.

A `Job` holds all that writing needs, taken from the session at one moment, so that it can run
on another thread while typing goes on. What the bundle is and how it is written stands in
`bundle`; it is imported when first needed, since the window is shown before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article, Metadata

if TYPE_CHECKING:
    from palmetto_editor.session.document import Session


class Listening(Protocol):
    """Who is told how far long work is, and may ask it to stop."""

    def report(self, share: float, words: str) -> None: ...

    @property
    def cancelled(self) -> bool: ...


def blank(publication: Publication) -> Article:
    """A new article with what the publication gives to all."""
    metadata = Metadata(language=publication.language, authors=publication.authors)
    return Article(
        id=uuid4().hex,
        metadata=metadata,
        notice=publication.notice,
        disclaimer=publication.disclaimer,
    )


def now() -> str:
    """This moment as ISO 8601 with the machine's offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def disk_error(error: OSError) -> UserError:
    """What a writer is told when the disk refuses."""
    return UserError(
        f"{error.filename or 'The file'} could not be read or written.",
        f"The system says: {error.strerror or error}.",
        "Check the folder, its free space and your rights; the article is still open here.",
    )
