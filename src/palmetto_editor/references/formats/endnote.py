"""EndNote's XML, and its older form of lines that begin with `%` (Refer, `.enw`).

Google Scholar calls the latter "EndNote". Both have the same fields under other names, so both
become tags with the names of the XML, and one function makes records of them. Each record of the
XML is parsed for itself by defusedxml: one that is damaged harms no other, and no entity expands.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, ParseError  # types; defusedxml parses

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException

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
LARGEST = 2_000_000  # characters of one record's XML

TYPES = {
    "journal article": "article-journal", "electronic article": "article-journal",
    "magazine article": "article-magazine", "newspaper article": "article-newspaper",
    "book": "book", "edited book": "book", "electronic book": "book", "classical work": "book",
    "book section": "chapter", "electronic book section": "chapter", "serial": "periodical",
    "conference proceedings": "paper-conference", "conference paper": "paper-conference",
    "thesis": "thesis", "report": "report", "government document": "report", "web page": "webpage",
    "blog": "post-weblog", "patent": "patent", "unpublished work": "manuscript",
    "manuscript": "manuscript", "dataset": "dataset", "online database": "dataset",
    "computer program": "software", "standard": "standard", "statute": "legislation",
    "legal rule or regulation": "legislation", "bill": "bill", "case": "legal_case",
    "encyclopedia": "entry-encyclopedia", "dictionary": "entry-dictionary", "map": "map",
    "personal communication": "personal_communication", "pamphlet": "pamphlet",
    "film or broadcast": "motion_picture", "artwork": "graphic", "generic": "document",
}  # fmt: skip
_NUMBERS = {
    "report": "number", "patent": "number", "standard": "number",
    "book": "collection_number", "chapter": "collection_number",
}  # fmt: skip
_INSIDE = {"chapter", "entry-encyclopedia", "entry-dictionary"}
_BOOKS = {"book", "report", "thesis", *_INSIDE}

_REFER = {
    "0": "ref-type", "A": "author", "E": "secondary-author", "Y": "tertiary-author",
    "?": "subsidiary-author", "T": "title", "J": "full-title", "B": "secondary-title",
    "S": "tertiary-title", "O": "abbr-1", "D": "year", "8": "date", "V": "volume", "N": "number",
    "P": "pages", "I": "publisher", "C": "pub-location", "@": "isbn",
    "R": "electronic-resource-num",
    "U": "url", "X": "abstract", "7": "edition", "9": "work-type", "G": "language", "F": "label",
    "M": "accession-num", "Z": "notes", "!": "short-title", "2": "custom2", "[": "access-date",
    "&": "section", "K": "keyword", "~": "database", "W": "provider", "+": "auth-address",
    "L": "call-num", ">": "pdf-url", "1": "custom1",
}  # fmt: skip
_REFER_TAG = re.compile(r"%([0-9A-Z?@!\[\]&~+>^$(*#=}])(?: (.*)|$)")
# Containers of the XML that say what a name within them is.
_ROLES = {
    "authors": "author", "secondary-authors": "secondary-author",
    "tertiary-authors": "tertiary-author", "subsidiary-authors": "subsidiary-author",
}  # fmt: skip
_FACES = {"italic": "i", "bold": "b", "superscript": "sup", "subscript": "sub"}
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)([A-Za-z]\w*;)?")
_ASIDE = {
    "keyword", "rec-number", "key", "foreign-keys", "source-app", "database", "auth-address",
    "remote-database-name", "remote-database-provider", "call-num", "pdf-url", "image", "provider",
    "research-notes", "modified-date", "added-date", "num-vols", "caption", "custom1", "custom3",
    "custom4", "custom5", "custom6", "reviewed-item", "orig-pub", "reprint-edition",
}  # fmt: skip


def read_xml(text: str, name: str, on_progress: Callable[[float], None]) -> Imported:
    """Every `<record>` of the file."""
    records: list[Record] = []
    refused: list[Refused] = []
    aside: Counter[str] = Counter()
    for number, (at, source) in enumerate(_fragments(text), 1):
        origin = f"{name}, record {number}" if name else f"record {number}"
        try:
            tags = Tags(_pairs(_root(source)))
        except (ParseError, DefusedXmlException, ValueError) as error:
            refused.append(Refused(origin, source[:LONGEST_SOURCE], f"It is no XML: {error}."))
            continue
        _keep(tags, origin, source, records, refused, aside)
        if number % STEP == 0:
            on_progress(at / len(text))
    return Imported("EndNote XML", tuple(records), tuple(refused), _remarks(aside))


def read_tagged(text: str, name: str, on_progress: Callable[[float], None]) -> Imported:
    """Every record of a `.enw` file: they begin with `%0` or stand apart by empty lines."""
    records: list[Record] = []
    refused: list[Refused] = []
    aside: Counter[str] = Counter()
    lines = text.split("\n")
    outside: list[str] = []
    for number, block in enumerate(_blocks(lines, outside), 1):
        origin = f"{name}, line {block.line}" if name else f"line {block.line}"
        tags = Tags((_REFER.get(tag, f"%{tag}"), value) for tag, value in block.pairs())
        _keep(tags, origin, "\n".join(block.source).strip(), records, refused, aside)
        if number % STEP == 0:
            on_progress(block.line / len(lines))
    remarks = (*_remarks(aside), *left_out(outside))
    return Imported("EndNote", tuple(records), tuple(refused), remarks)


def _keep(
    tags: Tags, origin: str, source: str,
    records: list[Record], refused: list[Refused], aside: Counter[str],
) -> None:  # fmt: skip
    record = _record(tags, origin, source, aside)
    if record is None:
        refused.append(Refused(origin, source[:LONGEST_SOURCE], "It has no title and no author."))
    else:
        records.append(record)


def _remarks(aside: Counter[str]) -> tuple[str, ...]:
    if not aside:
        return ()
    shown = ", ".join(f"{tag} ({n})" for tag, n in aside.most_common(12))
    return (f"Fields for which there is no place: {shown}.",)


def _fragments(text: str) -> Iterator[tuple[int, str]]:
    """Where each record begins, and its XML; one that is not closed lasts until the next."""
    starts = [m.start() for m in re.finditer(r"<record(?=[\s/>])", text)]
    for number, start in enumerate(starts):
        limit = starts[number + 1] if number + 1 < len(starts) else len(text)
        end = text.find("</record>", start, limit)
        yield start, text[start : end + len("</record>") if end >= 0 else limit].strip()


def _root(source: str) -> Element:
    if len(source) > LARGEST:
        raise ValueError("it is larger than any record")
    mended = _ENTITY.sub(lambda m: html.escape(html.unescape(m[0])) if m[1] else "&amp;", source)
    root: Element = defusedxml.ElementTree.fromstring(mended.encode("utf-8", "replace"))
    return root


def _pairs(root: Element) -> Iterator[tuple[str, str]]:
    """Names and texts of the record's fields, without going down by recursion."""
    waiting: list[tuple[Element, str]] = [(root, "")]
    while waiting:
        element, inside = waiting.pop()
        if element.tag == "ref-type":
            yield "ref-type", element.get("name") or "".join(element.itertext())
            continue
        if len(element) and any(child.tag != "style" for child in element):
            waiting += [(child, str(element.tag)) for child in reversed(element)]
            continue
        tag = _ROLES.get(inside, str(element.tag))
        yield tag, _styled(element, tags=tag in {"title", "secondary-title", "abstract"})


