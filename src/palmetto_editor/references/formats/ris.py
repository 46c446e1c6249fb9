"""RIS: cleaned first, so that rispy drops nothing, then read record by record.

rispy gives an empty list, without a word, for a byte order mark, a missing TY or ER and other
spacing than `TY  - `; so records are counted and put in order here, and it reads each of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from string import ascii_uppercase, digits

import rispy
from rispy.config import TAG_KEY_MAPPING

from palmetto_editor.model.csl import Date
from palmetto_editor.references import identifiers
from palmetto_editor.references.formats.bib_types import language
from palmetto_editor.references.formats.days import read_day
from palmetto_editor.references.formats.making import LONGEST_SOURCE, Making
from palmetto_editor.references.formats.persons import persons
from palmetto_editor.references.formats.tagged import (
    Block,
    Tags,
    left_out,
    put_addresses,
    put_serial,
)
from palmetto_editor.references.imported import Imported, Record, Refused

STEP = 200  # records between two reports of progress

TYPES = {
    "JOUR": "article-journal", "EJOUR": "article-journal", "INPR": "article-journal",
    "ABST": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper",
    "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "CTLG": "book", "CLSWK": "book",
    "ANCIENT": "book", "CHAP": "chapter", "ECHAP": "chapter", "CONF": "paper-conference",
    "CPAPER": "paper-conference", "RPRT": "report", "GOVDOC": "report", "THES": "thesis",
    "ELEC": "webpage", "WEB": "webpage", "ICOMM": "webpage", "BLOG": "post-weblog",
    "UNPB": "manuscript", "MANSCPT": "manuscript", "PREP": "article", "DATA": "dataset",
    "DBASE": "dataset", "AGGR": "dataset", "COMP": "software", "PAT": "patent",
    "STAND": "standard", "STAT": "legislation", "LEGAL": "legislation", "BILL": "bill",
    "CASE": "legal_case", "HEAR": "hearing", "DICT": "entry-dictionary",
    "ENCYC": "entry-encyclopedia", "SLIDE": "speech", "VIDEO": "motion_picture",
    "MPCT": "motion_picture", "SOUND": "song", "MUSIC": "song", "ART": "graphic",
    "FIGURE": "figure", "MAP": "map", "PAMP": "pamphlet", "PCOMM": "personal_communication",
    "JFULL": "periodical", "SER": "periodical", "GEN": "document",
}  # fmt: skip
_PERIODICALS = {"article-journal", "article-magazine", "article-newspaper"}
_INSIDE = {"chapter", "entry-dictionary", "entry-encyclopedia"}
_BOOKS = {"book", "report", "thesis", *_INSIDE}

_TAG = re.compile(r"\s*([A-Z][A-Z0-9])  -(?: |$)(.*)")
_LAX = re.compile(r"\s*([A-Za-z][A-Za-z0-9])\s{0,4}[-–:]\s?(.*)")
_LAX_TAGS = {*TAG_KEY_MAPPING, "ED", "BT"} - {"ID", "UK"}
_IDENTITY = {a + b: a + b for a in ascii_uppercase for b in ascii_uppercase + digits}
_PMC = re.compile(r"PMC\d+", re.IGNORECASE)
_OF_EXPORT = re.compile(r"(?:Export Date|Cited By|Times Cited)\b", re.IGNORECASE)
_ASIDE = re.compile(r"KW|L[1-4]|AD|DB|DP|CN|CA|RP|H[12]|U\d|[FW]\d|AV|NV|OP|RI|TT")


def read(text: str, name: str, on_progress: Callable[[float], None]) -> Imported:
    """Every record; one that begins without TY or ends without ER is read all the same."""
    outside: list[str] = []
    records: list[Record] = []
    refused: list[Refused] = []
    aside: Counter[str] = Counter()
    lines = text.split("\n")
    for number, block in enumerate(_blocks(lines, outside)):
        origin = f"{name}, line {block.line}" if name else f"line {block.line}"
        tags = _parsed(block)
        if tags is None:
            source = "\n".join(block.source)[:LONGEST_SOURCE]
            refused.append(Refused(origin, source, "It holds no field but its type."))
        else:
            records.append(_record(block, tags, origin, aside))
        if number % STEP == 0:
            on_progress(block.line / len(lines))
    remarks = left_out(outside)
    if aside:
        shown = ", ".join(f"{_name(tag)} ({n})" for tag, n in aside.most_common(12))
        remarks.append(f"Fields for which there is no place: {shown}.")
    return Imported("RIS", tuple(records), tuple(refused), tuple(remarks))


def _blocks(lines: list[str], outside: list[str]) -> Iterator[Block]:
    block: Block | None = None
    for number, line in enumerate(lines, 1):
        tag, value = _tagged(line)
        if tag in {"TY", "ER"} or (tag and block is None):
            if block and tag == "TY":
                block.remarks.append("Its end (ER) is missing.")
            if block:
                block.source.append(line if tag == "ER" else "")
                yield block
            block = None if tag == "ER" else Block(number)
        if block is None:
            if line.strip() and tag != "ER" and not line.strip().rstrip(".").isdecimal():
                outside.append(line.strip())
            continue
        block.source.append(line)
        if tag:
            block.add(tag, value)
        else:
            block.more(line.strip())
    if block:
        block.remarks.append("Its end (ER) is missing.")
        yield block


def _tagged(line: str) -> tuple[str, str]:
    """The tag and what follows; ("", "") for a line that goes on."""
    match = _TAG.match(line)
    if match is None:
        match = _LAX.match(line)
        if match is None or not _is_lax(match, line):
            return "", ""
    return match[1].upper(), match[2].strip()


def _is_lax(match: re.Match[str], line: str) -> bool:
    """`TY - JOUR`, `ER-`, `ty  - JOUR`; `IL-6 rises` and `No - but` are words."""
    tag = match[1].upper()
    if tag == "TY":
        return match[2].strip().upper() in TYPES
    if tag == "ER":
        return not match[2].strip()
    upper = match[1].isupper() and tag in _LAX_TAGS
    return upper and re.match(r"\s*\w\w(?:\s+[-–]|\s*-\s)", line) is not None


def _parsed(block: Block) -> Tags | None:
    """What rispy reads of a record; None where it has no field."""
    pairs = [(tag, value) for tag, value in block.pairs() if value]
    if not any(tag == "TY" for tag, _ in pairs):
        pairs.insert(0, ("TY", "GEN"))
        block.remarks.append("Its type (TY) is missing.")
    clean = "\n".join(f"{tag}  - {value}" for tag, value in (*pairs, ("ER", "")))
    found = rispy.loads(
        clean, mapping=_IDENTITY, list_tags=list(_IDENTITY), delimiter_tags_mapping={}, ignore=[]
    )
    if len(found) != 1 or len(pairs) < 2:
        return None
    return Tags(
        (tag, value)
        for tag, values in found[0].items()
        for value in (values if isinstance(values, list) else [values])
    )


def _record(block: Block, tags: Tags, origin: str, aside: Counter[str]) -> Record:
    made = Making()
    made.remarks += block.remarks
    kind = tags.first("TY").upper()
    made.type = _type(kind, tags)
    if kind not in TYPES:
        made.remarks.append(f"Its type “{kind}” is not known; please choose one.")
    if kind == "INPR":
        made.put("status", "in press")
    made.put("title", tags.first("TI", "T1", "BT" if made.type == "book" else "TI", "CT"))
    _container(made, tags)
    _people(made, tags, kind)
    made.day("issued", _day(tags))
    made.day("accessed", read_day(tags.first("Y2")))
    _numbers(made, tags)
    _identifiers(made, tags)
    for target, names in (
        ("publisher", ("PB",)), ("publisher_place", ("CY", "PP")), ("edition", ("ET",)),
        ("title_short", ("ST",)), ("abstract", ("AB", "N2")),
    ):  # fmt: skip
        made.put(target, tags.first(*names))
    for note in tags.all("RN", "N1"):
        if _OF_EXPORT.match(note) or (not made.note(note) and note != made.fields.get("note")):
            made.left(f"note “{note[:60]}”")
    made.put("language", language(tags.first("LA")))
    key = tags.first("ID", "LB")
    for tag, count in tags.left().items():
        if _ASIDE.fullmatch(tag):
            aside[tag] += count
        else:
            made.left(_name(tag))
    return made.record(key, origin, "\n".join(block.source).strip())


def _type(kind: str, tags: Tags) -> str:
    if kind == "GEN" and tags.peek("JO", "JF", "JA", "J2"):
        return "article-journal"
    return TYPES.get(kind, "document")


def _container(made: Making, tags: Tags) -> None:
    if made.type in _PERIODICALS:
        made.put("container_title", tags.first("T2", "JF", "JO", "JA", "J2", "BT"))
        made.put("container_title_short", tags.first("J2", "JA", "JO", "J1"))
        tags_full = made.fields.get("container_title")
        if made.fields.get("container_title_short") == tags_full:
            made.fields.pop("container_title_short", None)
        for again in tags.all("T2", "JF", "JO", "JA", "J2", "J1"):
            if again not in {tags_full, made.fields.get("container_title_short")}:
                made.remarks.append(f"The journal is called “{again}” too.")
    elif made.type == "paper-conference":
        made.put("container_title", tags.first("C3") or tags.first("T2", "BT", "JF", "JO"))
        made.put("event_title", tags.first("T2"))
    elif made.type in _INSIDE or made.type in {"webpage", "post-weblog"}:
        made.put("container_title", tags.first("T2", "BT", "JF", "JO"))
    made.put("collection_title", tags.first("T3", "T2"))


def _people(made: Making, tags: Tags, kind: str) -> None:
    authors = persons(tags.all("AU", "A1"))
    made.people("editor" if kind == "EDBOOK" else "author", authors.names)
    made.truncated = authors.truncated
    made.people("editor", persons(tags.all("ED", "A2")).names)
    if "editor" not in made.fields:
        made.people("editor", persons(tags.all("A3")).names)
    made.people("translator", persons(tags.all("A4", "TA")).names)


def _day(tags: Tags) -> Date | None:
    """The most exact of the record's dates, where they agree in the year."""
    stated = [date for text in tags.all("PY", "Y1", "DA") if (date := read_day(text))]
    known = [date for date in stated if date.date_parts]
    same = [d for d in known if d.date_parts[0][0] == known[0].date_parts[0][0]]
    return max(
        same, key=lambda date: len(date.date_parts[0]), default=stated[0] if stated else None
    )


