"""Whether two names mean one journal: its name in full, abbreviated as ISO 4 has it, or respelt.

`N. Engl. J. Med.` is `The New England Journal of Medicine`, and `Cell` is not `Cells`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape

_TAG = re.compile(r"</?\w+>")
_AROUND = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")  # the place that PubMed adds: `(Oxf)`
_WORD = re.compile(r"\w+")
_SMALL = re.compile(  # ISO 4 drops articles, conjunctions and prepositions
    "an|and|at|de|del|della|der|des|di|die|du|et|for|fur|im|in|la|las|le|les|los|of|on|the|to|und"
    "|von|zur"
)
_LANDS = (
    (re.compile(r"\bunited states(?: of america)?\b|\bu\W{0,2}s\W{0,2}a\b"), "usa"),
    (re.compile(r"\bunited kingdom\b|\bu\W{0,2}k\b"), "uk"),
)
_FEWEST_CUT = 2  # letters that an abbreviation leaves out: `Cells` is no long form of `Cell`
# What ISO 4's list of title words abbreviates by dropping letters from the middle of the word.
_CONTRACTED = {
    "assn": "association",
    "bd": "board",
    "dept": "department",
    "fdn": "foundation",
    "govt": "government",
    "hlth": "health",
    "intl": "international",
    "natl": "national",
}


def same_journal(one: str, other: str) -> bool:
    """Whether both are spellings of one name; two empty names are none."""
    mine, theirs = words(one), words(other)
    if not mine or len(mine) != len(theirs):
        return False
    if mine == theirs:
        return True
    return len(mine) > 1 and all(map(_same_word, mine, theirs))


@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """The words of a name that count, without case, accents, marks and small words."""
    plain = unicodedata.normalize("NFKD", unescape(_TAG.sub("", name)).casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c)).replace("&", " and ")
    for land, short in _LANDS:
        bare = land.sub(short, bare)
    found: list[str] = _WORD.findall(_AROUND.sub(" ", bare))
    kept = [word for word in found if not _SMALL.fullmatch(word)]
    return tuple(kept or found)  # a name of small words alone is still a name


def _same_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short == long or _CONTRACTED.get(short) == long:
        return True
    return len(long) - len(short) >= _FEWEST_CUT and long.startswith(short)
