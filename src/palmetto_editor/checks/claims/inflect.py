"""The forms of an English word by rule: plurals, and verbs in every tense.

Forms are made from the word that a pack names, never found from what a writer wrote, so one that
nobody uses (`musclely` is not made, `muscled` is) costs nothing. That is little enough to be
our own; libraries for it bring dictionaries of megabytes.
"""

from __future__ import annotations

import re
from functools import lru_cache

_VERBS = {  # past and participle, where no rule makes them
    "be": "am is are was were been being", "begin": "began begun beginning", "bring": "brought",
    "build": "built", "burn": "burnt burned", "buy": "bought", "come": "came", "cut": "",
    "do": "does did done", "draw": "drew drawn", "drive": "drove driven", "eat": "ate eaten",
    "fall": "fell fallen", "feel": "felt", "fight": "fought", "find": "found", "get": "got gotten",
    "give": "gave given", "go": "goes went gone", "grow": "grew grown", "have": "has had having",
    "hold": "held", "keep": "kept", "know": "knew known", "lead": "led", "lose": "lost",
    "make": "made", "mean": "meant", "put": "", "read": "", "rise": "rose risen", "run": "ran",
    "say": "said", "see": "saw seen", "seek": "sought", "sell": "sold", "send": "sent", "set": "",
    "show": "shown", "shrink": "shrank shrunk", "sleep": "slept", "spend": "spent",
    "swear": "swore sworn", "swell": "swelled swollen", "take": "took taken", "tell": "told",
    "think": "thought", "undergo": "underwent undergone", "understand": "understood",
    "wear": "wore worn", "write": "wrote written",
}  # fmt: skip
_NOUNS = {
    "analysis": "analyses", "child": "children", "diagnosis": "diagnoses", "foot": "feet",
    "hypothesis": "hypotheses", "man": "men", "mouse": "mice", "ox": "oxen", "person":
    "people persons", "tooth": "teeth", "woman": "women", "calf": "calves", "life": "lives",
    "wolf": "wolves", "bacterium": "bacteria", "datum": "data", "medium": "media",
}  # fmt: skip
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprtv]$|(?:fer|cur|mit|trol|pel)$")


@lru_cache(maxsize=4096)
def forms(word: str) -> tuple[str, ...]:
    """The word with its plural, third person, past and participles; sorted, in small letters."""
    word = word.lower()
    made = {word, *_NOUNS.get(word, "").split()}
    if word not in _NOUNS:
        made |= {_with_s(word)}
    if not word.isalpha() or len(word) < 2:
        return tuple(sorted(made))
    irregular = _VERBS.get(word)
    stems = [word + word[-1]] if _DOUBLES.search(word) else [word]
    made |= {_with_ing(stem) for stem in stems}
    made |= {_with_ed(stem) for stem in stems} if irregular is None else set(irregular.split())
    if word.endswith(("ise", "yse")):
        made |= set(forms(word[:-2] + "ze"))
    return tuple(sorted(made))


def _with_s(word: str) -> str:
    if _SIBILANT.search(word):
        return f"{word}es"
    return f"{word[:-1]}ies" if _CONSONANT_Y.search(word) else f"{word}s"


def _with_ing(stem: str) -> str:
    if stem.endswith("ie"):
        return f"{stem[:-2]}ying"
    cuts = stem.endswith("e") and not stem.endswith(("ee", "oe", "ye"))
    return f"{stem[:-1] if cuts else stem}ing"


def _with_ed(stem: str) -> str:
    if _CONSONANT_Y.search(stem):
        return f"{stem[:-1]}ied"
    return f"{stem}d" if stem.endswith("e") else f"{stem}ed"
