"""Page, markup and source that do not say the same: of pages alone, and of exported articles."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from faults.case import Case, in_page
from faults.graph import Change, question
from marked_pages import BODY, HOME, SCRIPT, URL, graph, page, put
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.parity import parity
from palmetto_editor.page.page import Page, document
from sample_articles import full, publication
from sample_pages import page_of

ARTICLE = f"graph[{URL}#article]"
_CODE = '"@context": "https://schema.org"'


@cache
def _page() -> Page:
    return page_of(full(), publication())


@cache
def _found(html: str, text: str) -> tuple[Finding, ...]:
    return parity(full(), html, text)


def exported(
    change: Callable[[str], str], place: str, words: str, *, text: bool = False, both: bool = False
) -> Case:
    """An exported page that somebody changed, or `article.jsonld` (`text`), or the markup in both.

    The neighbour is the page as it was exported.
    """

    def broken() -> tuple[Finding, ...]:
        made, html = _page().graph_text, document(_page())
        if both:
            return _found(html.replace(made, change(made)), change(made))
        return _found(html, change(made)) if text else _found(change(html), made)

    return Case(broken, lambda: _found(document(_page()), _page().graph_text), place, words)


def _swap(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return change


def _beside(**fields: str) -> Change:
    """A second article in the markup."""
    return lambda made: made["@graph"].append({"@type": "BlogPosting", **fields})


def _suggested(said: str) -> Change:
    return lambda made: question(made).update(suggestedAnswer={"@type": "Answer", "text": said})


CASES: dict[str, list[Case]] = {
    "parity.printed": [
        in_page(
            page(body={"notice": f"<p>{{{_CODE}}}</p>"}),
            page(body={"notice": f"<pre>{{{_CODE}}}</pre>"}),
            "graph",
            "prints JSON-LD",
        )
    ],
    "parity.headline": [
        in_page(
            page(graph(put("WebPage", "headline", "How dunlins sleep"))),
            page(graph(put("WebPage", "headline", ["Where dunlins sleep"]))),
            f"graph[{URL}].headline",
            "“How dunlins sleep”",
        ),
        in_page(
            page(graph(_beside(headline="How dunlins sleep", url=URL))),
            page(graph(_beside(headline="How dunlins sleep", url=f"{HOME}other/"))),
            "graph[BlogPosting].headline",
            "“How dunlins sleep”",
        ),
    ],
    "parity.page-name": [
        in_page(
            page(graph(put("WebPage", "name", "Terns at noon"))),
            page(graph(put("WebPage", "name", "Dunlins at night | Shore Notes"))),
            f"graph[{URL}].name",
            "“Terns at noon”, but its title is “Dunlins at night”",
        )
    ],
    "parity.faq-unseen": [
        in_page(
            page(graph(_suggested("They never do."))),
            page(graph(_suggested("On dry sand."))),
            "graph[Question].suggestedAnswer",
            "does not say",
        ),
        in_page(
            page(body={"faq": BODY["faq"].replace("short naps", "long naps")}),
            page(body={"faq": BODY["faq"].replace("short naps", "short&nbsp;\n naps")}),
            "graph[Question].acceptedAnswer",
            "does not say",
        ),
    ],
    "parity.author-unseen": [
        in_page(
            page(body={"byline": "<p>By our staff. Ringer</p>"}),
            page(body={"byline": "<p>By EVA NACHT. Ringer</p>"}),
            f"graph[{HOME}#eva].name",
            "“Eva Nacht”",
        ),
        in_page(
            page(graph(put("FAQPage", "author", {"@type": "Person", "name": "Max Tide"}))),
            page(graph(put("FAQPage", "author", {"@type": "Person", "name": "Eva Nacht"}))),
            "graph[Person].name",
            "“Max Tide”",
        ),
    ],
    "parity.date-unseen": [
        in_page(
            page(graph(put("FAQPage", "datePublished", "2019-03-01T08:00:00Z"))),
            page(graph(put("FAQPage", "datePublished", "2026-03-01T08:00:00Z"))),
            f"graph[{URL}#faq].datePublished",
            "no visible <time>",
        ),
        in_page(
            page(body={"dates": BODY["dates"].replace('"2026-03-05', '"2026-03-06')}),
            page(body={"dates": BODY["dates"].replace("05T08:00:00+00:00", "05T09:00:00+01:00")}),
            f"{ARTICLE}.dateModified",
            "no visible <time>",
        ),
        in_page(
            page(graph(put("WebPage", "datePublished", "2026-03-02T08:00:00Z"))),
            page(graph(put("WebPage", "datePublished", "2026-03-01T08:00:00Z"))),
            f"graph[{URL}].datePublished",
            "no visible <time>",
        ),
    ],
    "parity.unseen": [
        in_page(
            page(graph(put("Article", "review", {"@type": "Review", "reviewBody": "Superb"}))),
            page(graph(put("Article", "review", {"@type": "Review", "reviewBody": "dry sand"}))),
            "graph[Review].reviewBody",
            "“Superb”",
        ),
        in_page(
            page(graph(put("Person", "jobTitle", "Warden"))),
            page(graph(put("Person", "jobTitle", "Ringer"))),
            f"graph[{HOME}#eva].jobTitle",
            "“Warden”",
        ),
        in_page(
            page(graph(put("Article", "abstract", "Dunlins never sleep."))),
            page(graph(put("Article", "abstract", "They do, in short naps."))),
            f"{ARTICLE}.abstract",
            "“Dunlins never sleep.”",
        ),
    ],
    "parity.script": [
        exported(_swap("</head>", f"{SCRIPT.format('{}')}</head>"), "metadata", "2 script elements")
    ],
    "parity.markup": [
        exported(
            _swap('"@context": "https://schema.org"', '"@context": "https://schema.org/"'),
            "metadata",
            "@context",
            both=True,
        )
    ],
    "parity.page": [
        exported(
            _swap("Birds were counted each hour", "Birds were heard each hour"),
            "body:21-152",
            "as it was written",
        )
    ],
    "parity.graph": [
        exported(
            _swap('"articleSection": "Shore birds"', '"articleSection": "Sea birds"'),
            "metadata.section",
            "Sea birds",
            both=True,
        )
    ],
    "parity.head": [
        exported(
            _swap('property="og:url" content="https', 'property="og:url" content="http'),
            "metadata.canonical_url",
            "http://",
        )
    ],
    "parity.shown": [
        exported(
            _swap('"name": "Shore Notes"', '"name": "Tide Notes"'),
            "metadata.section",
            "Tide Notes",
            both=True,
        )
    ],
    "parity.marks": [exported(_swap('href="#ref-1"', 'href="#ref-2"'), "references", "")],
}
