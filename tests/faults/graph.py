"""The 27 faults that public tools were tried on; all of them together found 16.

What none of them found: numbers 11 to 15, 17 to 23. Each is a whole page, sound but for the one
fault, beside the page that is sound.
"""

from __future__ import annotations

from collections.abc import Callable

from faults.case import Case, in_page
from marked_pages import HOME, URL, Graph, drop, graph, node, page, put

ARTICLE, TRAIL = f"{URL}#article", f"{URL}#trail"
Change = Callable[[Graph], object]


def marked(
    broken: Change,
    place: str,
    words: str,
    sound: Change | None = None,
    beside: tuple[str, ...] = (),
) -> Case:
    """A fault in the markup alone."""
    made = page(graph(sound)) if sound else page()
    return in_page(page(graph(broken)), made, place, words, beside=beside)


def written(old: str, new: str, place: str, words: str, **sound: str) -> Case:
    """A fault in how the markup is written; `instead` is a sound way to write what was meant."""
    text = graph()
    assert old in text
    instead = text.replace(old, sound["instead"], 1) if sound else text
    return in_page(page(text.replace(old, new, 1)), page(instead), place, words)


def question(made: Graph, number: int = 0) -> Graph:
    return node(made, "FAQPage")["mainEntity"][number]


def step(made: Graph, number: int) -> Graph:
    return node(made, "BreadcrumbList")["itemListElement"][number]


def _one_step(made: Graph) -> None:
    del node(made, "BreadcrumbList")["itemListElement"][1:]


_TWIN = {"@type": "Person", "@id": f"{HOME}#eva", "name": "Eva Nacht"}
_ASKED = "<h3>Do dunlins sleep?</h3><p>They do, in short naps.</p>"
_OTHERS = "<h2>Questions</h2><h3>Where do they sleep?</h3><p>On dry sand.</p>"

