"""What the pages of one publication must agree in: questions that are asked once, ids that last.

`facts` takes from a page what is compared, so that pages can be read apart, in processes of their
own; `across` compares.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from palmetto_editor.checks.abouts import explained
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph import questions
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
    """Of one page: each question with what findings call it, and the things that last."""

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
        tuple((key, said, name) for key, (said, name) in asked.items()),
        tuple(dict.fromkeys(islice(_things(page), _MOST))),
    )


def across(pages: Mapping[str, Facts]) -> dict[str, tuple[Finding, ...]]:
    """By the name of a page what it says otherwise than one before it."""
    asked: dict[str, str] = {}
    ids: dict[tuple[str, str, str], tuple[str, str]] = {}
    found: dict[str, list[Finding]] = {}
    for name, page in pages.items():
        for key, said, node in page.asked:
            if (other := asked.setdefault(key, name)) != name:
                message = f"The question {quoted(said)} is marked up on {quoted(other)} too."
                place = in_graph(node, "name")
                found.setdefault(name, []).append(
                    Finding("graph.faq-across", "error", place, message)
                )
        for thing in page.things:
            first, other = ids.setdefault(thing.known, (thing.identifier, name))
            if first != thing.identifier:
                message = (
                    f"{quoted(thing.name)} has the @id {quoted(thing.identifier)} here and "
                    f"{quoted(first)} on {quoted(other)}; use one for both."
                )
                place = in_graph(thing.identifier, "@id")
                found.setdefault(name, []).append(
                    Finding("graph.id-across", "error", place, message)
                )
    return {name: explained(of_page) for name, of_page in found.items()}


def _things(page: Marked) -> Iterator[Thing]:
    """Those with an id, a name and an address: two of one name may be two people."""
    for node in page.of(*_LASTING):
        name, url, identifier = (text(node.get(known)) for known in ("name", "url", "@id"))
        if name and url and identifier:
            yield Thing(name, (types(node)[0], name.casefold(), url), identifier)
