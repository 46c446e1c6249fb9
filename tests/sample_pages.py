"""Pages for tests, built as the commands build them, with every image 1200 by 675 pixels."""

from __future__ import annotations

from functools import cache, lru_cache

from palmetto_editor.markup.render import render
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.page.build import Builder
from palmetto_editor.page.page import Page

rendered = cache(render)  # a block stands in many pages


@lru_cache(maxsize=256)
def page_of(article: Article, publication: Publication) -> Page:
    """The page, built from nothing, and once for the same article: nobody changes what it holds."""
    return builder().build(article, publication)


def next_page_of(article: Article, publication: Publication) -> Page:
    """The same page as the window has it: what is as in the page asked for before is kept."""
    return _LASTING.build(article, publication)


def builder() -> Builder:
    """Keeps of its last page what the next has as well, as the window's does."""
    return Builder(lambda jobs: [rendered(job) for job in jobs], lambda _file: (1200, 675))


_LASTING = builder()
