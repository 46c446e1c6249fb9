from dataclasses import replace

import pytest

from palmetto_editor.checks.reference_authors import authors_cut
from palmetto_editor.checks.rule import Subject
from palmetto_editor.model.csl import Extension, Name, Reference
from palmetto_editor.model.publication import Citations
from palmetto_editor.model.values import Article
from palmetto_editor.references.styles.scope import Place
from palmetto_editor.references.styles.style import load, offered
from sample_articles import publication
from sample_pages import page_of

PAGE = page_of(Article(id="a"), publication())
LACKING = tuple(Name(family=f"Lacking{number}") for number in range(25))  # no style prints all


@pytest.mark.parametrize(
    ("style", "count", "told"),
    [
        ("nlm-citation-sequence", 5, ["shows up to 6"]),
        ("nlm-citation-sequence", 6, []),
        ("american-medical-association", 2, ["shows up to"]),
        ("american-medical-association", 6, []),
        ("apa", 6, ["up to 19 authors and the last one"]),
        ("apa", 25, ["25 authors and “et al.”"]),
        ("american-medical-association", 3, []),
        ("ieee", 1, []),
        ("nature", 1, []),
        ("modern-language-association", 1, []),
        ("harvard-cite-them-right", 1, []),
        ("chicago-author-date", 2, ["up to 3"]),
        ("chicago-notes-bibliography", 3, []),
        ("nlm-citation-sequence", 0, ["0 authors"]),
        ("no-such-style", 1, []),
    ],
)
def test_a_list_cut_sooner_than_the_style_would_is_told(style, count, told):
    authors = tuple(Name(family=f"Author{number}") for number in range(count))
    cut = Extension(authors_truncated=True)
    work = Reference(id="a", title="T", author=authors, palmetto=cut)
    article = Article(id="a", references=(work, replace(work, id="b", palmetto=Extension())))
    shared = replace(publication(), citations=Citations(style=style))
    found = [hit.message for hit in authors_cut(Subject(article, shared, PAGE))]
    assert len(found) == len(told)
    assert all(words in message for words, message in zip(told, found, strict=True))


@pytest.mark.parametrize("style", [style.id for style in offered()])
def test_a_list_is_told_where_the_style_would_print_a_name_that_it_lacks(style):
    shared = replace(publication(), citations=Citations(style=style))
    for count in range(1, 26):
        known = tuple(Name(family=f"Known{number}") for number in range(count))
        work = Reference(id="a", title="T", author=known + LACKING)
        cut = replace(work, author=known, palmetto=Extension(authors_truncated=True))
        article = Article(id="a", references=(cut,))
        told = list(authors_cut(Subject(article, shared, PAGE)))
        printed = load(style).entry(work) + load(style).cite(work, Place())
        assert bool(told) == ("Lacking" in printed)
