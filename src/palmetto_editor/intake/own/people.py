"""Authors and reviewers: who the page names, with what the graph knows of them.

The graph has one node for all of one kind and name (`structured.people`): its addresses are those
of the publisher, the authors and the reviewers together, and no page tells whose each is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from selectolax.lexbor import LexborNode

from palmetto_editor.intake.own.sheet import Sheet, attribute, many, said, words
from palmetto_editor.model.values import Author
from palmetto_editor.references.identifiers import orcid
from palmetto_editor.structured.keys import key
from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.site import Node

_RECORD = "https://orcid.org/"


@dataclass(frozen=True, slots=True)
class _Named:
    """A contributor as the page shows them."""

    name: str
    link: str
    record: str
    job_title: str


def authors(sheet: Sheet) -> tuple[Author, ...]:
    """The authors of the byline, and those without a name whose addresses only the head has."""
    named = _named(sheet.header, ".byline")
    found: list[Author] = []
    profiles = sheet.meta("article:author")
    told = sheet.linked(sheet.article.get("author"))
    nodes = _Nodes(told if sheet.article else _everyone(sheet))
    for one in named:
        typed = one.link in profiles
        if typed:
            at = profiles.index(one.link)
            found += [Author(url=profile) for profile in profiles[:at]]
            profiles = profiles[at + 1 :]
        found.append(_author(one, nodes.of(one), has_url=typed))
    return (*found, *(Author(url=profile) for profile in profiles))


def reviewers(sheet: Sheet) -> tuple[Author, ...]:
    named = _named(sheet.header, ".reviewers")
    nodes = _Nodes(sheet.linked(sheet.page.get("reviewedBy")))
    found = [(one, nodes.of(one)) for one in named]
    return tuple(_author(one, node, has_url=_is_address(one, node)) for one, node in found)


def _everyone(sheet: Sheet) -> list[Node]:
    """Who has a part in a page without a headline, whose graph has no article that names them.

    They stand in the order of authors and reviewers; the publisher is an author only where
    nobody else can be.
    """
    owned = [*sheet.nodes("WebSite"), sheet.page]
    publishers = [node for one in owned for node in sheet.linked(one.get("publisher"))]
    found = [n for n in sheet.graph.values() if n.get("@type") in ("Person", "Organization")]
    return sorted(found, key=lambda node: node in publishers)


class _Nodes:
    """The nodes of contributors, who come in the same order; one node may be two of them."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._left = list(nodes)
        self._known = list(nodes)

    def of(self, one: _Named) -> Node:
        for nodes in (self._left, self._known):
            for node in nodes:
                if key(said(node, "name")) == key(one.name) and _fits(node, one):
                    if node in self._left:
                        self._left.remove(node)
                    return node
        return {}


def _fits(node: Node, one: _Named) -> bool:
    """Whether a node of this name can be this one: an organisation has no title and no ORCID."""
    if node.get("@type") == "Organization":
        return not (one.record or one.job_title)
    record = _orcid_of(node)
    return not one.record or record == one.record.removeprefix(_RECORD)


def _author(one: _Named, node: Node, *, has_url: bool) -> Author:
    kind: Literal["person", "organization"] = "person"
    if node.get("@type") == "Organization":
        kind = "organization"
    bare = orcid(one.record) if one.record else ""
    if not bare and one.link.startswith(_RECORD) and not has_url:
        bare = orcid(one.link)
    bare = bare or (_orcid_of(node) if one.link.startswith(_RECORD) else "")
    same_as = [str(address) for address in many(node.get("sameAs"))]
    if bare and same_as[-1:] == [f"{_RECORD}{bare}"]:
        same_as.pop()
    same_as = [address for address in same_as if not (has_url and address == one.link)]
    if not has_url and one.link not in ("", f"{_RECORD}{bare}"):
        same_as = list(dict.fromkeys([one.link, *same_as]))
    elif not one.link:
        same_as = []
    return Author(
        kind=kind,
        name=one.name,
        url=one.link if has_url else "",
        same_as=tuple(same_as),
        job_title=one.job_title,
        orcid=bare,
    )


def _is_address(one: _Named, node: Node) -> bool:
    """Whether a reviewer's link is the address of their own, and not the first of the others."""
    if not one.link:
        return False
    others = [str(address) for address in many(node.get("sameAs"))]
    return said(node, "url") == one.link or (bool(node.get("url")) and one.link in others[:1])


def _orcid_of(node: Node) -> str:
    identifier = node.get("identifier")
    return said(identifier, "value") if isinstance(identifier, dict) else ""


def _named(header: LexborNode | None, line: str) -> list[_Named]:
    found = header.css(f"{line} .contributor") if header is not None else []
    return [_one(node) for node in found]


def _one(node: LexborNode) -> _Named:
    record = node.css_first("a.orcid")
    title = node.css_first(".job-title")
    link = node.css_first('a[rel="author"]')
    if link is not None:
        name = words(link)
    else:
        first = node.first_child
        text = (first.text_content or "") if first is not None and first.is_text_node else ""
        name = one_line(text)
        name = name.removesuffix(",") if title is not None and record is None else name
    return _Named(
        name=name,
        link=attribute(link, "href") if link is not None else "",
        record=attribute(record, "href") if record is not None else "",
        job_title=words(title),
    )