def _styled(element: Element, *, tags: bool) -> str:
    """The text of a field, its faces as CSL's tags."""
    parts = [element.text or ""]
    for style in element:
        text = "".join(style.itertext())
        face = next((f for f in (style.get("face") or "").split() if f in _FACES), "")
        if tags and face and text.strip():
            text = f"<{_FACES[face]}>{text}</{_FACES[face]}>"
        parts += [text, style.tail or ""]
    whole = "".join(parts)
    # A title all in italics is a habit of display.
    return re.sub(r"^\s*<(i|b)>([^<]*)</\1>\s*$", r"\2", whole)


def _blocks(lines: list[str], outside: list[str]) -> Iterator[Block]:
    block: Block | None = None
    after_gap = True
    for number, line in enumerate(lines, 1):
        match = _REFER_TAG.match(line)
        if match and block and (match[1] == "0" or (after_gap and "T" in block.tags)):
            yield block
            block = None
        after_gap = not line.strip()
        if match:
            block = block or Block(number)
            block.add(match[1], (match[2] or "").strip())
            block.source.append(line)
        elif block is None:
            outside += [line.strip()] if line.strip() else []
        else:
            block.more(line.strip())
            block.source.append(line)
    if block:
        yield block


def _record(tags: Tags, origin: str, source: str, aside: Counter[str]) -> Record | None:
    made = Making()
    kind = " ".join(tags.first("ref-type").lower().split())
    made.type = TYPES.get(kind, "article-journal" if tags.peek("full-title") else "document")
    if kind and kind not in TYPES:
        made.remarks.append(f"Its type “{kind}” is not known; please choose one.")
    made.put("title", tags.first("title"))
    authors = persons(tags.all("author"))
    made.people("editor" if kind == "edited book" else "author", authors.names)
    made.truncated = authors.truncated
    made.people("editor", persons(tags.all("secondary-author")).names)
    made.people("translator", persons(tags.all("subsidiary-author")).names)
    _container(made, tags)
    dates = [read_day(f"{tags.peek('year')} {text}") for text in tags.all("date")]
    exact = next((d for d in dates if d and d.date_parts and len(d.date_parts[0]) > 1), None)
    made.day("issued", exact or read_day(tags.peek("year")) or next(iter(dates), None))
    tags.ignore("year", "date")
    made.day("accessed", read_day(tags.first("access-date")))
    _numbers(made, tags)
    _identifiers(made, tags)
    for target, name in (
        ("publisher", "publisher"), ("publisher_place", "pub-location"),
        ("title_short", "short-title"), ("abstract", "abstract"),
    ):  # fmt: skip
        made.put(target, tags.first(name))
    edition = tags.first("edition")
    if not re.fullmatch(r"\d{4}/\d\d/\d\d", edition):  # a day that PubMed's own records have there
        made.put("edition", edition)
    made.note(tags.first("notes"))
    made.put("language", language(tags.first("language")))
    if not made.fields.keys() & {"title", "author", "editor", "DOI"}:
        return None
    key = tags.first("label", "citation-key")
    for tag, count in tags.left().items():
        if tag in _ASIDE:
            aside[tag] += count
        else:
            made.left(tag)
    return made.record(key, origin, source)