PLANTED: dict[int, tuple[str, Case]] = {
    1: ("graph.syntax", written('"Ringer",', '"Ringer",,', "graph[#1]", "a comma too many")),
    2: (
        "graph.syntax",
        written('"@graph"', '// ours\n"@graph"', "graph[#1]", "a comment left out"),
    ),
    3: (
        "graph.syntax",
        written(
            '"jobTitle": "Ringer"',
            '"jobTitle": "Ringer", "jobTitle": "Ringer"',
            "graph[#1]",
            "a name twice",
        ),
    ),
    4: (
        "graph.breakout",
        written(
            '"Sleep"',
            '"Sleep <script> <!-- "',
            "graph[#1]",
            "swallow",
            instead='"Sleep \\u003cscript> \\u003c!-- "',
        ),
    ),
    5: (
        "graph.context",
        marked(
            lambda made: made.update({"@context": "http://schema.org/"}),
            "graph[#1].@context",
            "http://schema.org/",
        ),
    ),
    6: (
        "graph.unknown-type",
        marked(
            put("Person", "@type", "Persona"),
            f"graph[{HOME}#eva].@type",
            "write “Person”",
            beside=("graph.author-node",),
        ),
    ),
    7: (
        "graph.unknown-property",
        marked(put("Article", "dateModifed", "x"), f"graph[{ARTICLE}].dateModifed", "dateModified"),
    ),
    8: (
        "graph.range",
        marked(
            put("WebPage", "isPartOf", {"@id": f"{HOME}#eva"}),
            f"graph[{URL}].isPartOf",
            "a node of the type Person",
        ),
    ),
    9: (
        "graph.domain",
        marked(
            put("Organization", "headline", "Shores"),
            f"graph[{HOME}#station].headline",
            "CreativeWork has it",
            put("WebPage", "headline", "Where dunlins sleep"),
        ),
    ),
    10: (
        "graph.reviewed-by",
        marked(
            put("Article", "reviewedBy", {"@id": f"{HOME}#eva"}),
            f"graph[{ARTICLE}].reviewedBy",
            "say it of the WebPage",
            put("WebPage", "reviewedBy", {"@id": f"{HOME}#eva"}),
        ),
    ),
    11: (
        "graph.headline",
        marked(drop("Article", "headline"), f"graph[{ARTICLE}].headline", "no headline"),
    ),
    12: (
        "graph.image",
        marked(drop("Article", "image"), f"graph[{ARTICLE}].image", "no image"),
    ),
    13: (
        "graph.faq-answer",
        marked(
            lambda made: question(made).pop("acceptedAnswer"),
            "graph[Question].acceptedAnswer",
            "no acceptedAnswer",
        ),
    ),
    14: (
        "graph.date-format",
        marked(
            put("WebPage", "datePublished", "2026"),
            f"graph[{URL}].datePublished",
            "a bare year, “2026”",
            put("WebPage", "datePublished", "2026-03-01T08:00:00Z"),
        ),
    ),
    15: (
        "graph.date-format",
        marked(
            put("WebPage", "dateModified", "5 March 2026"),
            f"graph[{URL}].dateModified",
            "“5 March 2026”",
            put("WebPage", "dateModified", "2026-03-05T08:00:00Z"),
        ),
    ),
    16: (
        "graph.date-order",
        marked(
            lambda made: node(made, "WebPage").update(
                datePublished="2026-03-05T08:00:00Z", dateModified="2026-03-01T08:00:00Z"
            ),
            f"graph[{URL}].dateModified",
            "before it was published",
            lambda made: node(made, "WebPage").update(
                datePublished="2026-03-01T08:00:00Z", dateModified="2026-03-05T08:00:00Z"
            ),
        ),
    ),
    17: (
        "graph.dangling-id",
        marked(
            put("Article", "isPartOf", {"@id": f"{HOME}#gone"}),
            f"graph[{ARTICLE}].isPartOf",
            "is no node",
            put("Article", "isPartOf", {"@type": "WebSite", "@id": f"{HOME}#gone"}),
        ),
    ),
    18: (
        "graph.duplicate-id",
        marked(
            lambda made: made["@graph"].append({**_TWIN, "name": "Eva Tag"}),
            f"graph[{HOME}#eva].name",
            "differ in “name”",
            lambda made: made["@graph"].append(_TWIN),
        ),
    ),
    19: (
        "graph.relative-id",
        marked(put("FAQPage", "@id", "#faq"), "graph[#faq].@id", "not absolute"),
    ),
    20: (
        "graph.image-address",
        marked(
            lambda made: node(made, "Article")["image"][0].update(url="assets/wide.jpg"),
            "graph[ImageObject].url",
            "“assets/wide.jpg” is not absolute",
        ),
    ),
    21: (
        "parity.faq-unseen",
        in_page(
            page(body={"faq": f"<div hidden>{_ASKED}</div>{_OTHERS}"}),
            page(body={"faq": f"<details>{_ASKED}</details>{_OTHERS}"}),
            "graph[Question].name",
            "which the page does not show",
        ),
    ),
    22: (
        "parity.headline",
        in_page(
            page(body={"h1": "<h1>How dunlins sleep</h1>", "lead": "<p>Where dunlins sleep</p>"}),
            page(body={"h1": "<h1>Where <i>dunlins</i> sleep</h1>"}),
            f"graph[{ARTICLE}].headline",
            "“How dunlins sleep”",
        ),
    ),
    23: (
        "graph.language",
        marked(
            put("WebSite", "inLanguage", "English"),
            f"graph[{HOME}#website].inLanguage",
            "“English”",
            put("WebSite", "inLanguage", "en"),
        ),
    ),
    24: (
        "graph.trail-positions",
        marked(
            lambda made: step(made, 0).update(position=0), f"graph[{TRAIL}].itemListElement", "0, 2"
        ),
    ),
    25: (
        "graph.trail-items",
        marked(_one_step, f"graph[{TRAIL}].itemListElement", "fewer than two"),
    ),
    26: (
        "graph.faq-questions",
        marked(drop("FAQPage", "mainEntity"), f"graph[{URL}#faq].mainEntity", "no mainEntity"),
    ),
    27: (
        "head.canonical-differs",
        in_page(
            page(head={"og:url": f'<meta property="og:url" content="{URL}?from=share">'}),
            page(),
            "head.og_url",
            "og:url",
        ),
    ),
}

CASES: dict[str, list[Case]] = {}
for rule, case in PLANTED.values():
    CASES.setdefault(rule, []).append(case)
