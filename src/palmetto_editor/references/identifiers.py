"""Identifiers of works, journals and people: what one looks like, and its check digit.

A function for each kind gives the bare form of a text that is one, however it was typed, or "".
`recognise` tells of any text which one it is. The addresses of identifiers are in `addresses`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from palmetto_editor.references import urls

Kind = Literal["DOI", "PMID", "PMCID", "arXiv", "ISBN", "ISSN", "ORCID", "URL"]

LONGEST = 2_000  # characters: a longer text is no identifier
FEWEST_BARE = 5  # digits of a PMID that stands without its label: a shorter number is a year

_A = re.ASCII | re.IGNORECASE
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_AROUND = {"<": ">", "(": ")", "[": "]", "“": "”", "‘": "’", "«": "»", '"': '"', "'": "'"}
_REMARK = re.compile(r"\s\[(?:epub|pii|pubmed|doi|indexed)\b[^\[\]]*\]\.?$", _A)
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe63\uff0d]")
_DOI_BEFORE = re.compile(
    r"(?:(?:https?://)?(?:www\.|dx\.)?doi\.org/|info:doi/|urn:doi:|\[?doi\]?\s*[:：=]?\s*)+", _A
)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+", re.ASCII)
_TRACKED = re.compile(r"\?(?:utm_\w+|fbclid|gclid)=.*")  # what newsletters put behind an address
_CHECK_OF_SICI = re.compile(r";2-\S$")  # any character may be the check of a SICI
_PMID = re.compile(
    r"(?:(?:https?://)?(?:(?:www\.)?ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/"
    r"|pubmed\.ncbi\.nlm\.nih\.gov/|(?:www\.)?europepmc\.org/(?:article|abstract)/med/)"
    r"|\[?(?:pmid|pubmed(?:\s+id)?)\]?\s*[:=]?\s*)?([1-9]\d{0,7})/?(?:[?#]\S*)?",
    _A,
)
_PMCID = re.compile(
    r"(?:(?:https?://)?(?:(?:www\.)?ncbi\.nlm\.nih\.gov/pmc/articles/"
    r"|pmc\.ncbi\.nlm\.nih\.gov/articles/|(?:www\.)?europepmc\.org/(?:article/pmc|articles)/)"
    r"|\[?pmc(?:id)?\]?\s*[:=]\s*|pmcid\s+)?(?:pmc)?\s?([1-9]\d{0,8})(?:\.\d)?/?(?:(?:pdf|[?#])\S*)?",
    _A,
)
_ARXIV = re.compile(
    r"(?:(?:https?://)?(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/|arxiv\s*:?\s*)?"
    r"(\d{4}\.\d{4,5}|[a-z][a-z.-]+/\d{7})(v\d{1,3})?(?:\.pdf)?/?(?:\s*\[[\w.-]+\])?",
    _A,
)
_ISSN = re.compile(r"\b(\d{4})-?(\d{3}[\dX])\b", _A)
_ISSN_WHOLE = re.compile(
    r"(?:https?://(?:portal|www)\.issn\.org/(?:resource/issn/)?|(?:[ep]-?)?issn(?:-l)?\s*:?\s*)?"
    r"(\d{4}-?\d{3}[\dX])",
    _A,
)
_ISBN_APART = re.compile(r"[,;/]|\s{2,}")
_ISBN_AROUND = re.compile(r"(?:[ep]-?|urn:)?isbn(?:-?1[03])?:?|\((?:[^()]*)\)|[\s-]", _A)
_ISBN_PAGE = re.compile(
    r"https?://(?:[\w.-]*\.)?(?:openlibrary\.org/isbn|worldcat\.org/isbn|amazon\.[a-z.]+/(?:dp|gp/"
    r"product))/([\dX-]{10,17})(?:[/?#]\S*)?",
    _A,
)
_ORCID = re.compile(
    r"(?:(?:https?://)?(?:www\.)?orcid\.org/|orcid(?:\s+id)?\s*:?\s*)?"
    r"(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])/?",
    _A,
)
_LABELLED = re.compile(r"\[?(?:[ep]-?)?(pmid|pmc|doi|arxiv|isbn|issn|orcid)", _A)


@dataclass(frozen=True, slots=True)
class Identifier:
    """`value` is the bare form, with its check digit right where the kind has one: `10.1038/x`,
    `8688086`, `PMC4443295`, `2101.00001v2`, `9783161484100`, `0036-8075`, `0000-0002-1825-0097`.
    """

    kind: Kind
    value: str


def recognise(text: str) -> Identifier | None:
    """The one identifier that a text is, with or without its label, its address or brackets.

    A publisher's address that holds a DOI is that DOI; any other web address is itself. Digits
    alone are a PMID where there are five to eight, an ISBN where ten or thirteen check.
    """
    plain = _plain(text)
    if not plain or len(plain) > LONGEST:
        return None
    label = _LABELLED.match(plain)
    kinds = (_LABELS[label[1].lower()],) if label else _ORDER
    for kind in kinds:
        value = READERS[kind](plain)
        if value and not (plain.isdigit() and len(plain) < FEWEST_BARE):
            return Identifier(kind, value)
    return None


def doi(text: str) -> str:
    """The bare DOI of a DOI, of its address or of `doi:…`, without a sentence's full stop.

    The case is kept; a DOI is the same in any. "" for a text that is none.
    """
    plain = _plain(text)
    before = _DOI_BEFORE.match(plain)
    bare = plain[before.end() :] if before else plain
    if before and "/" in before[0] and "%" in bare:
        bare = unquote(bare)
    if before and "/" in before[0]:
        bare = _TRACKED.sub("", bare)
    bare = without_punctuation(bare)
    return bare if _DOI.fullmatch(bare) else ""


def without_punctuation(value: str) -> str:
    """An identifier without the punctuation behind it, which is a sentence's or a bracket's."""
    if not value or value[-1].isalnum():  # as nearly all end
        return value
    left, end = Counter(value), len(value)
    while end and not _CHECK_OF_SICI.search(value, max(end - 4, 0), end):
        last = value[end - 1]
        unpaired = last in _PAIRS and left[last] > left[_PAIRS[last]]
        if last not in ".,;:'\"”’»*" and not unpaired:
            break
        left[last] -= 1
        end -= 1
    return value[:end]


def pmid(text: str) -> str:
    """One to eight digits, bare, labelled or of PubMed's address."""
    match = _PMID.fullmatch(without_punctuation(_plain(text)))
    return match[1] if match else ""


