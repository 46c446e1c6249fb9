"""Locators at the beginning of a suffix, as Pandoc reads them.

Source: Pandoc's manual, "Citation syntax": a label and what it counts (`pp. 33-35, 38-39`), a
number without a label, which is a page, or anything at all in braces (`{ii, A, D-Z}`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from palmetto_editor.references.citing.pieces import Locator

# CSL terms with the words for them in English (locales-en-US.xml), singular, plural and short.
_WORDS = {
    "appendix": "appendix appendices app. apps.",
    "article": "article articles art. arts.",
    "book": "book books bk. bks.",
    "canon": "canon canons",
    "chapter": "chapter chapters chap. chaps. ch. chs.",
    "column": "column columns col. cols.",
    "elocation": "location locations loc. locs.",
    "equation": "equation equations eq. eqs.",
    "figure": "figure figures fig. figs.",
    "folio": "folio folios fol. fols.",
    "issue": "issue issues",
    "line": "line lines l. ll.",
    "note": "note notes n. nn.",
    "number": "number numbers no. nos.",
    "opus": "opus opera op. opp.",
    "page": "page pages p. pp.",
    "paragraph": "paragraph paragraphs para. paras. ¶ ¶¶",
    "part": "part parts pt. pts.",
    "rule": "rule rules",
    "scene": "scene scenes sc. scs.",
    "section": "section sections sec. secs. sect. sects. § §§",
    "sub-verbo": "s.v. s.vv.",
    "supplement": "supplement supplements supp. supps. suppl.",
    "table": "table tables tbl. tbls.",
    "timestamp": "timestamp timestamps",
    "verse": "verse verses v. vv.",
    "volume": "volume volumes vol. vols.",
}
_TERMS = {word: term for term, words in _WORDS.items() for word in words.split()}
_ENDS = r"\.?(?![^\W\d])"  # of a word: no letter follows
_LABEL = re.compile(
    "|".join(
        re.escape(word) + ("" if word[-1] in ".¶§" else _ENDS)
        for word in sorted(_TERMS, key=len, reverse=True)
    ),
    re.IGNORECASE,
)
_UNIT = r"[^\s,;(){}\[\]–—-]"  # what a number, perhaps with letters, is made of
_WORD = rf"[(\[]?(?:{_UNIT}*\d{_UNIT}*|[ivxlcdm]+(?!\w)|[IVXLCDM]+(?!\w))[)\]]?"
_NUMBERS = re.compile(rf"{_WORD}(?:\s*[,;–—-]+\s*{_WORD})*")
_BRACED = re.compile(r",?\s*\{([^{}]*)\}")
_DASH = re.compile(r"(?<=[\w)\]])\s*-+\s*(?=[\w(\[])")


@lru_cache(maxsize=4096)
def parse(suffix: str) -> tuple[Locator | None, str]:
    """The locator that a suffix begins with, and what is left of the suffix."""
    braced = _BRACED.match(suffix)
    if braced:
        label, value = _labelled(braced[1].strip())
        label = label or ("page" if value[:1].isdigit() else "")
        locator = Locator(label, _DASH.sub("–", value)) if value else None
        return locator, suffix[braced.end() :].rstrip()
    text = suffix.lstrip(", ")
    label, counted = _labelled(text)
    found = _NUMBERS.match(counted)
    if not found or not (label or any(map(str.isdigit, found[0]))):
        return None, suffix
    value = found[0].rstrip(".:!?")
    rest = counted[len(value) :].rstrip()
    return Locator(label or "page", _DASH.sub("–", value)), rest


def unbraced(suffix: str) -> str:
    """A suffix with its locator as words, for a style that has no place for it."""
    braced = _BRACED.match(suffix)
    if braced:
        return f"{_DASH.sub('–', braced[1].strip())}{suffix[braced.end() :]}"
    found = parse(suffix)[0]
    return _DASH.sub("–", suffix) if found else suffix


def _labelled(text: str) -> tuple[str, str]:
    """The CSL term of the label that a text begins with, or "", and what follows it."""
    found = _LABEL.match(text)
    if not found:
        return "", text
    word = found[0].lower()
    term = _TERMS.get(word) or _TERMS[word.removesuffix(".")]
    return term, text[found.end() :].lstrip()
