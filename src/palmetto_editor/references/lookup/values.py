"""Values out of a service's JSON, whatever stands there instead of what its manual says."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

from palmetto_editor.model.csl import Date

LONGEST = 4_000  # characters of one value
MOST = 5_000  # entries of a list: papers of physics have three thousand authors
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)\b[^<>]*>")
_KEPT = {"i": "i", "em": "i", "italic": "i", "b": "b", "bold": "b", "strong": "b",
         "sub": "sub", "inf": "sub", "sup": "sup"}  # fmt: skip
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")
_NO_CHARACTER = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_RANGE = re.compile(r"\s*[-‐‑‒–—−]+\s*")


def text(value: Any) -> str:
    """The first text of a value: a string, a number, or a list of them; on one line."""
    if isinstance(value, list):
        return next((found for one in value[:MOST] if (found := text(one))), "")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    whole = _ENTITY.sub(lambda m: html.unescape(m[0]), str(value)[:LONGEST])
    return " ".join(_NO_CHARACTER.sub(" ", whole).split())


def texts(value: Any) -> tuple[str, ...]:
    """All texts of a list, each once."""
    listed = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(found for one in listed[:MOST] if (found := text(one))))


def rich(value: Any) -> str:
    """A title: italics, bold, sub- and superscript as CSL's tags, other tags left out."""
    return " ".join(_TAG.sub(_tag, text(value)).split())


def plain(title: str) -> str:
    """A title without tags, as a question has it."""
    return " ".join(_TAG.sub("", title).split())


def _tag(match: re.Match[str]) -> str:
    name = _KEPT.get(match[2].rpartition(":")[2].lower())
    return f"<{match[1]}{name}>" if name else ""


def each(value: Any) -> tuple[Mapping[str, Any], ...]:
    """The objects of a list."""
    listed = value if isinstance(value, list) else []
    return tuple(one for one in listed[:MOST] if isinstance(one, dict))


def part(value: Any, *names: str) -> Mapping[str, Any]:
    """An object within objects; an empty one where there is none."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def date(value: Any) -> Date | None:
    """CSL's `date-parts`, as Crossref has them: `[[2000, 11]]`, `[[null]]`."""
    listed = part({"": value}, "").get("date-parts")
    found = tuple(_numbers(parts) for parts in listed[:2]) if isinstance(listed, list) else ()
    known = tuple(numbers for numbers in found if numbers)
    return Date(date_parts=known) if known else None


def _numbers(parts: Any) -> tuple[int, ...]:
    numbers: list[int] = []
    for one, most in zip(parts if isinstance(parts, list) else (), (9999, 12, 31), strict=False):
        found = text(one)
        if not (found.isascii() and found.isdecimal() and 0 < int(found[:5]) <= most):
            break
        numbers.append(int(found))
    return tuple(numbers)


def day(found: Date | None) -> str:
    """A date as ISO 8601, as far as it is known."""
    parts = found.date_parts[0] if found and found.date_parts else ()
    return "-".join(f"{number:0{4 if i == 0 else 2}}" for i, number in enumerate(parts))


def pages(first: str, last: str = "") -> str:
    """A range with the dash that the reference list has."""
    whole = f"{first}–{last}" if last and last != first else first
    return _RANGE.sub("–", whole)


def listed(found: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(one for one in found if one))
