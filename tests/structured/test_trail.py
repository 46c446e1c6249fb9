from dataclasses import replace

import pytest

from palmetto_editor.model.publication import Publication
from palmetto_editor.structured.trail import crumbs
from sample_articles import full, publication


def test_the_trail_leads_from_the_publication_by_the_section_to_the_page():
    steps = crumbs(full(), publication())
    assert [step.name for step in steps] == [
        "Shore Notes",
        "Shore birds",
        "How sandpipers “read” the tide & the wind",
    ]
    assert steps[0].url == "https://example.org/notes/"
    assert steps[1].url.startswith("https://example.org/notes/")
    assert steps[2].url == ""


@pytest.mark.parametrize("field", ["section", "headline"])
def test_without_a_section_or_a_headline_there_is_none(field):
    article = full()
    article = replace(article, metadata=replace(article.metadata, **{field: " "}))
    assert crumbs(article, publication()) == ()


def test_without_a_publication_s_address_there_is_none():
    assert crumbs(full(), Publication(name="Notes")) == ()


def test_a_publication_without_a_name_leaves_two_steps():
    assert len(crumbs(full(), Publication(base_url="https://example.org/"))) == 2
