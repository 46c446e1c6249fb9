"""Older versions of `article.json`, brought to this one step by step.

A step is a pure function from the plain JSON of one version to that of the next. Version 1 is
the first, so the table is empty; a file of every version ever released lies in `tests/bundles/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from palmetto_editor.errors import UserError

FORMAT = "palmetto-article"
VERSION = 1
Step = Callable[[dict[str, Any]], dict[str, Any]]
STEPS: Mapping[int, Step] = {}  # the version that a step starts from -> the step


def migrate(
    data: Any, name: str, steps: Mapping[int, Step] = STEPS, current: int = VERSION
) -> dict[str, Any]:
    """The data in the form of version `current`, without its envelope.

    UserError, which calls the file `name`, where it is no article or a newer one.
    """
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise UserError(
            f"{name} is not an article of Palmetto Editor.",
            f"Its “format” is not “{FORMAT}”.",
            "Check that it is the file you meant.",
        )
    version = data.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise UserError(
            f"{name} is damaged.",
            "Its “version” is not a whole number from 1.",
            "Restore it from a copy or a backup.",
        )
    if version > current:
        raise UserError(
            f"{name} was written by a newer Palmetto Editor.",
            f"Its format is version {_short(version)}; this one reads up to {current}.",
            "Open it with a newer version of the program.",
        )
    for step in range(version, current):
        data = steps[step](data)
    return {key: value for key, value in data.items() if key not in {"format", "version"}}


def _short(number: int) -> str:
    return str(number) if number < 10**12 else "far above"
