"""Persons and organisations: one node each, named alike on every page of a publication.

The publisher, an author and a reviewer of the same kind and name are one thing: their facts are
joined, so that no two nodes share an `@id` and differ. Two persons of one name with two ORCIDs
are two things, and the ORCID joins the id of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article, Author
from palmetto_editor.references import identifiers
from palmetto_editor.structured.addresses import is_absolute
from palmetto_editor.structured.keys import key
from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.site import Node, Site, node, one_or_many, ref

_TYPES = {"person": "Person", "organization": "Organization"}


@dataclass(frozen=True, slots=True)
class People:
    """The nodes, and the id that each entry of the article has; one without a name has none."""

    nodes: tuple[Node, ...]
    ids: dict[Author, str]

    def refs(self, entries: Iterable[Author]) -> list[Node]:
        """References to those entries that have a node, each once, in their order."""
        found = (self.ids[entry] for entry in entries if entry in self.ids)
        return [ref(identifier) for identifier in dict.fromkeys(found)]


def publisher(publication: Publication) -> Author:
    """The publisher as an entry among the others."""
    source = publication.publisher
    return Author(kind="organization", name=source.name, url=source.url, same_as=source.same_as)


def people(article: Article, publication: Publication, site: Site, logo: Node | None) -> People:
    """All who have a part in the page: publisher, authors, reviewers. `logo` is the publisher's."""
    owner = publisher(publication)
    everyone = [
        entry
        for entry in (owner, *article.metadata.authors, *article.metadata.reviewers)
        if one_line(entry.name)
    ]
    shared = _names_of_several(everyone)
    ids = {entry: _identity(entry, shared, site) for entry in everyone}
    entries: dict[str, list[Author]] = defaultdict(list)
    for entry, identifier in ids.items():
        entries[identifier].append(entry)
    nodes = [_node(identifier, same) for identifier, same in entries.items()]
    if logo and owner in ids:
        own = next(made for made in nodes if made["@id"] == ids[owner])
        own["logo"] = ref(logo["@id"])
    return People(tuple(nodes), ids)


def _node(identifier: str, entries: Sequence[Author]) -> Node:
    """One node from every entry that names the same thing; the first fact of a kind stands."""
    first = entries[0]
    orcid = next(filter(None, map(_orcid, entries)), "")
    urls = [e.url.strip() for e in entries if is_absolute(e.url.strip())]
    same_as = [a.strip() for e in entries for a in e.same_as if is_absolute(a.strip())]
    orcid_url = f"https://orcid.org/{orcid}" if orcid else ""
    others = dict.fromkeys(filter(None, [*urls[1:], *same_as, orcid_url]))
    made = node(
        _TYPES[first.kind],
        identifier,
        name=one_line(first.name),
        url=urls[0] if urls else "",
        sameAs=one_or_many([address for address in others if address not in urls[:1]]),
    )
    titles = (one_line(e.job_title) for e in entries if e.kind == "person")
    if job_title := next(filter(None, titles), ""):
        made["jobTitle"] = job_title
    if orcid:
        made["identifier"] = node("PropertyValue", propertyID="ORCID", value=orcid, url=orcid_url)
    return made


def _identity(entry: Author, shared: set[str], site: Site) -> str:
    name = key(one_line(entry.name))
    orcid = _orcid(entry)
    return site.shared(entry.kind, f"{name}-{orcid}" if orcid and name in shared else name)


def _names_of_several(entries: Iterable[Author]) -> set[str]:
    """The names that persons with different ORCIDs bear."""
    orcids: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if orcid := _orcid(entry):
            orcids[key(one_line(entry.name))].add(orcid)
    return {name for name, borne in orcids.items() if len(borne) > 1}


def _orcid(entry: Author) -> str:
    return identifiers.orcid(entry.orcid) if entry.kind == "person" else ""
