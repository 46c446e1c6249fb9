"""BibTeX that BibLaTeX reads too: the classic fields, and those of BibLaTeX where none is."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import write

from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.references.keys import Keys
from palmetto_editor.references.rich import rich
from palmetto_editor.references.seasons import SEASONS, of_month, to_edtf

KINDS = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "article": "article", "book": "book", "chapter": "incollection", "thesis": "thesis",
    "paper-conference": "inproceedings", "report": "report", "webpage": "online",
    "manuscript": "unpublished", "pamphlet": "booklet", "patent": "patent", "dataset": "dataset",
    "software": "software", "standard": "standard", "periodical": "periodical",
    "legislation": "legislation", "legal_case": "jurisdiction", "motion_picture": "video",
    "song": "audio", "graphic": "artwork", "personal_communication": "letter",
    "entry-encyclopedia": "inreference", "document": "misc",
}  # fmt: skip
_SUBTYPES = {
    "article-magazine": "magazine", "article-newspaper": "newspaper", "article": "preprint",
}  # fmt: skip
_ARTICLES = {"article-journal", "article-magazine", "article-newspaper", "article", "periodical"}
_NUMBERED = {"report", "patent", "standard", "legislation", "manuscript", "software"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NO_KEY = re.compile(r"[\s,{}()\"#%='~\\]+")
_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$",
    "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_", "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}", "`": r"\textasciigrave{}",
}  # fmt: skip
_SPECIAL = re.compile(r"[\\{}$&#%_^~`]|--+|''+")
_TAG = re.compile(r"(</?(?:i|b|sup|sub)>)")
_COMMANDS = {
    "<i>": r"\textit{", "<b>": r"\textbf{", "<sup>": r"\textsuperscript{",
    "<sub>": r"\textsubscript{",
}  # fmt: skip
_WORD = re.compile(r"[^\W_][\w’'-]*")
# What BibTeX takes apart where it is not in braces.
_PLAIN_FAMILY = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:[-’'][^\W\d_]+)*")
_TEXTS = (
    ("title_short", "shorttitle"), ("container_title_short", "shortjournal"),
    ("collection_title", "series"), ("volume", "volume"), ("chapter_number", "chapter"),
    ("edition", "edition"), ("publisher_place", "address"), ("event_title", "eventtitle"),
    ("number_of_pages", "pagetotal"), ("genre", "type"), ("version", "version"),
    ("language", "language"), ("status", "pubstate"), ("ISBN", "isbn"), ("ISSN", "issn"),
    ("PMID", "pmid"), ("PMCID", "pmcid"), ("note", "note"), ("abstract", "abstract"),
)  # fmt: skip
_TAGGED = {"collection_title", "abstract", "note"}


def written(references: Sequence[Reference]) -> str:
    """An entry for each, in Unicode, with braces around what keeps its capitals."""
    keys = Keys(reference.id for reference in references)
    # A library each: within one, a key that stands twice would make an entry a comment.
    return "\n".join(str(write(Library([_entry(reference, keys)]))) for reference in references)


def _entry(reference: Reference, keys: Keys) -> Entry:
    kind = KINDS.get(reference.type, "misc")
    fields = [Field(name, value) for name, value in _fields(reference, kind) if value]
    return Entry(kind, _NO_KEY.sub("-", reference.id or keys.give(reference)), fields)


def _fields(reference: Reference, kind: str) -> Iterator[tuple[str, str]]:
    subtype = _SUBTYPES.get(reference.type, "" if reference.type in KINDS else reference.type)
    yield "author", _braced(_names(reference.author, cut=reference.palmetto.authors_truncated))
    yield "title", _braced(_tagged(reference.title, keeps_capitals=True))
    where = "journal" if reference.type in _ARTICLES else "booktitle"
    yield where, _braced(_tagged(reference.container_title))
    yield from _date(reference.issued)
    yield "editor", _braced(_names(reference.editor))
    yield "translator", _braced(_names(reference.translator))
    yield (
        "publisher" if kind not in {"report", "thesis"} else "institution",
        _braced(_escaped(reference.publisher)),
    )
    yield from _numbers(reference)
    for attribute, name in _TEXTS:
        text = getattr(reference, attribute)
        yield name, _braced(_tagged(text) if attribute in _TAGGED else _escaped(text))
    yield "doi", _braced(_verbatim(reference.DOI))
    yield "url", _braced(_verbatim(reference.URL))
    yield "urldate", _braced(_edtf(reference.accessed) if reference.accessed else "")
    yield "entrysubtype", _braced(subtype)


def _numbers(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "pages", _braced(re.sub(r"\s*[-‐-―]+\s*", "--", _escaped(reference.page)))
    if reference.type in _NUMBERED:
        yield "number", _braced(_escaped(reference.number))
    elif (
        reference.collection_title
        and reference.collection_number
        and not (reference.issue and reference.type in _ARTICLES)  # there a number is the issue
    ):
        yield "number", _braced(_escaped(reference.collection_number))
        yield "issue", _braced(_escaped(reference.issue))
    else:
        yield "number", _braced(_escaped(reference.issue))


def _date(date: Date | None) -> Iterator[tuple[str, str]]:
    if date is None:
        return
    if not date.date_parts:
        yield "year", _braced(_escaped(date.literal))
        return
    year, *rest = date.date_parts[0]
    yield "year", _braced(str(year))
    if rest and 1 <= rest[0] <= 12:
        yield "month", _MONTHS[rest[0] - 1]
    elif rest and of_month(rest[0]):
        yield "month", _braced(SEASONS[of_month(rest[0]) - 1])
    if len(date.date_parts) > 1 or len(rest) > 1 or date.circa or year < 1000:
        yield "date", _braced(_edtf(date))


def _edtf(date: Date) -> str:
    """`2000-03-15`, `2000/2001-02`, `1850~`, as BibLaTeX has dates."""
    if not date.date_parts:
        return _escaped(date.literal)
    days = "/".join(_day(parts) for parts in date.date_parts)
    return f"{days}~" if date.circa else days


def _day(parts: tuple[int, ...]) -> str:
    year = f"{'-' if parts[0] < 0 else ''}{abs(parts[0]):04d}"
    months = [to_edtf(month) for month in parts[1:2]]
    return "-".join([year, *(f"{number:02d}" for number in (*months, *parts[2:]))])


def _names(people: Sequence[Name], *, cut: bool = False) -> str:
    listed = [text for person in people if (text := _name(person))]
    return " and ".join([*listed, "others"] if cut and listed else listed)


def _name(name: Name) -> str:
    if name.literal or not name.family:
        whole = _escaped(name.literal or name.given)
        return f"{{{whole}}}" if whole else ""
    particle = f"{name.dropping_particle} {name.non_dropping_particle}".strip()
    family = _escaped(name.family)
    if not _PLAIN_FAMILY.fullmatch(name.family):
        family = f"{{{family}}}"
    given = _escaped(name.given)
    if re.search(r",|\band\b", given):
        given = f"{{{given}}}"
    parts = [f"{_escaped(particle)} {family}".strip(), _escaped(name.suffix), given]
    return ", ".join(part for part in parts if part) if name.given or name.suffix else parts[0]


def _tagged(text: str, *, keeps_capitals: bool = False) -> str:
    """LaTeX for a text with CSL's tags; those without a partner are characters."""
    parts = []
    is_first = True
    for part in _TAG.split(rich(text)):  # which folds white space
        if part in _COMMANDS:
            parts.append(_COMMANDS[part])
        elif _TAG.fullmatch(part):
            parts.append("}")
        else:
            plain = html.unescape(part)
            parts.append(_kept(plain, is_first=is_first) if keeps_capitals else _escaped(plain))
            is_first = is_first and not plain.strip()
    return "".join(parts)


def _kept(text: str, *, is_first: bool) -> str:
    """Escaped, with braces around each word whose capitals a style must not lower."""
    parts, done = [], 0
    for word in _WORD.finditer(text):
        parts.append(_escaped(text[done : word.start()]))
        inner = word[0][1:] if is_first else word[0]
        is_first = False
        escaped = _escaped(word[0])
        parts.append(f"{{{escaped}}}" if inner != inner.lower() else escaped)
        done = word.end()
    return "".join(parts) + _escaped(text[done:])


def _escaped(text: str) -> str:
    """A text of one line, its signs as LaTeX."""
    return _SPECIAL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    sign = match[0]
    return _ESCAPES[sign] if sign in _ESCAPES else "{}".join(sign)


def _verbatim(text: str) -> str:
    """An address or identifier, whose signs stand for themselves; braces would end it."""
    bare = "".join(text.split())
    return bare.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _braced(text: str) -> str:
    flat = " ".join(text.split())
    return f"{{{flat}}}" if flat else ""
