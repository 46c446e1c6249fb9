"""PubMed's own format (MEDLINE, `.nbib`), with what became of a work after it appeared.

Fields: https://www.nlm.nih.gov/bsd/mms/medlineelements.html.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from palmetto_editor.model.csl import Evidence, EvidenceKind, Name, Update, UpdateKind
from palmetto_editor.references import identifiers
from palmetto_editor.references.formats.bib_types import language
from palmetto_editor.references.formats.days import read_day
from palmetto_editor.references.formats.making import LONGEST_SOURCE, Making
from palmetto_editor.references.formats.persons import persons
from palmetto_editor.references.formats.tagged import Block, Tags, left_out
from palmetto_editor.references.imported import Imported, Record, Refused

STEP = 200  # records between two reports of progress
SERVICE = "PubMed"

_TAG = re.compile(r"([A-Z][A-Z0-9]{1,3})\s{0,2}- ?(.*)")
_BRACKETED = re.compile(r"(.*?)\s*\[(doi|pii|pmc\w*|bookaccession|bookid)\]", re.IGNORECASE)
_UPDATES: dict[str, UpdateKind] = {
    "RIN": "retraction", "EIN": "correction", "CRI": "correction", "ECI": "concern",
}  # fmt: skip
_IS_ONE = {
    "ROF": "retraction", "EFR": "correction", "ECF": "expression of concern", "CRF": "new version",
}  # fmt: skip
_KINDS: tuple[tuple[str, EvidenceKind], ...] = (
    (r"practice guideline|guideline", "guideline"),
    (r"(?:systematic |scoping )?review|meta-analysis", "review"),
    (r"randomized controlled trial|(?:controlled )?clinical trial.*", "human"),
)
_NUMBER = re.compile(r"e?\d{1,9}")  # an article's, where it has no pages
_DOI = re.compile(r"\bdoi:\s*(10\.\d{4,9}/\S+?)[.,;]?(?:\s|$)", re.IGNORECASE)
_DAY = re.compile(r"\b\d{4}(?: [A-Z][a-z]{2}(?: \d{1,2})?)?\b")
# The service's own keeping of its records, and what the list has no place for.
_ASIDE = re.compile(
    "OWN|STAT|DCOM|LR|EDAT|MHDA|CRDT|PHST|SO|PST|SB|IS|JID|PL|AD|AUID|OTO?|MH|RN|GR|SI|COIS|CIN|"
    "CON|UIN|UOF|RPI|RPF|PUBM|PMCR|TT|OABL?|F?IR|IRAD|LID|AID|RF|NM|MID|GN|DEP|CTDT|DRDT|PS|FPS|"
    "CI|SPIN|ORI|DDIN|DRIN|PB|CP|VTI"
)
_PLACE = re.compile(r"\s*\([^()]*\)$")  # Lancet (London, England)


def read(text: str, name: str, on_progress: Callable[[float], None]) -> Imported:
    """Every record: one begins with PMID, or with another tag after an empty line."""
    lines = text.split("\n")
    outside: list[str] = []
    records: list[Record] = []
    refused: list[Refused] = []
    aside: Counter[str] = Counter()
    for number, block in enumerate(_blocks(lines, outside)):
        origin = f"{name}, line {block.line}" if name else f"line {block.line}"
        record = _record(block, origin, aside)
        if record is None:
            source = "\n".join(block.source)[:LONGEST_SOURCE]
            refused.append(Refused(origin, source, "It has no title and no number of PubMed."))
        else:
            records.append(record)
        if number % STEP == 0:
            on_progress(block.line / len(lines))
    remarks = left_out(outside)
    if aside:
        shown = ", ".join(f"{tag} ({n})" for tag, n in aside.most_common(12))
        remarks.append(f"Fields for which there is no place: {shown}.")
    return Imported("PubMed", tuple(records), tuple(refused), tuple(remarks))


def _blocks(lines: list[str], outside: list[str]) -> Iterator[Block]:
    block: Block | None = None
    after_gap = True
    for number, line in enumerate(lines, 1):
        match = _TAG.match(line)
        if match and (match[1] == "PMID" or after_gap or block is None):
            if block and (match[1] == "PMID" or _is_whole(block)):
                yield block
                block = None
            block = block or Block(number)
        after_gap = not line.strip()
        if block is None:
            if line.strip():
                outside.append(line.strip())
        elif match:
            block.add(match[1], match[2].strip())
            block.source.append(line)
        else:
            block.more(line.strip())
            block.source.append(line)
    if block:
        yield block


def _is_whole(block: Block) -> bool:
    return not block.tags.isdisjoint({"TI", "BTI"})


def _journal(tags: Tags) -> str:
    """The journal's name without the place or the edition that NLM adds."""
    name = _untitled(tags.first("JT", "TA"))
    return _PLACE.sub("", name) or name


