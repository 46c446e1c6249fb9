"""What a page's JSON-LD claims about the article.

`claims` takes all blocks of a page together: a node may stand in one and its author in another.
The article's own node speaks first; the page's node only where that says nothing. Every text is
given as it reads, entities decoded; who and what is never split: `Jane Doe, PhD` is one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from palmetto_editor.intake.html import spell
from palmetto_editor.intake.manuscript import Claim, Field
from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.wild import article
from palmetto_editor.structured.wild.found import Found
from palmetto_editor.structured.wild.nodes import Node, Nodes, gather, many, types

_MENDED = 0.9  # how sure a claim is when the text around it had to be mended
TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
_ADDRESSES = ("mainEntityOfPage", "url")


def claims(*found: Found) -> tuple[Claim, ...]:
    """All that the blocks of one page claim, `side` "markup", in the order of the fields."""
    nodes = gather(value for one in found for value in one.values)
    main = article.article(nodes)
    reader = _Claims(nodes, main, article.page(nodes, main))
    sure = _MENDED if any(one.mended or one.stopped for one in found) else 1.0
    return tuple(replace(claim, confidence=sure) for claim in reader.all())


def words(value: Any) -> str:
    """A value as the text it stands for, on one line, without tags and with entities decoded."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = str(value)
    for _ in range(2):  # content systems encode twice: &amp;#8217;
        text = TAG.sub(" ", unescape(text)) if "&" in text or "<" in text else text
    return one_line(text)


def markdown(text: str) -> str:
    """A text, plain or HTML, as our Markdown."""
    if not TAG.search(text):
        text = unescape(text)
    if not TAG.search(text):
        parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
        return "\n\n".join(spell.paragraph(spell.literal(part)) for part in parts if part)
    body = LexborHTMLParser(text).body
    return spell.block(body).strip() if body is not None else ""


