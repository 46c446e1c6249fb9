"""The article's header: where it belongs, its headline, who wrote it and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article, Author, Metadata, Topic
from palmetto_editor.page import dates, targets
from palmetto_editor.page.texts import Prose
from palmetto_editor.page.theme import Theme
from palmetto_editor.references.identifiers import orcid
from palmetto_editor.structured.addresses import base_url
from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.site import site_name
from palmetto_editor.structured.trail import Crumb, crumbs

_PLACE = Place("metadata", field="headline")


@dataclass(frozen=True, slots=True)
class Contributor:
    """`url` is where the name leads; `orcid` an address, shown beside it where it is another."""

    name: str
    url: str
    job_title: str
    orcid: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as typed for `datetime` and in words; `iso` is "" where it is no date."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class Header:
    """The trail ends before the headline, which stands right below it."""

    metadata: Metadata
    trail: tuple[Crumb, ...]
    id: str = "header"
    place: Place = _PLACE
    pieces: Prose = ()

    def html(self, theme: Theme, texts: Sequence[str]) -> str:  # noqa: ARG002 # of every part
        meta = self.metadata
        published, modified = (_moment(d, meta.language) for d in (meta.published, meta.modified))
        return theme.render(
            "header",
            trail=self.trail,
            headline=one_line(meta.headline),
            authors=_contributors(meta.authors),
            reviewers=_contributors(meta.reviewers),
            published=published,
            modified=modified if modified != published else None,
            topics=[_topic(about) for about in meta.about if one_line(about.name)],
            keywords=list(dict.fromkeys(filter(None, map(one_line, meta.keywords)))),
        )


def header(article: Article, publication: Publication) -> Header:
    """With the trail of the graph's BreadcrumbList, or what is known of it where there is none."""
    trail = crumbs(article, publication)[:-1]
    if not trail:
        home = Crumb(site_name(publication), base_url(publication))
        section = Crumb(one_line(article.metadata.section))
        trail = tuple(crumb for crumb in (home, section) if crumb.name)
    return Header(article.metadata, trail)


def _contributors(authors: Sequence[Author]) -> list[Contributor]:
    return [_contributor(author) for author in authors if one_line(author.name)]


def _contributor(author: Author) -> Contributor:
    bare = orcid(author.orcid) if author.kind == "person" else ""
    record = f"https://orcid.org/{bare}" if bare else ""
    places = map(targets.web, (author.url, *author.same_as))
    url = next(filter(None, places), record)
    job_title = one_line(author.job_title) if author.kind == "person" else ""
    return Contributor(one_line(author.name), url, job_title, record if record != url else "")


def _topic(topic: Topic) -> tuple[str, str]:
    return one_line(topic.name), next(filter(None, map(targets.web, topic.same_as)), "")


def _moment(typed: str, language: str) -> Moment | None:
    """What was typed stands there as it is where it is no date: the reader sees what it is."""
    text = one_line(typed)
    words = dates.readable(text, language)
    return Moment(text if words else "", words or text) if text else None
