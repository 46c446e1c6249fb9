"""Tags: in a list, behind a label, or run together as a copied page gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SEPARATOR = re.compile(r"\s*(?:[,;|·•\n]|(?<!\w)#(?=\w))\s*")
_TOKEN = re.compile(r"[\w’'-]+")
_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=\d)(?=[A-Z][a-z])|(?<=[A-Z\d])(?=[A-Z][a-z]{2})")
_LONGEST = 120  # characters of one token that is taken apart


def separated(text: str) -> tuple[str, ...]:
    """The tags between commas, dots, lines or `#` signs."""
    found = (part.strip(" #.\t") for part in _SEPARATOR.split(text))
    return tuple(dict.fromkeys(filter(None, found)))


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """The words of the article, lower case, with their singular or plural beside them."""
    words = {w.casefold() for text in texts for w in _TOKEN.findall(text) if len(w) > 1}
    return frozenset(words)


def unglued(text: str, known: frozenset[str]) -> tuple[str, ...]:
    """Tags that run into each other, `pelican dietsea birds`, parted by the article's own words.

    A blank stands within a tag; where two words stand without one, a tag ends. Empty where
    nothing in the text is run together.
    """
    tags, current = [], ""
    for token in text.split():
        first, *others = _parts(token, known)
        current = f"{current} {first}".strip()
        for part in others:
            tags.append(current)
            current = part
    return (*tags, current) if tags else ()


def _parts(token: str, known: frozenset[str]) -> list[str]:
    """The fewest known words that a token consists of; itself where it is one or there are none."""
    folded = token.casefold()
    if folded in known or len(token) > _LONGEST:
        return [token]
    best: list[list[int] | None] = [[]] + [None] * len(token)
    for end in range(1, len(token) + 1):
        for start in range(max(0, end - 30), end - 1):
            before = best[start]
            if before is None or not _is_known(folded[start:end], known):
                continue
            known_best = best[end]
            if known_best is None or len(before) + 1 < len(known_best):
                best[end] = [*before, start]
    cuts = best[-1]
    if not cuts or len(cuts) < 2:
        cuts = [0, *(m.start() for m in _CASE.finditer(token))]
    return [token[a:b] for a, b in zip(cuts, [*cuts[1:], len(token)], strict=True)]


def _is_known(word: str, known: frozenset[str]) -> bool:
    """A single or double letter proves nothing unless it has digits or the article has it so."""
    if len(word) < 3 and not any(c.isdigit() for c in word):
        return word in known and word not in {
            "in",
            "of",
            "a",
            "an",
            "on",
            "is",
            "it",
            "to",
            "or",
            "as",
            "at",
            "by",
            "re",
            "be",
        }
    return word in known or f"{word}s" in known or word.removesuffix("s") in known
