"""Locators at the beginning of a suffix, as Pandoc reads them.

Source: Pandoc's manual, "Citation syntax": a label and what it counts (`pp. 33-35, 38-39`), a
number without a label, which is a page, or anything at all in braces (`{ii, A, D-Z}`). Labels are
words of the article's language, or English.
"""

from __future__ import annotations

import re
from functools import lru_cache

from palmetto_editor.references.citing.labels import labels_of
from palmetto_editor.references.citing.pieces import Locator

_UNIT = r"[^\s,;(){}\[\]–—-]"  # what a number, perhaps with letters, is made of
_WORD = rf"[(\[]?(?:{_UNIT}*\d{_UNIT}*|[ivxlcdm]+(?!\w)|[IVXLCDM]+(?!\w))[)\]]?"
_LETTER = r"[–—-][A-Za-z](?!\w)"  # the end of `3a-b`
_NUMBERS = re.compile(rf"{_WORD}(?:{_LETTER}|\s*[,;–—-]+\s*{_WORD})*")
_BRACED = re.compile(r",?\s*\{([^{}]*)\}")
_DASH = re.compile(r"(?<=[\w)\]])\s*-+\s*(?=[\w(\[])")


@lru_cache(maxsize=4096)
def parse(suffix: str, language: str = "") -> tuple[Locator | None, str]:
    """The locator that a suffix begins with, and what is left of the suffix."""
    labels = labels_of(language)
    braced = _BRACED.match(suffix)
    if braced:
        label, value = labels.label(braced[1].strip())
        label = label or ("page" if value[:1].isdigit() else "")
        locator = Locator(label, _DASH.sub("–", value)) if value else None
        return locator, suffix[braced.end() :].rstrip()
    text = suffix.lstrip(", ")
    label, counted = labels.label(text)
    found = _NUMBERS.match(counted)
    if not found or not (label or any(map(str.isdigit, found[0]))):
        return None, suffix
    value = found[0].rstrip(".:!?")
    rest = counted[len(value) :].rstrip()
    return Locator(label or "page", _DASH.sub("–", value)), rest


def unbraced(suffix: str, language: str = "") -> str:
    """A suffix with its locator as words, for a style that has no place for it."""
    braced = _BRACED.match(suffix)
    if braced:
        return f"{_DASH.sub('–', braced[1].strip())}{suffix[braced.end() :]}"
    found = parse(suffix, language)[0]
    return _DASH.sub("–", suffix) if found else suffix