def _container(made: Making, tags: Tags) -> None:
    second, third = tags.first("secondary-title"), tags.first("tertiary-title")
    full, short = tags.first("full-title"), tags.first("abbr-1", "abbr-2", "alt-title")
    if made.type == "book":
        made.put("collection_title", second or third)
        return
    made.put("container_title", full or second)
    if short != made.fields.get("container_title"):
        made.put("container_title_short", short)
    made.put("collection_title", third)
    tags.ignore("abbr-2", "abbr-3", "alt-title")
    if made.type == "paper-conference" and full and second != full:
        made.put("event_title", second)


def _numbers(made: Making, tags: Tags) -> None:
    volume, number = tags.first("volume"), tags.first("number")
    if made.type == "webpage":  # EndNote keeps the year and the day of access there
        made.day("accessed", read_day(f"{volume} {number}".strip()))
    elif made.type == "thesis":  # and the degree
        made.put("genre", tags.peek("work-type") or volume)
        made.put("number", number)
    else:
        made.put("volume", volume)
        made.put(_NUMBERS.get(made.type, "issue"), number)
    pages = tags.first("pages")
    if made.type in {"book", "thesis", "report"} and re.fullmatch(r"\d+\s*(?:p\.?|pages)?", pages):
        made.put("number_of_pages", pages.split()[0].rstrip("p."))
    else:
        made.pages(pages or tags.first("custom7"))
    if made.type in _INSIDE:
        made.put("chapter_number", tags.first("section"))
    elif made.fields.get("page", "").startswith(tags.peek("section") or "\0"):
        tags.ignore("section")  # EndNote keeps the first page there too
    genre = tags.first("work-type")
    if not re.search(r"article|journal|review|research support", genre, re.IGNORECASE):
        made.put("genre", genre)


def _identifiers(made: Making, tags: Tags) -> None:
    made.identifier("DOI", tags.first("electronic-resource-num"))
    for number in tags.all("custom2"):
        if re.fullmatch(r"PMC\d+", number, re.IGNORECASE):
            made.identifier("PMCID", number)
        else:
            made.left(f"custom2 {number}")
    accession = tags.first("accession-num")
    if accession.isdecimal() and identifiers.pmid(accession):
        made.put("PMID", accession)
    elif accession:
        made.left(f"accession number {accession}")
    serial = re.split(r"[\n\r;]|(?<=\))\s", "\n".join(tags.all("isbn")))
    numbers = [identifiers.issns(text) for text in serial]
    if any(numbers):
        made.put("ISSN", ", ".join(dict.fromkeys(n for found in numbers for n in found)))
    else:
        put_serial(made, [text for text in serial if text.strip()], is_book=made.type in _BOOKS)
    put_addresses(made, tags.all("url"))
