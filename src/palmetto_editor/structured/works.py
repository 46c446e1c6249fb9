"""What the article cites, as schema.org's bibliographic types have it.

https://schema.org/ScholarlyArticle, /PublicationIssue, /Chapter, /Book, /Report, /Thesis (30.1).
An article is part of an issue of a volume of a periodical; a level that is not known is skipped.
A work keeps the precision of its date: `1996` and `1996-08` are dates of schema.org (ISO 8601
reduced precision), as its own examples of cited works write them; the rule that a moment needs an
offset is for the article's own dates.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from palmetto_editor.model.csl import Reference
from palmetto_editor.references import addresses, identifiers
from palmetto_editor.references.citing.entries import badge
from palmetto_editor.structured import plain
from palmetto_editor.structured.addresses import is_absolute
from palmetto_editor.structured.containers import container, is_in_book, shows_editors
from palmetto_editor.structured.keys import digest
from palmetto_editor.structured.language import is_tag
from palmetto_editor.structured.names import agents, cut_short
from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.site import Node, Site, node, one_or_many
from palmetto_editor.structured.workdates import day

_TYPES = {
    "article": "ScholarlyArticle",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "entry-dictionary": "Article",
    "entry-encyclopedia": "Article",
    "paper-conference": "ScholarlyArticle",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "review": "ScholarlyArticle",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
# schema.org gives `pagination` to Article (with its subtypes) and Chapter; the reference list
# shows no pages of a Report.
_PAGED = {"Article", "Chapter", "BlogPosting", "NewsArticle", "ScholarlyArticle"}

_IDENTIFIERS = (
    ("DOI", identifiers.doi, addresses.doi_address),
    ("PMID", identifiers.pmid, addresses.pmid_address),
    ("PMCID", identifiers.pmcid, addresses.pmcid_address),
)


# `MedicalEvidenceLevel` grades guidelines, and a cited study is none; its kind is a genre.
EVIDENCE = "genre"


def citations(references: Iterable[Reference], site: Site, *, badges: bool = False) -> list[Node]:
    """A node for each reference with a title; a work that stands in the list twice is one.

    What kind of study a work reports is told where the page shows it, in the words of its badge.
    """
    works: dict[str, Node] = {}
    for reference in references:
        facts = _facts(reference)
        if facts:
            identifier = identity(reference, site)
            made = {"@type": facts["@type"], "@id": identifier, **facts}
            if badges and (told := one_line(badge(reference.palmetto.evidence))):
                made[EVIDENCE] = told
            works.setdefault(identifier, made)
    return list(works.values())


def identity(reference: Reference, site: Site) -> str:
    """The work's id: its DOI's address, or PubMed's, or its ISBN; else one made from its facts.

    The case of a DOI does not matter (DOI Handbook, 3.4), so the id has it in small letters.
    """
    if doi := identifiers.doi(one_line(reference.DOI)):
        return addresses.doi_address(doi.lower())
    if pmid := identifiers.pmid(reference.PMID):
        return addresses.pmid_address(pmid)
    isbn = identifiers.isbn(reference.ISBN) if reference.type == "book" else ""
    if isbn:
        return f"urn:isbn:{isbn}"
    facts = (reference.type, reference.title, reference.container_title, reference.URL)
    year = day(reference.issued)[:4]
    return site.shared("work", digest("\n".join(one_line(fact) for fact in (*facts, year))))


@lru_cache(maxsize=2048)
def _facts(reference: Reference) -> Node:
    """All but the id; {} where there is no title. Shared: to be read only."""
    title = plain.title(reference.title)
    if not title:
        return {}
    kind = _TYPES.get(reference.type, "CreativeWork")
    return node(
        kind,
        name=title,
        author=agents(reference.author),
        creditText=cut_short(reference),
        editor=agents(reference.editor if _has_editors(reference) else ()),
        datePublished=day(reference.issued),
        **_own(reference, kind),
        isPartOf=container(reference, kind),
        pagination=one_line(reference.page) if kind in _PAGED else "",
        inLanguage=reference.language if is_tag(reference.language) else "",
        **_links(reference),
    )


def _has_editors(reference: Reference) -> bool:
    return shows_editors(reference) and not is_in_book(reference)


def _own(reference: Reference, kind: str) -> dict[str, Any]:
    """What only some types have."""
    facts: dict[str, Any] = {}
    if kind == "Book":
        facts |= {
            "bookEdition": one_line(reference.edition),
            "isbn": identifiers.isbn(reference.ISBN),
        }
    elif kind == "Report":
        facts["reportNumber"] = one_line(reference.number)
    elif kind == "Thesis":
        facts["inSupportOf"] = one_line(reference.genre)
    unshown = reference.type == "article-journal" or is_in_book(reference)
    if one_line(reference.publisher) and not unshown:
        facts["publisher"] = node("Organization", name=one_line(reference.publisher))
    return facts


def _links(reference: Reference) -> dict[str, Any]:
    """Where the work is found, and its identifiers; the entry on the page links to the same."""
    url = reference.URL.strip()
    known = [
        (name, bare, address(bare))
        for name, read, address in _IDENTIFIERS
        if (bare := read(one_line(getattr(reference, name))))
    ]
    return {
        "url": url if is_absolute(url) else "",
        "sameAs": one_or_many([address for _, _, address in known]),
        "identifier": one_or_many(
            [node("PropertyValue", propertyID=name, value=bare) for name, bare, _ in known]
        ),
    }
