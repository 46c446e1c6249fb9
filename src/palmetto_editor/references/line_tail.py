"""The numbers at the end of a reference line: year, volume, issue and pages, in seven habits."""

from __future__ import annotations

import re
from dataclasses import dataclass

YEAR = r"(?:1[5-9]|20)\d\d"
_PAGE = r"[A-Za-z]{0,2}\d+[A-Za-z]?(?:\s*[-–—]\s*[A-Za-z]{0,2}\d+[A-Za-z]?)?(?![\w.]*\d)"
_VOLUME = r"\b[A-Za-z]{0,2}\d{1,4}[A-Za-z]?"
_ISSUE = r"\((?P<issue>(?!(?:1[5-9]|20)\d\d\))[^()]{1,24})\)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter)"

# Name, pattern, and how sure it is that this is what the numbers mean.
_HABITS = [
    (pattern, sure)
    for pattern, sure in (
        (  # 2000 Nov 7;167(2):307-315
            rf"\b(?P<year>{YEAR})(?:\s+(?P<month>{_MONTH}[a-z]*\.?)(?:[-/]\w+\.?)?"
            rf"(?:\s+(?P<day>\d{{1,2}}))?)?\s*;\s*(?P<volume>{_VOLUME})?\s*"
            rf"(?:{_ISSUE}|(?P<issue2>Suppl(?:ement)?\.?(?:\s*\d+)?\b))?"
            rf"\s*(?::\s*(?P<page>{_PAGE}))?",
            0.97,
        ),
        (  # vol. 167, no. 2, pp. 307-315, Nov. 2000
            rf"\bvol(?:ume)?\.?\s*(?P<volume>{_VOLUME})"
            rf"(?:,?\s*(?:no|iss|issue|nr)\.?\s*(?P<issue>[\w./–-]*\w))?"
            rf"(?:,\s*(?:{_MONTH}[a-z]*\.?\s*)?(?P<year2>{YEAR}))?"
            rf"(?:,?\s*(?:pp?|pages?|art(?:icle)?(?:\s*no)?)\.?\s*(?P<page>{_PAGE}))?"
            rf"(?:,\s*(?:(?P<month>{_MONTH}[a-z]*)\.?\s*)?(?P<year>{YEAR}))?",
            0.95,
        ),
        (  # 167, no. 2 (2000): 307-315
            rf"(?P<volume>{_VOLUME}),?\s*no\.\s*(?P<issue>[\w./–-]*\w)\s*"
            rf"\((?:(?P<month>{_MONTH}[a-z]*)\.?\s+)?(?P<year>{YEAR})\)(?:\s*:\s*(?P<page>{_PAGE}))?",
            0.95,
        ),
        (  # 2000, 167, 307-315 | 2000, 167(2), 307
            rf"\b(?P<year>{YEAR}),\s*(?P<volume>(?!{YEAR}\b){_VOLUME})\s*(?:{_ISSUE})?\s*[,:]\s*"
            rf"(?:pp?\.\s*)?(?P<page>{_PAGE})",
            0.93,
        ),
        (  # 167, 307-315 (2000)
            rf"(?P<volume>{_VOLUME})\s*(?:{_ISSUE})?,\s*(?:pp?\.\s*)?(?P<page>{_PAGE})\s*"
            rf"\((?P<year>{YEAR})\)",
            0.95,
        ),
        (  # 167(2), 307-315
            rf"(?P<volume>{_VOLUME})\s*{_ISSUE}\s*[,:]\s*(?:pp?\.\s*|Article\s+)?(?P<page>{_PAGE})",
            0.93,
        ),
        (  # 167 (2000): 307-315
            rf"(?P<volume>{_VOLUME})\s*\((?P<year>{YEAR})\)\s*[,:]\s*(?:pp?\.\s*)?"
            rf"(?P<page>{_PAGE})",
            0.9,
        ),
        (  # 167:307-315, 2000
            rf"(?P<volume>(?!{YEAR}\b){_VOLUME})\s*[:,]\s*(?:pp?\.\s*)?"
            rf"(?P<page>[A-Za-z]?\d+\s*[-–—]\s*[A-Za-z]?\d+)(?:,\s*(?P<year>{YEAR}))?",
            0.8,
        ),
        (  # 2011, pp. 12-19, in a volume of papers
            rf"\b(?:{_MONTH}[a-z]*\.?\s+)?(?P<year>{YEAR}),\s*pp\.\s*(?P<page>{_PAGE})",
            0.9,
        ),
    )
]
_AHEAD = [
    re.compile(pattern, re.I)
    for pattern in (
        rf"\bPublished online:?\s+(?P<month>{_MONTH}[a-z]*)\.?(?:\s+(?P<day>\d{{1,2}}))?,?\s+"
        rf"(?P<year>{YEAR})",
        rf"(?<=\.\s)(?P<year>{YEAR})\s+(?P<month>{_MONTH}[a-z]*)(?:\s+(?P<day>\d{{1,2}}))?\s*"
        rf"(?::(?P<page>[A-Za-z]{{0,2}}\d+))?\s*(?:\.|$)",
    )
]
_PATTERNS = [(re.compile(pattern, re.I), sure) for pattern, sure in _HABITS]


@dataclass(frozen=True, slots=True)
class Tail:
    """The numbers, what stands before and after them, and how sure they are, from 0 to 1."""

    before: str
    after: str
    numbers: dict[str, str]
    sure: float


def find_tail(text: str) -> Tail | None:
    """The numbers of an article in a journal; None where no habit fits."""
    for pattern, sure in _PATTERNS:
        matches = list(pattern.finditer(text))
        if not matches:
            continue
        match = matches[-1]  # a title may hold numbers
        found = {name: value for name, value in match.groupdict().items() if value}
        for name in ("year", "issue"):
            found.setdefault(name, found.pop(f"{name}2", ""))
            found.pop(f"{name}2", None)
        if found.get("volume") or found.get("page"):
            kept = {name: value.strip() for name, value in found.items() if value}
            return Tail(text[: match.start()], text[match.end() :], kept, sure)
    return _ahead(text)


def _ahead(text: str) -> Tail | None:
    """The day of an article that has no volume yet."""
    for pattern in _AHEAD:
        match = pattern.search(text)
        if match:
            kept = {name: value for name, value in match.groupdict().items() if value}
            return Tail(text[: match.start()], text[match.end() :], kept, 0.9)
    return None
