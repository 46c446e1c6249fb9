"""How far a negation reaches in a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

Span = tuple[int, int]

_WIDE = re.compile(  # to the end of the clause
    r"\b(?:not(?! (?:only|just|merely|simply|least)\b)|cannot|never|nor|neither|none|nothing"
    r"|nobody|unlikely|whether|(?:fail|failed|fails|failure|unable) to|prohibit\w*|forbid\w*"
    r"|unknown|unclear|unproven|no(?! (?:doubt|wonder|less|longer|sooner)\b)|hardly"
    r"|den(?:y|ies|ied)|disclaim\w*|refrain\w*|avoid\w*|beyond the scope)\b|n['’]t\b",
    re.IGNORECASE,
)
_NARROW = re.compile(  # to the next comma
    r"\b(?:without(?! doubt)|rather than|instead of|lack(?:s|ed|ing)?(?: of)?|absence of|outside|"
    r"excluding|excludes?|as opposed to|contrary to)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;:—]|\b(?:but|however|although|though|whereas|yet|except|unless|nevertheless)\b"
    r"|, (?:and|so|which|while) (?:it|they|this|that|the|a|an|its|their|these|some|he|she"
    r"|you|we)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(  # “human use is not approved”: what stands shortly before is denied too
    r"\b(?:[^\s,;:]{1,40}\s{1,3}){0,5}(?:is|are|was|were|has|have|had|does|do|did|remains?|should|must|may|can)"
    r"\s{1,3}(?:\w{1,40}\s{1,3})?(?:not|never|unknown|unproven|unclear|prohibited|forbidden|illegal|unlawful)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def scopes(sentence: str) -> tuple[Span, ...]:
    """The spans of a sentence that are denied, or left open (“whether”)."""
    ends = [match.start() for match in _CLAUSE.finditer(sentence)]
    found = [(m.start(), _next(ends, m.end(), len(sentence))) for m in _WIDE.finditer(sentence)]
    for match in _NARROW.finditer(sentence):
        comma = sentence.find(",", match.end())
        found.append((match.start(), comma if comma >= 0 else len(sentence)))
    found += [match.span() for match in _AFTER.finditer(sentence)]
    return tuple(found)


def denied(sentence: str, start: int, end: int) -> bool:
    """Whether the words at this span of the sentence stand in a negation."""
    return any(a <= start and end <= b for a, b in scopes(sentence))


def _next(ends: list[int], start: int, otherwise: int) -> int:
    index = bisect_left(ends, start)
    return ends[index] if index < len(ends) else otherwise
