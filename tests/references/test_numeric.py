"""Entries of the reference list, type by type; every one is made up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from examples import examples
from golden_files import assert_golden
from page_flaws import roots
from palmetto_editor.model.csl import Date, Extension, Name, Reference
from palmetto_editor.references.numeric import entry
from sample_articles import REFERENCES
from strategies import references

WREN = Name(family="Wren", given="Ada")
ARTICLE = Reference(
    id="a",
    title="On tides",
    author=(WREN,),
    container_title="Journal of Shores",
    issued=Date(date_parts=((2019, 4),)),
    volume="7",
    issue="2",
    page="10-19",
)
MORE = (
    replace(ARTICLE, id="six", author=(WREN,) * 6),
    replace(ARTICLE, id="seven", author=(WREN,) * 7),
    Reference(
        id="chapter",
        type="chapter",
        title="On sand",
        author=(WREN,),
        editor=(WREN, Name(family="Berg", given="Jean-Pierre")),
        container_title="The Beach",
        edition="3",
        publisher="Shore Press",
        publisher_place="Oslo",
        page="3-9",
        issued=Date(date_parts=((2001,), (2003,))),
    ),
    Reference(
        id="web",
        type="webpage",
        title="Is the sea rising?",
        author=(Name(literal="Harbour Office"),),
        container_title="Harbour News",
        issued=Date(date_parts=((2020, 5, 6),)),
        accessed=Date(date_parts=((2021, 1, 2),)),
        URL="https://example.org/rising?a=1&b=2",
    ),
    Reference(
        id="talk",
        type="paper-conference",
        title="A talk",
        author=(WREN,),
        event_title="Tides 1999",
        publisher="Shore Press",
        issued=Date(date_parts=((1999,),)),
        page="4",
    ),
    replace(ARTICLE, id="press", issued=None, volume="", issue="", page="", status="in press"),
    Reference(id="empty"),
)


def test_entries_are_as_they_were():
    lines = (f"{item.id}: {entry(item)}\n" for item in (*REFERENCES, *MORE))
    assert_golden("references-numeric.html", "".join(lines))


def test_an_article_has_authors_title_journal_and_place():
    assert entry(ARTICLE) == "Wren A. On tides. <i>Journal of Shores</i>. 2019;7(2):10–19."


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({"title": "On tides?"}, "Wren A. On tides? <i>"),
        ({"title": "On <i>Calidris</i> & <b>"}, "On <i>Calidris</i> &amp; &lt;b&gt;. <i>"),
        ({"volume": ""}, "2019;(2):10–19."),
        ({"volume": "", "issue": ""}, "2019;10–19."),
        ({"issued": None}, "</i>. 7(2):10–19."),
        ({"page": "S32-S37"}, ":S32–S37."),
        ({"palmetto": Extension(authors_truncated=True)}, "Wren A, et al. On tides."),
        ({"author": (WREN,) * 7}, "Wren A, Wren A, et al. On tides."),
        ({"author": ()}, "On tides. <i>"),
    ],
)
def test_what_is_missing_leaves_no_trace(change, shown):
    assert shown in entry(replace(ARTICLE, **change))


def test_six_authors_are_all_named_and_seven_are_cut_after_the_sixth():
    assert entry(replace(ARTICLE, author=(WREN,) * 6)).count("Wren") == 6
    seven = entry(replace(ARTICLE, author=(WREN,) * 7))
    assert seven.count("Wren") == 6
    assert "et al." in seven


def test_a_doi_is_a_link_and_goes_before_another_address():
    shown = entry(replace(ARTICLE, DOI="doi:10.5555/A<b>c", URL="https://example.org/", PMID="77"))
    assert (
        '<a href="https://doi.org/10.5555/A%3Cb%3Ec">https://doi.org/10.5555/A&lt;b&gt;c</a>'
        in shown
    )
    assert "example.org" not in shown
    assert 'PMID <a href="https://pubmed.ncbi.nlm.nih.gov/77/">77</a>' in shown


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc", "x y"])
def test_an_address_of_another_kind_is_no_link(url):
    assert "href" not in entry(replace(ARTICLE, URL=url))


@examples(15, deadline=None)
@given(references())
def test_any_reference_is_text_with_few_elements(item):
    html = entry(item)
    assert roots(f"<p>{html}</p>") == 1
    assert "<script" not in html


@pytest.mark.parametrize("kind", ["webpage", "book", "article-journal", "thesis", "report", "song"])
def test_words_in_place_of_a_date_are_no_html(kind):
    said = Date(literal="<script>alert(1)</script>")
    assert "<script" not in entry(Reference(id="a", type=kind, issued=said, accessed=said))
