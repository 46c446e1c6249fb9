"""Faults of a finished page's head."""

from __future__ import annotations

from faults.case import Case, in_page
from marked_pages import HEAD, URL, graph, page, put


def _head(name: str, broken: str, place: str, words: str, sound: str | None = None) -> Case:
    """One line of the head is another, beside the page with its own or the sound one."""
    made = page(head={name: sound}) if sound is not None else page()
    return in_page(page(head={name: broken}), made, f"head.{place}", words)


CASES: dict[str, list[Case]] = {
    "head.title": [_head("title", "<title> </title>", "title", "no title")],
    "head.description": [_head("description", "", "description", "no description")],
    "head.title-width": [
        _head(
            "title",
            f"<title>Dunlins at night {'Dunlins ' * 7}</title>",
            "title",
            "may be cut",
            f"<title>Dunlins at night {'Dunlins ' * 5}</title>",
        )
    ],
    "head.description-width": [
        _head(
            "description",
            f'<meta name="description" content="{"Dunlins sleep. " * 12}">',
            "description",
            "may be cut",
            f'<meta name="description" content="{"Dunlins sleep. " * 9}">',
        )
    ],
    "head.canonical": [
        _head("canonical", "", "canonical", "does not give"),
        _head("canonical", '<link rel="canonical" href="/dunlins/">', "canonical", "not absolute"),
        _head(
            "canonical",
            f'{HEAD["canonical"]}<link rel="canonical" href="https://example.net/">',
            "canonical",
            "2 canonical addresses",
            HEAD["canonical"] * 2,
        ),
    ],
    "head.language": [
        in_page(page(lang=None), page(), "head.lang", "does not say its language"),
        in_page(page(lang="en_GB"), page(), "head.lang", "no language tag"),
        in_page(
            page(lang="de", head={"og:locale": ""}),
            page(head={"og:locale": ""}),
            "head.lang",
            "“de”",
        ),
        in_page(
            page(graph(put("WebPage", "inLanguage", "nl"))),
            page(graph(put("WebSite", "inLanguage", "nl"))),
            "head.lang",
            "“nl”",
        ),
    ],
    "head.locale": [
        _head("og:locale", '<meta property="og:locale" content="en-GB">', "og_locale", "“en_GB”"),
        _head("og:locale", '<meta property="og:locale" content="de_DE">', "og_locale", "“de_DE”"),
    ],
    "head.noindex": [
        _head(
            "robots",
            '<meta name="robots" content="noindex, max-image-preview:large">',
            "robots",
            "not to be found",
            '<meta name="robots" content="index, max-image-preview:large">',
        )
    ],
    "head.image-preview": [
        _head("robots", '<meta name="robots" content="index">', "robots", "max-image-preview:large")
    ],
    "head.markdown": [_head("markdown", "", "alternate", "no Markdown twin")],
    "head.share": [
        _head("og:title", "", "og_title", "og:title"),
        _head("og:type", "", "og_type", "og:type"),
        _head("og:url", "", "og_url", "og:url"),
        _head("og:image", "", "og_image", "og:image"),
    ],
    "head.share-image-address": [
        _head(
            "og:image",
            '<meta property="og:image" content="wide.jpg">',
            "og_image",
            "“wide.jpg”",
            f'<meta property="og:image" content="{URL}tall.jpg">',
        )
    ],
    "head.share-image-size": [
        _head(
            "og:height",
            '<meta property="og:image:height" content="629">',
            "og_image",
            "1600 × 629",
            '<meta property="og:image:height" content="630">',
        )
    ],
    "head.share-image-words": [_head("og:alt", "", "og_image_alt", "no words")],
    "head.published-time": [
        _head("published", "", "article_published_time", "no article:published_time"),
        _head(
            "published",
            '<meta property="article:published_time" content="2026-03-02T08:00:00Z">',
            "article_published_time",
            "2026-03-02",
            '<meta property="article:published_time" content="2026-03-01T09:00:00+01:00">',
        ),
    ],
}
