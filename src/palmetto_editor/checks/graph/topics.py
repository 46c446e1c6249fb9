"""What the page is about, and what it may not say of it; types that claim too much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborNode

from palmetto_editor.checks.graph.compounds import is_record
from palmetto_editor.checks.graph.marked import Marked, text
from palmetto_editor.checks.graph.page_rule import in_graph
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured.wild.nodes import Node, many, types

_TABLES = 50  # that are looked at: they may stand within each other without end
REVIEWING = frozenset({"reviewedBy", "lastReviewed"})
_RESEARCH_ONLY = re.compile(
    r"\bresearch[- ]use[- ]only\b|\bfor (?:laboratory |in[- ]vitro |scientific )?research "
    r"(?:use|purposes?) only\b|\bnot (?:intended )?for human (?:use|consumption)\b",
    re.IGNORECASE,
)
_DOSING = (
    "doseSchedule",
    "administrationRoute",
    "dosageForm",
    "recommendedIntake",
    "maximumIntake",
)
_PATIENT = re.compile(r"\bpatients?\b", re.IGNORECASE)


def is_research_only(shown: str) -> bool:
    """Whether a notice among these words says that something is for research use only."""
    return _RESEARCH_ONLY.search(shown) is not None


def research_only(page: Marked) -> Iterator[Hit]:
    """No medicine, no dose, no patients on a page that says it is for research use only."""
    if not is_research_only(page.text):
        return
    for node in page.own:
        if page.is_a(node, "Drug"):
            message = "The page is for research use only, but its markup calls something a Drug."
            yield Hit(in_graph(page.name(node), "@type"), message)
        for name in (name for name in _DOSING if name in node):
            message = f"The page is for research use only, but its markup has {quoted(name)}."
            yield Hit(in_graph(page.name(node), name), message)
        for name in ("audience", "medicalAudience"):
            if any(_is_patient(page, who) for who in page.linked(node, name)):
                message = "The page is for research use only, but its markup addresses patients."
                yield Hit(in_graph(page.name(node), name), message)


def compound_type(page: Marked) -> Iterator[Hit]:
    """What a register of compounds has a record of is a MolecularEntity or ChemicalSubstance."""
    for name in ("about", "mentions"):
        for topic in page.linked(page.article, name):
            if isinstance(topic, dict) and types(topic) in ((), ("Thing",)) and _has_record(topic):
                words = quoted(text(topic.get("name")) or page.name(topic))
                message = f"{words} is a compound; make its type MolecularEntity."
                yield Hit(in_graph(page.name(topic), "@type"), message)


def reviewed_by(page: Marked) -> Iterator[Hit]:
    for node in page.own:
        for name in sorted(REVIEWING.intersection(node)):
            if page.is_a(node, "Article") and not page.is_a(node, "WebPage"):
                message = f"An Article has no {quoted(name)} in schema.org; say it of the WebPage."
                yield Hit(in_graph(page.name(node), name), message)


def medical_scholarly(page: Marked) -> Iterator[Hit]:
    """A paper in a medical journal is one; a review on a company's site is not."""
    node = page.article
    if "MedicalScholarlyArticle" in types(node) and not _is_in_journal(page, node):
        message = "A MedicalScholarlyArticle is a paper in a journal; call this an Article."
        yield Hit(in_graph(page.name(node), "@type"), message)


def dataset(page: Marked) -> Iterator[Hit]:
    """A Dataset is data that one can have: it has a distribution, a catalogue or its own page."""
    for node in page.of("Dataset"):
        if not any(name in node for name in ("distribution", "includedInDataCatalog", "isBasedOn")):
            message = (
                "The markup calls something a Dataset that nobody can have; a summary is none."
            )
            yield Hit(in_graph(page.name(node), "@type"), message)


def table(page: Marked) -> Iterator[Hit]:
    """A table that is marked up is shown; one that is shown heads its columns and, where it is a
    figure of its own or the markup speaks of it, says what it is.
    """
    marked = list(page.of("Table", "Dataset"))
    shown = [node for node in page.page.nodes("table")[:_TABLES] if _is_data(node)]
    for node in marked if not shown else ():
        if page.is_a(node, "Table"):
            message = "The markup has a Table, but the page shows no table."
            yield Hit(in_graph(page.name(node), "@type"), message)
    figures = {node.mem_id for node in page.page.nodes("figure table")}
    for number, element in enumerate(shown, 1):
        name = f"table {number}"
        if not element.css("th[scope]"):
            message = f"Table {number} has no header cell with a scope; mark its headers."
            yield Hit(in_graph(name), message)
        elif not element.css("caption") and (marked or element.mem_id in figures):
            yield Hit(in_graph(name), f"Table {number} has no caption; say what it shows.")


def _is_data(element: LexborNode) -> bool:
    is_layout = element.attributes.get("role") in ("presentation", "none")
    return not is_layout and len(element.css("tr")) > 1


def _is_patient(page: Marked, who: Any) -> bool:
    if isinstance(who, str):
        return _PATIENT.search(who) is not None
    if not isinstance(who, dict):
        return False
    words = " ".join(
        text(value) for name in ("audienceType", "name") for value in many(who.get(name))
    )
    return page.is_a(who, "Patient") or _PATIENT.search(words) is not None


def _has_record(topic: Node) -> bool:
    addresses = [*many(topic.get("sameAs")), topic.get("@id"), *many(topic.get("url"))]
    return any(is_record(text(address)) for address in addresses)


def _is_in_journal(page: Marked, node: Node) -> bool:
    journals = ("Periodical", "PublicationIssue", "PublicationVolume")
    return any(page.is_a(value, *journals) for value in page.linked(node, "isPartOf"))
