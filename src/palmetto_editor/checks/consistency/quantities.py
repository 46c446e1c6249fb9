"""The numbers of a sentence with what they measure or count."""

from __future__ import annotations

import re
from typing import NamedTuple

from palmetto_editor.checks.consistency.words import WORD, is_plural, listed, stem

_WORDS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "eighteen": 18,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "hundred": 100,
}
_MICRO = "[µμu]"
# What a unit measures, and how much of the dimension's own unit it is.
_UNITS = {
    r"pg": ("mass", 1e-12),
    r"ng": ("mass", 1e-9),
    rf"(?:{_MICRO}g|mcg|micrograms?)": ("mass", 1e-6),
    r"(?:mg|milligrams?)": ("mass", 1e-3),
    r"(?:g|grams?)": ("mass", 1.0),
    r"(?:kg|kilograms?)": ("mass", 1e3),
    rf"{_MICRO}[lL]": ("volume", 1e-6),
    r"m[lL]": ("volume", 1e-3),
    r"(?:L|lit(?:er|re)s?)": ("volume", 1.0),
    r"pM": ("molar", 1e-12),
    r"nM": ("molar", 1e-9),
    rf"{_MICRO}M": ("molar", 1e-6),
    r"mM": ("molar", 1e-3),
    r"ms": ("time", 1e-3),
    r"(?:s|secs?|seconds?)": ("time", 1.0),
    r"(?:min|mins|minutes?)": ("time", 60.0),
    r"(?:h|hrs?|hours?)": ("time", 3600.0),
    r"days?": ("time", 86400.0),
    r"(?:wks?|weeks?)": ("time", 604800.0),
    r"months?": ("months", 1.0),
    r"(?:years?|yrs?)": ("months", 12.0),
    r"(?:%|per ?cent\b)": ("percent", 1.0),
    r"(?:° ?C|degrees Celsius)": ("temperature", 1.0),
    r"Da": ("dalton", 1.0),
    r"kDa": ("dalton", 1e3),
    r"nm": ("length", 1e-9),
    rf"{_MICRO}m": ("length", 1e-6),
    r"mm": ("length", 1e-3),
    r"cm": ("length", 1e-2),
    r"(?:m|met(?:er|re)s?)": ("length", 1.0),
    r"km": ("length", 1e3),
    r"IU": ("units", 1.0),
    r"mmHg": ("pressure", 1.0),
    r"(?:k?cal)": ("energy", 1.0),
    r"fold": ("fold", 1.0),
}
_COMPILED = [(re.compile(unit), meaning) for unit, meaning in _UNITS.items()]
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ANY = rf"(?:{_NUMBER}|(?i:{'|'.join(_WORDS)})\b)"
_PER = r"(?:/ ?| per )(?:kg|g|mg|m[lL]|dL|L|day|d|h|hour|min|minute|week|animal|dose)\b"
_QUANTITY = re.compile(
    rf"(?<![\w.,/#@§+–-])(?P<low>{_ANY})(?: ?± ?[\d.]+)?"
    rf"(?:(?: ?[-–] ?| to | or | and )(?P<high>{_ANY}))?(?P<gap>[ \u00a0\u202f-]?)"
    rf"(?:(?P<unit>{'|'.join(_UNITS)})(?P<per>(?:{_PER}){{0,2}})(?![\w/]))?"
)
_SAMPLE = re.compile(r"\b[nN] ?= ?(?P<low>\d{1,6})\b(?![.,]\d)")
_YEAR = re.compile(
    r"\b(?:in|since|until|by|from|around|during|early|late|year) (?P<low>1[5-9]\d\d|20\d\d)\b"
    r"(?![-–/]\d| to \d| and \d)",
    re.I,
)
_VAGUE = re.compile(
    r"(?:\b(?:about|around|approximately|approx\.|roughly|nearly|almost|over|under|up to|above"
    r"|below|at least|at most|more than|less than|fewer than|some|first|last|another|other)"
    r"|(?:\d|\b(?:half|most|all|some|any|one|two|three|four|five|six|seven|eight|nine|ten)) of"
    r"|[~<>≈≤≥])"
    r"(?: the)? ?$",
    re.I,
)
_GROUPED = re.compile(r"\b(?:each|per group|per arm|groups? of|respectively|every)\b", re.I)
_SUBJECTS = listed(
    "rat mouse man woman person patient volunteer subject participant animal dog pig monkey rabbit"
    " adult child individual human"
)
_MONTHS = listed(
    "january february march april may june july august september october november december"
)
_NEXT = re.compile(r"[ \u00a0-]?([^\W\d_]+)")
_AFTER = 3  # words behind a number among which the noun that it counts stands


