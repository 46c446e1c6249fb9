"""What a page of ours says of itself to readers and in its head, so that an edited one shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palmetto_editor.intake.manuscript import Claim, Field, Side
from palmetto_editor.intake.own.sheet import Sheet, attribute
from palmetto_editor.model.values import Article, Author
from palmetto_editor.page.visible import text_of

_HEAD: dict[str, Field] = {
    "description": "description",
    "author": "author",
    "og:url": "canonical_url",
    "og:image": "image",
    "og:site_name": "site_name",
    "article:published_time": "published",
    "article:modified_time": "modified",
    "article:section": "section",
    "article:tag": "keyword",
}


def claims(sheet: Sheet, article: Article, marked: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of the visible page, as they were read, and those of its head.

    `marked` are those of its markup.
    """
    meta = article.metadata
    single: dict[Field, str] = {
        "headline": meta.headline,
        "published": meta.published,
        "modified": meta.modified,
        "section": meta.section,
        "language": meta.language,
    }
    for field, value in single.items():
        if value:
            yield _claim("page", field, value, "the page's header")
    for author in meta.authors:
        yield from _author("author", author)
    for reviewer in meta.reviewers:
        yield from _author("reviewer", reviewer)
    for keyword in meta.keywords:
        yield _claim("page", "keyword", keyword, "the page's header")
    shown = [text_of(node) for node in sheet.tree.css(".faq .answer")]
    told = {one.detail for one in marked if one.field == "question"}
    for index, question in enumerate(article.faq):
        if question.question:
            seen = "".join(shown[index : index + 1])
            yield Claim(
                side="page",
                field="question",
                value=question.question,
                # The same words on both sides, citations and all, are no disagreement.
                detail=seen if seen in told else question.answer,
                origin="the page's questions",
            )
    yield from _head(sheet)


def _author(field: Field, author: Author) -> Iterator[Claim]:
    if author.name:
        yield Claim(
            side="page",
            field=field,
            value=author.name,
            kind=author.kind,
            detail=author.job_title,
            url=author.url,
            same_as=author.same_as,
            origin="the page's header",
        )


def _head(sheet: Sheet) -> Iterator[Claim]:
    for name, field in _HEAD.items():
        for value in sheet.meta(name):
            yield _claim("head", field, value, f'<meta name="{name}">')
    if sheet.canonical:
        yield _claim("head", "canonical_url", sheet.canonical, '<link rel="canonical">')
    root = sheet.tree.css_first("html")
    if root is not None and attribute(root, "lang"):
        yield _claim("head", "language", attribute(root, "lang"), "<html lang>")


def _claim(side: Side, field: Field, value: str, origin: str) -> Claim:
    return Claim(side=side, field=field, value=value, origin=origin)
