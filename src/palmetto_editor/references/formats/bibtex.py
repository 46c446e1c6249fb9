"""BibTeX and BibLaTeX, in whatever state a library is, as records."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from palmetto_editor.errors import UserError
from palmetto_editor.references import identifiers
from palmetto_editor.references.formats import bib_entries, bib_types
from palmetto_editor.references.formats.bib_entries import Chunk, Outside, Parsed
from palmetto_editor.references.formats.bib_names import people
from palmetto_editor.references.formats.bib_values import Family, Strings
from palmetto_editor.references.formats.days import of_parts, read_day
from palmetto_editor.references.formats.latex import plain, without_braces
from palmetto_editor.references.formats.making import LONGEST_SOURCE, Making
from palmetto_editor.references.imported import Imported, Record, Refused

MOST_IN_A_FIELD = 1_000_000  # characters; no field of a reference has as many
STEP = 200  # entries between two reports of progress

_GUESS = 0.6
_STATE = re.compile(r"(?:in press|forthcoming|to appear|submitted|accepted)\.?", re.IGNORECASE)
_PREPRINTS = re.compile(
    r"\b(?:(?:ar|bio|med|chem|psyar)xiv|research square|ssrn|preprints?)\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://[^\s{}\\\"]+", re.IGNORECASE)
# What programs keep for themselves: told once for the file, not at every record.
_OF_PROGRAMS = re.compile(
    r"file|local-url|groups?|owner|timestamp|creationdate|modificationdate|date-(?:added|modified)|"
    r"bdsk-.+|keywords?|mendeley-.+|__markedentry|ranking|priority|printed|readstatus|comment|"
    r"citeulike-.+|posted-at|biburl|bibsource|added-at|(?:inter|intra)hash|username|rating|read|"
    r"eissn|issn-l|unique-id|researcherid-numbers|orcid-numbers|times-cited|cited-references|"
    r"usage-count-.+|web-of-science-.+|journal-iso|doc-delivery-number|number-of-cited-references|"
    r"affiliations?|author-email|funding-.+|keywords-plus|research-areas|da|oa|options|ids|type",
    re.IGNORECASE,
)


def read(text: str, name: str, on_progress: Callable[[float], None]) -> Imported:
    """Every entry as a record or a refusal; what it inherits from others is in it."""
    strings = Strings(len(text))
    entries: list[tuple[Parsed, dict[str, str], tuple[str, ...]]] = []
    refused: list[Refused] = []
    comments: list[Outside] = []
    done = 0
    for chunk in bib_entries.split(text):
        if isinstance(chunk, Outside):
            if chunk.is_lost:
                why = "It stands between the entries."
                refused.append(_refused(name, chunk.line, chunk.text, why))
            else:
                comments.append(chunk)
            continue
        done += len(chunk.text)
        try:
            _take(chunk, strings, entries)
        except UserError as error:
            refused.append(_refused(name, chunk.line, chunk.text, str(error)))
        if len(entries) % STEP == 0:
            on_progress(0.5 * min(done / (len(text) or 1), 1))
    imported = _made(entries, refused, name, on_progress)
    if comments and imported.count:
        first = f"line {comments[0].line}: “{' '.join(comments[0].text[:60].split())}”"
        said = f"Words between the entries were taken as comments, first in {first}."
        return replace(imported, remarks=(*imported.remarks, said))
    return imported


def _take(
    chunk: Chunk, strings: Strings, entries: list[tuple[Parsed, dict[str, str], tuple[str, ...]]]
) -> None:
    if chunk.kind == "string":
        strings.define(chunk)
    if chunk.kind in bib_entries.NO_RECORDS:
        return
    parsed = bib_entries.parse(chunk)
    fields, unknown = {}, []
    for name, value in parsed.fields.items():
        if len(value) > MOST_IN_A_FIELD:
            raise UserError(f"Its field “{name}” is larger than any field of a reference.")
        fields[name], missing = strings.text(value)
        unknown += [word for word in missing if name not in {"month", "year"}]
    if not any(value.strip() for value in fields.values()):
        raise UserError("No field could be read in it.")
    entries.append((parsed, fields, tuple(unknown)))


def _made(
    entries: list[tuple[Parsed, dict[str, str], tuple[str, ...]]],
    refused: list[Refused],
    name: str,
    on_progress: Callable[[float], None],
) -> Imported:
    keys = Counter(parsed.key.casefold() for parsed, _, _ in entries if parsed.key)
    by_key: dict[str, tuple[Parsed, dict[str, str]]] = {}
    for parsed, fields, _ in entries:
        by_key.setdefault(parsed.key.casefold(), (parsed, fields))
    family = Family(by_key)
    records: list[Record] = []
    aside: Counter[str] = Counter()
    for number, (parsed, own, unknown) in enumerate(entries):
        if parsed.kind == "xdata":
            aside["@xdata"] += 1
            continue
        fields, told = family.fields(parsed, own)
        records.append(_record(parsed, fields, (*told, *_undefined(unknown)), name, aside))
        if number % STEP == 0:
            on_progress(0.5 + 0.5 * number / len(entries))
    twice = [parsed.key for parsed, _, _ in entries if keys[parsed.key.casefold()] > 1]
    return Imported("BibTeX", tuple(records), tuple(refused), _remarks(aside, twice))


def _remarks(aside: Counter[str], twice: list[str]) -> tuple[str, ...]:
    said = []
    data = aside.pop("@xdata", 0)
    if data:
        said.append(f"{data} × @xdata: no work, its fields are in those that refer to it.")
    if twice:
        shown = ", ".join(list(dict.fromkeys(twice))[:5])
        said.append(f"A key stands at more than one entry: {shown}. All of them were read.")
    if aside:
        shown = ", ".join(f"{field} ({count})" for field, count in aside.most_common(12))
        said.append(f"Fields for which there is no place: {shown}.")
    return tuple(said)


def _undefined(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"The abbreviation “{one}” is not defined; it stands as it is." for one in names)


def _refused(name: str, line: int, text: str, why: str) -> Refused:
    return Refused(_origin(name, line), text[:LONGEST_SOURCE], why)


def _origin(name: str, line: int) -> str:
    return f"{name}, line {line}" if name else f"line {line}"


def _record(
    parsed: Parsed, fields: dict[str, str], told: tuple[str, ...], name: str, aside: Counter[str]
) -> Record:
    made = Making()
    made.remarks += [*parsed.remarks, *told]
    reader = _Fields(fields, made)
    made.type = _type(parsed.kind, fields)
    reader.titles(parsed.kind)
    reader.names()
    reader.numbers(made.type)
    reader.dates()
    reader.identifiers()
    reader.rest(parsed.kind, made.type)
    for field in reader.left():
        if _OF_PROGRAMS.fullmatch(field):
            aside[field] += 1
        else:
            made.left(field)
    if parsed.mended:
        made.confidence = {**dict.fromkeys(made.fields, _GUESS), **made.confidence}
    key = " ".join(parsed.key.split())
    return made.record(key, _origin(name, parsed.line), parsed.text.strip())


def _type(kind: str, fields: dict[str, str]) -> str:
    subtype = fields.get("entrysubtype", "").strip().lower()
    if kind == "article" and subtype in bib_types.SUBTYPES:
        return bib_types.SUBTYPES[subtype]
    if subtype in bib_types.OTHERS:
        return subtype
    archive = fields.get("archiveprefix", "") + fields.get("eprinttype", "")
    archive = archive or fields.get("journal", "") or fields.get("journaltitle", "")
    if _PREPRINTS.search(archive) and not fields.get("volume", "").strip():
        return "article"
    if kind == "misc" and (fields.get("url") or _ADDRESS.search(fields.get("howpublished", ""))):
        return "webpage" if not fields.get("publisher") else "document"
    return bib_types.TYPES.get(kind, "document")


class _Fields:
    """Takes fields out of an entry; those that nobody took are left."""

    def __init__(self, fields: dict[str, str], made: Making) -> None:
        self._fields = fields
        self._made = made
        self._taken: set[str] = {"crossref", "xdata", "xref", "entrysubtype"}

    def left(self) -> list[str]:
        return [n for n, value in self._fields.items() if n not in self._taken and value.strip()]

    def _raw(self, *names: str) -> str:
        """The first of these fields that is not empty; it is taken, another one stays."""
        for name in names:
            if name not in self._taken and self._fields.get(name, "").strip():
                self._taken.add(name)
                return self._fields[name]
        return ""

    def _text(self, *names: str, tags: bool = False) -> str:
        text, unknown = plain(self._raw(*names), tags=tags)
        if unknown:
            self._made.remarks.append(
                f"LaTeX that is not known was left out: {', '.join(unknown)}."
            )
        return text

    def titles(self, kind: str) -> None:
        put, made = self._titled, self._made
        put("title", "title", "subtitle", "titleaddon")
        if kind in {"periodical"} and not made.fields.get("title"):
            put("title", "journaltitle", "journalsubtitle")
        for name, more in (("journaltitle", "journalsubtitle"), ("journal", ""), ("fjournal", "")):
            if self._fields.get(name, "").strip() and "container_title" not in made.fields:
                put("container_title", name, more)
        if self._fields.get("booktitle", "").strip() and made.type != "book":
            put("container_title", "booktitle", "booksubtitle")
        elif "title" not in made.fields:
            put("title", "booktitle", "booksubtitle")
        if made.type in {"chapter", "paper-conference", "entry-encyclopedia"}:
            put("container_title" if "container_title" not in made.fields else "collection_title",
                "maintitle", "mainsubtitle")  # fmt: skip

    def _titled(self, target: str, name: str, more: str, addon: str = "") -> None:
        title, sub = self._text(name, tags=True), self._text(more, tags=True) if more else ""
        behind = self._text(addon, tags=True) if addon else ""
        if title and sub:
            title = f"{title}{'' if title.endswith(('?', '!', ':')) else ':'} {sub}"
        if title and behind:
            title = f"{title.rstrip('.')}. {behind}"
        self._made.put(target, title)

    def names(self) -> None:
        for target, names in (
            ("author", ("author",)), ("editor", ("editor", "bookeditor")),
            ("translator", ("translator",)),
        ):  # fmt: skip
            listed, remarks = people(self._raw(*names))
            self._made.people(target, listed.names)
            self._made.remarks += remarks
            if remarks:
                self._made.confidence[target] = _GUESS
            if target == "author":
                self._made.truncated = listed.truncated
            elif listed.truncated:
                self._made.remarks.append(f"The list of the {target}s was cut in the source.")

    def numbers(self, kind: str) -> None:
        made = self._made
        made.pages(
            self._text("pages", "page")
            or self._text("eid", "articleno", "article-number", "elocation-id")
        )
        number, issue = self._text("number"), self._text("issue")
        if kind in {"report", "patent", "standard", "legislation", "manuscript", "software"}:
            made.put("number", number or issue)
        elif kind in {"book", "chapter", "paper-conference"} and self._fields.get("series"):
            made.put("collection_number", number)
            made.put("issue", issue)
        else:
            made.put("issue", number or issue)
            if number and issue and number != issue:
                made.remarks.append(f"Its issue is called “{issue}” too.")

    def _day(self, name: str) -> str:
        """A date, in which BibLaTeX's `~` says "about"."""
        return plain(self._raw(name).replace("~", r"\textasciitilde{}"), tags=False).text

    def dates(self) -> None:
        made = self._made
        if not made.day("issued", read_day(self._day("date"))):
            year = self._day("year")
            made.day("issued", of_parts(year, self._text("month"), self._text("day")))
        else:
            self._taken |= {"year", "month", "day"}
        visited = self._text("urldate", "lastchecked", "lastaccessed", "accessed", "access-date")
        made.day("accessed", read_day(visited))
        date = made.fields.get("issued")
        if date and not date.date_parts and _STATE.fullmatch(date.literal):
            made.put("status", date.literal)
            del made.fields["issued"]
            made.confidence.pop("issued", None)

    def identifiers(self) -> None:
        made = self._made
        made.identifier("DOI", without_braces(self._raw("doi")))
        self._eprint()
        made.identifier("PMID", without_braces(self._raw("pmid", "pubmed", "medline-pmid")))
        made.identifier("PMCID", without_braces(self._raw("pmcid", "pmc")))
        made.put("ISBN", without_braces(self._raw("isbn")))
        made.put("ISSN", without_braces(self._raw("issn")))
        url = self._raw("url", "bdsk-url-1", "link")
        found = _ADDRESS.search(self._fields.get("howpublished", "")) if not url else None
        if found:
            self._taken.add("howpublished")
        url = without_braces(re.sub(r"\\url\b", "", url)) if url else found[0] if found else ""
        if "DOI" not in made.fields and identifiers.doi(url):
            made.put("DOI", identifiers.doi(url))
        else:
            made.put("URL", url)

    def _eprint(self) -> None:
        value = without_braces(self._raw("eprint", "arxivid"))
        kind = self._text("eprinttype", "archiveprefix").lower()
        self._taken |= {"eprintclass", "primaryclass", "eprinttype", "archiveprefix"}
        arxiv = identifiers.arxiv(value) if kind in {"", "arxiv"} else ""
        if arxiv:
            self._made.put("URL", f"https://arxiv.org/abs/{arxiv}")
        elif kind in {"pubmed", "pmid"}:
            self._made.identifier("PMID", value)
        elif kind in {"pmc", "pmcid", "pubmedcentral"}:
            self._made.identifier("PMCID", value)
        elif value.lower().startswith("http"):
            if not self._fields.get("url", "").strip():
                self._made.put("URL", value)
        elif value:
            self._made.left(f"eprint {value}")

    def rest(self, kind: str, csl: str) -> None:
        made = self._made
        genre = plain(self._raw("type"), tags=False).text
        made.put("genre", bib_types.GENRES.get(genre.lower().replace(" ", ""), genre))
        if kind in {"phdthesis", "mastersthesis"}:
            made.put("genre", bib_types.GENRES[kind])
        for target, names in bib_types.TEXTS.items():
            made.put(target, self._text(*names, tags=target in {"collection_title", "abstract"}))
        if csl == "paper-conference" and "event_title" not in made.fields:
            made.put("event_title", self._text("venue"))
        made.put("language", bib_types.language(self._text("language", "langid", "hyphenation")))
        self._taken |= {"langid", "hyphenation"}
        state = self._text("pubstate")
        made.put("status", bib_types.STATES.get(state.lower(), state))
        notes = [text for name in bib_types.NOTES if (text := self._text(name, tags=True))]
        made.note("\n".join(notes))
