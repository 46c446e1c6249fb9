from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Date, Extension, Name, Reference
from palmetto_editor.references.styles.scope import Place
from palmetto_editor.references.styles.style import describe, load, offered
from references.citing.cited_works import CSL_OF_NOTES
from references.styles.house import house

WORK = Reference(
    id="hare",
    title="Sleep in the hare",
    author=(Name(family="Bramwell", given="Jane T."), Name(family="Osei", given="Kwame")),
    issued=Date(date_parts=((2004, 5),)),
    container_title="Field Notes",
    volume="12",
    issue="3",
    page="101-119",
    DOI="10.5555/fn.12.101",
)
OWN = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>House</title><id>https://example.org/styles/house</id>
<category citation-format="author-date"/></info>
<citation><layout prefix="(" suffix=")"><names variable="author"/></layout></citation>
<bibliography><layout>{}</layout></bibliography></style>"""


@pytest.mark.parametrize("style", offered())
def test_each_style_offered_is_what_the_menu_says(style) -> None:
    loaded = load(style.id)
    assert (loaded.id, loaded.kind) == (style.id, style.kind)
    assert loaded.entry(WORK)


@pytest.mark.parametrize("style", offered())
def test_each_style_keeps_the_licence_of_its_authors(style) -> None:
    from palmetto_editor import assets

    assert "creativecommons.org/licenses/by-sa/3.0" in assets.text(f"styles/{style.id}.csl")


def test_an_entry_links_to_its_doi() -> None:
    shown = load("apa").entry(WORK)
    address = "https://doi.org/10.5555/fn.12.101"
    assert f'<a href="{address}">{address}</a>' in shown


def test_an_entry_has_no_number() -> None:
    assert load("ieee").entry(WORK).startswith("J. T. Bramwell and K. Osei")


def test_the_list_of_a_numeric_style_says_how_its_numbers_look() -> None:
    labels = {style.id: load(style.id).label for style in offered() if style.kind == "numeric"}
    assert labels == {
        "nlm-citation-sequence": "1.",
        "american-medical-association": "1.",
        "elsevier-vancouver": "[1]",
        "ieee": "[1]",
        "nature": "1.",
    }


@pytest.mark.parametrize(
    ("style", "begins"),
    [
        ("nlm-citation-sequence", "Bramwell JT, Osei K, et al. Sleep"),
        ("american-medical-association", "Bramwell JT, Osei K, et al. Sleep"),
        ("apa", "Bramwell, J. T., Osei, K., et al. (2004"),
        ("nature", "Bramwell, J. T., Osei, K., <i>et al.</i> Sleep"),
    ],
)
def test_a_cut_author_list_ends_as_the_style_spells_it(style: str, begins: str) -> None:
    cut = replace(WORK, palmetto=Extension(authors_truncated=True))
    assert load(style).entry(cut).startswith(begins)


@pytest.mark.parametrize("style", [style.id for style in offered()])
@pytest.mark.parametrize("kind", ["article-journal", "book", "webpage", "thesis"])
def test_a_style_names_the_authors_of_a_long_list_that_it_says(style: str, kind: str) -> None:
    crowd = tuple(Name(family=f"Known{n}q", given="Ann") for n in range(60))
    work = replace(WORK, type=kind, author=crowd)
    printed = load(style).entry(work) + load(style).cite(work, Place())
    named = {n for n in range(60) if f"Known{n}q" in printed}
    shown = load(style).names_shown(work)
    assert shown is not None
    assert named == {*range(shown.first)} | ({59} if shown.last else set())


def test_styles_tell_which_authors_they_print() -> None:
    assert load("american-medical-association").names_shown(WORK) == (3, False)
    assert load("nlm-citation-sequence").names_shown(WORK) == (6, False)
    assert load("apa").names_shown(WORK) == (19, True)
    assert load("modern-language-association").names_shown(WORK) == (1, False)


def test_the_longer_of_entry_and_cite_counts() -> None:
    names = '<names variable="author"><name et-al-min="{}" et-al-use-first="{}"/></names>'
    assert house(names.format(3, 1), names.format(9, 8)).names_shown(WORK) == (8, False)
    assert house(names.format(3, 2), names.format(9, 1)).names_shown(WORK) == (2, False)
    assert house('<names variable="author"/>').names_shown(WORK) is None
    assert house('<text variable="title"/>').names_shown(WORK) == (0, False)


def test_nobody_is_the_last_of_a_list_that_was_cut() -> None:
    crowd = tuple(Name(family=f"F{n}", given="A") for n in range(25))
    cut = replace(WORK, author=crowd, palmetto=Extension(authors_truncated=True))
    assert "F18, A., et al." in load("apa").entry(cut)
    assert "… F24, A." in load("apa").entry(replace(cut, palmetto=Extension()))


def test_the_letter_after_the_year_stands_where_the_style_puts_it() -> None:
    assert "(2004b)" in load("apa").entry(WORK, "b")
    assert "2004b." in load("chicago-author-date").entry(WORK, "b")


def test_the_same_authors_again_are_a_dash_where_the_style_asks() -> None:
    style = load("modern-language-association")
    assert style.entry(WORK, "", replace(WORK, id="other")).startswith("———. ")
    assert load("apa").entry(WORK, "", WORK).startswith("Bramwell")


def test_an_author_date_list_is_sorted_and_a_numeric_one_is_not() -> None:
    works = [replace(WORK, id=family, author=(Name(family=family),)) for family in "CAB"]
    assert load("apa").order(works) == (1, 2, 0)
    assert load("nlm-citation-sequence").order(works) == (0, 1, 2)


def test_cites_say_what_the_style_says() -> None:
    style = load("apa")
    assert style.cite(WORK, Place()) == "Bramwell &amp; Osei, 2004"
    assert style.cite(WORK, Place(locator="3-4")) == "Bramwell &amp; Osei, 2004, pp. 3–4"
    assert style.cite(WORK, Place(locator="2", label="chapter")).endswith("Chapter 2")
    assert style.cite(WORK, Place(without_names=True)) == "2004"
    assert style.cited_names(WORK, Place()) == "Bramwell &amp; Osei"


def test_disambiguation_adds_names_and_given_names() -> None:
    style = load("apa")
    crowd = replace(WORK, author=(*WORK.author, Name(family="Fitz", given="Anna")))
    assert style.cite(crowd, Place()).startswith("Bramwell et al.")
    assert style.cite(crowd, Place(names_shown=2)).startswith("Bramwell, Osei, et al.")
    assert style.cite(WORK, Place(given_names=1)).startswith("J. T. Bramwell &amp; K. Osei")
    only = style.cite(WORK, Place(given_names=1, given=(0,)))
    assert only.startswith("J. T. Bramwell &amp; Osei")


def test_a_note_is_full_first_and_short_later() -> None:
    style = load("chicago-notes-bibliography")
    first, later = (style.cite(WORK, Place(position=p)) for p in ("first", "subsequent"))
    assert "<i>Field Notes</i> 12, no. 3 (2004)" in first
    assert later == "Bramwell and Osei, “Sleep in the Hare”"


def test_the_brackets_of_a_cluster_are_those_of_the_style() -> None:
    assert load("nature").cluster.superscript
    assert load("ieee").cluster.prefix == ""
    apa = load("apa").cluster
    assert (apa.prefix, apa.delimiter, apa.suffix) == ("(", "; ", ")")
    assert load("nlm-citation-sequence").cluster.collapse == "citation-number"


def test_markup_of_a_title_is_shown_and_any_other_is_text() -> None:
    title = "<i>Mus</i> & <script>alert(1)</script> CO<sub>2</sub> <b>open"
    shown = load("nlm-citation-sequence").entry(replace(WORK, title=title))
    assert (
        "<i>Mus</i> &amp; &lt;script&gt;alert(1)&lt;/script&gt; CO<sub>2</sub> &lt;b&gt;" in shown
    )


def test_an_address_that_is_not_of_the_web_is_no_link() -> None:
    page = replace(WORK, type="webpage", DOI="", URL="javascript:alert(1)")
    assert "<a" not in load("apa").entry(page)


def test_an_unknown_style_is_a_sentence() -> None:
    with pytest.raises(UserError, match="no citation style “vancouver”"):
        load("vancouver")


def test_a_style_of_ones_own_is_described_and_loaded() -> None:
    csl = OWN.format('<text variable="title" prefix="&lt;" quotes="true"/>')
    assert (describe(csl).id, describe(csl).title, describe(csl).kind) == (
        "house",
        "House",
        "author-date",
    )
    assert load("house", csl).entry(WORK) == "&lt;“Sleep in the hare”"


def test_a_style_that_depends_on_another_is_refused() -> None:
    link = '<link rel="independent-parent" href="https://example.org"/><title>House'
    with pytest.raises(UserError, match="depends"):
        describe(OWN.replace("<title>House", link))


@pytest.mark.parametrize("attribute", ["et-al-min", "et-al-use-first"])
def test_a_count_that_is_none_is_as_if_it_were_not_there(attribute: str) -> None:
    csl = OWN.format('<names variable="author"/>').replace(
        "<citation>", f'<citation {attribute}="{"9" * 5000}">'
    )
    assert load("house", csl).cite(WORK, Place()) == "Jane T. Bramwell, Kwame Osei"


@pytest.mark.parametrize(("distance", "near"), [("", 5), ("3", 3), ("9" * 5000, 5), ("x", 5)])
def test_a_note_is_near_as_far_as_the_style_says(distance: str, near: int) -> None:
    csl = CSL_OF_NOTES.replace("<citation>", f'<citation near-note-distance="{distance}">')
    assert load("notes", csl).cluster.near_note == near


def test_a_style_that_does_not_ask_for_notes_before_has_none_near() -> None:
    assert load("chicago-notes-bibliography").cluster.near_note is None
    assert load("apa").cluster.near_note is None


_TEXTS = st.text(max_size=12) | st.sampled_from(["1-9", "S1–S4", "<i>a", '"q"', "it's", "9" * 30])
_DATES = st.builds(
    Date,
    date_parts=st.lists(st.lists(st.integers(-999, 9999), max_size=3).map(tuple), max_size=2).map(
        tuple
    ),
    literal=_TEXTS,
    circa=st.booleans(),
)
_NAMES = st.lists(
    st.builds(Name, family=_TEXTS, given=_TEXTS, literal=_TEXTS, suffix=_TEXTS), max_size=9
).map(tuple)
_WORKS = st.builds(
    Reference,
    id=st.just("x"),
    type=st.sampled_from(["article-journal", "book", "chapter", "webpage", "thesis", "", "song"]),
    **dict.fromkeys(["title", "container_title", "page", "volume", "edition", "URL"], _TEXTS),
    **dict.fromkeys(["number", "genre", "publisher", "DOI", "number_of_pages"], _TEXTS),
    **dict.fromkeys(["author", "editor", "translator"], _NAMES),
    **dict.fromkeys(["issued", "accessed"], st.none() | _DATES),
    palmetto=st.builds(Extension, authors_truncated=st.booleans()),
)
_ALLOWED = re.compile(r'<(?:/?(?:i|b|u|sup|sub|span)|/a|span class="small-caps"|a href="[^"<>]*")>')


@examples(100)
@given(_WORKS, st.sampled_from([style.id for style in offered()]))
def test_any_work_in_any_style_is_html_of_a_few_tags(work: Reference, name: str) -> None:
    style = load(name)
    for shown in (style.entry(work), style.cite(work, Place(locator=work.page))):
        bare = _ALLOWED.sub("", shown)
        assert "<" not in bare
        assert ">" not in bare
        assert not re.search(r"[\ue000-\uf8ff]", bare)
    style.order([work, work])
