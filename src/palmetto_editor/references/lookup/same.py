"""Whether two spellings of a field mean the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from palmetto_editor.model.csl import Date, Name
from palmetto_editor.references import identifiers
from palmetto_editor.references.duplicates import folded
from palmetto_editor.references.journals import same_journal
from palmetto_editor.references.seasons import of_month

_DASH = re.compile(r"\s*(?:--+|[-‐‑‒–—−])\s*")
_LABEL = re.compile(r"\b(?:volume|vol|issue|number|no|nr|pages?|pp?|edition|edn|ed)\b\.?", re.I)
_ORDINAL = re.compile(r"(?<!\d)(\d{1,6})(?:st|nd|rd|th)\b", re.I)
_COMPANY = re.compile(r"\b(?:inc|ltd|limited|llc|bv|gmbh|ag|co|kg|sa|plc|company|corp)\b")
_WEB = re.compile(r"^https?://(?:www\.)?|/+$", re.I)
_RETRACTED = re.compile(
    r"^\W*(?:retracted(?: article| paper)?|withdrawn|expression of concern)\b\W*", re.I
)
_INITIALS = 3  # capitals in a row at most that are initials: GA, and not MARIA
_CODES = {"eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es",
          "ita": "it", "por": "pt", "jpn": "ja", "chi": "zh", "zho": "zh", "rus": "ru",
          "dut": "nl", "nld": "nl", "english": "en", "german": "de", "french": "fr"}  # fmt: skip


def same(field: str, mine: Any, theirs: Any) -> bool:
    """Whether two values of a reference's attribute, both set, are spellings of one."""
    compare: Callable[[Any, Any], bool] = _COMPARE.get(field, _same_words)
    return compare(mine, theirs)


def title(text: str) -> str:
    """A title folded, without the word that it was retracted."""
    return folded(_RETRACTED.sub("", text))


def family(name: Name) -> str:
    """A family name folded, its particles with it; `ue` is `ü`."""
    parts = (name.dropping_particle, name.non_dropping_particle, name.family)
    text = name.literal or " ".join(parts) if any(parts) or name.literal else name.given
    return re.sub(r"([aou])e", r"\1", folded(text))


def _same_words(mine: str, theirs: str) -> bool:
    return folded(mine) == folded(theirs)


def _same_title(mine: str, theirs: str) -> bool:
    return title(mine) == title(theirs)


def _same_journal(mine: str, theirs: str) -> bool:
    return folded(mine) == folded(theirs) or same_journal(mine, theirs)


def _same_names(mine: tuple[Name, ...], theirs: tuple[Name, ...]) -> bool:
    if len(mine) != len(theirs):
        return False
    return all(map(_same_name, mine, theirs))


def _same_name(mine: Name, theirs: Name) -> bool:
    return family(mine) == family(theirs) and _same_given(mine.given, theirs.given)


def _same_given(mine: str, theirs: str) -> bool:
    """Whether given names agree as far as both go: `G A`, `GA` and `Giovanni Antonio` do."""
    pairs = zip(_given(mine), _given(theirs), strict=False)
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs)


def _given(text: str) -> list[str]:
    words: list[str] = []
    for word in re.split(r"[\s.‐-]+", text):
        if len(word) <= _INITIALS and word.isupper():
            words += folded(" ".join(word)).split()
        else:
            words += folded(word).split()
    return words


def _same_date(mine: Date, theirs: Date) -> bool:
    """Whether dates agree as far as both go."""
    if not mine.date_parts or not theirs.date_parts:
        return folded(mine.literal) == folded(theirs.literal)
    pairs = zip(mine.date_parts, theirs.date_parts, strict=False)
    return all(_agree(a, b) for a, b in pairs)


def _agree(mine: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
    """A season and a month are said in two ways; what both say is the year."""
    if any(map(of_month, mine[1:2])) != any(map(of_month, theirs[1:2])):
        return mine[:1] == theirs[:1]
    return mine[: len(theirs)] == theirs[: len(mine)]


def _same_pages(mine: str, theirs: str) -> bool:
    return _pages(mine) == _pages(theirs)


def _pages(text: str) -> list[str]:
    """The ends of a range; `307–15` ends in 315, and 12–12 is one page."""
    ends = [folded(end) for end in _DASH.split(_LABEL.sub("", text).strip())]
    if len(ends) == 2 and ends[1].isdecimal() and len(ends[1]) < len(ends[0]):
        ends[1] = ends[0][: -len(ends[1])] + ends[1]
    return ends[:1] if len(ends) == 2 and ends[0] == ends[1] else ends


def _same_number(mine: str, theirs: str) -> bool:
    return _number(mine) == _number(theirs)


def _number(text: str) -> str:
    plain = folded(_ORDINAL.sub(r"\1", _LABEL.sub("", _DASH.sub(" ", text))))
    return " ".join(word.lstrip("0") or word for word in plain.split())


def _same_publisher(mine: str, theirs: str) -> bool:
    return _COMPANY.sub("", folded(mine)).split() == _COMPANY.sub("", folded(theirs)).split()


def _same_doi(mine: str, theirs: str) -> bool:
    return bool(mine) and identifiers.doi(mine).casefold() == identifiers.doi(theirs).casefold()


def _same_isbn(mine: str, theirs: str) -> bool:
    return bool(_isbns(mine) & _isbns(theirs))


def _isbns(text: str) -> set[str]:
    return {found for part in re.split(r"[,;/]", text) if (found := identifiers.isbn13(part))}


def _same_issn(mine: str, theirs: str) -> bool:
    return bool(set(identifiers.issns(mine)) & set(identifiers.issns(theirs)))


def _same_address(mine: str, theirs: str) -> bool:
    return _WEB.sub("", mine.strip()).casefold() == _WEB.sub("", theirs.strip()).casefold()


def _same_language(mine: str, theirs: str) -> bool:
    return _language(mine) == _language(theirs)


def _language(text: str) -> str:
    code = re.split(r"[-_]", text.strip().lower())[0]
    return _CODES.get(code, code)


_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "title": _same_title, "container_title": _same_journal,
    "container_title_short": _same_journal, "collection_title": _same_journal,
    "author": _same_names, "editor": _same_names, "translator": _same_names,
    "issued": _same_date, "accessed": _same_date, "page": _same_pages,
    "volume": _same_number, "issue": _same_number, "number": _same_number,
    "edition": _same_number, "number_of_pages": _same_number, "chapter_number": _same_number,
    "publisher": _same_publisher, "DOI": _same_doi, "ISBN": _same_isbn, "ISSN": _same_issn,
    "PMID": lambda a, b: identifiers.pmid(a) == identifiers.pmid(b) != "",
    "PMCID": lambda a, b: identifiers.pmcid(a) == identifiers.pmcid(b) != "",
    "URL": _same_address, "language": _same_language,
}  # fmt: skip
