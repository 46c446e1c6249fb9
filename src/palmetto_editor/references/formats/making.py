"""A record in the making: what every format's reader fills, field by field."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import Any

from palmetto_editor.model.csl import Date, Evidence, Extension, Name, Reference, Update, Verified
from palmetto_editor.references import identifiers
from palmetto_editor.references.imported import SURE, Record

LONGEST_SOURCE = 20_000  # characters of a record's own text that are kept to be shown
TEXTS = frozenset(f.name for f in fields(Reference) if f.type == "str") - {"id", "type"}

_GUESS = 0.5
_CHECKS: dict[str, Callable[[str], str]] = {
    "DOI": identifiers.doi,
    "PMID": identifiers.pmid,
    "PMCID": identifiers.pmcid,
}
_ADDRESSES = {"DOI", "URL"}
_ENTITY = re.compile(r"&(?:[A-Za-z]\w{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_DOI_ADDRESS = re.compile(r"https?://(?:dx\.)?doi\.org/", re.IGNORECASE)
# What Zotero keeps in lines of its notes, for want of a field.
_EXTRA = re.compile(r"^[ \t]*(PMID|PMCID|DOI|ISBN|ISSN)[ \t]*:[ \t]*(\S+)[ \t]*$", re.M | re.I)
_RANGE = re.compile(r"\s*(?:[-‐-―−]+)\s*")
_PP = re.compile(r"^\s*pp?\.\s*")
_SPACES = re.compile(r"\s+")


class Making:
    """Collects fields; the first value of a field stays, whatever comes later is told."""

    def __init__(self) -> None:
        self.type = "article-journal"
        self.fields: dict[str, Any] = {}
        self.confidence: dict[str, float] = {}
        self.remarks: list[str] = []
        self.updates: list[Update] = []
        self.evidence: Evidence | None = None
        self.verified: Verified | None = None
        self.truncated = False
        self._left: list[str] = []

    def put(self, name: str, text: str, sure: float = SURE) -> bool:
        """Keep a text; False where it is empty or the field has another one already."""
        if not text:  # as most fields are
            return False
        if "&" in text and name not in _ADDRESSES:
            text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
        value = _SPACES.sub(" ", text).strip()
        if not value or self.fields.get(name, value) != value:
            return False
        self.fields[name] = value
        if sure < SURE:
            self.confidence[name] = sure
        return True

    def identifier(self, name: str, text: str) -> bool:
        """Keep a DOI, PMID, PMCID in its bare form; what is none is kept as it is, as doubtful."""
        if not text.strip():
            return False
        if bare := _CHECKS[name](text):
            return self.put(name, bare)
        self.remarks.append(f"“{_short(text)}” is no {name}.")
        return self.put(name, text, _GUESS)

    def note(self, text: str) -> bool:
        """Keep a note; the identifiers that programs put into lines of it go to their fields."""
        for name, value in _EXTRA.findall(text):
            if name.upper() in _CHECKS:
                self.identifier(name.upper(), value)
            else:
                self.put(name.upper(), value)
        return self.put("note", _EXTRA.sub("", text))

    def pages(self, text: str) -> bool:
        """`307--315` and its like; an en dash between the pages."""
        return self.put("page", _RANGE.sub("–", _PP.sub("", text)))

    def people(self, name: str, people: Iterable[Name]) -> None:
        found = tuple(person for person in people if person != Name())
        if found:
            self.fields[name] = (*self.fields.get(name, ()), *found)

    def day(self, name: str, date: Date | None) -> bool:
        if date is None or name in self.fields:
            return False
        self.fields[name] = date
        if not date.date_parts:
            self.confidence[name] = _GUESS
        return True

    def left(self, label: str) -> None:
        """A field of the source for which there is no place."""
        self._left.append(label)

    def record(self, key: str, origin: str, source: str) -> Record:
        """The record of all that was collected."""
        if self._left:
            self.remarks.append(f"No place for: {', '.join(dict.fromkeys(self._left))}.")
        address = self.fields.get("URL", "")
        if _DOI_ADDRESS.match(address) and self._is_of_doi(address):
            del self.fields["URL"]
        extension = Extension(
            authors_truncated=self.truncated,
            evidence=self.evidence,
            verified=self.verified,
            updates=tuple(dict.fromkeys(self.updates)),
        )
        reference = Reference(id=key, type=self.type, palmetto=extension, **self.fields)
        return Record(
            reference,
            origin,
            source[:LONGEST_SOURCE],
            self.confidence,
            tuple(dict.fromkeys(self.remarks)),
        )

    def _is_of_doi(self, address: str) -> bool:
        doi: str = self.fields.get("DOI", "")
        return bool(doi) and identifiers.doi(address).casefold() == doi.casefold()


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) < 60 else f"{flat[:59]}…"
