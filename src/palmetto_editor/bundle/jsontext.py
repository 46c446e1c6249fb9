"""JSON that a stranger wrote, as plain values: bounded, UTF-8, no key twice, no broken text.

msgspec reads faster but keeps the last of two equal keys without a word; RFC 8259 leaves open
what that means, so it is refused.
"""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from palmetto_editor.errors import UserError

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_RESTORE = "Restore it from a copy or a backup, or open another one."


def parse(data: bytes, name: str, largest: int) -> Any:
    """The value that the bytes hold; UserError, which calls the text `name`, where there is none.

    `largest` is in bytes. A byte order mark is passed over.
    """
    if len(data) > largest:
        raise UserError(
            f"{name} is larger than {largest // 2**20} MiB.",
            "No article is that large, so it was not read.",
            "Check that it is the file you meant.",
        )
    text = _text(data, name)
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise UserError(
            f"{name} is damaged.", f"It is not JSON: {error.msg} at {where}.", _RESTORE
        ) from error
    except RecursionError as error:
        raise UserError(
            f"{name} is damaged or was made to do harm.",
            "Its lists are nested deeper than any article's.",
            _RESTORE,
        ) from error
    except ValueError as error:
        raise UserError(
            f"{name} is damaged.", f"It is not sound JSON: {error}.", _RESTORE
        ) from error
    broken = _broken(value) if _SURROGATE.search(text) else None
    if broken is not None:
        raise UserError(
            f"{name} is damaged.",
            f"The text at {broken} holds half of a character (a lone surrogate).",
            "Type that character anew, or restore the file from a copy.",
        )
    return value


def _text(data: bytes, name: str) -> str:
    if b"\0" in data:
        raise UserError(
            f"{name} cannot be read as text.",
            "It holds zero bytes: it is UTF-16, or no text at all.",
            "Save it as UTF-8 in the program that wrote it.",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(
            f"{name} cannot be read as text.",
            f"It is not UTF-8 (byte {error.start}).",
            "Save it as UTF-8 in the program that wrote it.",
        ) from error


def is_text(text: str) -> bool:
    """Whether a string can be written as UTF-8: it holds no lone surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _broken(value: Any, path: str = "$") -> str | None:
    """The JSON path of a text that holds a lone surrogate. json bounded the depth before."""
    if isinstance(value, str):
        return None if is_text(value) else path
    if isinstance(value, dict):
        inner = [(f"{path}.*", key) for key in value]
        inner += [(f"{path}.{key}", item) for key, item in value.items()]
    else:
        listed = value if isinstance(value, list) else []
        inner = [(f"{path}[{number}]", item) for number, item in enumerate(listed)]
    return next((found for at, item in inner if (found := _broken(item, at))), None)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # add() is None: seen from now on
        raise ValueError(f"the key {twice!r} stands twice in one object")
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number of JSON")
