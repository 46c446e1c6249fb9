"""The words of an English sentence that carry its meaning, without their endings.

Endings are cut by a few rules, enough to see one word in `raises` and `raised`. The stemmers on
PyPI are too slow for this: snowballstemmer 3.1 takes a quarter of a second to import and 50 µs for
each word.
"""

from __future__ import annotations

import re
from functools import lru_cache


def listed(words: str) -> frozenset[str]:
    """The words of a list, each once."""
    return frozenset(words.split())


WORD = re.compile(r"[^\W_]+")
_VOWEL = re.compile(r"[aeiouy]")
_STOPS = listed(
    "a about above after again against all also although always among an and another any are as at"
    " be because been before being below between both but by can could did do does doing done down"
    " during each either else even ever every few first for from further had has have having he her"
    " here hers him his how however i if in indeed into is it its itself just last less like many"
    " may me might more most much must my near neither never no nor not now of off often on once"
    " one only or other others our out over own per perhaps rather same second several shall she"
    " should since so some still such than that the their them then there therefore these they"
    " third this those though through thus to together too toward under until up upon us very via"
    " was we well were what when where whether which while who whom whose why will with within"
    " without would yet you your see table figure section row"
)
_IRREGULAR = {
    "mice": "mouse",
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "feet": "foot",
    "teeth": "tooth",
    "rose": "ris",
    "risen": "ris",
    "fell": "fall",
    "fallen": "fall",
    "grew": "grow",
    "grown": "grow",
    "shown": "show",
    "found": "find",
    "gave": "giv",
    "given": "giv",
    "saw": "see",
    "seen": "see",
    "took": "tak",
    "taken": "tak",
    "made": "mak",
    "led": "lead",
    "fed": "feed",
    "bound": "bind",
    "held": "hold",
    "kept": "keep",
    "lost": "los",
    "sold": "sell",
    "bought": "buy",
    "written": "writ",
    "wrote": "writ",
}


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its ending: `studies`, `studied` and `study` are one."""
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= 3:
        return word
    word = _singular(word)
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= 3 and _VOWEL.search(bare):
            word = f"{bare}y" if bare.endswith("i") else bare
            doubled = word[-1] == word[-2] and (word[-1] not in "slz" or len(word) > 6)
            word = word[:-1] if doubled else word  # stopped, controlled, but not pulled
            break
    return word.removesuffix("e") if len(word) > 3 else word


def is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun."""
    lower = word.lower()
    if lower in ("mice", "men", "women", "children", "people", "feet"):
        return True
    ends = lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ous"))
    return len(lower) > 3 and ends and lower not in _STOPS


def stems(text: str) -> frozenset[str]:
    """The stems of all words of a text that mean something of themselves."""
    return frozenset(
        stem(word)
        for word in WORD.findall(text)
        if len(word) > 1 and not word.isdigit() and word.lower() not in _STOPS
    )


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
