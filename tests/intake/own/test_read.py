"""A page of ours comes back as its article, and that gives the same page."""

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from selectolax.lexbor import LexborHTMLParser

from intake.own.unseen import as_shown
from palmetto_editor import assets
from palmetto_editor.bundle import codec
from palmetto_editor.bundle.profile import decode_publication
from palmetto_editor.errors import UserError
from palmetto_editor.intake.disagree.rules import find
from palmetto_editor.intake.own.read import is_own, read
from palmetto_editor.model.csl import Name
from palmetto_editor.model.publication import Citations, Publication
from palmetto_editor.model.values import Article, Image, Link, Metadata, Question
from palmetto_editor.page.page import document
from palmetto_editor.references.embedded import public
from palmetto_editor.references.styles.style import offered
from sample_articles import begun, clean, full, minimal, publication
from sample_manuscripts import manuscript, plain
from sample_pages import builder, page_of

GHRELIN = codec.decode_article((assets.path("samples/ghrelin") / "article.json").read_bytes())
# Every construct on one page, and the works of all articles.
SAMPLED = "; ".join(f"@{work.id}" for work in GHRELIN.references)
RICH = replace(
    manuscript(),
    body=f"{manuscript().body}\n{full().body}\nAs in the sample [{SAMPLED}].\n",
    references=(*manuscript().references, *GHRELIN.references),
)
STYLES = [style.id for style in offered()]
FIRST, SECOND = builder(), builder()  # from one style to the next most of a page is kept
NOTES = decode_publication(assets.path("samples/publication.toml").read_bytes())
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def page(article, shared):
    return document(page_of(article, shared))


@lru_cache(maxsize=64)
def draft_of(article, shared):
    """What its page comes back as; once for the same article, since all of it is frozen values."""
    return read(page(article, shared), "index.html")


def again(article, shared):
    return draft_of(article, shared).article


def sown(body, style="nlm-citation-sequence", **parts):
    return again(plain(body, **parts), in_style(style))


def in_style(style, **how):
    return replace(publication(), citations=Citations(style=style, **how))


def unspaced(html):
    """A page without the white space that no reader sees."""
    return re.sub(r"\s+(?=<)|(?<=>)\s+", "", html)


@pytest.mark.parametrize(
    ("article", "shared"),
    [
        (minimal(), publication()),
        (begun(), publication()),
        (full(), publication()),
        (clean(), publication()),
        (manuscript(), publication()),
        (full(), Publication()),
        (manuscript(), Publication()),
        (GHRELIN, NOTES),
        (Article(id="empty"), Publication()),
    ],
    ids=["minimal", "begun", "full", "clean", "manuscript", "nowhere", "there", "ghrelin", "empty"],
)
def test_the_second_page_is_the_first_byte_for_byte(article, shared):
    first = page(article, shared)
    assert is_own(first)
    draft = draft_of(article, shared)
    assert draft.leftovers == ()
    assert page(draft.article, shared) == first


@pytest.mark.parametrize(
    ("article", "shared"),
    [
        (minimal(), publication()),
        (begun(), publication()),
        (full(), publication()),
        (clean(), publication()),
        (GHRELIN, NOTES),
    ],
)
def test_the_article_is_the_same_but_for_what_the_page_does_not_show(article, shared):
    assert as_shown(again(article, shared), shared) == as_shown(article, shared)


def test_the_sample_comes_back_to_the_letter_where_the_page_has_it():
    back = again(GHRELIN, NOTES)
    for name in ("notice", "short_answer", "disclaimer", "images"):
        assert getattr(back, name) == getattr(GHRELIN, name), name
    assert back.metadata == GHRELIN.metadata
    assert back.faq == GHRELIN.faq
    assert [table.rows for table in back.tables] == [table.rows for table in GHRELIN.tables]
    assert back.body == GHRELIN.body.replace("[^secretagogue]", "[^1]")
    assert back.references == tuple(map(public, GHRELIN.references))