class Quantity(NamedTuple):
    """`text[start:end]` is the number as typed, `words` with its unit or noun.

    `dimension` is what is measured (`mass/kg`), `n` for subjects, `count:<stem>` for other things,
    `year`; `low` and `high` are in the dimension's own unit. `own` are the stems of `words`.
    """

    start: int
    end: int
    words: str
    dimension: str
    low: float
    high: float
    own: frozenset[str]


def quantities(text: str) -> tuple[Quantity, ...]:
    """The numbers of a sentence that say something of their own; vague ones (`about`) are none."""
    found = [_sized("n", match, match[0]) for match in _SAMPLE.finditer(text)]
    found += [_sized("year", match, match["low"]) for match in _YEAR.finditer(text)]
    taken = {quantity.start for quantity in found}
    if any(char.isdigit() for char in text) or _has_word(text):
        found += [
            quantity
            for match in _QUANTITY.finditer(text)
            if match.start("low") not in taken and (quantity := _one(text, match)) is not None
        ]
    if _GROUPED.search(text):
        found = [quantity for quantity in found if quantity.dimension != "n"]
    return tuple(sorted(found))


def differ(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of one dimension cannot be one. What is measured may be rounded, what
    is counted may not.
    """
    if one.low <= other.high * 1.001 and other.low <= one.high * 1.001:
        return False
    if one.dimension in ("n", "year") or one.dimension.startswith("count:"):
        return True
    return not (_rounds_to(one, other) or _rounds_to(other, one))


def _one(text: str, match: re.Match[str]) -> Quantity | None:
    if _VAGUE.search(text[max(0, match.start() - 16) : match.start()]):
        return None
    if match["unit"]:
        if match["gap"] == "-" and len(match["unit"]) == 1:
            return None
        return _measured(match)
    return _counted(text, match)


def _measured(match: re.Match[str]) -> Quantity | None:
    meaning = next((m for unit, m in _COMPILED if unit.fullmatch(match["unit"])), None)
    if meaning is None:
        return None
    dimension, factor = meaning
    per = re.sub(r" per |/ ?", "/", match["per"] or "").lower()
    low, high = _value(match["low"]) * factor, _value(match["high"] or match["low"]) * factor
    own = frozenset(map(stem, WORD.findall(match["unit"])))
    name = f"{dimension}{per}"
    return Quantity(*_number(match), match[0], name, min(low, high), max(low, high), own)


def _counted(text: str, match: re.Match[str]) -> Quantity | None:
    """What is counted is the first plural among the next words: `28 amino acids`."""
    behind = []
    at = match.end()
    for _ in range(_AFTER):
        word = _NEXT.match(text, at)
        if word is None or (at == match.end() and not match["gap"]):
            return None
        behind.append(word[1])
        at = word.end()
        if is_plural(word[1]) or match["gap"] == "-":
            break
    else:
        return None
    head = stem(behind[-1])
    if head in _MONTHS or behind[0].lower() in _MONTHS:
        return None
    low, high = _value(match["low"]), _value(match["high"] or match["low"])
    words = text[match.start() : at]
    name = "n" if head in _SUBJECTS else f"count:{head}"
    own = frozenset(map(stem, behind))
    return Quantity(*_number(match), words, name, min(low, high), max(low, high), own)


def _sized(name: str, match: re.Match[str], words: str) -> Quantity:
    value = float(match["low"])
    return Quantity(*match.span("low"), words, name, value, value, frozenset())


def _number(match: re.Match[str]) -> tuple[int, int]:
    return match.start("low"), match.end("high" if match["high"] else "low")


def _value(typed: str) -> float:
    known = _WORDS.get(typed.lower())
    return float(known) if known is not None else float(typed.replace(",", ""))


def _has_word(text: str) -> bool:
    return not _WORDS.keys().isdisjoint(WORD.findall(text.lower()))


def _rounds_to(rough: Quantity, fine: Quantity) -> bool:
    """Whether the one is the other, said with fewer digits: 30 of 29.6."""
    digits = len(f"{rough.low:.12g}".rstrip("0").replace(".", "").lstrip("0"))
    return bool(fine.low) and float(f"{fine.low:.{max(digits, 1)}g}") == float(f"{rough.low:.12g}")
