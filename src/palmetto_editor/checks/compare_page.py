"""Source against page: what the writer typed around the body stands where a reader finds it.

The page's parts are found by the classes that its templates give them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palmetto_editor.checks.difference import PAGE, SOURCE, difference
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.quotes import nearest
from palmetto_editor.checks.reading import Reading
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Author
from palmetto_editor.page.dates import readable
from palmetto_editor.page.targets import resolve
from palmetto_editor.page.visible import text_of
from palmetto_editor.structured.dates import is_moment
from palmetto_editor.structured.plain import one_line


def compare(article: Article, page: Reading) -> Iterator[Finding]:
    yield from _header(article, page)
    yield from _people(article, page)
    yield from _dates(article, page)
    yield from _links(article, page)


def _header(article: Article, page: Reading) -> Iterator[Finding]:
    meta = article.metadata
    yield from _same(_at("headline"), [meta.headline], page.texts("h1"))
    if one_line(meta.section):
        yield from _same(_at("section"), [meta.section], page.texts(".trail li")[-1:])
    keywords = list(dict.fromkeys(map(one_line, meta.keywords)))
    yield from _same(_at("keywords"), keywords, page.texts(".keywords li"))
    topics = ", ".join(filter(None, (one_line(topic.name) for topic in meta.about)))
    label = f"{''.join(page.texts('.topics > .label'))} "
    shown = [text.removeprefix(label) for text in page.texts(".topics")]
    yield from _same(_at("about"), [topics], shown)


def _people(article: Article, page: Reading) -> Iterator[Finding]:
    for part, selector in (("authors", ".byline"), ("reviewers", ".reviewers")):
        entries: Sequence[Author] = getattr(article.metadata, part)
        named = [who for who in entries if one_line(who.name)]
        yield from _same(_at(part), [who.name for who in named], _names(page, selector))
        jobs = [who.job_title for who in named if who.kind == "person"]
        yield from _same(_at(part), jobs, page.texts(f"{selector} .job-title"))


def _names(page: Reading, selector: str) -> list[str]:
    """Of each entry what stands before the link to the ORCID record and the job's title."""
    names = []
    for node in page.nodes(f"{selector} .contributor"):
        name = text_of(node)
        for job in node.css(".job-title"):
            name = name.removesuffix(f", {text_of(job)}")
        for orcid in node.css(".orcid"):
            name = name.removesuffix(text_of(orcid)).rstrip()
        names.append(name)
    return names


def _dates(article: Article, page: Reading) -> Iterator[Finding]:
    """Both dates stand in `<time>`, for programs and in words; the second only if it differs."""
    meta = article.metadata
    typed = [date.strip() for date in (meta.published, meta.modified)]
    wanted = [date for date in dict.fromkeys(typed) if is_moment(date)]
    place = _at("published")
    yield from _same(place, wanted, page.values(".dates time", "datetime"))
    words = [readable(date, meta.language) for date in wanted]
    yield from _same(place, words, page.texts(".dates time"))


def _links(article: Article, page: Reading) -> Iterator[Finding]:
    labels = page.texts(".links li a")
    for link in article.links:
        label = one_line(link.label)
        if label and resolve(link.target, "") and label not in labels:
            place = Place("links", link.id, "label")
            yield difference("page", place, (SOURCE, label), (PAGE, nearest(label, labels)))


def _same(place: Place, wanted: Sequence[str], shown: Sequence[str]) -> Iterator[Finding]:
    """Two lists are one, but for empty texts; the finding is about the first that differs."""
    one, other = (list(filter(None, map(one_line, texts))) for texts in (wanted, shown))
    if one == other:
        return
    pairs = range(max(len(one), len(other)))
    first = next(i for i in pairs if one[i : i + 1] != other[i : i + 1])
    at = _item(place, first) if len(wanted) > 1 and first < len(one) else place
    sides = (SOURCE, "".join(one[first : first + 1])), (PAGE, "".join(other[first : first + 1]))
    yield difference("page", at, *sides)


def _item(place: Place, index: int) -> Place:
    lists = {"keywords", "authors", "reviewers"}
    return Place(place.part, field=f"{place.field}[{index}]") if place.field in lists else place


def _at(field: str) -> Place:
    return Place("metadata", field=field)
