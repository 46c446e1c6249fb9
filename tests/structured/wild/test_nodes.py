from __future__ import annotations

import pytest

from palmetto_editor.structured.wild.nodes import gather, many, types

ARTICLE = {"@type": "Article", "headline": "Tides"}


def test_nodes_are_found_wherever_they_stand():
    values = [
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "mainEntity": ARTICLE}]},
        [{"@type": "Person", "name": "Ann"}],
    ]
    kinds = [kind for node in gather(values).all for kind in types(node)]
    assert kinds == ["WebPage", "Article", "Person"]


@pytest.mark.parametrize(
    "node",
    [
        {"@context": "http://schema.org", "@type": "Article", "headline": "x"},
        {"@context": "https://schema.org/", "@type": "Article", "headline": "x"},
        {"@context": ["https://schema.org", {"ex": "https://ex.org/"}], **ARTICLE, "headline": "x"},
        {"@context": {"@vocab": "https://schema.org/"}, "@type": ["Article"], "headline": "x"},
        {"@type": "schema:Article", "schema:headline": "x"},
        {"@type": "http://schema.org/Article", "https://schema.org/headline": "x"},
        {"@context": {"s": "http://schema.org/"}, "@type": "s:Article", "s:headline": "x"},
        {
            "@context": {"title": "https://schema.org/headline", "kind": "@type"},
            "kind": "Article",
            "title": {"@value": "x", "@language": "en"},
        },
        {"@context": {"t": {"@id": "schema:headline"}}, "@type": "Article", "t": "x"},
    ],
)
def test_names_are_those_of_schema_org_under_any_context(node):
    (found,) = gather([node]).of_type("Article")
    assert found["headline"] == "x"


def test_names_of_other_vocabularies_stay():
    node = {"@context": {"dc": "http://purl.org/dc/terms/"}, "dc:title": "x", "@type": "dc:Work"}
    (found,) = gather([node]).all
    assert found == {"dc:title": "x", "@type": "dc:Work"}


def test_a_context_holds_for_what_is_inside_it_only():
    inner = {"@context": {"n": "schema:name"}, "n": "in"}
    outer, nested = gather([{"n": "out", "part": inner}]).all
    assert outer["n"] == "out"
    assert nested["name"] == "in"


def test_a_reference_leads_to_its_node():
    ann = {"@id": "#ann", "@type": "Person", "name": "Ann"}
    nodes = gather([{"@graph": [{**ARTICLE, "author": {"@id": "#ann"}}, ann]}])
    (article,) = nodes.of_type("Article")
    assert nodes.linked(article, "author") == (ann,)


def test_a_reference_keeps_what_stands_at_it():
    nodes = gather(
        [
            {"author": {"@id": "#ann", "jobTitle": "editor"}},
            {"@id": "#ann", "name": "A", "url": "u"},
        ]
    )
    assert nodes.linked(nodes.all[0], "author")[0] == {
        "@id": "#ann", "name": "A", "url": "u", "jobTitle": "editor"
    }  # fmt: skip


def test_a_reference_to_nothing_and_to_itself_is_harmless():
    nodes = gather([{"@id": "#a", "name": "x", "author": {"@id": "#gone"}, "about": {"@id": "#a"}}])
    (node,) = nodes.all
    assert nodes.linked(node, "author") == ({"@id": "#gone"},)
    assert nodes.linked(node, "about") == (node,)


def test_lists_and_sets_are_plain_lists():
    (node, *_) = gather([{"a": {"@list": [1, 2]}, "b": {"@set": ["x"]}}]).all
    assert many(node["a"]) == [1, 2]
    assert many(node["b"]) == ["x"]


def test_two_spellings_of_one_name_are_joined():
    (node,) = gather([{"name": "a", "schema:name": ["b", "c"]}]).all
    assert many(node["name"]) == ["a", "b", "c"]


def test_any_depth_is_read():
    value = node = {}
    for _ in range(3_000):
        node["part"] = node = {"name": "x"}
    assert len(gather([value]).all) == 3_001
    deep = []
    for _ in range(3_000):
        deep = [deep]
    assert many(deep) == []
