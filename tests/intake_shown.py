"""An article as a reader sees it, in plain words to compare with."""

from __future__ import annotations

import re
from functools import cache

from selectolax.lexbor import LexborHTMLParser

from palmetto_editor.markup.blocks import split
from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job
from palmetto_editor.model.values import Article

_render = cache(render)  # a block stands in the body, and among all texts
_MARKS = str.maketrans("‘’“”–—−‐‑\xa0\u202f", "''\"\"-----  ")
_CALLOUT = re.compile(r"^[> ]*>\s*\[!(\w+)\][-+]?[ \t]*(.*)$", re.MULTILINE)
_ESCAPED = re.compile(r"\\([^\w\s])")


@cache
def plain(text: str) -> str:
    """Text on one line, with typewriter's quotes and dashes."""
    return " ".join(text.translate(_MARKS).replace("\u200b", "").split())


def flat(markdown: str) -> str:
    """What a text of ours shows, on one line."""
    return plain(_tree(markdown).text()) if markdown else ""


@cache
def cell(markdown: str) -> str:
    """What an inline text of ours shows: its marks taken off."""
    html = _render(Job(markdown, inline=True)).html
    return plain(LexborHTMLParser(f"<p>{html}</p>").text())


def headings(article: Article) -> list[tuple[int, str]]:
    found = _tree(article.body).css("h1, h2, h3, h4, h5, h6")
    return [(int(node.tag[1]), plain(node.text())) for node in found]


def lists(article: Article) -> tuple[int, int]:
    """The lists of the body and all of their items."""
    tree = _tree(article.body)
    return len(tree.css("ul, ol")), len(tree.css("li"))


def callouts(article: Article) -> list[str]:
    """Their titles; one without has the name of its kind."""
    return [cell(title) or kind.capitalize() for kind, title in _CALLOUT.findall(article.body)]


@cache
def everything(article: Article) -> str:
    """All that the article shows of its text, and the Markdown itself, where addresses stand."""
    raw = "\n\n".join(texts(article))
    typed = plain(_ESCAPED.sub(r"\1", raw))
    return f"{flat(raw)}\n{typed}"


def texts(article: Article) -> list[str]:
    """Every text that the writer of the article would see in a pane, but the metadata."""
    found = [article.notice, article.short_answer, article.body, article.disclaimer]
    for question in article.faq:
        found += [question.question, question.answer]
    for table in article.tables:
        found += [table.caption, *(column.label for column in table.columns), table.note]
        found += [text for row in table.rows for text in row]
    found += [text for image in article.images for text in (image.alt, image.caption, image.credit)]
    found += [link.label for link in article.links]
    return [text for text in found if text]


@cache
def _tree(markdown: str) -> LexborHTMLParser:
    blocks = split(markdown)
    known = "".join(block.text for block in blocks if block.kind == "definition")
    shown = (_render(Job(block.text, definitions=known)).html for block in blocks)
    return LexborHTMLParser("\n".join(shown))
