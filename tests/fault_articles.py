"""Articles to plant faults in: a clean one with something more, and a plain one of few parts.

What is the same in several of them is the very same object: no rule has to read it again.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from palmetto_editor.model.csl import Extension
from palmetto_editor.model.values import Article, Column, Image, Link, Question, Table
from sample_articles import clean

CITED = ("wren2019", "dunlin2001", "page")


def _of_few_works(article: Article) -> Article:
    """The same with fewer works to cite, and as much of everything else."""
    left = tuple(work for work in article.references if work.id in CITED)
    cited = "[@shorebook; @chapter; @report; @thesis; @page; @law]"
    assert cited in article.body
    return replace(article, body=article.body.replace(cited, "[@page]"), references=left)


GOOD = _of_few_works(clean())
TEXT = "Text.\n"
FIRST_IMAGE = GOOD.images[:1]
ONE_WORK = (replace(GOOD.references[0], palmetto=Extension()),)


def plain(body: str = TEXT, **fields: Any) -> Article:
    """An article without references, tables and links, whose body is all of its text."""
    parts: dict[str, Any] = {
        "short_answer": "They follow the water.",
        "faq": (),
        "tables": (),
        "references": (),
        "links": (),
        "images": FIRST_IMAGE,
    }
    return replace(GOOD, body=body, **{**parts, **fields})


def cited(body: str) -> Article:
    """A plain article with one reference, which its short answer cites."""
    return plain(body, references=ONE_WORK, short_answer=GOOD.short_answer)


@cache
def more(text: str) -> Article:
    """The clean article with a paragraph more at the end of its body."""
    return replace(GOOD, body=f"{GOOD.body}\n{text}\n")


def span(words: str, after: int = 0) -> str:
    """Where words stand in the paragraph that `more` adds, so many characters after its start."""
    start = len(GOOD.body) + 1 + after
    return f"body:{start}-{start + len(words)}"


def table(**fields: Any) -> Article:
    """The clean article with a table more."""
    item = {"id": "t", "caption": "T", "columns": (Column(id="c", label="C"),), "rows": (("a",),)}
    made = Table(**{**item, **fields})
    return replace(more(f"{{{{< table {made.id} >}}}}"), tables=(*GOOD.tables, made))


def question(**fields: str) -> Article:
    """The clean article with a question more."""
    item = {"question": "Why?", "answer": "So."}
    return replace(GOOD, faq=(*GOOD.faq, Question(id="new", **{**item, **fields})))


def link(**fields: Any) -> Article:
    """The clean article with a link more beside its text."""
    item = {"id": "new", "label": "New", "target": "https://example.org/new"}
    return replace(GOOD, links=(*GOOD.links, Link(**{**item, **fields})))


def image(**fields: str) -> Article:
    """The clean article with an image more, placed in its body."""
    item = {"id": "new", "file": "new.png", "alt": "A heron on one leg"}
    made = Image(**{**item, **fields})
    return replace(more(f"![]({made.id})"), images=(*GOOD.images, made))
