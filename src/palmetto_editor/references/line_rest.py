"""The words of a reference line that no field took."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from palmetto_editor.model.csl import Date
from palmetto_editor.references.line_ids import month_number
from palmetto_editor.references.line_tail import YEAR

_CONNECTORS = re.compile(
    r"a|al|and|at|available|by|cited|doi|eds?|edited|et|from|in|issue|no|on|p|pages?|pmid|pp|the"
    r"|vol|volume|accessed|retrieved|https?|org|pmcid|isbn|edition|edn|ch|chap|n|d|diss|published|editors?|article|internet|online"
)
_WORD = re.compile(r"\w+")


def words_left(shown: str, fields: Mapping[str, Any]) -> str:
    """The words of the line that no field holds, in their order."""
    held = Counter(_WORD.findall(_said(fields).casefold()))
    left = []
    for match in _WORD.finditer(shown):
        word = match[0].casefold()
        if held[word] > 0:
            held[word] -= 1
        elif not _CONNECTORS.fullmatch(word) and not _is_part(word, fields):
            left.append(match[0])
    return " ".join(left)


def _said(fields: Mapping[str, Any]) -> str:
    words: list[str] = []
    for value in fields.values():
        if isinstance(value, str):
            words.append(value)
        elif isinstance(value, Date):
            words += [value.literal, *(str(n) for parts in value.date_parts for n in parts)]
        elif isinstance(value, tuple):
            words += [f"{name.family} {name.given} {name.suffix} {name.literal}" for name in value]
    return " ".join(words)


def _is_part(word: str, fields: Mapping[str, Any]) -> bool:
    """Months of a date, and the letter behind a year."""
    dates = [fields[name] for name in ("issued", "accessed") if name in fields]
    months = {parts[1] for date in dates for parts in date.date_parts if len(parts) > 1}
    if dates and re.fullmatch(rf"{YEAR}[a-z]?", word):
        return True
    number = month_number(word)
    return bool(months) and (0 < number <= 12 or number in months)
