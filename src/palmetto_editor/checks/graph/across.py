"""What the pages of one publication must agree in: questions that are asked once, ids that last.

`facts` takes from a page what is compared, so that pages can be read apart, in processes of their
own; `across` compares.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from palmetto_editor.checks.abouts import explained
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph import questions
from palmetto_editor.checks.graph.identity import host
from palmetto_editor.checks.graph.marked import Marked, text
from palmetto_editor.checks.graph.page_rule import in_graph
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.structured.wild.nodes import types

_MOST = 500  # questions, or things, of one page
_LASTING = ("Person", "Organization", "WebSite")


@dataclass(frozen=True, slots=True)
class Thing:
    """Somebody or something that many pages name; `known` tells it from others of its name."""

    name: str
    known: tuple[str, str, str]
    identifier: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Of one page: its address; each question with what findings call it; the things that last."""

    address: str = ""
    asked: tuple[tuple[str, str, str], ...] = ()
    things: tuple[Thing, ...] = ()


def facts(html: str) -> Facts:
    """What is compared of a page. Any text is taken for HTML, and none raises."""
    page = Marked(html)
    asked = {
        questions.asked_for(question): (text(question["name"]), page.name(question))
        for question in islice(questions.questions(page), _MOST)
        if questions.asked_for(question)
    }
    return Facts(
        page.canonical,
        tuple((key, said, name) for key, (said, name) in asked.items()),
        tuple(dict.fromkeys(islice(_things(page), _MOST))),
    )


def across(pages: Mapping[str, Facts]) -> dict[str, tuple[Finding, ...]]:
    """By the name of a page what it says otherwise than one before it of the same site.

    Which site a page is of tells its canonical address; two pages of one address are one page.
    """
    sites: dict[str, _Site] = {}
    found: dict[str, tuple[Finding, ...]] = {}
    for name, page in pages.items():
        site = sites.setdefault(host(page.address), _Site())
        if not host(page.address) or page.address in site.seen:
            continue
        site.seen.add(page.address)
        if told := explained([*_asked_again(name, page, site), *_renamed(name, page, site)]):
            found[name] = told
    return found


@dataclass(slots=True)
class _Site:
    """What the pages so far have said: where each question is asked, what each thing is called."""

    seen: set[str] = field(default_factory=set)
    asked: dict[str, str] = field(default_factory=dict)
    ids: dict[tuple[str, str, str], tuple[str, str]] = field(default_factory=dict)


def _asked_again(name: str, page: Facts, site: _Site) -> Iterator[Finding]:
    for key, said, node in page.asked:
        if (other := site.asked.setdefault(key, name)) != name:
            message = f"The question {quoted(said)} is marked up on {quoted(other)} too."
            yield Finding("graph.faq-across", "error", in_graph(node, "name"), message)


def _renamed(name: str, page: Facts, site: _Site) -> Iterator[Finding]:
    for thing in page.things:
        first, other = site.ids.setdefault(thing.known, (thing.identifier, name))
        if first != thing.identifier and other != name:
            message = (
                f"{quoted(thing.name)} has the @id {quoted(thing.identifier)} here and "
                f"{quoted(first)} on {quoted(other)}; use one for both."
            )
            place = in_graph(thing.identifier, "@id")
            yield Finding("graph.id-across", "error", place, message)


def _things(page: Marked) -> Iterator[Thing]:
    """Those with an id, a name and an address: two of one name may be two people."""
    for node in page.of(*_LASTING):
        name, url, identifier = (text(node.get(known)) for known in ("name", "url", "@id"))
        if name and url and identifier:
            yield Thing(name, (types(node)[0], name.casefold(), url), identifier)
