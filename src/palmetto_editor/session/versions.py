"""Two versions of one article as lines that can stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from palmetto_editor.model.values import Article

Mark = Literal["same", "changed", "left", "right"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of each side; `left` and `right` mean that only that side has it."""

    left: str
    right: str
    mark: Mark


def lines(article: Article) -> list[str]:
    """Every text of the article, a line each, lists of items under the name of their part."""
    return [
        line for part in fields(article) for line in _lines(part.name, getattr(article, part.name))
    ]


def side_by_side(left: Article | None, right: Article) -> list[Row]:
    """Both versions aligned by their equal lines; None is a version that does not exist."""
    old = lines(left) if left else []
    new = lines(right)
    rows: list[Row] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            rows += [Row(line, line, "same") for line in new[c:d]]
            continue
        pairs = min(b - a, d - c)
        rows += [Row(old[a + n], new[c + n], "changed") for n in range(pairs)]
        rows += [Row(line, "", "left") for line in old[a + pairs : b]]
        rows += [Row("", line, "right") for line in new[c + pairs : d]]
    return rows


def _lines(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, str) and value:
        yield from (
            f"{name}: {line}" if n == 0 else line for n, line in enumerate(value.split("\n"))
        )
    elif isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            yield from _lines(f"{name} {number}", item)
    elif is_dataclass(value):
        for entry in fields(value):
            yield from _lines(f"{name}.{entry.name}", getattr(value, entry.name))
    elif value and not isinstance(value, str):
        yield f"{name}: {value}"
