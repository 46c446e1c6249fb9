"""Each rule is tried on a graph that is sound but for one planted fault."""

import copy

import pytest

from palmetto_editor.structured.graph import Shown, build
from palmetto_editor.structured.sound import flaws
from sample_articles import full, publication

SOUND = build(full(), publication(), Shown({"q1": "At low water."}, {}, {"beach": "The beach"}))


def _of(graph, kind):
    return next(node for node in graph["@graph"] if node["@type"] == kind)


def _set(kind, name, value):
    def plant(graph):
        _of(graph, kind)[name] = value

    return plant


def _drop(kind, name):
    def plant(graph):
        del _of(graph, kind)[name]

    return plant


def _question(graph):
    return _of(graph, "FAQPage")["mainEntity"][0]


PLANTED = {
    "context": lambda g: g.update({"@context": "http://schema.org/"}),
    "no graph": lambda g: g.pop("@graph"),
    "type is a list": _set("WebPage", "@type", ["WebPage", "FAQPage"]),
    "no type": _drop("Organization", "@type"),
    "id is relative": _set("Organization", "@id", "#org"),
    "id is a number": _set("Organization", "@id", 7),
    "dangling reference": _set("WebPage", "isPartOf", {"@id": "https://example.org/gone"}),
    "one id, two nodes": lambda g: g["@graph"].append(
        {"@type": "Person", "@id": _of(g, "Person")["@id"], "name": "Other"}
    ),
    "year only": _set("ScholarlyArticle", "datePublished", "2025"),
    "free text date": _set("WebPage", "dateModified", "April 2026"),
    "no headline": _drop("ScholarlyArticle", "headline"),
    "language": _set("WebPage", "inLanguage", "en_GB"),
    "relative image": _set("ImageObject", "contentUrl", "assets/a.png"),
    "image without url": _drop("ImageObject", "url"),
    "person without name": _drop("Person", "name"),
    "empty text": _set("Person", "jobTitle", ""),
    "question without answer": lambda g: _question(g).pop("acceptedAnswer"),
    "answer without text": lambda g: _question(g)["acceptedAnswer"].pop("text"),
    "question without name": lambda g: _question(g).pop("name"),
    "faq without questions": _drop("FAQPage", "mainEntity"),
    "one crumb": lambda g: _of(g, "BreadcrumbList").update(
        itemListElement=_of(g, "BreadcrumbList")["itemListElement"][-1:]
    ),
    "positions": lambda g: _of(g, "BreadcrumbList")["itemListElement"][0].update(position=0),
    "crumb without item": lambda g: _of(g, "BreadcrumbList")["itemListElement"][0].pop("item"),
    "website without name": _drop("WebSite", "name"),
}


def test_a_graph_of_ours_is_sound():
    assert flaws(SOUND) == ()


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(fault):
    graph = copy.deepcopy(SOUND)
    PLANTED[fault](graph)
    assert flaws(graph)


@pytest.mark.parametrize("value", [None, 7, "text", [], {}, {"@graph": {}}])
def test_anything_but_a_graph_is_refused(value):
    assert flaws(value)


def test_a_flaw_says_where():
    graph = copy.deepcopy(SOUND)
    _question(graph).pop("name")
    (flaw,) = flaws(graph)
    assert flaw.path == "@graph[2].mainEntity[0]"
    assert flaw.message == "Question has no name."


def test_a_cited_work_may_have_a_year_for_its_date():
    dates = [work.get("datePublished") for work in SOUND["@graph"][1]["citation"]]
    assert "2001" in dates
