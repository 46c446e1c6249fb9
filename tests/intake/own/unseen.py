"""What a page shows of an article: two articles are the same page if this makes them equal.

The counterpart of the list in the docstring of `palmetto_editor.intake.own`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from palmetto_editor.markup.blocks import split
from palmetto_editor.markup.rendered import Job
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.publication import Citations, Publication
from palmetto_editor.model.values import Article, Author, Image, Metadata, Table
from palmetto_editor.page import targets
from palmetto_editor.page.texts import definitions
from palmetto_editor.references import embedded
from palmetto_editor.references.identifiers import orcid
from palmetto_editor.structured.addresses import base_url, canonical_url, is_absolute
from palmetto_editor.structured.keys import key
from palmetto_editor.structured.language import is_tag
from palmetto_editor.structured.plain import one_line
from sample_pages import rendered

_EDGES = re.compile(r"\s+(?=<)|(?<=>)\s+")
_IMAGE = re.compile(r'<img src="assets/([^"]*)" alt="([^"]*)"[^>]*>')
_ALONE = re.compile(r"<p>(<img [^>]*>)</p>")
_HREF = re.compile(r'(?<=href=")article:[^"]*')
_HEADING = re.compile(r"(?<=<h)[2-6]")


def as_shown(article: Article, publication: Publication) -> Article:
    """The article with each text as its HTML and its citations, and nothing that no page shows."""
    return _as_shown(article, replace(publication, citations=Citations()))


@lru_cache(maxsize=64)
def _as_shown(article: Article, publication: Publication) -> Article:
    """In whatever style the page cites: the texts are shown as the writer typed them."""
    seen = _Seen(article, publication)
    return replace(
        article,
        id="",
        metadata=seen.metadata(),
        notice=seen.prose(article.notice, level=False),
        short_answer=seen.prose(article.short_answer, level=False),
        body=seen.prose(article.body, level=True),
        disclaimer=seen.prose(article.disclaimer, level=False),
        faq=tuple(
            replace(
                one,
                id=one.id if one_line(one.question) else "",
                question=one_line(one.question),
                answer=seen.prose(one.answer, level=False),
            )
            for one in article.faq
        ),
        tables=tuple(sorted(map(seen.table, article.tables), key=lambda table: table.id)),
        references=tuple(sorted(map(seen.reference, article.references), key=lambda r: r.id)),
        links=seen.links(),
        images=(),
        dismissed=(),
    )


def canonical(html: str) -> str:
    """HTML as a parser writes it."""
    return LexborHTMLParser(f"<body>{html}").body.inner_html or ""


class _Seen:
    def __init__(self, article: Article, publication: Publication) -> None:
        self._article = article
        self._base = base_url(publication)
        self._canonical = canonical_url(article, publication)
        self._files = {
            name: image.file for image in reversed(article.images) for name in _names(image)
        }
        meta = article.metadata
        owner = Author(kind="organization", name=publication.publisher.name)
        everyone = (owner, *dict.fromkeys((*meta.authors, *meta.reviewers)))
        self._bearers = Counter(key(one_line(one.name)) for one in everyone)

    def metadata(self) -> Metadata:
        meta = self._article.metadata
        texts = {
            name: one_line(getattr(meta, name))
            for name in ("headline", "description", "section", "published", "modified")
        }
        title = one_line(meta.title)
        if texts["modified"] == texts["published"] and not texts["published"].count("T"):
            texts["modified"] = ""
        return replace(
            meta,
            **texts,
            title="" if title == texts["headline"] else title,
            slug="",
            canonical_url=self._canonical,
            language=meta.language.strip() if is_tag(meta.language.strip()) else "",
            authors=self._people(meta.authors),
            reviewers=self._people(meta.reviewers),
            keywords=tuple(dict.fromkeys(filter(None, map(one_line, meta.keywords)))),
            about=tuple(
                replace(
                    topic,
                    name=one_line(topic.name),
                    same_as=tuple(a.strip() for a in topic.same_as if is_absolute(a.strip())),
                )
                for topic in meta.about
                if one_line(topic.name)
            ),
            image=self._files.get(meta.image, "") if self._canonical else "",
        )

    def _people(self, people: tuple[Author, ...]) -> tuple[Author, ...]:
        return tuple(self._person(one) for one in people if one_line(one.name))

    def _person(self, one: Author) -> Author:
        person = one.kind == "person"
        shared = self._bearers[key(one_line(one.name))] > 1
        others = [a.strip() for a in one.same_as if is_absolute(a.strip())]
        return replace(
            one,
            name=one_line(one.name),
            url=targets.web(one.url),
            same_as=() if shared else tuple(dict.fromkeys(others)),
            job_title=one_line(one.job_title) if person else "",
            orcid=orcid(one.orcid) if person else "",
        )

    def prose(self, text: str, *, level: bool) -> str:
        blocks = split(text)
        defined = definitions(blocks)
        shown = [
            self._block(block.text, defined, level=level)
            for block in blocks
            if block.kind not in ("blank", "definition", "note")
        ]
        return "\n".join(filter(None, shown))

    def _block(self, text: str, defined: str, *, level: bool) -> str:
        found = rendered(Job(text, definitions=defined))
        if found.shortcode:
            code = found.shortcode
            name = self._files.get(code.argument, code.argument)
            known = code.name in ("faq", "references", "table", "figure") and level
            return f"{{{{{code.name} {name}}}}}" if known else ""
        return self._folded(found.html, level=level) + self._cited(found)

    def inline(self, text: str) -> str:
        found = rendered(Job(text, inline=True))
        return self._folded(found.html, level=True) + self._cited(found)

    def _cited(self, found: object) -> str:
        clusters = getattr(found, "clusters", ())
        return repr([(c.cites, c.narrative) for c in clusters]) if clusters else ""

    def _folded(self, html: str, *, level: bool) -> str:
        alone = _ALONE.fullmatch(html)
        if alone and (image := _IMAGE.fullmatch(alone[1])) and image[1] in self._files:
            return f"{{{{figure {self._files[image[1]]}}}}}"
        html = _IMAGE.sub(lambda m: self._files.get(m[1], "") + m[2], html)
        html = _HREF.sub(lambda m: targets.resolve(m[0], self._base), html)
        html = html if level else _HEADING.sub("n", html)
        return _EDGES.sub("", canonical(html))

    def table(self, table: Table) -> Table:
        return replace(
            table,
            caption=self.inline(table.caption),
            columns=tuple(
                replace(
                    column,
                    id="",
                    label=self.inline(column.label),
                    align=column.align if self.inline(column.label) or table.rows else "",
                )
                for column in table.columns
            ),
            rows=tuple(tuple(map(self.inline, row)) for row in table.rows if row),
            note=self.inline(table.note),
        )

    def reference(self, reference: Reference) -> Reference:
        return embedded.public(reference)

    def links(self) -> tuple:
        shown = [
            replace(
                link,
                id="",
                label=one_line(link.label) or one_line(link.target),
                target=targets.resolve(link.target, self._base),
            )
            for link in self._article.links
        ]
        return tuple(
            sorted((one for one in shown if one.label and one.target), key=lambda one: one.relation)
        )


def _names(image: Image) -> tuple[str, ...]:
    return (image.file, image.id) if image.file else (image.id,)
