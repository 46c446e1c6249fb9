"""Text case as CSL 1.0.2 and pandoc's citeproc have it, over text that carries formats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.references.styles.runs import MARKS, NOCASE, Runs

_STOPS = "a an and as at but by down for from in into nor of on onto or over so the till to up via"
STOP_WORDS = frozenset([*_STOPS.split(), "with", "yet"])
_UNSEEN = dict.fromkeys(map(ord, MARKS))
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_NEW_SENTENCE = re.compile(r"[.?!:][^\w\s]*\s")
_BREAK = re.compile(r"[\s\-/\u2013\u2014]")
_HYPHENS = frozenset("-\u2010\u2011")
_APOSTROPHES = frozenset("’'\u02bc")


def cased(runs: Runs, case: str, english: bool, *, whole: bool = False) -> Runs:
    """In the `text-case`; title case is of English alone.

    `whole`: the last word is a capital too, which pandoc does in titles that are not italic alone;
    a part of a word ("follow-up") is no word of its own there.
    """
    if case == "title" and not english:
        return runs
    if case in ("lowercase", "uppercase"):
        turn = str.lower if case == "lowercase" else str.upper
        return tuple((t if f & NOCASE else turn(t), f, h) for t, f, h in runs)
    text = "".join(run[0] for run in runs)
    fixed = _untouchable(runs)
    parts: list[str] = []
    done = 0
    words = list(_words(text))
    for index, (start, word, state) in enumerate(words):
        parts.append(text[done:start])
        done = start + len(word)
        kept = fixed[start] if fixed else False
        last = whole and index == len(words) - 1 and text[start - 1 : start] not in _HYPHENS
        parts.append(word if kept else _turned(word, case, state, last))
    parts.append(text[done:])
    return _redistributed(runs, "".join(parts))


def _untouchable(runs: Runs) -> list[bool]:
    if not any(run[1] & NOCASE for run in runs):
        return []
    return [bool(bits & NOCASE) for text, bits, _ in runs for _ in text]


def _words(text: str) -> Iterator[tuple[int, str, str]]:
    """Where a word starts, the word, and what came before it."""
    done = 0
    for index, match in enumerate(_WORD.finditer(text)):
        between = text[done : match.start()].translate(_UNSEEN)
        state = _state(between) if index else "start"
        done = match.end()
        yield match.start(), match[0], state


def _state(between: str) -> str:
    if _NEW_SENTENCE.search(between):
        return "sentence"
    if _BREAK.search(between):
        return "word"
    return "inside" if between and set(between) <= _APOSTROPHES | {"."} else "other"


def _turned(word: str, case: str, state: str, last: bool) -> str:
    if case == "capitalize-first":
        return _capital(word) if state == "start" and word.islower() else word
    if case == "capitalize-all":
        return word if state == "inside" else _capital(word)
    if case == "sentence":
        return _in_sentence(word, state)
    return _in_title(word, state, last)


def _in_sentence(word: str, state: str) -> str:
    if state in ("start", "sentence"):
        return _capital(word) if state == "start" and word.islower() else word
    return word.lower() if _is_capitalised(word) else word


def _in_title(word: str, state: str, last: bool) -> str:
    if state == "inside" or not (word.islower() or _is_capitalised(word)):
        return word
    if state in ("start", "sentence"):
        return _capital(word)
    if len(word) == 1:
        return word
    return word.lower() if word.lower() in STOP_WORDS and not last else _capital(word)


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() and not any(char.isupper() for char in word[1:])


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _redistributed(runs: Runs, text: str) -> Runs:
    """The same formats over the changed text; only `ß` and its like change a length."""
    if len(text) != sum(len(run[0]) for run in runs):
        return runs
    out, done = [], 0
    for old, bits, href in runs:
        out.append((text[done : done + len(old)], bits, href))
        done += len(old)
    return tuple(out)
