from dataclasses import replace

import pytest

from palmetto_editor.checks.reference_authors import authors_cut
from palmetto_editor.checks.rule import Subject
from palmetto_editor.model.csl import Extension, Name, Reference
from palmetto_editor.model.publication import Citations
from palmetto_editor.model.values import Article
from sample_articles import publication
from sample_pages import page_of


@pytest.mark.parametrize(
    ("style", "count", "told"),
    [
        ("nlm-citation-sequence", 5, ["shows up to 6"]),
        ("nlm-citation-sequence", 6, []),
        ("american-medical-association", 2, ["shows up to"]),
        ("american-medical-association", 6, []),
        ("apa", 6, ["6 authors and “et al.”"]),
        ("no-such-style", 1, []),
    ],
)
def test_a_list_cut_sooner_than_the_style_would_is_told(style, count, told):
    authors = tuple(Name(family=f"Author{number}") for number in range(count))
    cut = Extension(authors_truncated=True)
    work = Reference(id="a", title="T", author=authors, palmetto=cut)
    article = Article(id="a", references=(work, replace(work, id="b", palmetto=Extension())))
    shared = replace(publication(), citations=Citations(style=style))
    page = page_of(article, publication())
    found = [hit.message for hit in authors_cut(Subject(article, shared, page))]
    assert len(found) == len(told)
    assert all(words in message for words, message in zip(told, found, strict=True))
