"""`(Marsh et al., 2019; Wren, 2020, p. 4)` and `Marsh (2019)` become citations of the list's keys.

Only where every name and year in the brackets is that of exactly one reference: a year in brackets
is not always a citation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from palmetto_editor.intake.recognise.citations import Cite, outside_code
from palmetto_editor.model.csl import Reference

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?P<letter>[a-z])?"
_PARTICLE = r"(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|ter|ten)\s+"
_WORD = rf"(?:{_PARTICLE})*[^\W\d_a-z][\w'’-]*"
_AND = r"\s*,?\s+(?:and|&|und|et|y)\s+"
_MORE = rf"(?:\s*,?\s+et\s+al\.?|(?:,\s+{_WORD}){{0,5}}{_AND}{_WORD})?"
_WHO = rf"(?P<who>{_WORD}{_MORE})"
_WHOSE = rf"(?P<who>{_WORD}(?:{_MORE}|(?:\s+[\w'’&-]+){{1,7}}))"  # or an institution
_LINK = re.compile(  # into a list of references
    r"\[(?P<words>[^\[\]]{2,80})\]\(#(?:ref|bib|cit|cr|b|r)[\w.:-]{0,50}\d\)", re.IGNORECASE
)
_PART = re.compile(
    rf"(?P<prefix>(?:(?!{_PARTICLE})[a-z.]+,?\s+){{0,4}}){_WHOSE},?\s+(?:\(?{_YEAR}\)?)(?:\s*[,:]\s*(?P<suffix>[^;]{{1,40}}))?"
)
_IN_BRACKETS = re.compile(r"(?<!\])(?P<open>[(\[])(?P<parts>[^()\[\]\n]{6,400})[)\]](?![(\[:])")
_IN_TEXT = re.compile(
    rf"(?<![\w@]){_WHO}(?:['’]s)?\s+\({_YEAR}(?:\s*[,:]\s*(?P<suffix>[^();]{{1,40}}))?\)"
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MORE_YEARS = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")


def name_citer(references: Sequence[Reference]) -> Cite:
    """What turns names with years into citations; a text without any stays as it is."""
    known = _known(references)

    def cite(text: str) -> str:
        return outside_code(text, cited) if _MORE_YEARS.search(text) else text

    def cited(text: str) -> str:
        told = _LINK.sub(lambda m: m["words"], text)
        named = _IN_TEXT.sub(lambda m: _narrative(m, known), told)
        named = _IN_BRACKETS.sub(lambda m: _bracketed(m, known), named)
        return text if named == told else named

    return cite if known else lambda text: text


def _known(references: Iterable[Reference]) -> Mapping[tuple[str, str], str]:
    """Keys by first family name and year, with the letter that tells two of a year apart.

    What two references share is left out, unless a letter after the year says which is meant.
    """
    by_name: dict[tuple[str, str], list[str]] = {}
    for reference in references:
        dated = reference.issued
        year = dated.date_parts[0][0] if dated and dated.date_parts else 0
        people = reference.author or reference.editor
        if year and people:
            who = _fold(people[0].family or people[0].literal)
            by_name.setdefault((who, str(year)), []).append(reference.id)
    known = {}
    for (who, in_year), keys in by_name.items():
        if len(keys) == 1:
            known[who, in_year] = keys[0]
        known |= {(who, f"{in_year}{letter}"): key for letter, key in zip(_LETTERS, keys)}  # noqa: B905  (letters enough)
    return known


def _narrative(match: re.Match[str], known: Mapping[tuple[str, str], str]) -> str:
    key = _key(match, known)
    if not key:
        return match[0]
    suffix = f" [{match['suffix'].strip()}]" if match["suffix"] else ""
    return f"@{key}{suffix}"


def _bracketed(match: re.Match[str], known: Mapping[tuple[str, str], str]) -> str:
    cites = [_part(part.strip(), known) for part in match["parts"].split(";")]
    return f"[{'; '.join(cites)}]" if all(cites) else match[0]


def _part(text: str, known: Mapping[tuple[str, str], str]) -> str:
    """`see @key, p. 3`; "" for what is no citation, or one of a work that is not in the list."""
    match = _PART.fullmatch(text)
    if match is None:
        return ""
    suffix = (match["suffix"] or "").strip()
    key = _key(match, known)
    if not key or _MORE_YEARS.fullmatch(suffix):
        return ""
    return f"{match['prefix']}@{key}" + (f", {suffix}" if suffix else "")


def _key(match: re.Match[str], known: Mapping[tuple[str, str], str]) -> str:
    first = re.split(r"\s*,\s*|\s+(?:and|&|und|et|y)\s+", match["who"])[0]
    return known.get((_fold(first), match["year"] + (match["letter"] or "")), "")


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if sign.isalpha())
