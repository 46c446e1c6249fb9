"""What is written is read back, as far as the format can say it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.model.csl import (
    Date,
    Evidence,
    Extension,
    Name,
    Reference,
    Update,
    Verified,
)
from palmetto_editor.references.formats.read import read
from palmetto_editor.references.formats.write import Form, write

# Words with every sign that one of the formats writes in another way; no white space at the ends.
_WORD = st.text(st.sampled_from("aZéßλ中9&%$#_{}~^\\`'\"<>-@=,;:/()[]!?*"), min_size=1, max_size=6)
_TAGGED = st.sampled_from(["<i>Mus</i>", "H<sub>2</sub>O", "<b>x</b><sup>y z</sup>", "<i>open"])
TEXTS = st.lists(_WORD | _TAGGED, max_size=4).map(lambda words: " ".join(["T", *words, "e"]))
PLAIN = st.lists(_WORD, max_size=3).map(lambda words: " ".join(["T", *words, "e"]))
FAMILIES = st.sampled_from(["Ferrand", "Großmann", "O’Neil", "Lo Cascio", "李", "Smith-Jones"])
PEOPLE = st.lists(
    st.builds(
        Name,
        family=FAMILIES,
        given=st.sampled_from(["Lucie", "J. P.", "José-María", "A"]),
        non_dropping_particle=st.sampled_from(["", "van der", "de"]),
        suffix=st.sampled_from(["", "Jr.", "III"]),
    )
    | st.sampled_from(
        [Name(literal="World Lark Organization"), Name(literal="Fish and Chips Group")]
    ),
    max_size=4,
).map(tuple)
_DAYS = st.dates().map(lambda day: (max(day.year, 1000), day.month, min(day.day, 28)))
_SEASONS = st.integers(13, 16).map(lambda season: (2000, season))
DAYS = st.builds(lambda day, n: Date(date_parts=(day[:n],)), _DAYS | _SEASONS, st.integers(1, 3))
SPANS = st.builds(
    lambda a, b, circa: Date(date_parts=(a[:2], b[:2]), circa=circa),
    _DAYS | _SEASONS,
    _DAYS | _SEASONS,
    st.booleans(),
)
KINDS = ["article-journal", "book", "chapter", "webpage", "report", "thesis", "paper-conference"]


def references(texts: st.SearchStrategy[str], days: st.SearchStrategy[Date]):
    few = st.just("") | PLAIN
    return st.builds(
        Reference,
        id=st.from_regex(r"[a-z]{3,8}[0-9]{0,4}", fullmatch=True),
        type=st.sampled_from(KINDS),
        title=texts,
        author=PEOPLE,
        editor=PEOPLE,
        issued=st.none() | days,
        accessed=st.none() | DAYS,
        volume=st.sampled_from(["", "12", "3 Suppl"]),
        page=st.sampled_from(["", "12–34", "e123", "S1–S9"]),
        publisher=few,
        publisher_place=few,
        abstract=st.just("") | texts,
        language=st.sampled_from(["", "en", "de"]),
        DOI=st.sampled_from(["", "10.5555/a_b(c)1"]),
        PMID=st.sampled_from(["", "12345678"]),
        PMCID=st.sampled_from(["", "PMC2718281"]),
        URL=st.sampled_from(["", "https://example.org/a_b?c=1&d=%20#e"]),
        palmetto=st.builds(Extension, authors_truncated=st.booleans()),
    )


def as_far_as(reference: Reference) -> Reference:
    """Without what neither BibTeX nor RIS can say."""
    cut = reference.palmetto.authors_truncated and bool(reference.author)
    return replace(reference, palmetto=Extension(authors_truncated=cut))


def back(reference: Reference, form: Form) -> Reference:
    (record,) = read(write([reference], form)).records
    return record.reference


@examples(80)
@given(references(TEXTS, DAYS | SPANS))
def test_csl_json_says_all(reference: Reference) -> None:
    full = replace(
        reference,
        palmetto=Extension(
            authors_truncated=reference.palmetto.authors_truncated,
            evidence=Evidence(kind="animal", species="Alauda", n=0),
            verified=Verified(source="Crossref", date="2026-01-02"),
            updates=(Update(kind="concern", source="PubMed", date="2026"),),
        ),
    )
    assert back(full, "csl-json") == full


@examples(100)
@given(references(TEXTS, DAYS | SPANS))
def test_bibtex_is_read_back(reference: Reference) -> None:
    assert back(reference, "bibtex") == as_far_as(reference)


@examples(100)
@given(references(PLAIN, DAYS))
def test_ris_is_read_back(reference: Reference) -> None:
    assert back(reference, "ris") == as_far_as(reference)


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json"])
def test_the_order_and_equal_keys_are_kept(form: Form) -> None:
    works = [Reference(id="k", title=f"Work {n}") for n in range(3)]
    titles = [record.reference.title for record in read(write(works, form)).records]
    assert titles == ["Work 0", "Work 1", "Work 2"]


def test_capitals_within_a_title_are_braced() -> None:
    text = write([Reference(id="k", title="Larks and DNA in <i>Alauda</i>")], "bibtex")
    assert r"title = {Larks and {DNA} in \textit{{Alauda}}}" in text


def test_every_type_of_csl_comes_back_from_bibtex() -> None:
    for kind in ("article-magazine", "article", "dataset", "speech", "post-weblog", "patent"):
        assert back(Reference(id="k", type=kind, title="T"), "bibtex").type == kind


def test_an_article_s_issue_is_not_hidden_behind_the_number_of_its_series() -> None:
    article = Reference(
        id="a", title="T", issue="2 Suppl", collection_title="Birds", collection_number="7"
    )
    back = read(write((article,), "bibtex")).records[0].reference
    assert (back.issue, back.collection_title) == ("2 Suppl", "Birds")
