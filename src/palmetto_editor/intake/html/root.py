"""Where the article stands in a page: its text, and what around it belongs to it.

Evidence, strongest first: microdata's `articleBody`, the names that systems give to an article's
text, `<article>`, `<main>`, and at last the smallest element that holds nearly all prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from palmetto_editor.intake.html.measure import Measure, Measures
from palmetto_editor.intake.html.tree import Node, ancestors, attr, marks
from palmetto_editor.intake.html.vocabulary import (
    ARTICLE,
    BODY,
    HEADLINE,
    SITE_TITLE,
    kind_of_chrome,
)

_ARTICLE_TYPE = re.compile(r"schema\.org/(?:\w*Article|BlogPosting|Report)$", re.I)
_NAMED = (
    '[class*="content" i], [class*="body" i], [class*="post" i], [class*="prose"], [class*="rte"], '
    '[class*="rich" i], [class*="markdown" i], [class*="text" i], [class*="article" i], '
    '[class*="md-"], [class*="sqs"], [class*="wordsection" i], [id*="content" i], [id*="body" i], '
    '[id*="article" i]'
)
_NEARLY_ALL = 0.85
_ENOUGH = 0.4  # of the page's prose, for an element that is named as an article's text
_MOST_BESIDE = 0.6  # prose around the text, as a share of it, that may still be the article's
_HERO = 150  # words


@dataclass(frozen=True, slots=True)
class Root:
    """`body` is the article's text; `scope` holds it with its header and footer; `heroes` are
    elements before the scope that belong to it, such as a banner with the headline.
    `path` are the ids of `body` and of everything around it.
    """

    body: Node
    scope: Node
    headline: Node | None
    heroes: tuple[Node, ...]
    path: frozenset[int]


def find(page: Node, measures: Measures) -> Root:
    """The article in a page whose `<body>` this is."""
    total = measures[page.mem_id].prose
    body = _body(page, measures, total)
    headline = _headline(page, body, measures)
    scope = _scope(body, headline, measures, page)
    path = frozenset((body.mem_id, *(above.mem_id for above in ancestors(body))))
    heroes = _heroes(headline, scope, measures)
    return Root(body, scope, headline, heroes, path)


def _body(page: Node, measures: Measures, total: int) -> Node:
    enough = total * _ENOUGH
    for candidates in (
        page.css('[itemprop~="articleBody"]'),
        [node for node in page.css(_NAMED) if BODY.search(marks(node))],
        page.css("article, [role=article]"),
        page.css("main, [role=main]"),
    ):
        found = _best(candidates, measures, enough)
        if found is not None:
            return found
    return _densest(page, measures, total)


def _best(candidates: list[Node], measures: Measures, enough: float) -> Node | None:
    """The one with most prose; of those that hold much the same, the innermost."""
    sized = [measures[node.mem_id] for node in candidates if node.mem_id in measures]
    most = max((one.prose for one in sized), default=0)
    if most == 0 or most < enough:
        return None
    return max((one for one in sized if one.prose >= most * _NEARLY_ALL), key=_depth).node


def _depth(one: Measure) -> int:
    return one.depth


def _densest(page: Node, measures: Measures, total: int) -> Node:
    node = page
    while True:
        inner = _heaviest(node, measures)
        if inner is None or inner.prose < max(total * _NEARLY_ALL, 1) or inner.site:
            return node
        if inner.node.tag in ("p", "ul", "ol", "table", "blockquote", "details", "dl", "pre", "li"):
            return node
        node = inner.node


def _heaviest(node: Node, measures: Measures) -> Measure | None:
    inner = [measures[below.mem_id] for below in node.iter() if below.mem_id in measures]
    return max(inner, key=lambda one: one.prose, default=None)


def _headline(page: Node, body: Node, measures: Measures) -> Node | None:
    """The visible headline: the one in the text, else the last before it that is not the site's."""
    candidates = [node for node in page.css("h1") if _may_be_headline(node, measures)]
    inside = [node for node in candidates if body.mem_id in _path(node)]
    marked = [node for node in candidates if _is_marked(node)]
    if not candidates:
        named = page.css('h2, h3, [itemprop="headline"], [class*="title" i]')
        marked = [n for n in named if _is_marked(n) and _may_be_headline(n, measures)]
        return marked[0] if marked and measures[marked[0].mem_id].words < 60 else None
    if marked:
        return marked[0]
    before = [node for node in candidates if node not in inside]
    return inside[0] if inside else before[-1]


def _path(node: Node) -> list[int]:
    return [above.mem_id for above in ancestors(node)]


def _is_marked(node: Node) -> bool:
    return bool(HEADLINE.search(marks(node))) or "headline" in attr(node, "itemprop")


def _may_be_headline(node: Node, measures: Measures) -> bool:
    if node.mem_id not in measures or not measures[node.mem_id].words:
        return False
    if SITE_TITLE.search(marks(node)):
        return False
    for above in ancestors(node):
        names = marks(above)
        if SITE_TITLE.search(names) or above.tag in ("nav", "footer", "aside"):
            return False
        if kind_of_chrome(names) in ("header", "comments", "sidebar", "navigation"):
            return above.css_first("article, main") is not None
    return True


def _scope(body: Node, headline: Node | None, measures: Measures, page: Node) -> Node:
    """The largest element around the text that is still the article's."""
    size = max(measures[body.mem_id].prose, 1)
    scope = body
    for above in ancestors(body):
        if above.mem_id not in measures or above.mem_id == page.mem_id:
            break
        beside = measures[above.mem_id].prose - size
        if beside > max(size * _MOST_BESIDE, 40):
            break
        holds = headline is not None and above.mem_id in _path(headline)
        if _is_article(above) or above.tag == "main" or attr(above, "role") == "main" or holds:
            scope = above
        if above.tag == "main":
            break
    return scope


def _is_article(node: Node) -> bool:
    return (
        node.tag == "article"
        or attr(node, "role") == "article"
        or bool(_ARTICLE_TYPE.search(attr(node, "itemtype")))
        or bool(ARTICLE.search(marks(node)))
    )


def _heroes(headline: Node | None, scope: Node, measures: Measures) -> tuple[Node, ...]:
    """What holds the headline outside the scope, as large as it is small."""
    if headline is None or scope.mem_id in (headline.mem_id, *_path(headline)):
        return ()
    around = {above.mem_id for above in ancestors(scope)}
    hero = headline
    for above in ancestors(headline):
        measured = measures.get(above.mem_id)
        if measured is None or above.mem_id in around or measured.words > _HERO:
            break
        if measured.density > 0.5 or above.tag in ("body", "main"):
            break
        hero = above
    return (hero,)
