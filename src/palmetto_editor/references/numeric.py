"""The one plain numeric style: entries as the NLM and the ICMJE's samples write them.

Authors. Title. *Container*. Year;volume(issue):pages. Then where the work is found: its DOI as an
address (Crossref's display guidelines), its PMID, else its web address. Nothing is invented: a
field that is empty leaves no trace, and the words of the writer stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape

from palmetto_editor.model.csl import Reference
from palmetto_editor.references import addresses, dates
from palmetto_editor.references.cited_names import names
from palmetto_editor.references.rich import rich

_TAGS_AT_END = re.compile(r"(?:</\w+>)+$")
_RANGE = re.compile(r"(?<=[\dA-Za-z])\s*[-‐‑–—]+\s*(?=[\dA-Za-z])")
_ORDINAL_ENDS = {1: "st", 2: "nd", 3: "rd"}


def entry(reference: Reference) -> str:
    """HTML of one entry of the list, without its number; everything in it is escaped."""
    style = _STYLES.get(reference.type, _other)
    sentences = [_sentence(part) for part in style(reference) if part]
    found_at = _where(reference)
    return " ".join([*sentences, " · ".join(found_at)] if found_at else sentences)


def _article(item: Reference) -> Iterable[str]:
    yield _authors(item)
    yield rich(item.title)
    yield _italic(item.container_title or item.container_title_short)
    yield _issue(item)


def _book(item: Reference) -> Iterable[str]:
    yield _authors(item) or _editors(item)
    yield _italic(item.title)
    yield from _volume_of_series(item)
    if item.author:
        yield _editors(item)
    yield _imprint(item)
    yield _isbn(item)


def _chapter(item: Reference) -> Iterable[str]:
    yield _authors(item)
    yield rich(item.title)
    container = _italic(item.container_title)
    editors = _editors(item)
    yield "In: " + ". ".join(filter(None, (editors, container))) if editors or container else ""
    yield from _volume_of_series(item)
    yield _imprint(item)
    yield f"p. {_pages(item.page)}" if item.page else ""
    yield _isbn(item)


def _webpage(item: Reference) -> Iterable[str]:
    yield _authors(item)
    yield rich(item.title)
    yield _italic(item.container_title)
    yield _joined("; ", _text(item.publisher), escape(dates.day(item.issued)))
    accessed = dates.day(item.accessed)
    yield f"Accessed {escape(accessed)}" if accessed else ""


def _report(item: Reference) -> Iterable[str]:
    yield _authors(item)
    yield _italic(item.title)
    yield _numbered_genre(item)
    yield from _volume_of_series(item)
    yield _imprint(item)


def _thesis(item: Reference) -> Iterable[str]:
    yield _authors(item)
    yield _joined(" ", _italic(item.title), f"[{_text(item.genre) or 'thesis'}]")
    yield _imprint(item)


def _other(item: Reference) -> Iterable[str]:
    """Any other type: every field of use, in the order of an article's."""
    yield _authors(item) or _editors(item)
    yield rich(item.title) if item.container_title else _italic(item.title)
    yield _numbered_genre(item)
    yield _italic(item.container_title)
    yield _text(item.event_title)
    yield _joined(": ", _text(item.publisher_place), _text(item.publisher))
    yield _issue(item)


_STYLES: dict[str, Callable[[Reference], Iterable[str]]] = {
    "article-journal": _article,
    "book": _book,
    "chapter": _chapter,
    "webpage": _webpage,
    "report": _report,
    "thesis": _thesis,
}


def _authors(item: Reference) -> str:
    return names(item.author, item.palmetto.authors_truncated)


def _editors(item: Reference) -> str:
    shown = names(item.editor)
    return f"{shown}, editor{'s' if len(item.editor) > 1 else ''}" if shown else ""


def _numbered_genre(item: Reference) -> str:
    """`Technical report No. 14`, as far as it is known."""
    number = f"No. {_text(item.number)}" if item.number else ""
    return _joined(" ", _text(item.genre), number)


def _issue(item: Reference) -> str:
    """`1996;273(5277):974–977`, as far as it is known."""
    number = f"({_text(item.issue)})" if item.issue else ""
    pages = f":{_pages(item.page)}" if item.page else ""
    place = f"{_text(item.volume)}{number}{pages}"
    date = escape(dates.year(item.issued))
    return _joined(";", date, place.removeprefix(":")) or _text(item.status).capitalize()


def _volume_of_series(item: Reference) -> Iterable[str]:
    yield _edition(item.edition)
    yield f"Vol. {_text(item.volume)}" if item.volume else ""
    number = _text(item.collection_number)
    yield _joined("; ", _text(item.collection_title), number)


def _imprint(item: Reference) -> str:
    publisher = _joined(": ", _text(item.publisher_place), _text(item.publisher))
    return _joined("; ", publisher, escape(dates.year(item.issued)))


def _edition(text: str) -> str:
    """`2nd ed`; words such as "Revised edition" stay as they are."""
    bare = text.strip()
    if not bare.isdecimal():
        return _text(bare)
    number = int(bare)
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else _ORDINAL_ENDS.get(number % 10, 'th')} ed"


def _isbn(item: Reference) -> str:
    return f"ISBN {_text(item.ISBN)}" if item.ISBN and not item.DOI else ""


def _where(item: Reference) -> list[str]:
    """Links to the work. A web address stands only where there is no DOI, or for a web page."""
    found = []
    if doi := addresses.doi(item.DOI):
        found.append(_link(addresses.doi_address(doi), f"https://doi.org/{doi}"))
    elif url := addresses.web(item.URL):
        found.append(_link(url, url))
    if pmid := addresses.pmid(item.PMID):
        found.append("PMID " + _link(addresses.pmid_address(pmid), pmid))
    if pmcid := addresses.pmcid(item.PMCID):
        found.append(_link(addresses.pmcid_address(pmcid), pmcid))
    return found


def _link(address: str, text: str) -> str:
    return f'<a href="{escape(address)}">{escape(text, quote=False)}</a>'


def _italic(text: str) -> str:
    shown = rich(text)
    return f"<i>{shown}</i>" if shown else ""


def _pages(text: str) -> str:
    return _text(_RANGE.sub("–", text))


def _text(text: str) -> str:
    return escape(" ".join(text.split()), quote=False)


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def _sentence(html: str) -> str:
    """With its final point, unless it ends in one or in a mark that does its work."""
    return html if _TAGS_AT_END.sub("", html).endswith((".", "?", "!")) else f"{html}."
