"""The forms in which services answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class GarbageError(Exception):
    """An answer is not in its form."""


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """`ending` is how the media type ends; `read` raises GarbageError; `unknown` are the status
    codes that say that there is no such thing.
    """

    ending: tuple[str, ...]
    read: Callable[[bytes], T]
    unknown: tuple[int, ...] = (404,)

    def fits(self, kind: str) -> bool:
        """Whether a media type, in small letters, is of this form."""
        return kind.endswith(self.ending)


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise GarbageError from error


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise GarbageError from error


JSON: Form[Any] = Form(("/json", "+json"), _json)
TEXT: Form[str] = Form(("text/plain",), _text, (400, 404))  # efetch: "no correct IDs"
