"""Tags that ran into each other, `field notessea birdsKelp`, parted by the article's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONGEST = 400  # characters of a line of tags
_WORDS = 5  # of one tag, at most
_ENOUGH = 200_000  # characters of the text that are evidence
_WORD = re.compile(r"[^\W_]+(?:[-'’/.][^\W_]+)*")
_GLUE = re.compile(r"(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])|(?<=\d)(?=[a-z]{3})")


def glued(line: str) -> bool:
    """Whether a line could be tags run together: short, no sentence, no separators."""
    return 8 <= len(line) <= _LONGEST and not re.search(r"[.!?:;,|·•#]", line)


def parted(line: str, texts: Iterable[str]) -> tuple[str, ...]:
    """The tags, each of which stands in the text with these very words, the plural aside.

    Fewest tags win. A tag ends only where two words stand without a blank: a line whose words all
    stand apart is no such line, and gives ().
    """
    if not glued(line):
        return ()
    known = _phrases(texts)
    best: list[tuple[int, int] | None] = [None] * (len(line) + 1)
    best[0] = (0, 0)
    for end in range(1, len(line) + 1):
        if end < len(line) and (line[end].isspace() or line[end - 1].isspace()):
            continue
        for start in range(max(0, end - 60), end):
            before = best[start]
            if before is None or not _known(line[start:end], known):
                continue
            here = best[end]
            if here is None or before[0] + 1 < here[0]:
                best[end] = (before[0] + 1, start)
    tags = _walked(line, best)
    # Two small words that make a third, as in seabirds, are no evidence.
    return tags if len(tags) > 2 or (tags and _GLUE.search(line)) else ()


def looks_glued(line: str) -> bool:
    """A seam of letters, for a line whose tags the text does not know."""
    return glued(line) and _GLUE.search(line) is not None


def _walked(line: str, best: list[tuple[int, int] | None]) -> tuple[str, ...]:
    end, tags = len(line), []
    while end:
        here = best[end]
        if here is None:
            return ()
        tags.append(line[here[1] : end])
        end = here[1]
    return tuple(reversed(tags)) if len(tags) > 1 else ()


def _known(part: str, known: frozenset[str]) -> bool:
    if len(part.strip()) < 3 or part != part.strip():
        return False
    return _folded(_WORD.findall(part)) in known and part[0].isalnum() and part[-1].isalnum()


def _phrases(texts: Iterable[str]) -> frozenset[str]:
    """All runs of one to five words in the text."""
    found: set[str] = set()
    seen = 0
    for text in texts:
        words = [_singular(word) for word in _WORD.findall(text)]
        for size in range(1, _WORDS + 1):
            found.update(" ".join(words[i : i + size]) for i in range(len(words) - size + 1))
        seen += len(text)
        if seen > _ENOUGH:
            break
    return frozenset(found)


def _folded(words: list[str]) -> str:
    return " ".join(map(_singular, words))


def _singular(word: str) -> str:
    folded = word.casefold()
    return folded[:-1] if len(folded) > 3 and folded[-1] == "s" and folded[-2] != "s" else folded
