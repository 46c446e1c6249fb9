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
from palmetto_editor.structured.wild.nodes import many

_MOST = 300  # texts of one kind that are looked for: each search goes through the whole page
_TYPED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})
_UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def headline(page: Marked) -> Iterator[Hit]:
    """The headline is the page's h1; the title in the head may be another."""
    marked = text(page.article.get("headline"))
    shown = [said for said in page.texts("h1") if said]
    if not marked:
        return
    if not shown:
        message = f"The page shows no h1, but its markup has the headline {quoted(marked)}."
        yield Hit(in_graph(page.name(page.article), "headline"), message)
    elif _squeezed(marked) not in map(_squeezed, shown):
        one = quoted(nearest(marked, shown))
        message = f"The page’s h1 is {one}, but the markup’s headline {quoted(marked)}."
        yield Hit(in_graph(page.name(page.article), "headline"), message)


def faq(page: Marked) -> Iterator[Hit]:
    """All of a question and its answer stand on the page."""
    for question in islice(questions.questions(page), _MOST):
        asked, answer = text(question.get("name")), questions.answer(page, question)
        if not _shows(page, asked):
            message = f"The markup asks {quoted(asked)}, which the page does not show."
            yield Hit(in_graph(page.name(question), "name"), message)
        elif not _shows(page, answer):
            said = quoted(visible_text(answer))
            message = (
                f"The markup answers {quoted(asked)} with {said}, which the page does not say."
            )
            yield Hit(in_graph(page.name(question), "acceptedAnswer"), message)


def author(page: Marked) -> Iterator[Hit]:
    for who in islice(people.authors(page), _MOST):
        said = text(who.get("name") if isinstance(who, dict) else who)
        if said and _squeezed(said).casefold() not in _all(page).casefold():
            message = (
                f"The markup says that {quoted(said)} wrote this; the page does not name them."
            )
            owner = who if isinstance(who, dict) else page.article
            field = "name" if isinstance(who, dict) else "author"
            yield Hit(in_graph(page.name(owner), field), message)


def dates(page: Marked) -> Iterator[Hit]:
    """Both dates, of the article and of its page, stand in visible `<time>` elements."""
    times = [*page.page.values("body time", "datetime"), *page.texts("body time")][:_MOST]
    told = set()
    for node in (page.article, page.web_page):
        for name, what in (("datePublished", "published"), ("dateModified", "modified")):
            marked = text(node.get(name))
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


def others(page: Marked) -> Iterator[Hit]:
    """Steps of the trail and of instructions, jobs, ratings and the text itself."""
    for trail in page.of("BreadcrumbList"):
        for step in islice(trails.steps(page, trail), _MOST):
            yield from _unseen(page, step, "name", trails.name(page, step))
    for who in islice(page.of("Person"), _MOST):
        yield from _unseen(page, who, "jobTitle", text(who.get("jobTitle")))
    for node in islice(page.of("AggregateRating", "Rating"), _MOST):
        value = node.get("ratingValue")
        said = str(value) if isinstance(value, str | int | float) else ""
        yield from _unseen(page, node, "ratingValue", said)
    for step in islice(page.of("HowToStep", "HowToDirection", "HowToTip"), _MOST):
        yield from _unseen(page, step, "text", text(step.get("text")))
    for name in ("articleBody", "articleSection", "alternativeHeadline", "abstract"):
        for value in islice(many(page.article.get(name)), _MOST):
            yield from _unseen(page, page.article, name, text(value))


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