def pmcid(text: str) -> str:
    """`PMC` and its number."""
    match = _PMCID.fullmatch(without_punctuation(_plain(text)))
    return f"PMC{match[1]}" if match else ""


def arxiv(text: str) -> str:
    """`2101.00001`, `hep-th/9901001`, with its version where one is given."""
    plain = without_punctuation(_plain(text))
    if plain.lower().startswith(("10.48550/", "https://doi.org/10.48550/")):
        plain = plain.lower().rpartition("/arxiv.")[2]
    match = _ARXIV.fullmatch(plain)
    return f"{match[1].lower()}{(match[2] or '').lower()}" if match else ""


def isbn(text: str) -> str:
    """The first ISBN of ten or thirteen digits whose check digit is right, without hyphens."""
    plain = _dashed(text)
    page = _ISBN_PAGE.fullmatch(plain)
    for part in _ISBN_APART.split(page[1] if page else plain):
        bare = _ISBN_AROUND.sub("", part).strip(".").upper()
        if re.fullmatch(r"\d{9}[\dX]", bare, re.ASCII) and _weighted(bare):
            return bare
        if re.fullmatch(r"97[89]\d{10}", bare, re.ASCII) and _alternating(bare[:-1]) == bare[-1]:
            return bare
    return ""


def isbn13(text: str) -> str:
    """The first ISBN as its thirteen digits: the two forms of one book are equal."""
    bare = isbn(text)
    if len(bare) != 10:
        return bare
    return f"978{bare[:9]}{_alternating(f'978{bare[:9]}')}"


