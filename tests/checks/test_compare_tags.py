"""What link previews and search engines are told in the head is what the article says."""

import re
from dataclasses import replace

import pytest

from palmetto_editor.checks.parity import parity
from palmetto_editor.page.page import document
from sample_articles import full, publication
from sample_pages import page_of

SAME = {"viewport", "robots", "color-scheme", "generator", "og:type", "twitter:card"}  # everywhere
HEADED = replace(  # all that heads a page, and little below
    full(), notice="", short_answer="", body="Words.", faq=(), tables=(), references=(), links=()
)
ARTICLES = {
    "full": HEADED,
    "without a section": replace(HEADED, metadata=replace(HEADED.metadata, section="")),
}
TAG = re.compile(r'<meta (?:name|property)="([^"]+)" content="[^"]*">\n')


def _found(article, page, html):
    return [finding.rule for finding in parity(article, html, page.graph_text)]


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES.keys())
def test_a_tag_that_is_changed_or_gone_is_found(article):
    page = page_of(article, publication())
    html = document(page)
    tags = [tag for tag in TAG.finditer(html) if tag[1] not in SAME]
    assert len(tags) > 15
    for tag in tags:
        changed = tag[0].replace('content="', 'content="Zz')
        assert "parity.head" in _found(article, page, html.replace(tag[0], changed)), tag[0]
        assert "parity.head" in _found(article, page, html.replace(tag[0], "")), tag[0]


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES.keys())
def test_another_name_of_the_publication_in_the_way_to_the_page_is_found(article):
    page = page_of(article, publication())
    html = document(page)
    changed = re.sub(r'(class="trail".*?<li><a[^>]*>)', r"\1Zz", html, count=1, flags=re.DOTALL)
    assert changed != html
    assert "parity.shown" in _found(article, page, changed)