class _Claims:
    """The claims of one page: `main` is its article's node, `page` its own."""

    def __init__(self, nodes: Nodes, main: Node, page: Node) -> None:
        self._nodes, self._main, self._page = nodes, main, page

    def all(self) -> Iterator[Claim]:
        yield from self._names()
        yield from self._each("description", "description")
        yield from self._agents("author", ("author", "creator"))
        yield from self._agents("reviewer", ("reviewedBy",))
        yield from self._agents("publisher", ("publisher",))
        yield from self._each("published", "datePublished")
        yield from self._each("modified", "dateModified")
        yield from self._keywords()
        yield from self._texts("section", "articleSection")
        yield from self._address()
        yield from self._texts("language", "inLanguage")
        yield from self._images()
        yield from self._types()
        yield from self._topics()
        yield from self._site()
        yield from self._breadcrumbs()
        yield from self._questions()
        yield from self._ratings()

    # Texts

    def _speakers(self) -> Iterator[Node]:
        yield from (node for node in (self._main, self._page) if node)

    def _texts(self, field: Field, name: str) -> Iterator[Claim]:
        """A claim for each value of a property, of the first node that has it."""
        said = (self._said(node, field, name) for node in self._speakers())
        yield from next(filter(None, said), ())

    def _each(self, field: Field, name: str) -> Iterator[Claim]:
        """All that any node gives: the article's and its page's are to be the same."""
        told: dict[str, Claim] = {}
        for node in self._speakers():
            for claim in self._said(node, field, name):
                told.setdefault(claim.value, claim)
        yield from told.values()

    def _said(self, node: Node, field: Field, name: str) -> list[Claim]:
        return [
            _claim(field, said, node, name)
            for value in self._nodes.linked(node, name)
            if (said := self._label(value))
        ]

    def _names(self) -> Iterator[Claim]:
        headlines = list(self._texts("headline", "headline"))
        if headlines:
            yield from headlines
            return
        yield from self._texts("title", "name")

    def _label(self, value: Any) -> str:
        """A text, or the name of a node: a language, a topic, a defined term."""
        if not isinstance(value, dict):
            return words(value)
        parts = (words(v) for n in ("name", "alternateName") for v in many(value.get(n)))
        return next(filter(None, parts), "")

    def _keywords(self) -> Iterator[Claim]:
        for claim in self._texts("keyword", "keywords"):
            for word in claim.value.split(","):
                if word.strip():
                    yield replace(claim, value=word.strip())

    # People

    def _agents(self, field: Field, names: tuple[str, ...]) -> Iterator[Claim]:
        for node in self._speakers():
            found: dict[str, Claim] = {}
            for name in names:
                for value in self._nodes.linked(node, name):
                    claim = self._agent(field, value, node, name)
                    if claim.value:
                        found.setdefault(claim.value.casefold(), claim)
            if found:
                yield from found.values()
                return

    def _agent(self, field: Field, value: Any, node: Node, name: str) -> Claim:
        claim = _claim(field, self._label(value), node, name)
        if not isinstance(value, dict):
            return claim
        return replace(
            claim,
            kind=_kind(value),
            detail=next(filter(None, map(words, many(value.get("jobTitle")))), ""),
            url=self._url(value.get("url")) or _web(value.get("@id")),
            same_as=tuple(filter(None, map(self._url, many(value.get("sameAs"))))),
        )

    # Addresses and images

    def _url(self, value: Any) -> str:
        """The first address in a value: a text, a reference, a node with one."""
        for item in many(value):
            if isinstance(item, str) and item.strip():
                return one_line(unescape(item))
            if isinstance(item, dict):
                full = self._nodes.resolved(item)
                for name in ("url", "contentUrl", "@id"):
                    address = full.get(name)
                    if isinstance(address, list):
                        address = next((a for a in address if isinstance(a, str)), "")
                    if isinstance(address, str) and address.strip():
                        return one_line(unescape(address))
        return ""

    def _address(self) -> Iterator[Claim]:
        seen: set[str] = set()
        for node in self._speakers():
            for name in (*_ADDRESSES, "@id"):
                if name == "@id" and seen:
                    continue
                for value in many(node.get(name)):
                    address = self._url(value).partition("#")[0]
                    if address and address not in seen and (name != "@id" or _web(address)):
                        seen.add(address)
                        yield _claim("canonical_url", address, node, name)
            if seen:
                return

    def _images(self) -> Iterator[Claim]:
        for node in self._speakers():
            for name in ("image", "primaryImageOfPage", "thumbnailUrl"):
                made = [
                    _claim("image", address, node, name)
                    for value in self._nodes.linked(node, name)
                    if (address := self._url(value))
                ]
                if made:
                    yield from (replace(claim, url=claim.value) for claim in made)
                    return

    # What it is

    def _types(self) -> Iterator[Claim]:
        for node in self._speakers():
            yield from (_claim("type", name, node, "@type") for name in types(node))
            return

    def _topics(self) -> Iterator[Claim]:
        for name in ("about", "mentions"):
            for node in self._speakers():
                for value in self._nodes.linked(node, name):
                    label = self._label(value)
                    if label:
                        yield self._topic(value, _claim("about", label, node, name))

    def _topic(self, value: Any, claim: Claim) -> Claim:
        if not isinstance(value, dict):
            return claim
        same = tuple(filter(None, map(self._url, many(value.get("sameAs")))))
        kind = next(iter(types(value)), "")
        return replace(claim, kind=kind, same_as=same, url=self._url(value.get("url")))

    def _site(self) -> Iterator[Claim]:
        for node in self._nodes.of_type("WebSite")[:1]:
            if label := self._label(node):
                yield replace(
                    _claim("site_name", label, node, "name"),
                    url=self._url(node.get("url")),
                    detail=self._url(node.get("url")),
                )

    # Lists

    def _breadcrumbs(self) -> Iterator[Claim]:
        own = [v for n in self._speakers() for v in self._nodes.linked(n, "breadcrumb")]
        trails = [*(t for t in own if isinstance(t, dict)), *self._nodes.of_type("BreadcrumbList")]
        for trail in trails[:1]:
            items = [v for v in self._nodes.linked(trail, "itemListElement") if isinstance(v, dict)]
            for item in sorted(items, key=_position):
                target = self._nodes.resolved(item.get("item"))
                label = self._label(item) or self._label(target if target else "")
                address = self._url(target) or self._url(item.get("url"))
                label = "" if label == address and not isinstance(target, dict) else label
                if label:
                    claim = _claim("breadcrumb", label, trail, "itemListElement")
                    yield replace(claim, detail=address, url=address)

    def _questions(self) -> Iterator[Claim]:
        seen: set[tuple[str, str]] = set()
        for node in self._nodes.of_type("Question"):
            asked = self._label(node) or words(node.get("text"))
            answer = self._answers(node, "acceptedAnswer") or self._answers(node, "suggestedAnswer")
            if asked and (asked, answer) not in seen:
                seen.add((asked, answer))
                claim = Claim(side="markup", field="question", value=asked, detail=answer)
                yield replace(claim, origin="JSON-LD FAQPage.mainEntity")

    def _ratings(self) -> Iterator[Claim]:
        for node in self._nodes.all:
            for value in self._nodes.linked(node, "aggregateRating"):
                held = value.get("ratingValue") if isinstance(value, dict) else value
                for rating in filter(None, map(words, many(held))):
                    yield _claim("rating", rating, node, "aggregateRating")

    def _answers(self, node: Node, name: str) -> str:
        texts = []
        for value in self._nodes.linked(node, name):
            held = value.get("text", value.get("name")) if isinstance(value, dict) else value
            texts += [markdown(text) for text in many(held) if isinstance(text, str)]
        return "\n\n".join(filter(None, texts))


def _claim(field: Field, value: str, node: Node, name: str) -> Claim:
    kind = next(iter(types(node)), "Thing")
    return Claim(side="markup", field=field, value=value, origin=f"JSON-LD {kind}.{name}")


def _kind(node: Node) -> str:
    """`person` or `organization`; "" where the type does not say."""
    names = types(node)
    if "Person" in names or "Patient" in names:
        return "person"
    return "organization" if any(map(_is_organization, names)) else ""


def _is_organization(name: str) -> bool:
    endings = ("Organization", "Corporation", "Company", "Business", "Consortium", "Team", "Group")
    return name.endswith(endings) or name in {"Brand", "ResearchProject", "CollegeOrUniversity"}


def _web(value: Any) -> str:
    """An identifier that is an address of its own, without a fragment; else ""."""
    web = isinstance(value, str) and value.startswith(("http://", "https://"))
    return str(value) if web and "#" not in str(value) else ""


def _position(item: Node) -> float:
    try:
        return float(item.get("position", 0))
    except (TypeError, ValueError):
        return 0.0