@pytest.mark.parametrize("style", STYLES)
def test_every_style_gives_the_same_article_and_page(style):
    shared = in_style(style, badges=True)
    first = document(FIRST.build(RICH, shared))
    draft = read(first, "index.html")
    assert draft.leftovers == ()
    assert document(SECOND.build(draft.article, shared)) == first
    assert as_shown(draft.article, shared) == as_shown(
        replace(RICH, body=draft.article.body), shared
    )


def test_tags_in_code_come_back():
    article = replace(full(), body="Write `c <b> d` and ``e ` <i>``.\n")
    back = again(article, publication())
    assert page(back, publication()) == page(article, publication())


CITING = (
    "A note.[^1]",
    "As @a found [@b]: it is so.",
    "See [see @a, p. 3; -@b; @c, pp. 4-5].",
    "See [-@a]; also @a [p. 4] and (@b).",
    "Nobody [@nobody] and [see @none, p. 1].",
    "(@a) said @{b}s own [x](https://example.org/) [@c]\\(b).",
    "Two [@a] [@b]; *one* [@c]! And [@b; @a], and [@c, {iv}].",
    "[^1]: It *says* so [@a].\n\n    - and more",  # notes come last in a page, and in its body
)


@pytest.mark.parametrize("style", STYLES)
def test_citations_and_notes_are_written_as_they_were(style):
    body = "\n\n".join(CITING) + "\n"
    first = document(FIRST.build(plain(body), in_style(style)))
    assert read(first, "index.html").article.body == body


@pytest.mark.parametrize(
    "text",
    [
        "{{< figure plan >}}\n\nText.",
        "{{< figure plan >}}\n\nText with ![Another](plan) in a line.",
        "- a\n- b\n\n<!-- -->\n\n- c",
        "> [!WARNING] Mind the *tide*\n> It comes.\n>\n> - twice",
        "| a | b |\n| --- | :-: |\n| 1\\|2 | `x` |",
        "```python\nx = 1\n```\n\n    indented\n\nTerm\n: Detail",
        "## Questions\n\n{{< faq >}}\n\n## Sources\n\n{{< references >}}\n\nMore.",
        "[a neighbour](article:tides#moon) and <https://example.org/>",
        "<details><summary>More</summary><p>Text</p></details>",
    ],
)
def test_blocks_are_written_as_they_were(text):
    parts = {"faq": (Question(id="q", question="Why?", answer="So."),)}
    assert sown(f"{text}\n", **parts).body == f"{text}\n"


def test_links_of_every_relation_come_back():
    links = (
        Link(id="link-1", label="Guide", target="article:guide", relation="pillar"),
        Link(id="link-2", label="Tides", target="https://example.org/t/?a=1&b=2"),
        Link(id="link-3", label="Shop", target="https://shop.example.org/", relation="product"),
    )
    assert sown("Text.", links=links).links == links


def test_an_image_knows_its_file_its_caption_and_its_credit():
    image = Image(id="plan", file="plan.png", alt="A plan", caption="See *it*.", credit="Ada & Co")
    metadata = Metadata(headline="Plain", slug="plain", image="plan")
    back = sown("Text.", images=(image,), metadata=metadata)
    assert back.images == (image,)
    assert back.metadata == metadata


@pytest.mark.parametrize("article", [full(), GHRELIN], ids=["raster", "drawing"])
def test_the_shapes_of_the_lead_image_are_not_taken_for_images(article):
    text = page(article, publication())
    without = re.sub(r'<script type="application/ld\+json">.*?</script>', "", text, flags=re.DOTALL)
    assert without != text
    for html in (text, without):
        back = read(html, "index.html").article
        lead = next(i for i in back.images if back.metadata.image in (i.id, i.file))
        assert lead.file == article.images[0].file
        assert lead.alt == article.images[0].alt
        shown = {image.file for image in article.images} - {"unused.jpg"}
        assert {image.file for image in back.images} == shown


