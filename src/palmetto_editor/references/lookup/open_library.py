"""Open Library (https://openlibrary.org/developers/api): books by ISBN, by title and author."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from palmetto_editor.model.csl import Name, Reference
from palmetto_editor.references import identifiers
from palmetto_editor.references.formats.days import read_day
from palmetto_editor.references.formats.persons import person
from palmetto_editor.references.lookup.client import Client
from palmetto_editor.references.lookup.forms import JSON
from palmetto_editor.references.lookup.found import Found
from palmetto_editor.references.lookup.values import each, listed, part, plain, rich, text, texts

ROWS = 5
_SITE = "https://openlibrary.org"
_FIELDS = "key,title,subtitle,author_name,first_publish_year,publisher,isbn"


def by_isbn(client: Client, isbn: str) -> list[Found]:
    """The edition of an ISBN. Raises as `Client.get` does, as all here."""
    key = f"ISBN:{isbn}"
    params = {"bibkeys": key, "format": "json", "jscmd": "data"}
    book = part(client.get("Open Library", "api/books", params, JSON), key)
    return [Found("Open Library", edition(book, isbn), text(book.get("url")))] if book else []


def by_words(client: Client, wanted: Reference) -> list[Found]:
    """Books by title and first author. A book of many editions comes without an edition's data."""
    params = {"title": plain(wanted.title)[:300], "limit": str(ROWS), "fields": _FIELDS}
    people = wanted.author or wanted.editor
    if people:
        params["author"] = people[0].family or people[0].literal
    answer = client.get("Open Library", "search.json", params, JSON)
    works = each(part({"": answer}, "").get("docs"))
    return [Found("Open Library", work(one), f"{_SITE}{text(one.get('key'))}") for one in works]


def edition(book: Mapping[str, Any], isbn: str) -> Reference:
    """A reference of `jscmd=data`, without a key."""
    known = part(book, "identifiers")
    places = [text(one.get("name")) for one in each(book.get("publish_places"))]
    return Reference(
        id="",
        type="book",
        title=_title(book),
        author=_people(text(one.get("name")) for one in each(book.get("authors"))),
        issued=read_day(text(book.get("publish_date"))),
        publisher=next((text(one.get("name")) for one in each(book.get("publishers"))), ""),
        publisher_place=places[0] if places else "",
        number_of_pages=text(book.get("number_of_pages")),
        edition=text(book.get("edition_name")),
        ISBN=_isbn([isbn, *texts(known.get("isbn_13")), *texts(known.get("isbn_10"))]),
        DOI=identifiers.doi(text(known.get("doi"))),
    )


def work(found: Mapping[str, Any]) -> Reference:
    """A reference of the search; publisher and ISBN only where there is one edition."""
    publishers, isbns = texts(found.get("publisher")), _isbns(texts(found.get("isbn")))
    is_one = len(publishers) == 1 and len(set(map(identifiers.isbn13, isbns))) <= 1
    return Reference(
        id="",
        type="book",
        title=_title(found),
        author=_people(texts(found.get("author_name"))),
        issued=read_day(text(found.get("first_publish_year"))),
        publisher=publishers[0] if is_one else "",
        ISBN=_isbn(isbns) if is_one else "",
    )


def _title(book: Mapping[str, Any]) -> str:
    title, subtitle = rich(book.get("title")), rich(book.get("subtitle"))
    return f"{title}: {subtitle}" if title and subtitle else title or subtitle


def _people(names: Any) -> tuple[Name, ...]:
    return tuple(person(name) for name in names if name)


def _isbns(found: tuple[str, ...] | list[str]) -> list[str]:
    return [isbn for one in found if (isbn := identifiers.isbn(one))]


def _isbn(found: tuple[str, ...] | list[str]) -> str:
    """One ISBN of an edition, that of thirteen digits where it has both."""
    thirteen = [isbn for isbn in _isbns(found) if len(isbn) == 13]
    return listed((thirteen or _isbns(found))[:1])