def _record(block: Block, origin: str, aside: Counter[str]) -> Record | None:
    tags = Tags(block.pairs())
    made = Making()
    kinds = tags.all("PT")
    is_book = "BTI" in tags.left()
    made.type = _type(kinds, is_book=is_book, is_chapter=is_book and "TI" in tags.left())
    made.put("title", _untitled(tags.first("TI") or tags.first("BTI")))
    made.put("container_title", _untitled(tags.first("BTI")) or _journal(tags))
    short = tags.first("TA")
    if short != made.fields.get("container_title"):
        made.put("container_title_short", short)
    made.put("collection_title", _untitled(tags.first("CTI")))
    _people(made, block)
    tags.ignore("FAU", "AU", "CN", "FED", "ED", "FCN")
    made.day("issued", read_day(tags.first("DP") or tags.first("DEP")))
    made.put("volume", tags.first("VI", "VTI"))
    made.put("issue", tags.first("IP"))
    made.pages(tags.first("PG"))
    made.put("edition", tags.first("EN"))
    made.put("abstract", tags.first("AB"))
    made.put("language", language(tags.peek("LA")))
    tags.ignore("LA")
    if is_book:
        made.put("publisher", tags.first("PB"))
        made.put("publisher_place", tags.first("PL"))
    _identifiers(made, tags)
    _fate(made, tags, kinds)
    if not made.fields.get("title") and not made.fields.get("PMID"):
        return None
    for tag, count in tags.left().items():
        if _ASIDE.fullmatch(tag):
            aside[tag] += count
        else:
            made.left(tag)
    return made.record("", origin, "\n".join(block.source).strip())


def _type(kinds: list[str], *, is_book: bool, is_chapter: bool) -> str:
    if is_chapter:
        return "chapter"
    if is_book:
        return "book"
    return "article" if "Preprint" in kinds else "article-journal"


def _untitled(title: str) -> str:
    """A title without the full stop that PubMed sets behind it."""
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _people(made: Making, block: Block) -> None:
    """Authors and institutions in their order; a full name stands before its short one."""
    authors: list[Name] = []
    editors: list[Name] = []
    full = False
    for tag, value in block.pairs():
        if tag in {"FAU", "FED", "CN"} or (tag in {"AU", "ED"} and not full):
            listed = persons([f"{value.rstrip('.,')}," if tag == "CN" else _inverted(tag, value)])
            (editors if tag.endswith("ED") else authors).extend(listed.names)
            made.truncated = made.truncated or (listed.truncated and tag in {"AU", "FAU"})
        if tag in {"FAU", "FED", "AU", "ED"}:
            full = tag.startswith("F")
    made.people("author", authors)
    made.people("editor", editors)


def _inverted(tag: str, value: str) -> str:
    """`Smith JA Jr` as `Smith, JA, Jr`; a full name has its comma already."""
    if tag.startswith("F") or "," in value:
        return value
    found = re.fullmatch(r"(.+?) ([A-ZÀ-Þ][\w-]{0,4})(?: (Jr|Sr|2nd|3rd|II|III|IV))?", value)
    return ", ".join(part for part in found.groups() if part) if found else value


def _identifiers(made: Making, tags: Tags) -> None:
    made.identifier("PMID", tags.first("PMID"))
    made.identifier("PMCID", tags.first("PMC"))
    number = ""
    for text in tags.all("AID", "LID"):
        found = _BRACKETED.fullmatch(text)
        if found and found[2].lower() == "doi":
            made.identifier("DOI", found[1])
        elif found and found[2].lower() == "pii" and _NUMBER.fullmatch(found[1]):
            number = number or found[1]
    if "page" not in made.fields:
        made.pages(number)
    for text in tags.all("ISBN"):
        made.put("ISBN", identifiers.isbn(text) or text)
    issns = [issn for text in tags.all("IS") for issn in identifiers.issns(text)]
    made.put("ISSN", ", ".join(dict.fromkeys(issns)))


def _fate(made: Making, tags: Tags, kinds: list[str]) -> None:
    """Retracted, corrected, doubted; and what PubMed says that the work is."""
    for tag, kind in _UPDATES.items():
        for notice in tags.all(tag):
            doi, day = _DOI.search(notice), _DAY.search(notice)
            made.updates.append(
                Update(
                    kind=kind,
                    source=SERVICE,
                    date=_iso(day[0] if day else ""),
                    DOI=doi[1] if doi else "",
                )
            )
    if "Retracted Publication" in kinds and not any(u.kind == "retraction" for u in made.updates):
        made.updates.append(Update(kind="retraction", source=SERVICE))
    for tag, what in _IS_ONE.items():
        for notice in tags.all(tag):
            made.remarks.append(f"It is itself the {what} of: {notice}")
    for pattern, evidence in _KINDS:
        said = next((k for k in kinds if re.fullmatch(pattern, k, re.IGNORECASE)), "")
        if said:
            made.evidence = Evidence(kind=evidence)
            made.remarks.append(f"PubMed lists it as “{said}”, so its evidence is “{evidence}”.")
            return


def _iso(day: str) -> str:
    """An ISO 8601 day as far as it is known."""
    date = read_day(day)
    if date is None or not date.date_parts:
        return ""
    year, *rest = date.date_parts[0]
    rest = rest if rest and rest[0] <= 12 else []  # ISO 8601 knows no seasons
    return "-".join([f"{year:04d}", *(f"{number:02d}" for number in rest)])
