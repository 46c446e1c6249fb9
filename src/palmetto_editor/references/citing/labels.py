"""The words before a locator (`pp.`, `Kapitel`), in a language and always in English.

The words of a language are those of its CSL locale, in full and short, singular and plural; of
its symbols those that are signs, for a letter may stand for anything.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from palmetto_editor.references.styles.terms import locale_for
from palmetto_editor.references.styles.tree import Node

# CSL terms with the words for them in English (locales-en-US.xml), singular, plural and short.
_ENGLISH = {
    "appendix": "appendix appendices app. apps.",
    "article-locator": "article articles art. arts.",
    "book": "book books bk. bks.",
    "canon": "canon canons",
    "chapter": "chapter chapters chap. chaps. ch. chs.",
    "column": "column columns col. cols.",
    "elocation": "location locations loc. locs.",
    "equation": "equation equations eq. eqs.",
    "figure": "figure figures fig. figs.",
    "folio": "folio folios fol. fols.",
    "issue": "issue issues no. nos.",
    "line": "line lines l. ll.",
    "note": "note notes n. nn.",
    "number": "number numbers",
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
_FORMS = ("long", "short", "symbol")
_SIGNS = ".¶§№"  # what a label may end in when a number follows at once
_ENDS = r"\.?(?![^\W\d])"  # of a word: no letter follows


class Labels(NamedTuple):
    """`words` has the CSL term of each label in small letters; `pattern` finds one."""

    words: dict[str, str]
    pattern: re.Pattern[str]

    def label(self, text: str) -> tuple[str, str]:
        """The CSL term of the label that a text begins with, or "", and what follows it."""
        found = self.pattern.match(text)
        if not found:
            return "", text
        word = found[0].casefold()
        term = self.words.get(word) or self.words.get(word.removesuffix("."), "")
        return (term, text[found.end() :].lstrip()) if term else ("", text)


@lru_cache(16)
def labels_of(language: str) -> Labels:
    """The labels of a language, a tag of BCP 47; where two have one word the language's own goes
    before the English one.
    """
    words = {word: term for term, spelt in _ENGLISH.items() for word in spelt.split()}
    if language and not language.startswith("en"):
        words |= _of_locale(language)
    longest_first = sorted(words, key=len, reverse=True)
    ends = [re.escape(word) + ("" if word[-1] in _SIGNS else _ENDS) for word in longest_first]
    return Labels(words, re.compile("|".join(ends), re.IGNORECASE))


def _of_locale(language: str) -> dict[str, str]:
    """What two terms share belongs to the one whose longer word it is, then to the first."""
    locale = locale_for(language, Node("style", {}))
    words: dict[str, str] = {}
    for form in _FORMS:
        for term in _ENGLISH:
            for text in locale.terms.get((term, form), ()):
                word = " ".join(text.split()).casefold()
                is_sign = not any(map(str.isalpha, word))
                if word.strip(".") and (form != "symbol" or is_sign):
                    words.setdefault(word, term)
    return words