def test_a_page_that_a_browser_saved_is_read_as_well():
    text = page(GHRELIN, NOTES)
    saved = LexborHTMLParser(text).html or ""
    assert saved != text
    assert read(saved, "page.html").article == again(GHRELIN, NOTES)


def test_a_page_without_keys_gets_keys_from_its_authors():
    text = re.sub(r' data-key="[^"]*"', "", page(GHRELIN, NOTES))
    draft = read(text, "index.html")
    assert [reference.id for reference in draft.article.references][:2] == [
        "howard1996",
        "kojima1999",
    ]
    assert "[@howard1996]" in draft.article.body


def test_a_page_of_an_earlier_version_is_read_with_its_works_and_locators():
    (old,) = (Path(__file__).parents[2] / "bundles/v1").glob("sandpipers-and-tides/index.html")
    draft = read(old.read_text("utf-8"), "index.html")
    references = draft.article.references
    assert "each hour [@wren2019; @dunlin2001, p. 3], as" in draft.article.body
    assert len(references) == 10
    assert references[0].DOI == "10.5555/SHORE.2019.12"
    assert references[0].author[0] == Name(family="Wren", given="Ada B.")


def test_an_entry_that_shows_another_title_than_stands_beside_it_is_told():
    text = page(full(), publication())
    changed = text.replace("A short list of authors. ", "A long list of readers. ")
    assert changed != text
    draft = read(changed, "index.html")
    assert ["A long list of readers" in one.text for one in draft.leftovers] == [True]


def test_what_stands_beside_an_entry_and_is_no_reference_is_passed_over():
    text = page(full(), publication())
    for bad in ("[]", "{", '{"title":5}', '{"no-field":1}', "[" * 10_000):
        changed = re.sub(r"data-csl='[^']*'", f"data-csl='{bad}'", text)
        draft = read(changed, "index.html")
        assert [r.id for r in draft.article.references][:2] == ["wren2019", "dunlin2001"]
        assert draft.article.references[0].title == "Feeding of Calidris & the tide"


def test_what_was_changed_by_hand_is_found():
    text = page(GHRELIN, NOTES)
    assert find(draft_of(GHRELIN, NOTES)) == ()
    headline = GHRELIN.metadata.headline
    changed = text.replace(f"<h1>{headline}</h1>", "<h1>Quite another subject altogether</h1>")
    draft = read(changed, "index.html")
    assert draft.article.metadata.headline == "Quite another subject altogether"
    assert "intake.headline" in {found.rule for found in find(draft)}


def test_every_field_says_that_it_was_read():
    draft = draft_of(full(), publication())
    places = {str(one.place) for one in draft.fields}
    assert {"metadata.headline", "metadata.authors", "body", "faq[q2]", "tables[counts]"} <= places
    assert "references[wren2019]" in places


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<p>Palmetto Editor masthead</p>",
        '<meta name="generator" content="WordPress"><main><article><header class="masthead">',
        '<meta name="generator" content="Palmetto Editor"><main><p class="masthead">',
    ],
)
def test_other_pages_are_not_ours(text):
    assert not is_own(text)
    with pytest.raises(UserError):
        read(text, "page.html")


def test_a_broken_page_of_ours_is_read_as_far_as_it_goes():
    text = page(replace(full(), references=full().references[:2]), publication())
    for broken in (
        text.replace('"@context"', "@context"),
        text.replace("<p>", "<div>" * 1_200, 1),
        text[: len(text) * 19 // 20],
        text.replace('"@type": "WebPage"', '"@type": ["WebPage"]'),
        re.sub(r'"(name|author|isPartOf|identifier)": ', r'"\1": 5, "x": ', text),
    ):
        draft = read(broken, "index.html")
        assert draft.article.metadata.headline == full().metadata.headline
