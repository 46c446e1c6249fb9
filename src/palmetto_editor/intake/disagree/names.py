"""When two names are one person's: titles, degrees, initials, accents and order are noise."""

from __future__ import annotations

import re
import unicodedata

from palmetto_editor.intake.disagree.words import flat, fold
from palmetto_editor.intake.recognise import people

_BEFORE = re.compile(
    r"^(?:by|written by|author:?|dr|prof|professor|mr|mrs|ms|mx|sir|dame|rev)\b\.?:?\s+",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"(?:m\.?d|ph\.?\s?d|d\.?o|r\.?n|r\.?d|d\.?v\.?m|d\.?phil|pharm\.?d|j\.?d|ed\.?d|psy\.?d|"
    r"m\.?sc?|b\.?sc?|m\.?a|b\.?a|m\.?p\.?h|mba|mbbs|mbchb|frcp|facp|facs|rph|cns|ldn|cpt|"
    r"jr|sr|ii|iii|iv|esq)\.?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:;|\band\b|&)\s*")


def is_team(name: str) -> bool:
    """Whether a name is plainly that of an organisation."""
    return people.organisation(name)


def listed(text: str) -> tuple[str, ...]:
    """The names that one text holds: `A and B` are two, `Research and Development Team` is one."""
    if is_team(text):
        return (flat(text),)
    return tuple(
        name.strip() for part in _AND.split(flat(text)) for name in _apart(part) if name.strip()
    )


def _apart(text: str) -> list[str]:
    """`Ada Wren, Bo Li` are two; `Wren, Ada` is one, and so is `Ada Wren, MD`."""
    parts = text.split(",")
    return parts if all(len(part.split()) > 1 for part in parts) else [text]


def is_name(text: str) -> bool:
    """An address or a handle, as some heads have for an author, is no name."""
    return not re.match(r"(?:https?:|www\.|@|mailto:)", text.strip(), re.IGNORECASE)


def bare(name: str) -> tuple[str, ...]:
    """The words of a name in the usual order, without titles and degrees, in small letters."""
    text = re.sub(r"\s*\([^)]*\)\s*$", "", fold(name))
    while (shorter := _BEFORE.sub("", text)) != text:
        text = shorter
    first, *rest = (part.strip() for part in text.split(","))
    others = [part for part in rest if part and not _is_degrees(part)]
    if len(others) == 1 and len(others[0].split()) <= 2 and not is_team(text):
        first = f"{others[0]} {first}"  # Family, Given
    words = first.split()
    while len(words) > 2 and _DEGREE.fullmatch(words[-1]):
        words.pop()
    return tuple(filter(None, (_plain(word) for word in words)))


def same_name(one: str, other: str) -> bool:
    """`Dr. J. Q. Doe, MD` is `Jane Doe`; a team is never a person."""
    first, second = bare(one), bare(other)
    if first == second:
        return bool(first) or (fold(one).casefold() == fold(other).casefold() != "")
    if is_team(one) or is_team(other) or min(len(first), len(second)) < 2:
        return False
    return first[-1] == second[-1] and _fits(first[0], second[0])


def _fits(one: str, other: str) -> bool:
    short, whole = sorted((one, other), key=len)
    return one == other or (len(short) == 1 and whole.startswith(short))


def _is_degrees(text: str) -> bool:
    words = text.split()
    return all(_DEGREE.fullmatch(word) or (word.isupper() and len(word) > 1) for word in words)


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in letters if c.isalnum() or c in "-'").strip("-'")
