"""The parts of the full article, each in a small page by itself, and what can be changed there."""

import copy
import re
from dataclasses import replace

from palmetto_editor.page.page import document
from palmetto_editor.structured.text import dump
from sample_articles import REFERENCES, full, minimal, publication
from sample_pages import page_of

# What the page says in its own words, and the citations' brackets.
OWN_WORDS = re.compile(
    r"Skip to the article|By|and|Reviewed by|Published|Published by|Updated|in|About|Keywords|"
    r"Notice|Notes|The short answer|Table \d|Frequently asked questions|References|Further reading|"
    r"Related articles|Disclaimer|ORCID|↩|[\[\],]|↩? ?\d"
)
# Codes that neither the article nor the page could contradict.
CODES = {"@id", "contentUrl", "unitCode"}
# What only the publication knows, and the page does not link to.
PUBLICATIONS_OWN = {
    ("WebSite", "url"),
    ("WebSite", "inLanguage"),
    ("Organization", "sameAs"),
    ("ListItem", "item"),
    ("ImageObject", "url"),
}


def pieces():
    """The page of each part of the article by itself, the smallest first: a change in a small page
    is looked at in a fraction of the time. What the full one has is somewhere in them.
    """
    article = full()
    meta = article.metadata
    least = replace(minimal().metadata, section=meta.section, language=meta.language)
    bare = replace(minimal(), metadata=least)
    cited = {"references": REFERENCES[:2]}
    parts = [
        {"metadata": meta, "images": article.images[:1]},
        {"body": article.body, "references": REFERENCES[:7], "images": article.images[1:2]},
        {"body": "{{< table counts >}}\n", "tables": article.tables, **cited},
        {"notice": article.notice, "disclaimer": article.disclaimer, "links": article.links},
        {"short_answer": article.short_answer, **cited},
        *({"faq": (asked,), **cited} for asked in article.faq),
        *({"references": (one,), "body": f"So it is [@{one.id}].\n"} for one in REFERENCES),
    ]
    articles = [replace(bare, **part) for part in parts]
    pages = [page_of(one, publication()) for one in articles]
    made = zip(articles, pages, map(document, pages), strict=True)
    return sorted(made, key=lambda piece: len(piece[2]))


def texts(html):
    """Each text that the article gave: the elements that it stands in, itself, and where."""
    path, begin, end = [], html.index("<body>") + len("<body>"), html.index("</body>")
    for match in re.finditer(r"<(/?)(\w+)([^>]*)>|[^<]+", html[begin:end]):
        text = " ".join(match[0].split())
        if match[1]:
            path = path[: max(i for i, step in enumerate(path) if step[0] == match[2])]
        elif match[2] and match[2] not in {"img", "br", "hr", "meta", "link"}:
            path.append((match[2], *re.findall(r'class="(.*?)"', match[3])))
        elif not match[2] and text and not OWN_WORDS.fullmatch(text):
            yield (*path, text), begin + match.start(), match[0]


def texts_of(pieces):
    found = {}
    for piece in pieces:
        for name, start, text in texts(piece[2]):
            found.setdefault(name, (piece, start, text))
    return found


def strings_of(graph):
    """A path for each property of each type of node, in cited works and elsewhere."""
    found = {}
    for path, kind, name in _strings(graph):
        found.setdefault((kind, name, "citation" in path), path)
    return found


def strings_of_each(pieces):
    found = {}
    for piece in pieces:
        for name, path in strings_of(piece[1].graph).items():
            found.setdefault(name, (piece, path))
    return found


def _strings(value, path=(), kind=""):
    """Path, type and property of every value that is not another node."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, (*path, name), value.get("@type", kind))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _strings(inner, (*path, index), kind)
    else:
        name = next(step for step in reversed(path) if isinstance(step, str))
        if name not in CODES and (kind, name) not in PUBLICATIONS_OWN:
            yield path, kind, name


def with_changed(path, change, page, html):
    """The page and the graph, with one value of the graph changed in both."""
    graph = copy.deepcopy(page.graph)
    node = graph
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = change(node[path[-1]])
    text = dump(graph)
    return html.replace(page.graph_text, text), text
