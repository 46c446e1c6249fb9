"""Which animals a text speaks of, and whether it says that they were studied."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

_NAMES = {
    "guinea_pig": r"guinea[- ]pigs?",
    "rat": r"rats?|sprague[- ]dawley|wistar",
    "mouse": r"mouse|mice|murine",
    "hamster": r"hamsters?",
    "rabbit": r"rabbits?",
    "rodent": r"rodents?",
    "dog": r"dogs?|canines?|beagles?",
    "cat": r"cats?|felines?",
    "pig": r"pigs?|piglets?|minipigs?|swine|porcine",
    "sheep": r"sheep|lambs?|ovine",
    "goat": r"goats?",
    "cow": r"cows?|cattle|calves|bovine",
    "horse": r"horses?|equine",
    "monkey": r"monkeys?|macaques?|baboons?|marmosets?|non[- ]?human primates?",
    "primate": r"primates?",
    "chicken": r"chickens?|chicks?",
    "zebrafish": r"zebrafish",
    "frog": r"frogs?|xenopus",
    "fly": r"drosophila|fruit flies",
    "worm": r"c\. elegans|nematodes?",
    "human": r"humans?|people|persons?|men|women|patients?|volunteers?|participants?|children",
}
_PARENT = {
    "rat": "rodent",
    "mouse": "rodent",
    "hamster": "rodent",
    "guinea_pig": "rodent",
    "monkey": "primate",
    "human": "primate",
}
_ANY = re.compile(
    r"\b(?:" + "|".join(f"(?P<{kind}>{names})" for kind, names in _NAMES.items()) + r")\b", re.I
)
_WHOLE = frozenset({"mice", "men", "women", "people", "children", "swine", "sheep", "cattle"})
_STUDIED = re.compile(  # what makes a study of a singular: “a rat model”, “mouse studies”
    r"[ -](?:models?|stud(?:y|ies)|experiments?|strains?|colon(?:y|ies)|cohorts?|trials?)\b", re.I
)
_ORIGIN = re.compile(  # what is of an animal and may be studied in another, or in a dish
    r"[ -](?:\w+ )?(?:receptors?|genes?|proteins?|hormones?|cells?|tissues?|serum|plasma"
    r"|homolog\w*)\b",
    re.I,
)
_IN_THE = re.compile(r"\bin (?:the|a|an|one|each|every) (?:\w+ )?$", re.I)
_NEGATED = re.compile(
    r"\b(?:no|not|never|neither|nor|without|unlike|whereas|than|except|instead|nobody|none)\b"
    r"|n['’]t\b|\b(?:compared|contrast|differ\w*|like|similar\w*)\b",
    re.I,
)


class Mention(NamedTuple):
    """`text[start:end]` names animals of a kind: `studied` where it says that they were used,
    `alone` where they are no mere origin of something else (`human receptor`).
    """

    start: int
    end: int
    kind: str
    studied: bool
    alone: bool


def mentions(text: str) -> tuple[Mention, ...]:
    """Every animal named in a sentence, in its order; what is compared or denied (`unlike rats`)
    was not studied.
    """
    denied = _NEGATED.search(text) is not None
    return tuple(
        Mention(
            *match.span(),
            match.lastgroup or "",
            not denied and _is_studied(text, match),
            not denied and _ORIGIN.match(text, match.end()) is None,
        )
        for match in _ANY.finditer(text)
    )


def kinds(found: Iterable[Mention]) -> frozenset[str]:
    return frozenset(mention.kind for mention in found)


def agree(one: Iterable[str], other: Collection[str]) -> bool:
    """Whether some kind of the one may be a kind of the other: a rat is a rodent."""
    return any(a == b or _PARENT.get(a) == b or _PARENT.get(b) == a for a in one for b in other)


def _is_studied(text: str, match: re.Match[str]) -> bool:
    word = match[0].lower()
    plural = word in _WHOLE or (word.endswith("s") and word != "xenopus")
    return (
        plural
        or _STUDIED.match(text, match.end()) is not None
        or _IN_THE.search(text[max(0, match.start() - 30) : match.start()]) is not None
    )
