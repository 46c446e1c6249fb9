"""A line between the headline and the text: who, when, how long to read, what about."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from palmetto_editor.intake.recognise import dates, people, tags

Said = Literal[
    "author", "reviewer", "published", "modified", "keyword", "section", "noise", "name", ""
]

_HOW = r"(?:(?:medically|scientifically|clinically|technically|editorially|peer|fact|expert)[- ])*"
_DATED = (
    r"(?:last\s+|first\s+|originally\s+)?"
    r"(?:updated|modified|revised|published|posted|received|accepted)"
)
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d"
_BREAK = re.compile(
    r"\s*[|·•\n\t]\s*|\s+[—–/-]\s+|\s{3,}"
    rf"|[\s,;.]*(?<!^)\b(?={_DATED}\b(?!\s+by\b))(?<!last )(?<!first )(?<!originally )"
    rf"|[\s,;.]*(?<!^)\b(?={_HOW}(?:reviewed|checked)\s+by\b)"
    r"(?<!ically )(?<!fact )(?<!fact-)(?<!peer )(?<!peer-)(?<!expert )"
    rf"|(?<=[a-z])(?={_MONTHS})|(?-i:(?<=\d\d\d\d)(?=[A-Z][a-z]))"
    r"|(?<=\d)[\s,;.]+(?=by\s)|(?<=read)[\s,;.]+|(?<=\d),?\s+(?=\d+\s*min)",
    re.IGNORECASE,
)
_ON = r"(?:\s+(?:on|at|online))?\s*[:\-–]?\s*(?=(?-i:[\dA-Z]))"
_WRITTEN = "written|posted|published|words|text|story|article|authored|created|prepared|updated"
_PATTERNS: tuple[tuple[Said, str], ...] = (
    (
        "noise",
        r"(?:estimated |average )?read(?:ing)?(?: time)?\s*:?\s*(?:about |~\s*)?\d+\s*(?:-\d+\s*)?"
        r"min\w*\.?$",
    ),
    (
        "noise",
        r"(?:about |~\s*)?\d+\s*-?\s*min(?:ute)?s?\.?(?:\s+(?:read|reading(?: time)?))?$",
    ),
    (
        "noise",
        r"(?:[\d.,]+k?\s+(?:words|views|comments?|shares?|likes?|reads|claps)\s*)+$|no comments?$"
        r"|(?:views|citations|downloads|shares|comments|likes)\s*:?\s*[\d.,]+k?$",
    ),
    ("noise", r"(?:received|accepted|available online|first online)\b.{0,30}\d{4}$"),
    ("noise", r"(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{3,4})?$"),
    (
        "noise",
        r"(?:by|authors?|written by|published|updated|posted|date|on|in|tags?|category)\s*:?$",
    ),
    (
        "noise",
        r"(?:suggest|propose) (?:changes|an? edit)$|edit (?:this )?(?:page|post)\b.{0,20}$"
        r"|report (?:an? )?(?:issue|abuse)$|view source$|improve this page$",
    ),
    (
        "noise",
        r"(?:share|tweet|print|save|bookmark|listen|follow|subscribe|email|copy link|facebook"
        r"|twitter|linkedin|pinterest|x|comments?)$",
    ),
    (
        "reviewer",
        rf"{_HOW}(?:reviewed|checked|edited|verified)\s+by\s*:?\s*"
        r"|(?:medical |scientific |expert |peer )?reviewers?\s*:\s*",
    ),
    (
        "modified",
        r"(?:this (?:article|page|post) was )?(?:last\s+)?"
        rf"(?:updated|modified|revised|edited|reviewed|changed){_ON}"
        r"|(?:date\s+)?(?:modified|updated)\s*:\s*|last\s+(?:update|review|revision)\s*:?\s*",
    ),
    (
        "published",
        r"(?:(?:first|originally|article)\s+)?(?:published|posted|publication date|publish date"
        rf"|date published|released|date){_ON}|on\s+(?=(?-i:[\dA-Z]))",
    ),
    (
        "author",
        rf"(?:(?:{_WRITTEN})\s+)?by\s*:?\s+|authors?\s*:\s*|words\s*:\s*|author\s+(?=(?-i:[A-Z]))",
    ),
    (
        "keyword",
        r"(?:tags?|tagged(?: (?:with|as|in))?|keywords?|topics?|labels?)\s*:\s*"
        r"|tagged (?:with|as)\s+",
    ),
    (
        "section",
        r"(?:category|categories|filed under|posted in|section)\s*:?\s+|in\s+(?=(?-i:[A-Z]))",
    ),
)
_LABELS = tuple((said, re.compile(pattern, re.IGNORECASE)) for said, pattern in _PATTERNS)

_FILLERS = re.compile(
    r"\b(?:by|on|at|in|and|was|this|the|article|page|post|date|first|last|originally|tags?|labels?"
    r"|keywords?|category|revised|reviewed|edited|modified|changed|(?:written|posted|published"
    r"|words|text|story|authored|created|prepared|updated))\b",
    re.IGNORECASE,
)


class Statement(NamedTuple):
    """`value` as the article has it, `words` as they stand there."""

    said: Said
    value: str
    words: str
    confidence: float = 0.9


def is_noise(line: str) -> bool:
    """Whether a line only counts readers or minutes, or is a button."""
    found = read(line)
    return bool(found) and all(statement.said == "noise" for statement in found)


def is_whole(line: str, said: tuple[Statement, ...]) -> bool:
    """Whether what was read is all that the line says: a sentence that begins as a byline does
    says more.
    """
    if not said or not all(one.said not in ("", "name") for one in said):
        return False
    for one in said:
        line = line.replace(one.words, " ", 1)
    return not re.search(r"\w", _FILLERS.sub(" ", line))


def read(line: str, language: str = "en-US") -> tuple[Statement, ...]:
    """What each part of the line says; one that says nothing known has `said` "" ."""
    chunks = [chunk.strip(" ,;—–-") for chunk in _BREAK.split(line) if chunk]
    found: list[Statement] = []
    for chunk in filter(None, chunks):
        found += _chunk(chunk, language)
    return tuple(found)


def _chunk(chunk: str, language: str) -> list[Statement]:
    for said, label in _LABELS:
        match = label.match(chunk)
        if match:
            read = _labelled(said, chunk[match.end() :].strip(" .,"), chunk, language)
            if read:
                return read
    iso, sure = dates.moment(chunk, language)
    if iso:
        return [Statement("published", iso, chunk, sure)]
    found = dates.find(chunk, language)
    named = chunk[: found.start].strip(" ,") if found and found.end == len(chunk) else ""
    if found and people.is_name(named.split(",")[0]):
        return [
            Statement("author", named, named, 0.85),
            Statement("published", found.iso, chunk[found.start :], found.confidence),
        ]
    if people.is_name(chunk.split(",")[0]):
        return [Statement("name", chunk, chunk, 0.7)]
    return [Statement("", chunk, chunk, 0.0)]


def _labelled(said: Said, value: str, chunk: str, language: str) -> list[Statement]:
    if said == "noise":
        return [Statement("noise", chunk, chunk)]
    if said in ("published", "modified"):
        return _dated(said, value, chunk, language)
    if not value:
        return []
    if said in ("author", "reviewer"):
        return _people(said, value, chunk, language)
    if said == "keyword":
        return [Statement("keyword", tag, tag) for tag in tags.separated(value)]
    return [Statement("section", value, value, 0.8)] if len(value) <= 60 else []


def _dated(said: Said, value: str, chunk: str, language: str) -> list[Statement]:
    found = dates.find(value, language)
    if found and not value[: found.start].strip(" :"):
        sure = found.confidence if "review" not in chunk.lower() else 0.6
        first = Statement(said, found.iso, value[: found.end], sure)
        more = value[found.end :].strip(" ,;.")
        if not more or dates.moment(value, language)[0]:
            return [first]
        others = _chunk(more, language)
        return [first, *others] if all(s.said for s in others) else []
    loose = dates.loose(value)
    return [Statement(said, loose, value, 0.3)] if loose else []


def _people(said: Said, value: str, chunk: str, language: str) -> list[Statement]:
    found = dates.find(value, language)
    names = value[: found.start] if found else value
    names = re.sub(r"[\s,]+(?:on|in|at|updated|published)?\s*$", "", names)
    if not names or len(names) > 200 or names.rstrip().endswith(("?", "!")):
        return []
    first = re.sub(r"^the\s+", "", names.split(",")[0].split(" and ")[0], flags=re.IGNORECASE)
    if not (people.is_name(first) or re.fullmatch(r"[A-ZÀ-Þ][\w'’.-]+", first.strip())):
        return []
    read = [Statement(said, names, chunk[: chunk.find(names) + len(names)], 0.95)]
    if found:
        read.append(
            Statement("published", found.iso, value[found.start : found.end], found.confidence)
        )
    return read
