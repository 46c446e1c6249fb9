"""Nothing is marked up that the page does not show (Google's structured-data policies)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from itertools import islice

from palmetto_editor.checks.graph import people, questions, trails
from palmetto_editor.checks.graph.dates import is_date, same_moment
from palmetto_editor.checks.graph.marked import Marked, text
from palmetto_editor.checks.graph.page_rule import in_graph
from palmetto_editor.checks.quotes import nearest, quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.page.visible import visible_text
from palmetto_editor.structured.wild.nodes import Node, many

_MOST = 300  # texts of one kind that are looked for: each search goes through the whole page
# What a page shows of the nodes that stand in its markup beside the article.
_SHOWN = {
    "jobTitle": ("Person",),
    "text": ("HowToStep", "HowToDirection", "HowToTip", "Comment", "WebPageElement"),
    "reviewBody": ("Review",),
}
_TEXTS = ("articleBody", "articleSection", "alternativeHeadline", "abstract", "text")
_TYPED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})
_UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def headline(page: Marked) -> Iterator[Hit]:
    """Each headline is the page's h1; the title in the head may be another."""
    shown = [said for said in page.texts("h1") if said]
    told = {_squeezed(said) for said in shown}
    for node in page.speaking:
        for marked in filter(None, map(text, many(node.get("headline")))):
            if _squeezed(marked) in told:
                continue
            told.add(_squeezed(marked))
            message = f"The page shows no h1, but its markup has the headline {quoted(marked)}."
            if shown:
                one = quoted(nearest(marked, shown))
                message = f"The page’s h1 is {one}, but the markup’s headline {quoted(marked)}."
            yield Hit(in_graph(page.name(node), "headline"), message)


def name(page: Marked) -> Iterator[Hit]:
    """A WebPage is called what its title or its h1 says, with or without the name of the site."""
    said = text(page.web_page.get("name"))
    title = page.page.title()
    if not said or not title or _shows(page, said):
        return
    titles = (title, *filter(None, page.texts("h1")))
    folded = _squeezed(said).casefold()
    if not any(one in folded or folded in one for one in map(str.casefold, map(_squeezed, titles))):
        message = f"The markup calls the page {quoted(said)}, but its title is {quoted(title)}."
        yield Hit(in_graph(page.name(page.web_page), "name"), message)


def faq(page: Marked) -> Iterator[Hit]:
    """All of a question and its answer stand on the page."""
    for question in islice(questions.questions(page), _MOST):
        asked = text(question.get("name"))
        if not _shows(page, asked):
            message = f"The markup asks {quoted(asked)}, which the page does not show."
            yield Hit(in_graph(page.name(question), "name"), message)
            continue
        for field in ("acceptedAnswer", "suggestedAnswer"):
            for value in page.linked(question, field)[:_MOST]:
                answer = text(value.get("text")) if isinstance(value, dict) else text(value)
                if not _shows(page, answer):
                    said, what = quoted(visible_text(answer)), quoted(asked)
                    message = f"The markup answers {what} with {said}, which the page does not say."
                    yield Hit(in_graph(page.name(question), field), message)


def author(page: Marked) -> Iterator[Hit]:
    """Whoever the article, its page or their head say wrote this."""
    body, told = _all(page).casefold(), set[str]()
    for node in page.speaking:
        for who in islice(people.authors_of(page, node), _MOST):
            said = text(who.get("name") if isinstance(who, dict) else who)
            if said and said not in told and _squeezed(said).casefold() not in body:
                told.add(said)
                message = (
                    f"The markup says that {quoted(said)} wrote this; the page does not name them."
                )
                owner = who if isinstance(who, dict) else node
                field = "name" if isinstance(who, dict) else "author"
                yield Hit(in_graph(page.name(owner), field), message)


def dates(page: Marked) -> Iterator[Hit]:
    """Both dates, of whatever says that it is this page, stand in visible `<time>` elements."""
    times = [*page.page.values("body time", "datetime"), *page.texts("body time")][:_MOST]
    told = set()
    fields = (("datePublished", "published"), ("dateModified", "modified"))
    for node in page.speaking:
        for name, what, value in _each(node, fields):
            marked = text(value)
            is_told = node is not page.article and not is_date(marked)  # by another rule
            if not marked or is_told or (name, marked) in told:
                continue
            told.add((name, marked))
            if not any(same_moment(marked, said) for said in times):
                near = f"; the nearest is {quoted(nearest(marked, times))}" if times else ""
                message = (
                    f"The markup says {what} {quoted(marked)}, but no visible <time> does{near}."
                )
                yield Hit(in_graph(page.name(node), name), message)


def _each(node: Node, fields: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str, object]]:
    """Every value of these fields, with the field and what it is in words."""
    for name, what in fields:
        yield from ((name, what, value) for value in islice(many(node.get(name)), _MOST))


def others(page: Marked) -> Iterator[Hit]:
    """Steps of the trail and of instructions, jobs, ratings and the text itself."""
    for trail in page.of("BreadcrumbList"):
        for step in islice(trails.steps(page, trail), _MOST):
            yield from _unseen(page, step, "name", trails.name(page, step))
    for node in islice(page.of("AggregateRating", "Rating"), _MOST):
        value = node.get("ratingValue")
        said = str(value) if isinstance(value, str | int | float) else ""
        yield from _unseen(page, node, "ratingValue", said)
    for field, kinds in _SHOWN.items():
        nodes = (n for n in page.proper if page.is_a(n, *kinds) and not page.is_a(n, "Answer"))
        for node in islice(nodes, _MOST):
            yield from _unseen(page, node, field, text(node.get(field)))
    for node in page.speaking:
        for field in _TEXTS:
            for said in islice(many(node.get(field)), _MOST):
                yield from _unseen(page, node, field, text(said))


def _unseen(page: Marked, node: dict[str, object], name: str, said: str) -> Iterator[Hit]:
    if not _shows(page, said):
        message = f"The markup has the {name} {quoted(visible_text(said))}, which no reader sees."
        yield Hit(in_graph(page.name(node), name), message)


def _shows(page: Marked, said: str) -> bool:
    """Whether a text, or what readers would see of its HTML, stands on the page."""
    return _squeezed(said) in _all(page)


def _all(page: Marked) -> str:
    return _squeezed(page.text)


@lru_cache(maxsize=1024)
def _squeezed(said: str) -> str:
    """A text after white space, entities, tags and typography are made one."""
    bare = unescape(said)
    bare = visible_text(bare) if "<" in bare else bare
    return "".join(bare.translate(_UNSEEN).translate(_TYPED).split())
