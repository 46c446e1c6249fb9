"""Author lists as people paste them -> CSL names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from palmetto_editor.model.csl import Name

_CUT = re.compile(r"[,;&]?\s*(?:and|with)?\s*\b(?:et al|and others|others)\b\.?\s*$", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s*(?:\band\b|&)\s+")
_INITIALS = re.compile(r"(?:\w-?){1,4}|(?:\w\.[\s-]?){1,5}")
_EDGES = re.compile(r"^[\s,.]+|[\s,.]+$")
_DIGITS = re.compile(r"[\d*†‡§¹²³]+(?:,[\d*†‡§]+)*(?=[,;\s]|$)")  # marks of affiliations


@dataclass(frozen=True, slots=True)
class NameList:
    """Names in their order, and whether the list ended in "et al."."""

    names: tuple[Name, ...]
    truncated: bool


def read_names(text: str) -> NameList:
    """Read `Muccioli G, Ghigo E, et al.`, `Family, Given; Family, Given` or `Given Family, …`.

    A semicolon or a line separates names where there is one, else a comma. Capital initials at
    the end of a name are its given name; else the last word is the family name.
    """
    flat = _DIGITS.sub("", text.strip().rstrip("."))
    whole = _CUT.sub("", flat)
    listed = _AND.sub(", " if ";" not in whole else "; ", whole)
    if re.search(r"[;\n]", listed):
        parts = re.split(r"[;\n]", listed)
    else:
        parts = _join_initials([part.strip() for part in listed.split(",")])
    trimmed = (_EDGES.sub("", part) for part in parts)
    names = tuple(_name(part) for part in trimmed if part)
    return NameList(names, truncated=whole != flat)


def _join_initials(parts: list[str]) -> list[str]:
    """`Muccioli, G., Ghigo, E.` has a comma inside each name: join the halves."""
    halves = parts[1::2]
    if len(parts) % 2 == 0 and all(_is_initials(half) for half in halves):
        return [f"{family}, {given}" for family, given in zip(parts[::2], halves, strict=True)]
    return parts


def _name(text: str) -> Name:
    family, comma, given = text.partition(",")
    if comma:
        return Name(family=family.strip(), given=given.strip())
    words = text.split()
    if len(words) > 1 and _is_initials(words[-1]):
        return Name(family=" ".join(words[:-1]), given=words[-1])
    if len(words) > 1:
        start = next((i for i, word in enumerate(words) if i and word.islower()), len(words) - 1)
        return Name(family=" ".join(words[start:]), given=" ".join(words[:start]))
    return Name(family=text)


def _is_initials(word: str) -> bool:
    letters = word.replace(".", "").replace("-", "").replace(" ", "")
    return letters.isupper() and _INITIALS.fullmatch(word) is not None
