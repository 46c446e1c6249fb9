"""The identifiers and addresses in a reference line, taken out of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from palmetto_editor.model.csl import Date
from palmetto_editor.references.seasons import as_month, season

_DOI = re.compile(
    r"(?:\bAvailable (?:from|at)\s*:?\s*)?(?:\bdoi\s*:?\s*)?(?:https?://(?:dx\.)?doi\.org/(?:doi:)?)?(10\.\d{4,9}/[^\s\"<>]+)",
    re.I,
)
_PMID = re.compile(
    r"(?:\bPMID\s*:?\s*|https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov"
    r"|ncbi\.nlm\.nih\.gov/pubmed)/)(\d{1,8})\b/?",
    re.I,
)
_PMCID = re.compile(
    r"(?:\bPMCID\s*:?\s*|https?://(?:www\.)?(?:pmc\.)?ncbi\.nlm\.nih\.gov/(?:pmc/)?articles/)?"
    r"\b(PMC\d{2,9})\b/?",
    re.I,
)
_ARXIV = re.compile(
    r"(?:https?://arxiv\.org/abs/|\barXiv\s*:\s*)(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+/\d{7})", re.I
)
_ISBN = re.compile(r"\bISBN(?:-1[03])?\s*:?\s*((?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dX])\b", re.I)
_URL = re.compile(r"(?:\bAvailable (?:from|at)\s*:?\s*|\bfrom\s+)?(https?://[^\s\"<>]+)", re.I)
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_ACCESSED = re.compile(
    rf"[\[(]?\b(?:accessed|retrieved|cited|viewed)\s*(?:on)?\s*:?\s*(?:"
    rf"(?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}}),?\s+(?P<y1>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})\s+(?P<m2>{MONTH}),?\s+(?P<y2>\d{{4}})"
    rf"|(?P<y3>\d{{4}})(?:-|\s+)(?P<m3>\d{{2}}|{MONTH})(?:-|\s+)(?P<d3>\d{{1,2}}))[\])]?,?",
    re.I,
)


def take_ids(text: str) -> tuple[dict[str, str], Date | None, str]:
    """The identifiers by CSL variable, the day of access, and the line without them."""
    found: dict[str, str] = {}

    def keep(variable: str, make: Callable[[str], str] = str) -> Callable[[re.Match[str]], str]:
        def replaced(match: re.Match[str]) -> str:
            value, behind = _trimmed(match[1])
            if variable in found:
                return match[0]
            found[variable] = make(value)
            return f" {behind}"

        return replaced

    text = _DOI.sub(keep("DOI"), text)
    text = _PMID.sub(keep("PMID"), text)
    text = _PMCID.sub(keep("PMCID", str.upper), text)
    text = _ARXIV.sub(keep("URL", lambda id_: f"https://arxiv.org/abs/{id_}"), text)
    text = _ISBN.sub(keep("ISBN"), text)
    accessed = _ACCESSED.search(text)
    if accessed:
        text = f"{text[: accessed.start()]} {text[accessed.end() :]}"
    return found, accessed and _day(accessed), _URL.sub(keep("URL"), text)


def _trimmed(value: str) -> tuple[str, str]:
    """An identifier without the punctuation behind it, which is the sentence's."""
    kept = value.rstrip(".,;:'”’»")
    while (
        kept
        and kept[-1] in ")]"
        and kept.count(")") + kept.count("]") > (kept.count("(") + kept.count("["))
    ):
        kept = kept[:-1].rstrip(".,;:")
    return kept, value[len(kept) :]


def _day(match: re.Match[str]) -> Date:
    for at in "123":
        if match[f"y{at}"]:
            month = match[f"m{at}"]
            number = int(month) if month.isdigit() else month_number(month)
            return Date(date_parts=((int(match[f"y{at}"]), number, int(match[f"d{at}"])),))
    raise AssertionError  # one of the three matched


def month_number(word: str) -> int:
    """1 to 12 for a month's English name or its beginning, 13 to 16 for a season's; else 0."""
    begin = word[:3].title()
    return MONTHS.index(begin) + 1 if begin in MONTHS else as_month(season(word))
