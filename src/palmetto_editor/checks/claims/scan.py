"""What a pack finds in a text by itself, remembered for as long as the text is that one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from palmetto_editor.checks.claims.negation import affirms, denied, denies
from palmetto_editor.checks.claims.pack import ClaimRule, Pack, When
from palmetto_editor.checks.claims.patterns import Pattern
from palmetto_editor.checks.claims.words import finds
from palmetto_editor.checks.rule import Pause
from palmetto_editor.checks.sentences import Sentence, sentences
from palmetto_editor.checks.shown import Shown, shown

TRIES = 8  # matches of one rule that are weighed in one sentence
LONG = 4_000  # characters of a text that a key need not wait for
MOST = 50  # matches of one rule in one text: more tell nobody more
_NOBODY = Pause()
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TARGET = re.compile(r"\]\(\s*<?(?P<target>[^\s()<>]{1,2000})")


class Match(NamedTuple):
    """Words that break a rule, in a sentence of a text; spans are of the text as shown."""

    rule: ClaimRule
    when: When
    start: int
    end: int
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What stands between two empty lines of a text as shown: an item, a row, a head too."""

    start: int
    end: int
    cited: bool
    keys: frozenset[str]
    facts: frozenset[str]
    leads: bool


class Around(NamedTuple):
    """What stands around a sentence: whether it is cited, by which keys, and which facts."""

    cited: bool = False
    keys: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """What a text tells of itself."""

    shown: Shown
    paragraphs: tuple[Paragraph, ...]

    @property
    def facts(self) -> frozenset[str]:
        return frozenset[str]().union(*(one.facts for one in self.paragraphs))

    def around(self, at: int) -> Around:
        """What the paragraph at a character tells, with the words that lead to it; words that lead
        to a list are told of by all its items.
        """
        if not self.paragraphs:
            return Around()
        starts = [one.start for one in self.paragraphs]
        index = max(0, bisect_right(starts, at) - 1)
        own = self.paragraphs[index]
        lead = next((p for p in reversed(self.paragraphs[:index]) if p.leads), own)
        those = (own, lead, *(self.paragraphs[index + 1 :] if own.leads else ()))
        return Around(
            any(one.cited for one in those),
            frozenset[str]().union(*(one.keys for one in those)),
            frozenset[str]().union(*(one.facts for one in those)),
        )


@lru_cache(maxsize=16384)
def known(text: str) -> Known:
    """The paragraphs of a Markdown text, with their citations and models."""
    read = shown(text)
    cites = sorted((at, key) for at, _, key in read.cites)
    places = sorted(at for at, _, _ in (*read.cites, *read.notes))
    paragraphs, start = [], 0
    for piece in read.text.split("\n\n"):
        end = start + len(piece)
        if piece.strip():
            cited = bisect_left(places, start) < bisect_right(places, end)
            first, last = bisect_left(cites, (start, "")), bisect_left(cites, (end + 1, ""))
            keys = frozenset(key for _, key in cites[first:last])
            leads = piece.rstrip().endswith(":")
            paragraphs.append(Paragraph(start, end, cited, keys, facts(piece), leads))
        start = end + 2
    return Known(read, tuple(paragraphs))


@lru_cache(maxsize=16384)
def facts(words: str) -> frozenset[str]:
    """Which models, and whether a year, these words name."""
    names = [name for name in ("animal", "model", "study") if finds(name).found(words)]
    return frozenset([*names, *(["year"] if _YEAR.search(words) else [])])


@lru_cache(maxsize=16384)
def names_people(words: str) -> bool:
    return finds("people").found(words)


@lru_cache(maxsize=32768)
def matches(pack: Pack, text: str, pause: Pause = _NOBODY, answer: str = "") -> tuple[Match, ...]:
    """Every sentence of the text that breaks a rule, once for each of its tables of patterns, but
    for what is denied, quoted or asked; what only its neighbourhood tells is not looked at.

    `pause` is called between the patterns where the text is long. `answer` is what stands below
    the text, “yes” or nothing.
    """
    read = shown(text)
    if not read.text.strip():
        return ()
    all_sentences = sentences(read.text)
    starts = [sentence.start for sentence in all_sentences]
    found: list[Match] = []
    for rule in pack.rules:
        for when in rule.whens:
            if len(text) > LONG:
                pause.call()
            seen: set[int] = set()
            tried: Counter[int] = Counter()
            for start, end in (*_spans(when.found, read.text), *_linked(when, text, read)):
                index = bisect_right(starts, start) - 1
                if index < 0 or index in seen or tried[index] >= TRIES or len(seen) >= MOST:
                    continue
                tried[index] += 1
                is_last = index + 1 == len(all_sentences)
                said = answer if is_last else all_sentences[index + 1].text
                if _counts(when, read, all_sentences[index], said, start, end):
                    seen.add(index)
                    found.append(Match(rule, when, start, end, all_sentences[index]))
    return tuple(found)


def _spans(pattern: Pattern | None, text: str) -> Sequence[tuple[int, int]]:
    return pattern.spans(text) if pattern is not None else ()


def _linked(when: When, text: str, read: Shown) -> Iterator[tuple[int, int]]:
    """The words of links whose target is sought."""
    if when.targets is None:
        return
    for start, end in read.links:
        target = _TARGET.match(text, read.at(start, end)[1])
        if target is not None and when.targets.found(target["target"]):
            yield start, end


def _counts(when: When, read: Shown, sentence: Sentence, answer: str, start: int, end: int) -> bool:
    """Whether a match breaks its rule; `answer` is the sentence that follows."""
    words, at = sentence.text, start - sentence.start
    until = min(end, sentence.end) - sentence.start
    is_asked = words.rstrip("\"'”’ )").endswith("?")
    if is_asked and not affirms(answer) and not (when.asked and not denies(answer)):
        return False
    if not when.quoted and any(a <= start and end <= b for a, b in read.quotes):
        return False
    if when.unless is not None and when.unless.found(words):
        return False
    if any(a < until and at < b for a, b in _spans(when.but, words)):
        return False
    return when.negated or not denied(words, at, until)
