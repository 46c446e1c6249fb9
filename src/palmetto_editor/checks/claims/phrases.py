"""The phrases of a pack, as the regex that finds them.

    treat          that very word, in any case        {treat}        the word in all its forms
    a|b   {a|b}    one of them                        <condition>    an entry of a word list
    word?          may be missing                     …   …9         up to four (nine) words between
    #              a number, as a word too            *itis   sub*   a word that ends, begins so

The entries of a word list take all their forms. A phrase lies within a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial

from palmetto_editor.checks.claims.inflect import forms

LONGEST = 400  # characters of a phrase
WIDEST = 12  # words that `…` may stand for
BETWEEN = 4
_TOKEN = re.compile(
    r"(?P<gap>…|\.\.\.)(?P<words>\d{0,2})|(?P<number>#)(?P<maybe1>\??)"
    r"|\{(?P<any>[^{}<>]+)\}(?P<maybe2>\??)|<(?P<list>[\w-]+)>(?P<maybe3>\??)"
    r"|(?P<exact>[^\s{}<>?…#]+)(?P<maybe4>\??)"
)
_APART = r"(?:[ \t\x{a0}‐‑–-]{1,3}\n?[ \t]{0,3}|\n[ \t]{0,3})"
_WORD = r"[^\s,;:!?()“”\"]*[^\s.,;:!?()“”\"]"
_BESIDE = r"(?:[ \t\x{a0},()“”\"‘’'/‐‑–-]{1,4}\n?[ \t]{0,3}|\n[ \t]{0,3})"
_NUMBER = (
    r"(?:\d+(?:[.,]\d+)*(?:\s?[–-]\s?\d+(?:[.,]\d+)*)?"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|ninety)\b)"
)

Lists = Mapping[str, Sequence[str]]


def source(phrase: str, lists: Lists) -> str:
    """The RE2 regex of a phrase; ValueError, a sentence, where it cannot be read."""
    if len(phrase) > LONGEST:
        raise ValueError(f"A phrase has at most {LONGEST} characters.")
    made, at, gap, begun = "", 0, "", False
    text = phrase.strip()
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            raise ValueError(f"“{text[at:][:20]}” cannot be read as a part of a phrase.")
        at = token.end()
        if at < len(text) and not text[at].isspace():
            raise ValueError(f"A blank belongs behind “{token[0]}”.")
        at += len(text[at:]) - len(text[at:].lstrip())
        if token["gap"]:
            gap = _gap(token, begun=begun)
            continue
        made += _joined(_element(token, lists), gap, begun=begun, maybe=_maybe(token))
        begun, gap = begun or not _maybe(token), ""
    if not begun or gap:
        raise ValueError("A phrase begins and ends with a word that may not be missing.")
    return made


def any_of(sources: Sequence[str]) -> str:
    """One regex for several."""
    return "|".join(f"(?:{one})" for one in sources)


def _gap(token: re.Match[str], *, begun: bool) -> str:
    if not begun:
        raise ValueError("A phrase begins and ends with a word that may not be missing.")
    words = int(token["words"] or BETWEEN)
    if words > WIDEST:
        raise ValueError(f"“…” stands for at most {WIDEST} words.")
    return f"(?:{_BESIDE}{_WORD}){{0,{words}}}?"


def _joined(element: str, gap: str, *, begun: bool, maybe: bool) -> str:
    apart = _BESIDE if gap else _APART
    if not begun:
        return f"(?:{element}{apart})?" if maybe else element
    return f"(?:{gap}{apart}{element})?" if maybe else f"{gap}{apart}{element}"


def _maybe(token: re.Match[str]) -> bool:
    return any(token[f"maybe{number}"] for number in (1, 2, 3, 4))


def _element(token: re.Match[str], lists: Lists) -> str:
    if token["number"]:
        return _NUMBER
    if token["any"]:
        return _either(_one_of_forms(word) for word in token["any"].split("|") if word.strip())
    if token["list"]:
        if token["list"] not in lists:
            raise ValueError(f"There is no word list “{token['list']}”.")
        return _listed(tuple(lists[token["list"]]))
    return _either(map(partial(_exact, whole=True), filter(None, token["exact"].split("|"))))


@lru_cache(maxsize=64)  # a pack uses its word lists again and again
def _listed(entries: tuple[str, ...]) -> str:
    return _either(map(entry, entries))


def entry(words: str) -> str:
    """The RE2 regex of an entry of a word list; ValueError, a sentence, where it cannot be one."""
    return _APART.join(map(_one_of_forms, words.split()))


@lru_cache(maxsize=4096)  # lists share words
def _one_of_forms(word: str) -> str:
    """A word in all its forms; of several words in one, joined by a hyphen, the last bends."""
    head, hyphen, last = word.strip().rpartition("-")
    if "*" in last or not last:
        return _exact(word.strip(), whole=True)
    return _either(_exact(f"{head}{hyphen}{form}", whole=True) for form in forms(last))


def _either(sources: object) -> str:
    made = list(dict.fromkeys(sources))  # type: ignore[call-overload]  # any iterable of str
    if not made:
        raise ValueError("A choice of words is empty.")
    return made[0] if len(made) == 1 else f"(?:{'|'.join(made)})"


def _exact(word: str, *, whole: bool) -> str:
    """The characters themselves, at the edges of a word; `*` stands for its other letters."""
    bare = word.replace("*", "")
    if len(bare) < 2 and "*" in word:
        raise ValueError("“*” needs two letters beside it.")
    parts = [
        r"[a-z0-9]+"
        if c == "*"
        else "['’]"
        if c in "'’"
        else "[-‐‑– ]?"
        if c == "-"
        else re.escape(c)
        for c in word.lower()
    ]
    before = r"\b" if whole and _is_plain(word[0]) else ""
    after = r"\b" if whole and _is_plain(word[-1]) else ""
    return f"{before}{''.join(parts)}{after}"


def _is_plain(character: str) -> bool:
    return character == "*" or (character.isascii() and character.isalnum())
