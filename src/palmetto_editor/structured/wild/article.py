"""Which of a page's nodes is the article, and which the page that it stands on."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.structured.wild.nodes import Node, Nodes, many, types

# schema.org 30.1: Article and all that is more special, without the comments of a thread.
ARTICLES = frozenset({
    "Article", "AdvertiserContentArticle", "AnalysisNewsArticle", "APIReference",
    "AskPublicNewsArticle", "BackgroundNewsArticle", "BlogPosting", "LiveBlogPosting",
    "MedicalScholarlyArticle", "NewsArticle", "OpinionNewsArticle", "Report",
    "ReportageNewsArticle", "ReviewNewsArticle", "SatiricalArticle", "ScholarlyArticle",
    "SocialMediaPosting", "TechArticle",
})  # fmt: skip
_NEAR_ARTICLES = frozenset({"CreativeWork", "HowTo", "LearningResource", "Review"})
_FAQ_PAGES = frozenset({"FAQPage", "QAPage"})
# What these lead to is another work than the one on the page.
_ASIDE = (
    "citation", "hasPart", "isBasedOn", "mentions", "about", "subjectOf", "comment", "blogPost",
    "review", "itemListElement", "relatedLink", "significantLink", "item", "isPartOf",
)  # fmt: skip
_TELLING = ("mainEntityOfPage", "headline", "author", "datePublished", "articleBody")


def article(nodes: Nodes) -> Node:
    """The node of the article itself, `{}` where there is none."""
    aside = _aside(nodes)
    for wanted in (ARTICLES, _NEAR_ARTICLES):
        candidates = [n for n in nodes.of_type(*wanted) if id(n) not in aside]
        if candidates:
            main = {id(value) for n in nodes.all for value in nodes.linked(n, "mainEntity")}
            return max(candidates, key=lambda n: _weight(n) + 2 * (id(n) in main))
    return {}


def page(nodes: Nodes, of: Node) -> Node:
    """The WebPage that an article stands on, or the first of the pages; `{}` where none is.

    A page that is only a list of questions counts only where there is no article.
    """
    for name in ("mainEntityOfPage", "isPartOf"):
        for value in nodes.linked(of, name):
            if isinstance(value, dict) and is_page(value) and len(value) > 2:
                return value
    aside = _aside(nodes)
    pages = [n for n in nodes.all if is_page(n) and id(n) not in aside and n is not of]
    plain = [n for n in pages if not _FAQ_PAGES.intersection(types(n))]
    return next(iter(plain or ([] if of else pages)), {})


def speakers(nodes: Nodes, main: Node, whole: Node, address: str) -> tuple[Node, ...]:
    """All nodes that say of themselves that they are this page or its article: these two first,
    then others of their kinds, but those that give themselves an address and never this one.
    """
    aside = _aside(nodes)
    here = {_bare(address)} - {""} or set(_addresses(main)) | set(_addresses(whole))
    others = (
        node
        for node in nodes.all
        if (ARTICLES.intersection(types(node)) or is_page(node))
        and id(node) not in aside
        and (not (own := set(_addresses(node))) or own & here)
    )
    found = {id(node): node for node in (main, whole, *others) if node}
    return tuple(found.values())


def is_page(node: Node) -> bool:
    """Whether a node is a WebPage, of whatever kind."""
    return any(name.endswith("Page") for name in types(node))


def _addresses(node: Node) -> Iterator[str]:
    """Where a node says that it is, without fragments."""
    for name in ("mainEntityOfPage", "url", "@id"):
        for value in many(node.get(name)):
            said = value.get("@id") or value.get("url") if isinstance(value, dict) else value
            if isinstance(said, str) and said.startswith(("http://", "https://")):
                yield _bare(said)


def _bare(address: str) -> str:
    return address.strip().partition("#")[0].rstrip("/")


def _weight(node: Node) -> int:
    return sum(name in node for name in _TELLING)


def _aside(nodes: Nodes) -> set[int]:
    """The nodes that are other works than this page's; `isPartOf` only leads to other articles."""
    return {
        id(value)
        for node in nodes.all
        for name in _ASIDE
        if name in node
        for value in nodes.linked(node, name)
        if isinstance(value, dict) and not (name == "isPartOf" and is_page(value))
    }