def issn(text: str) -> str:
    """The ISSN, as `0036-8075`, that a text is; "" where its check digit is wrong."""
    match = _ISSN_WHOLE.fullmatch(_dashed(text).rstrip("."))
    return next(iter(issns(match[1])), "") if match else ""


def issns(text: str) -> tuple[str, ...]:
    """Every ISSN in the text whose check digit is right, each once."""
    found = (f"{first}-{last.upper()}" for first, last in _ISSN.findall(_dashed(text)))
    return tuple(dict.fromkeys(issn for issn in found if _weighted(issn.replace("-", ""))))


def orcid(text: str) -> str:
    """The bare `0000-0002-1825-0097` of an ORCID iD or its address.

    The last place is the check of ISO 7064 MOD 11-2, as ORCID's own documentation describes it.
    """
    match = _ORCID.fullmatch(_dashed(text).rstrip("."))
    if match is None:
        return ""
    digits = "".join(match.groups()).upper()
    return "-".join(match.groups()).upper() if _modulo_11_2(digits[:-1]) == digits[-1] else ""


def url(text: str) -> str:
    """An http or https address, of which a bare `www.…` is one."""
    plain = _plain(text)
    return urls.web(f"https://{plain}" if plain.lower().startswith("www.") else plain)


def _plain(text: str) -> str:
    """One line without invisible characters, the brackets or quotation marks around it, and what
    PubMed writes behind it.
    """
    plain = _REMARK.sub("", " ".join(_HIDDEN.sub("", text[: 2 * LONGEST]).split()))
    if plain[:1] in _AROUND:
        plain = plain.rstrip(".,;")
    while len(plain) > 1 and _AROUND.get(plain[0]) == plain[-1]:
        plain = plain[1:-1].strip()
    return plain


def _dashed(text: str) -> str:
    return _DASHES.sub("-", _HIDDEN.sub("", text)).strip()


def _bare_isbn(text: str) -> str:
    """`isbn` for a text that is nothing else."""
    return isbn(text) if not re.search(r"[,;]|\s{2,}", text) else ""


def _bare_pmcid(text: str) -> str:
    """`pmcid` for a text that says so: a number alone is a PMID."""
    return pmcid(text) if "pmc" in text.lower() else ""


def _bare_issn(text: str) -> str:
    """`issn` for a text that says so or has its hyphen: eight digits alone are a PMID."""
    return issn(text) if not text.isdigit() else ""


def _any_doi(text: str) -> str:
    """`doi`, also of a publisher's address that holds one."""
    return doi(text) or doi(urls.doi_within(text))


def _weighted(digits: str) -> bool:
    """The rule of ISSN and ISBN-10: weights downwards to 1, the sum divisible by 11."""
    values = (10 if digit == "X" else int(digit) for digit in digits)
    weights = range(len(digits), 0, -1)
    return sum(v * w for v, w in zip(values, weights, strict=True)) % 11 == 0


def _alternating(digits: str) -> str:
    """The check digit of EAN-13: weights 1 and 3 by turns, the sum divisible by 10."""
    total = sum(int(digit) * (3 if i % 2 else 1) for i, digit in enumerate(digits))
    return str(-total % 10)


def _modulo_11_2(digits: str) -> str:
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)


_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}
READERS: dict[Kind, Callable[[str], str]] = {
    "DOI": _any_doi, "PMID": pmid, "PMCID": _bare_pmcid,
    "arXiv": arxiv, "ISBN": _bare_isbn, "ISSN": _bare_issn, "ORCID": orcid, "URL": url,
}  # fmt: skip
_ORDER: tuple[Kind, ...] = ("DOI", "PMCID", "arXiv", "ORCID", "ISBN", "ISSN", "PMID", "URL")
_LABELS: dict[str, Kind] = {
    "pmid": "PMID", "pmc": "PMCID", "doi": "DOI", "arxiv": "arXiv", "isbn": "ISBN",
    "issn": "ISSN", "orcid": "ORCID",
}  # fmt: skip
