"""Whatever the article, its page is sound HTML that runs and loads nothing."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import given

from attacks import payloads
from examples import examples
from page_flaws import page_flaws, roots
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.publication import Citations, Publication, Publisher
from palmetto_editor.model.values import Article
from palmetto_editor.page.page import document, preview_document
from palmetto_editor.page.targets import resolve
from palmetto_editor.page.visible import visible_text
from palmetto_editor.references.styles.style import offered
from sample_articles import full, minimal, publication
from sample_manuscripts import manuscript, plain
from sample_pages import page_of
from strategies import articles, publications


@pytest.mark.parametrize("article", [full(), minimal(), manuscript()], ids=lambda a: a.id[:4])
def test_a_page_has_no_flaws(article):
    page = page_of(article, publication())
    assert page_flaws(document(page)) == []
    assert page_flaws(preview_document(page, "app://assets/").replace("app://", "")) == []


@pytest.mark.parametrize("style", [style.id for style in offered()])
def test_a_page_in_any_style_has_no_flaws(style):
    shared = replace(publication(), citations=Citations(style=style, badges=True))
    assert page_flaws(document(page_of(manuscript(), shared))) == []


def test_every_block_has_one_root():
    for block in page_of(manuscript(), publication()).blocks:
        assert roots(block.html) == 1, block.id


def test_the_checker_of_pages_finds_what_is_wrong():
    html = document(page_of(full(), publication()))
    for right, wrong in (
        ('id="ref-1"', 'id="ref-2"'),
        ('scope="row"', ""),
        ('src="assets/', 'src="https://example.org/'),
        ('<script type="application/ld+json"', "<script"),
        ("</figure>", ""),
        ("<h3", "<h4"),
        ("<main", '<main onclick="x"'),
    ):
        assert page_flaws(html.replace(right, wrong, 1)) != [], right


@examples(8)
@given(articles(), publications())
def test_any_article_has_a_sound_page(article, shared):
    page = page_of(article, shared)
    flaws = page_flaws(document(page), headings=False, dead=_own_targets(article))
    assert flaws == []
    assert all(roots(block.html) == 1 for block in page.blocks)
    document(page).encode("utf-8")


def _own_targets(article):
    """Places of the page that the writer's own links name: these may be nowhere."""
    return {resolve(link.target, "") for link in article.links}


def poisoned(value: object, poison: str) -> object:
    """The same value with every text in it replaced, ids and choices apart."""
    if isinstance(value, str):
        return f"{value} {poison}"
    if isinstance(value, tuple):
        return tuple(poisoned(item, poison) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {"id", "kind", "type", "relation", "align", "language"}
        names = [f.name for f in fields(value) if f.name not in kept]
        return replace(value, **{name: poisoned(getattr(value, name), poison) for name in names})
    return value


def test_what_a_stranger_writes_neither_runs_nor_loads():
    flaws = {poison: _flaws_with(poison) for poison in payloads("https://evil.example")}
    assert {poison: found for poison, found in flaws.items() if found} == {}


def _flaws_with(poison):
    whole = full()
    few = replace(
        whole, references=whole.references[:1], faq=whole.faq[:1], body="A [@wren2019]\n\n"
    )
    article = poisoned(few, poison)
    shared = Publication(name=poison, base_url=poison, publisher=Publisher(name=poison, url=poison))
    assert isinstance(article, Article)
    return page_flaws(document(page_of(article, shared)), headings=False)


def test_marks_of_slots_in_any_text_never_reach_the_page():
    marks = "\ue000c0\ue001\ue002\x00\x08"
    article = poisoned(full(), marks)
    assert isinstance(article, Article)
    html = document(page_of(article, publication()))
    assert not {*marks} & {*html} - {*"c0"}


def test_a_slow_block_stands_there_plain_with_a_warning():
    page = page_of(plain("[" * 12_000 + "\n"), Publication())
    assert page_flaws(document(page)) == []
    assert "[" * 12_000 in document(page)


def test_references_with_markup_in_their_titles_show_it_as_text():
    title = "On <script>x</script> & <i>Calidris</i>"
    article = replace(minimal(), references=(Reference(id="r", title=title),))
    page = page_of(article, publication())
    text = visible_text(document(page))
    assert "On <script>x</script> & Calidris." in text