def _numbers(made: Making, tags: Tags) -> None:
    made.put("volume", tags.first("VL"))
    if made.type in {"report", "patent", "standard", "dataset", "software"}:
        made.put("number", tags.first("M1", "IS"))
    elif made.type in {"book", "chapter"}:
        made.put("collection_number", tags.first("M1"))
        made.put("issue", tags.first("IS", "CP"))
    else:
        made.put("issue", tags.first("IS", "CP", "M1"))
    start, end = tags.first("SP"), tags.first("EP")
    if made.type in {"book", "thesis", "report"} and start.isdecimal() and not end:
        made.put("number_of_pages", start)
    else:
        made.pages(f"{start}-{end}" if start and end and end != start else start or end)
    if "page" not in made.fields:
        made.pages(tags.first("C7", "AR"))
    chapter = tags.first("SE") if made.type in _INSIDE else ""
    made.put("chapter_number", chapter)
    genre = tags.first("M3")
    if identifiers.doi(genre):
        made.put("DOI", identifiers.doi(genre))
    elif not re.search(r"article|journal|research support|book|review", genre, re.IGNORECASE):
        made.put("genre", genre)


def _identifiers(made: Making, tags: Tags) -> None:
    made.identifier("DOI", tags.first("DO", "DI"))
    put_serial(made, tags.all("SN", "BN"), is_book=made.type in _BOOKS)
    for text in tags.all("C2", "PM"):
        if _PMC.fullmatch(text):
            made.identifier("PMCID", text)
        elif identifiers.pmid(text) and len(text) > 4:
            made.put("PMID", identifiers.pmid(text))
        else:
            made.left(text)
    accession = tags.first("AN")
    base = tags.peek("DB", "DP", "UR")
    if re.search(r"medline|pubmed|nlm", base, re.IGNORECASE) and identifiers.pmid(accession):
        made.put("PMID", identifiers.pmid(accession))
        tags.ignore("DB", "DP")
    elif accession:
        made.left(f"accession number {accession}")
    put_addresses(made, tags.all("UR"))


def _name(tag: str) -> str:
    """A tag and what it is called."""
    known = TAG_KEY_MAPPING.get(tag)
    return f"{tag} {known.replace('_', ' ')}" if known else tag
