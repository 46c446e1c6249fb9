"""How far a negation reaches in a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

Span = tuple[int, int]

_WIDE = re.compile(  # to the end of the clause
    r"\b(?:not(?! (?:only|just|merely|simply|least|fail to)\b)|cannot(?! fail to\b)"
    r"|never(?! fail(?:s|ed)? to\b)|nor|neither|none"
    r"|nothing(?! short\b| (?:[\w-]{1,40} ){1,8}(?:better|faster|as well|so well)\b)"
    r"|nobody|unlikely|whether"
    r"|(?:(?<!never )(?<!not )(?<!n't )(?<!n’t )(?:fail|failed|fails)|failure|unable|wrong|mistaken"
    r"|misleading|premature|too (?:early|soon)|remains?) to"
    r"|prohibit\w*|forbid\w*|unlawful|illegal|unknown|unclear|unproven|hardly|far from"
    r"|no(?! (?:doubt|wonder|less|longer|sooner)\b"
    r"| other (?:[\w-]{1,40} ){1,8}(?:better|faster|as well|so well)\b)"
    r"|myths?|misconceptions?"
    r"|den(?:y|ies|ied)|disclaim\w*|refrain\w*|avoid\w*|beyond the scope)\b|n['’]t\b(?! fail to\b)",
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
_CONCEDED = re.compile(  # “although it is not approved, it heals”: what follows is said
    r"\s{0,3}(?:although|though|while|whilst|unlike|despite|even (?:if|though))\b.{1,300}?"
    r"(?=, (?:it|they|this|these|the|its)\b)",
    re.IGNORECASE | re.DOTALL,
)
_AFTER = re.compile(  # “human use is not approved”: what stands shortly before is denied too
    r"\b(?:[^\s,;:]{1,40}\s{1,3}){0,5}(?:"
    r"(?:is|are|was|were|has|have|had|does|do|did|remains?|should|must|may|can)"
    r"\s{1,3}(?:\w{1,40}\s{1,3})?(?:not|never|unknown|unproven|unclear|prohibited|forbidden|illegal"
    r"|unlawful|unsupported|unfounded|unsubstantiated|baseless|false|untrue|misleading)"
    r"|(?:lacks?|lacked|(?:has|have|had)\s{1,3}no)\s{1,3}(?:\w{1,40}\s{1,3})?"
    r"(?:evidence|support|basis|proof|foundation))\b",
    re.IGNORECASE,
)
_BACK = re.compile(  # “they say that it does; no study supports this” takes all before it back
    r"\bno(?:ne|thing)?\s{1,3}(?:\w{1,40}\s{1,3}){0,4}(?:supports?|backs?|confirms?|shows?|bears?)"
    r"\s{1,3}(?:this|that|these|those|them|it|such)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that)\b", re.IGNORECASE)
_NO = re.compile(r"[\s\"'“‘(*_]{0,6}(?:no|not|never)\b(?! doubt)", re.IGNORECASE)
_YES = re.compile(r"[\s\"'“‘(*_]{0,6}(?:yes|indeed|certainly|of course(?! not))\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def scopes(sentence: str) -> tuple[Span, ...]:
    """The spans of a sentence that are denied, or left open (“whether”)."""
    found = [*_wide(sentence)]
    for match in _NARROW.finditer(sentence):
        comma = sentence.find(",", match.end())
        found.append((match.start(), comma if comma >= 0 else len(sentence)))
    found += [match.span() for match in _AFTER.finditer(sentence)]
    found += [(0, match.end()) for match in _BACK.finditer(sentence)]
    return tuple(found)


def denied(sentence: str, start: int, end: int) -> bool:
    """Whether the words at this span of the sentence stand in a negation, or have one among them
    that is theirs: “the FDA has not approved it”, but not “men who do not train burn fat”.
    """
    if any(a <= start and end <= b for a, b in scopes(sentence)):
        return True
    return any(
        start < a < end <= b and _RELATIVE.search(sentence, start, a) is None
        for a, b in _wide(sentence)
    )


def denies(answer: str) -> bool:
    """Whether an answer begins by saying no to what was asked."""
    return _NO.match(answer) is not None


def affirms(answer: str) -> bool:
    """Whether an answer begins by saying yes, so that the page says what it asked."""
    return _YES.match(answer) is not None


@lru_cache(maxsize=4096)
def _wide(sentence: str) -> tuple[Span, ...]:
    ends = [match.start() for match in _CLAUSE.finditer(sentence)]
    if conceded := _CONCEDED.match(sentence):
        ends = sorted((*ends, conceded.end()))
    return tuple(
        (match.start(), _next(ends, match.end(), len(sentence)))
        for match in _WIDE.finditer(sentence)
    )


def _next(ends: list[int], start: int, otherwise: int) -> int:
    index = bisect_left(ends, start)
    return ends[index] if index < len(ends) else otherwise
