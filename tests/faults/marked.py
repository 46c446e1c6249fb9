"""Faults of a finished page's markup, besides the 27 that stand in `graph`."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from fault_articles import GOOD
from faults.case import Case, in_article, in_page
from faults.graph import ARTICLE, Change, marked, question, step
from marked_pages import BODY, HOME, URL, Graph, drop, graph, node, page, put
from palmetto_editor.model.publication import Checks
from palmetto_editor.model.values import Article, Topic
from sample_articles import publication

EVA, STATION = f"graph[{HOME}#eva]", f"graph[{HOME}#station]"
KNOWING = replace(publication(), checks=Checks(off=("graph.faq-search",)))
ASKED = replace(GOOD, dismissed=())
_RECORD = "https://pubchem.ncbi.nlm.nih.gov/compound/1234"
NOTICE = "<p>These samples are for research use only.</p>"


def _topic(kind: Literal["Thing", "MolecularEntity"]) -> Article:
    topic = Topic(kind=kind, name="Chitin", same_as=(_RECORD,))
    return replace(GOOD, metadata=replace(GOOD.metadata, about=(topic,)))


def _about(**fields: object) -> Change:
    return put("Article", "about", {"name": "Sleep", **fields})


def _research(change: Change, place: str, words: str) -> Case:
    """A fault only where the page says that it is for research use only."""
    made = graph(change)
    notice = {"notice": NOTICE}
    return in_page(page(made, body=notice), page(made), place, words)


def _questions(made: Graph, name: str) -> None:
    node(made, "FAQPage")["mainEntity"].append(
        {
            "@type": "Question",
            "name": name,
            "acceptedAnswer": {"@type": "Answer", "text": "They do"},
        }
    )


def _bare(made: Graph, kind: str) -> None:
    made["@graph"] = [one for one in made["@graph"] if one["@type"] != kind]


def _unpublished(made: Graph) -> None:
    del node(made, "Article")["publisher"]
    del node(made, "WebSite")["publisher"]


def _as_blog(made: Graph, kind: str) -> None:
    node(made, "Article").update({"@type": kind})


_TABLE = BODY["table"]
_SAND = {"@type": "Thing", "name": "Sand"}

_BREAKING = put("WebPage", "name", "Dunlins at night </script> B")

CASES: dict[str, list[Case]] = {
    "graph.missing": [in_page(page(""), page(), "graph", "no JSON-LD")],
    "graph.breakout": [
        in_page(
            page(graph(_BREAKING)),
            page(
                graph(put("WebPage", "name", "Dunlins at night </script> B")).replace(
                    "</", "\\u003c/"
                )
            ),
            "graph[#1]",
            "ends it too early",
            beside=(
                "graph.no-article",
                "parity.printed",
            ),
        )
    ],
    "graph.keyword": [
        marked(
            put("WebSite", "@type", ["WebSite", 7]),
            f"graph[{HOME}#website].@type",
            "no text",
            put("WebSite", "@type", "WebSite"),
        ),
        marked(
            put("WebSite", "@type", ["WebSite", "CreativeWork"]),
            f"graph[{HOME}#website].@type",
            "“WebSite” and “CreativeWork”",
        ),
        marked(
            lambda made: question(made).update({"@id": 7}),
            "graph[Question].@id",
            "@id that is no text",
            lambda made: question(made).update({"@id": f"{URL}#q"}),
        ),
    ],
    "graph.context": [
        marked(
            put("WebSite", "about", {"@context": "https://example.net/", **_SAND}),
            "graph[#1].@context",
            "https://example.net/",
            put("WebSite", "about", {"@context": "https://schema.org", **_SAND}),
        ),
    ],
    "graph.no-type": [
        marked(
            put("WebPage", "mentions", {"name": "Sand"}),
            "graph[#3].@type",
            "as “mentions”",
            put("WebPage", "mentions", {"@type": "Thing", "name": "Sand"}),
        )
    ],
    "graph.empty": [
        marked(
            put("Person", "sameAs", []),
            f"{EVA}.sameAs",
            "“sameAs”",
            put("Person", "sameAs", [f"{HOME}eva/"]),
        )
    ],
    "graph.retired": [
        marked(
            put("Article", "awards", "Best nap"),
            f"graph[{ARTICLE}].awards",
            "write “award”",
            put("Article", "award", "Best nap"),
        )
    ],
    "graph.no-article": [marked(lambda made: _bare(made, "Article"), "graph", "no Article")],
    "graph.published": [
        marked(
            drop("Article", "datePublished"), f"graph[{ARTICLE}].datePublished", "no datePublished"
        )
    ],
    "graph.page-of-article": [
        marked(
            drop("Article", "mainEntityOfPage"),
            f"graph[{ARTICLE}].mainEntityOfPage",
            "leads to its page",
            lambda made: (
                drop("Article", "mainEntityOfPage")(made),
                put("WebPage", "mainEntity", {"@id": ARTICLE})(made),
            ),
        )
    ],
    "graph.address": [
        marked(put("Person", "url", "/eva/"), f"{EVA}.url", "“/eva/” is not an absolute"),
    ],
    "graph.date-offset": [
        marked(
            put("WebPage", "datePublished", "2026-03-01T08:00:00"),
            f"graph[{URL}].datePublished",
            "no offset",
            put("WebPage", "datePublished", "2026-03-01T08:00:00+00:00"),
        ),
    ],
    "graph.author": [
        marked(drop("Article", "author"), f"graph[{ARTICLE}].author", "no author"),
    ],
    "graph.author-node": [
        marked(put("Article", "author", "Eva Nacht"), f"graph[{ARTICLE}].author", "“Eva Nacht”"),
    ],
    "graph.author-name": [
        marked(put("Person", "name", "By Eva Nacht"), f"{EVA}.name", "write “Eva Nacht”"),
        in_page(
            page(
                graph(put("Person", "name", "Eva Nacht and Ada Wren")),
                body={"byline": "<p>By Eva Nacht and Ada Wren, Ringer</p>"},
            ),
            page(body={"byline": "<p>By Eva Nacht and Ada Wren, Ringer</p>"}),
            f"{EVA}.name",
            "more than one",
        ),
    ],
    "graph.author-identity": [
        marked(
            drop("Person", "url"),
            f"{EVA}.url",
            "“Eva Nacht”",
            lambda made: (drop("Person", "url")(made), put("Person", "sameAs", f"{HOME}e/")(made)),
        ),
    ],
    "graph.no-publisher": [
        marked(
            _unpublished,
            f"graph[{ARTICLE}].publisher",
            "who publishes",
            drop("Article", "publisher"),
        ),
    ],
    "graph.publisher": [
        marked(drop("Organization", "logo"), f"{STATION}.logo", "no logo"),
    ],
    "graph.logo-size": [
        marked(
            lambda made: node(made, "Organization")["logo"].update(height=111),
            f"{STATION}.logo",
            "112 × 111",
        ),
    ],
    "graph.faq-name": [
        marked(lambda made: question(made).pop("name"), "graph[Question].name", "no name"),
    ],
    "graph.faq-answer": [
        marked(
            lambda made: question(made)["acceptedAnswer"].pop("text"),
            "graph[Question].acceptedAnswer",
            "without text",
        ),
    ],
    "graph.faq-twice": [
        in_page(
            page(graph(lambda made: _questions(made, "Do dunlins sleep"))),
            page(
                graph(lambda made: _questions(made, "Do ducks sleep?")),
                body={"more": "<h3>Do ducks sleep?</h3><p>They do</p>"},
            ),
            "graph[Question 3].name",
            "twice",
        ),
    ],
    "graph.faq-html": [
        marked(
            lambda made: question(made, 1)["acceptedAnswer"].update(text="On <u>dry</u> sand."),
            "graph[Question 2].acceptedAnswer",
            "<u>",
        ),
    ],
    "graph.trail-name": [
        marked(lambda made: step(made, 0).pop("name"), "graph[ListItem].name", "no name"),
    ],
    "graph.trail-address": [
        marked(lambda made: step(made, 0).pop("item"), "graph[ListItem].item", "“Shore Notes”"),
    ],
    "graph.research-only": [
        _research(_about(**{"@type": "Drug"}), "graph[Drug].@type", "a Drug"),
        _research(
            put("WebPage", "audience", {"@type": "Patient", "name": "Patients"}),
            f"graph[{URL}].audience",
            "addresses patients",
        ),
    ],
    "graph.compound-type": [
        in_article(
            _topic("Thing"), _topic("MolecularEntity"), "metadata.about[0].kind", "is a compound"
        ),
        marked(
            _about(**{"@type": "Thing", "sameAs": _RECORD}),
            "graph[Thing].@type",
            "“Sleep” is a compound",
            _about(**{"@type": "MolecularEntity", "sameAs": _RECORD}),
        ),
    ],
    "graph.medical-scholarly": [
        marked(
            lambda made: _as_blog(made, "MedicalScholarlyArticle"),
            f"graph[{ARTICLE}].@type",
            "a paper in a journal",
            lambda made: _as_blog(made, "ScholarlyArticle"),
        ),
    ],
    "graph.dataset": [
        marked(
            put("WebPage", "about", {"@type": "Dataset", "name": "Birds at each hide"}),
            "graph[Dataset].@type",
            "nobody can have",
            put(
                "WebPage",
                "about",
                {
                    "@type": "Dataset",
                    "name": "Birds at each hide",
                    "distribution": {"@type": "DataDownload", "contentUrl": f"{URL}birds.csv"},
                },
            ),
        ),
    ],
    "graph.table": [
        in_page(
            page(body={"table": _TABLE.replace(' scope="col"', "")}),
            page(),
            "graph[table 1]",
            "scope",
        ),
        in_page(
            page(body={"table": _TABLE.replace("caption", "thead")}),
            page(),
            "graph[table 1]",
            "no caption",
        ),
    ],
    "graph.faq-search": [
        in_article(ASKED, replace(ASKED, faq=()), "faq", "since 7 May 2026"),
        in_article(
            ASKED,
            ASKED,
            "faq",
            "since 7 May 2026",
            shared=publication(),
            neighbour_shared=KNOWING,
        ),
    ],
}
