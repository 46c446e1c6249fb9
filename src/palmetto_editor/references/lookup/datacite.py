"""DataCite's REST API (https://api.datacite.org/): data sets, software, preprints, theses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.references import identifiers
from palmetto_editor.references.formats.days import read_day
from palmetto_editor.references.lookup.client import Client
from palmetto_editor.references.lookup.forms import JSON
from palmetto_editor.references.lookup.found import Found
from palmetto_editor.references.lookup.values import each, pages, part, plain, rich, text

ROWS = 5
# `types.citeproc` calls a preprint a journal's article, and knows few kinds; this goes first.
_TYPES = {
    "Preprint": "article", "Dissertation": "thesis", "Dataset": "dataset", "Software": "software",
    "Report": "report", "JournalArticle": "article-journal", "ConferencePaper": "paper-conference",
    "BookChapter": "chapter", "Book": "book", "PeerReview": "review",
    "DataPaper": "article-journal", "ConferenceProceeding": "book", "Standard": "report",
    "Collection": "dataset",
}  # fmt: skip
_CITEPROC = {"article-journal", "article", "book", "chapter", "dataset", "report", "thesis"}
_DAYS = ("Issued", "Available", "Submitted", "Created")
_SPECIAL = re.compile(r'[\\"+\-!(){}\[\]^~*?:/&|<>=]')  # signs of Elasticsearch's query language


def by_doi(client: Client, doi: str) -> list[Found]:
    """The work of a DOI. Raises as `Client.get` does, as all here."""
    data = part(client.get("DataCite", f"dois/{quote(doi, safe='')}", {}, JSON), "data")
    return [_found(data)] if data else []


def by_words(client: Client, wanted: Reference) -> list[Found]:
    """Works whose titles have all the words of the title."""
    words = " ".join(_SPECIAL.sub(" ", plain(wanted.title)).split())[:300]
    params = {"query": f"titles.title:({words})", "page[size]": str(ROWS)}
    answer = client.get("DataCite", "dois", params, JSON)
    return [_found(item) for item in each(part({"": answer}, "").get("data"))] if words else []


def _found(data: Mapping[str, Any]) -> Found:
    work = reference(part(data, "attributes"))
    return Found("DataCite", work, f"https://doi.org/{quote(work.DOI, safe='/:;()._-')}")


def reference(of: Mapping[str, Any]) -> Reference:
    """The reference of a record's `attributes`, without a key."""
    types, container = part(of, "types"), part(of, "container")
    kind = _type(types)
    doi = identifiers.doi(text(of.get("doi")))
    return Reference(
        id="",
        type=kind,
        title=_title(of),
        author=_people(of.get("creators")),
        editor=_people(
            [one for one in each(of.get("contributors")) if one.get("contributorType") == "Editor"]
        ),
        issued=_issued(of),
        container_title=rich(container.get("title")),
        volume=text(container.get("volume")),
        issue=text(container.get("issue")),
        page=pages(text(container.get("firstPage")), text(container.get("lastPage"))),
        genre=_genre(types, kind),
        publisher=text(of.get("publisher")) or text(part(of, "publisher").get("name")),
        version=text(of.get("version")),
        language=text(of.get("language")),
        DOI=doi,
        ISSN=_issn(container),
        URL="" if doi else text(of.get("url")),
    )


def _type(types: Mapping[str, Any]) -> str:
    general, citeproc = text(types.get("resourceTypeGeneral")), text(types.get("citeproc"))
    return _TYPES.get(general) or (citeproc if citeproc in _CITEPROC else "document")


def _genre(types: Mapping[str, Any], kind: str) -> str:
    return "preprint" if kind == "article" else text(types.get("resourceType")) * (kind == "thesis")


def _title(of: Mapping[str, Any]) -> str:
    titles = each(of.get("titles"))
    main = next((rich(t.get("title")) for t in titles if not text(t.get("titleType"))), "")
    sub = next((rich(t.get("title")) for t in titles if t.get("titleType") == "Subtitle"), "")
    return f"{main}: {sub}" if main and sub else main or sub


def _people(value: Any) -> tuple[Name, ...]:
    return tuple(name for one in each(value) if (name := _name(one)) != Name())


def _name(one: Mapping[str, Any]) -> Name:
    """A person, as `Family, Given` where the parts are not given apart; else an organisation."""
    whole, family, given = (text(one.get(name)) for name in ("name", "familyName", "givenName"))
    if family:
        return Name(family=family, given=given)
    if text(one.get("nameType")) == "Personal" and ", " in whole:
        family, _, given = whole.partition(", ")
        return Name(family=family, given=given)
    return Name(literal=whole)


def _issued(of: Mapping[str, Any]) -> Date | None:
    """The first date that is more exact than the year of publication, and of that year."""
    year = text(of.get("publicationYear"))
    stated = {text(one.get("dateType")): text(one.get("date")) for one in each(of.get("dates"))}
    for name in _DAYS:
        found = read_day(stated.get(name, "").partition("T")[0])
        parts = found.date_parts[0] if found and found.date_parts else ()
        if len(parts) > 1 and str(parts[0]) in ("", year or str(parts[0])):
            return Date(date_parts=(parts,))
    return read_day(year)


def _issn(container: Mapping[str, Any]) -> str:
    is_issn = text(container.get("identifierType")) == "ISSN"
    return identifiers.issn(text(container.get("identifier"))) if is_issn else ""
