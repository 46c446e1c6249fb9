"""How long, how passive and how hard a text is, by counting.

The reading ease is Flesch's (1948), 206.835 - 1.015 words per sentence - 84.6 syllables per word,
with syllables counted by rule. textstat, the well-kept library for it, brings NLTK and its data
along for a score that differs by a point or two; no rule here turns on that.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from palmetto_editor.checks.sentences import sentences
from palmetto_editor.checks.shown import shown

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouyäöüáéíóúàèìòùâêîôû]+")
# Two vowels that are two syllables.
_APART = re.compile(r"i[ao](?!us)|eo|[iu]um\b|uou|[eiy]ing|ie(?=n[ct]|t)|crea")
_MUTE = re.compile(r"(?:[^aeiouyl]e|[aeiouy]le|[^aeiouylsxzcgh]es|[aeiouy]les|[^aeiouytd]ed)$")
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|am)"
    r"(?: (?:not|also|never|often|now|then|still|[a-z]{2,20}ly))?"
    r" (?:[a-z]{2,20}ed|[a-z]{1,20}(?:wn|ght|ung|awn|iven|aken|itten|osen|oken|olen|eaten|dden)"
    r"|made|done|found|held|kept|lost|sold|told|led|fed|bound|built|sent|spent|seen|begun|put|cut"
    r"|set|read|dug|eaten|met|paid|laid|said|heard|left|meant|struck|cast|forgotten)\b",
    re.I,
)
# They end like participles and are none: “is indeed”, “was tired of”.
_NO_PARTICIPLE = re.compile(
    r"\b(?:indeed|need|speed|seed|red|bed|shed|tired|interested|own|down)$", re.I
)


class Line(NamedTuple):
    """A sentence, typed at `start` to `end` of the text: how many words, and whether passive."""

    start: int
    end: int
    words: int
    syllables: int
    passive: bool


@lru_cache(maxsize=8192)
def lines(text: str) -> tuple[Line, ...]:
    """The sentences of a Markdown text, measured."""
    view = shown(text)
    found = []
    for start, end, said in sentences(view.text):
        words = _WORD.findall(said)
        if words:
            counted = sum(map(syllables, words))
            found.append(Line(*view.at(start, end), len(words), counted, is_passive(said)))
    return tuple(found)


def is_passive(sentence: str) -> bool:
    """Whether an English sentence says what was done, in the passive voice."""
    return any(_NO_PARTICIPLE.search(m[0]) is None for m in _PASSIVE.finditer(sentence))


def ease(measured: list[Line]) -> float:
    """Flesch's reading ease: 100 is easy, 30 is a scholarly paper, and it may be below 0."""
    words = sum(line.words for line in measured)
    counted = sum(line.syllables for line in measured)
    return 206.835 - 1.015 * words / len(measured) - 84.6 * counted / words if words else 100.0


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """About how many syllables an English word has."""
    lower = word.lower()
    if not lower.isalpha():
        return sum(syllables(part) for part in re.findall(r"[^\W\d_]+", lower)) or 1
    count = len(_VOWELS.findall(lower)) + len(_APART.findall(lower))
    return max(1, count - bool(_MUTE.search(lower)))
