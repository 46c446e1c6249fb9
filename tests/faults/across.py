"""Faults of two pages of one publication, each of which is sound by itself."""

from __future__ import annotations

from collections.abc import Callable

from faults.case import Case
from marked_pages import HOME, URL, Graph, graph, page
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph.across import across, facts


def _second(change: Callable[[str], str]) -> str:
    """Another page, with questions of its own, after a change to its markup."""
    made = page(change(graph(_asks_otherwise)))
    return made.replace(f'rel="canonical" href="{URL}"', f'rel="canonical" href="{HOME}knots/"')


def _asks_otherwise(made: Graph) -> None:
    for one in made["@graph"]:
        for question in one.get("mainEntity", ()):
            question["name"] = f"And knots: {question['name']}"


def _found(html: str) -> tuple[Finding, ...]:
    return across({"first": facts(page()), "second": facts(html)}).get("second", ())


def _case(change: Callable[[str], str], place: str, words: str) -> Case:
    return Case(
        lambda: _found(_second(change)), lambda: _found(_second(lambda text: text)), place, words
    )


CASES: dict[str, list[Case]] = {
    "graph.faq-across": [
        _case(
            lambda text: text.replace("And knots: Do dunlins sleep?", "Do dunlins sleep"),
            "graph[Question].name",
            "“first” too",
        )
    ],
    "graph.id-across": [
        _case(
            lambda text: text.replace(f"{HOME}#eva", f"{HOME}dunlins/#eva"),
            f"graph[{HOME}dunlins/#eva].@id",
            f"“{HOME}#eva” on “first”",
        )
    ],
}
