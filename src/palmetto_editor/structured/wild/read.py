"""A text to what is found in it: strictly where that goes, mended (`mend`) where it must be.

`read` takes all of a text for JSON-LD, as a script element holds it.
"""

from __future__ import annotations

import json
from typing import Any

from palmetto_editor.structured.wild.found import DEEPEST, Found


def read(text: str, origin: str = "") -> Found:
    """The values of a text that should be JSON-LD. Any text gives a Found, none an exception."""
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_never)
    except (ValueError, RecursionError):
        return _mended(text, origin)
    if _brackets(text) > DEEPEST and _depth(value) > DEEPEST:
        return _mended(text, origin)
    return Found((value,), origin=origin)


def _mended(text: str, origin: str) -> Found:
    from palmetto_editor.structured.wild.mend import mended  # its patterns take long to compile

    return mended(text, origin)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name twice in one object")
    return made


def _never(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def _brackets(text: str) -> int:
    return text.count("{") + text.count("[")


def _depth(value: Any) -> int:
    """How many objects and arrays stand within each other."""
    level, depth = [value], 0
    while level := [item for item in level if isinstance(item, dict | list)]:
        depth += 1
        level = [
            inner for item in level for inner in (item.values() if isinstance(item, dict) else item)
        ]
    return depth
