"""A finished page that is sound in all its markup and head, and what makes another of it.

Nothing in it is real. `page()` writes it; each argument puts something else in a part's place.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

Graph = dict[str, Any]
HOME = "https://example.org/notes/"
URL = f"{HOME}dunlins/"
SCRIPT = '<script type="application/ld+json">\n{}\n</script>'

HEAD: dict[str, str] = {
    "title": "<title>Dunlins at night</title>",
    "description": '<meta name="description" content="Where dunlins sleep, and why there.">',
    "robots": '<meta name="robots" content="max-image-preview:large">',
    "canonical": f'<link rel="canonical" href="{URL}">',
    "markdown": '<link rel="alternate" type="text/markdown" href="article.md">',
    "og:type": '<meta property="og:type" content="article">',
    "og:title": '<meta property="og:title" content="Where dunlins sleep">',
    "og:url": f'<meta property="og:url" content="{URL}">',
    "og:locale": '<meta property="og:locale" content="en_GB">',
    "og:image": f'<meta property="og:image" content="{URL}wide.jpg">',
    "og:width": '<meta property="og:image:width" content="1600">',
    "og:height": '<meta property="og:image:height" content="900">',
    "og:alt": '<meta property="og:image:alt" content="Dunlins at dusk">',
    "published": '<meta property="article:published_time" content="2026-03-01T08:00:00+00:00">',
}

BODY: dict[str, str] = {
    "trail": f'<nav><ol><li><a href="{HOME}">Shore Notes</a></li>'
    "<li>Where dunlins sleep</li></ol></nav>",
    "h1": "<h1>Where dunlins sleep</h1>",
    "byline": "<p>By Eva Nacht, Ringer</p>",
    "dates": '<p><time datetime="2026-03-01T08:00:00+00:00">1 March 2026</time>, updated '
    '<time datetime="2026-03-05T08:00:00+00:00">5 March 2026</time></p>',
    "text": "<p>Dunlins sleep on the highest sand that the tide leaves dry.</p>",
    "table": "<figure><table><caption>Birds at each hide</caption>"
    '<tr><th scope="col">Hide</th><th scope="col">Birds</th></tr><tr><td>A</td><td>9</td></tr>'
    "</table></figure>",
    "faq": "<h2>Questions</h2><h3>Do dunlins sleep?</h3><p>They do, in short naps.</p>"
    "<h3>Where do they sleep?</h3><p>On <b>dry</b> sand.</p>",
    "notice": "",
}

GRAPH: Graph = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "WebPage",
            "@id": URL,
            "url": URL,
            "name": "Dunlins at night",
            "inLanguage": "en-GB",
            "isPartOf": {"@id": f"{HOME}#website"},
        },
        {
            "@type": "Article",
            "@id": f"{URL}#article",
            "mainEntityOfPage": {"@id": URL},
            "headline": "Where dunlins sleep",
            "datePublished": "2026-03-01T08:00:00+00:00",
            "dateModified": "2026-03-05T08:00:00+00:00",
            "inLanguage": "en-GB",
            "author": {"@id": f"{HOME}#eva"},
            "publisher": {"@id": f"{HOME}#station"},
            "image": [
                {
                    "@type": "ImageObject",
                    "url": f"{URL}{name}.jpg",
                    "width": width,
                    "height": height,
                }
                for name, width, height in (
                    ("wide", 1600, 900),
                    ("middle", 1600, 1200),
                    ("square", 1200, 1200),
                )
            ],
            "about": {
                "@type": "Thing",
                "name": "Sleep",
                "sameAs": "https://example.net/sleep",
            },
            "citation": [
                {
                    "@type": "ScholarlyArticle",
                    "@id": "https://doi.org/10.5555/naps",
                    "name": "On naps",
                    "datePublished": "2019",
                    "pagination": "1-9",
                    "sameAs": "https://doi.org/10.5555/naps",
                    "isPartOf": {
                        "@type": "PublicationVolume",
                        "volumeNumber": "7",
                        "isPartOf": {"@type": "Periodical", "name": "Journal of Naps"},
                    },
                }
            ],
        },
        {
            "@type": "FAQPage",
            "@id": f"{URL}#faq",
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": "Do dunlins sleep?",
                    "acceptedAnswer": {"@type": "Answer", "text": "They do, in short naps."},
                },
                {
                    "@type": "Question",
                    "name": "Where do they sleep?",
                    "acceptedAnswer": {"@type": "Answer", "text": "On <b>dry</b> sand."},
                },
            ],
        },
        {
            "@type": "BreadcrumbList",
            "@id": f"{URL}#trail",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "Shore Notes", "item": HOME},
                {"@type": "ListItem", "position": 2, "name": "Where dunlins sleep"},
            ],
        },
        {
            "@type": "WebSite",
            "@id": f"{HOME}#website",
            "url": HOME,
            "name": "Shore Notes",
            "publisher": {"@id": f"{HOME}#station"},
        },
        {
            "@type": "Organization",
            "@id": f"{HOME}#station",
            "name": "The Shore Station",
            "url": HOME,
            "logo": {
                "@type": "ImageObject",
                "url": f"{HOME}logo.png",
                "width": 112,
                "height": 112,
            },
        },
        {
            "@type": "Person",
            "@id": f"{HOME}#eva",
            "name": "Eva Nacht",
            "jobTitle": "Ringer",
            "url": f"{HOME}eva/",
        },
    ],
}


_TEXT = json.dumps(GRAPH)


def graph(change: Callable[[Graph], object] | None = None) -> str:
    """The markup as text, after something was done to it."""
    made = json.loads(_TEXT)
    if change:
        change(made)
    return json.dumps(made, ensure_ascii=False)


def node(made: Graph, kind: str) -> Graph:
    """The first node of a type."""
    return next(one for one in made["@graph"] if one["@type"] == kind)


def put(kind: str, name: str, value: Any) -> Callable[[Graph], object]:
    """A change: a property of the first node of a type has another value."""
    return lambda made: node(made, kind).update({name: value})


def drop(kind: str, name: str) -> Callable[[Graph], object]:
    """A change: a property of the first node of a type is not there."""
    return lambda made: node(made, kind).pop(name)


def page(
    markup: str | None = None,
    head: dict[str, str] | None = None,
    body: dict[str, str] | None = None,
    lang: str | None = "en-GB",
) -> str:
    """The whole page: `markup` is the text of its JSON-LD, `""` for none; `head` and `body` put
    other lines in the place of theirs.
    """
    scripts = SCRIPT.format(graph() if markup is None else markup) if markup != "" else ""
    named = f' lang="{lang}"' if lang is not None else ""
    return (
        f"<!doctype html>\n<html{named}>\n<head>\n<meta charset='utf-8'>\n"
        + "\n".join({**HEAD, **(head or {})}.values())
        + f"\n{scripts}\n</head>\n<body>\n"
        + "\n".join({**BODY, **(body or {})}.values())
        + "\n</body>\n</html>\n"
    )
