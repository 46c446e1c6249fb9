"""The fields of a BibTeX entry as those of CSL."""

from __future__ import annotations

import re
from dataclasses import replace

from palmetto_editor.references import identifiers
from palmetto_editor.references.formats import bib_types
from palmetto_editor.references.formats.bib_names import people
from palmetto_editor.references.formats.days import of_parts, read_day
from palmetto_editor.references.formats.latex import plain, without_braces
from palmetto_editor.references.formats.making import Making
from palmetto_editor.references.seasons import as_month, season

_GUESS = 0.6
_STATE = re.compile(r"(?:in press|forthcoming|to appear|submitted|accepted)\.?", re.IGNORECASE)
_PREPRINTS = re.compile(
    r"\b(?:(?:ar|bior|medr|chemr|psyar)xiv|research square|ssrn|preprints?)\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://[^\s{}\\\"]+", re.IGNORECASE)


def type_of(kind: str, fields: dict[str, str]) -> str:
    """CSL's type of an entry."""
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


class Fields:
    """Takes fields out of an entry; those that nobody took are left."""

    def __init__(self, fields: dict[str, str], made: Making) -> None:
        self._fields = fields
        self._made = made
        self._taken: set[str] = {"crossref", "xdata", "xref", "entrysubtype"}

    def take(self, kind: str) -> None:
        """Put everything that has a place into the record."""
        self._titles(kind)
        self._people()
        self._numbers(self._made.type)
        self._dates()
        self._identifiers()
        self._rest(kind, self._made.type)

    def left(self) -> list[str]:
        return [n for n, value in self._fields.items() if n not in self._taken and value.strip()]

    def _raw(self, *names: str) -> str:
        """The first of these fields that is not empty; it is taken, another one stays."""
        for name in names:
            value = self._fields.get(name, "")
            if value.strip() and name not in self._taken:
                self._taken.add(name)
                return value
        return ""

    def _text(self, *names: str, tags: bool = False) -> str:
        raw = self._raw(*names)
        text, unknown = plain(raw, tags=tags) if raw else ("", ())
        if unknown:
            self._made.remarks.append(
                f"LaTeX that is not known was left out: {', '.join(unknown)}."
            )
        return text

    def _titles(self, kind: str) -> None:
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

    def _people(self) -> None:
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

    def _numbers(self, kind: str) -> None:
        made = self._made
        made.pages(self._text("pages", "page"))
        # A preprint's is its number in the archive, which no style prints as a page.
        number = self._text("eid", "articleno", "article-number", "elocation-id")
        if kind != "article" and "page" not in made.fields:
            made.pages(number)
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

    def _dates(self) -> None:
        made = self._made
        if not made.day("issued", read_day(self._day("date"))):
            year = self._day("year")
            made.day("issued", of_parts(year, self._text("month"), self._text("day")))
        else:
            self._taken |= {"year", "month", "day"}
        self._season()
        visited = self._text("urldate", "lastchecked", "lastaccessed", "accessed", "access-date")
        made.day("accessed", read_day(visited))
        date = made.fields.get("issued")
        if date and not date.date_parts and _STATE.fullmatch(date.literal):
            made.confidence.pop("issued", None)  # every style prints it in the year's place

    def _season(self) -> None:
        """BibLaTeX puts the season of an issue that has no month into `issue`."""
        fields = self._made.fields
        date, found = fields.get("issued"), season(self._fields.get("issue", ""))
        if date and found and len(date.date_parts) == 1 and len(date.date_parts[0]) == 1:
            parts = ((date.date_parts[0][0], as_month(found)),)
            fields["issued"] = replace(date, date_parts=parts)
            if season(fields.get("issue", "")):
                del fields["issue"]

    def _identifiers(self) -> None:
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
        if url and "DOI" not in made.fields and (doi := identifiers.doi(url)):
            made.put("DOI", doi)
        else:
            made.put("URL", url)

    def _eprint(self) -> None:
        value = without_braces(self._raw("eprint", "arxivid"))
        kind = self._text("eprinttype", "archiveprefix").lower()
        self._taken |= {"eprintclass", "primaryclass", "eprinttype", "archiveprefix"}
        arxiv = identifiers.arxiv(value) if value and kind in {"", "arxiv"} else ""
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

    def _rest(self, kind: str, csl: str) -> None:
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
