"""The people behind cited works, as nodes of their own without an id: nobody knows who is who."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape

from palmetto_editor.model.csl import Name, Reference
from palmetto_editor.references import cited_names
from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.site import Node, node


def agents(names: Iterable[Name]) -> list[Node]:
    """Each CSL name as Person or Organization, bare; one that says nothing is left out."""
    return [made for made in map(_agent, names) if made]


def cut_short(reference: Reference) -> str:
    """`Muccioli G, et al.`, as the page has it, where the writer knows only some of the authors.

    `author` alone would say that those in it are all there are.
    """
    if not reference.palmetto.authors_truncated:
        return ""
    shown = unescape(cited_names.names(reference.author, truncated=True))
    return one_line(f"{shown}.") if shown else ""


def _agent(name: Name) -> Node | None:
    if literal := one_line(name.literal):
        return node("Organization", name=literal)
    given = one_line(f"{name.given} {name.dropping_particle}")
    family = one_line(f"{name.non_dropping_particle} {name.family}")
    suffix = one_line(name.suffix)
    full = ", ".join(filter(None, (f"{given} {family}".strip(), suffix)))
    if not full:
        return None
    return node("Person", name=full, familyName=family, givenName=given, honorificSuffix=suffix)
