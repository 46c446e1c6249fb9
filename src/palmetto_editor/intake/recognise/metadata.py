"""Claims -> metadata: each field from the side that is trusted most, the next fills its gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import get_args
from urllib.parse import unquote, urlsplit

from palmetto_editor.intake.draft import Recovered
from palmetto_editor.intake.manuscript import Claim, Field
from palmetto_editor.intake.recognise import dates, people, tags
from palmetto_editor.model.naming import slug
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import ArticleType, Author, Metadata, Topic, TopicKind
from palmetto_editor.references.identifiers import orcid
from palmetto_editor.structured.dates import is_moment

_TRUST = {"page": 0, "markup": 1, "head": 2, "file": 3}
_SURE = {"page": 1.0, "markup": 0.9, "head": 0.8, "file": 0.7}
_FRONT_MATTER = re.compile(r"front[ -]?matter|yaml|toml", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?")
_SITE = re.compile(r"\s+[|–—·•»:-]\s+|\s*\|\s*")
_TYPES: tuple[str, ...] = get_args(ArticleType)
_TOPICS: tuple[str, ...] = get_args(TopicKind)
_HOME = {"home", "start", "blog", "homepage", "articles", "news"}


@dataclass(frozen=True, slots=True)
class Filled:
    metadata: Metadata
    fields: tuple[Recovered, ...]


def language(claims: Sequence[Claim]) -> str:
    """As BCP 47 writes it; "" where nobody says."""
    for claim in _sorted(claims, "language"):
        text = claim.value.strip()
        if _LANGUAGE.fullmatch(text):
            first, *more = re.split(r"[-_]", text)
            return "-".join(
                [first.lower(), *(p.title() if len(p) == 4 else p.upper() for p in more)]
            )
    return ""


def is_front_matter(claim: Claim) -> bool:
    return claim.side == "file" and bool(_FRONT_MATTER.search(claim.origin))


def fill(claims: Sequence[Claim], image: str) -> Filled:
    """All of the metadata; `image` is the id of the lead image."""
    maker = _Maker(claims)
    headline = maker.text("headline") or maker.headline_of_title()
    title = maker.text("title")
    canonical = maker.text("canonical_url", _is_address)
    published = maker.moment("published")
    modified = maker.moment("modified")
    authors, reviewers = maker.people("author"), maker.people("reviewer")
    filled = Metadata(
        headline=headline,
        title=title,
        description=maker.text("description"),
        slug=maker.slug(canonical, headline),
        canonical_url=canonical,
        language=maker.language(),
        type=maker.type(),
        authors=authors,
        reviewers=reviewers,
        published=published,
        modified=modified,
        keywords=maker.keywords(),
        section=maker.section(headline),
        about=maker.topics(),
        image=image,
    )
    return Filled(filled, tuple(maker.fields))


def _sorted(claims: Iterable[Claim], field: Field) -> list[Claim]:
    """The claims on a field, those trusted most first; front matter is the page of its file."""
    found = [c for c in claims if c.field == field and (c.value.strip() or c.url.strip())]
    return sorted(found, key=_rank)


def _rank(claim: Claim) -> tuple[int, bool]:
    """Front matter is a page, and so is the language that a page is read aloud in; of addresses
    in the head that of the canonical link goes before that of Open Graph.
    """
    shown = is_front_matter(claim) or "html lang" in claim.origin
    return (0 if shown else _TRUST[claim.side]), "og:" in claim.origin


def _is_address(text: str) -> bool:
    return bool(re.match(r"https?://[^\s/]+", text))


class _Maker:
    """Takes field after field from the claims and notes where each came from."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self.fields: list[Recovered] = []

    def text(self, field: Field, fits: object = None) -> str:
        for claim in _sorted(self._claims, field):
            value = " ".join((claim.value or claim.url).split())
            if value and (not callable(fits) or fits(value)):
                self._note(field, value, claim)
                return value
        return ""

    def headline_of_title(self) -> str:
        """The title without the site's name, where no headline is told."""
        claim = next(iter(_sorted(self._claims, "title")), None)
        if claim is None:
            return ""
        sites = {c.value.casefold() for c in self._claims if c.field in ("site_name", "publisher")}
        parts = _SITE.split(claim.value.strip())
        known = len(parts) > 1 and parts[-1].casefold() in sites
        value = claim.value.strip()
        if known or (len(parts) == 2 and len(parts[1]) < len(parts[0]) / 2):
            value = value[: value.rfind(parts[-1])].rstrip(" |–—·•»:-")
        self._note("headline", value, claim, 0.6)
        return value

    def moment(self, field: Field) -> str:
        """Bare years and months stay claims; a page's `<time>` goes before its words."""
        spoken = language(self._claims) or "en-US"
        found = [(c, *dates.moment(c.value, spoken)) for c in _sorted(self._claims, field)]
        exact = [entry for entry in found if is_moment(entry[1])]
        if not exact:
            return ""
        claim, iso, sure = exact[0]
        for other, moment, other_sure in exact[1:]:
            same_day = moment[:10] == iso[:10]
            if same_day and iso[11:] == "00:00:00+00:00" and moment[11:] != iso[11:]:
                claim, iso, sure = other, moment, max(sure, other_sure)  # the same day, told better
                break
        self._note(field, iso, claim, sure)
        return iso

    def people(self, field: Field) -> tuple[Author, ...]:
        """Everyone whom the most trusted side names, completed by what others say of them."""
        listed = _sorted(self._claims, field)
        if not listed:
            return ()
        front = is_front_matter(listed[0])
        chosen = [c for c in listed if c.side == listed[0].side and is_front_matter(c) == front]
        if listed[0].side == "page":
            chosen += [c for c in listed if is_front_matter(c)]
        found: list[Author] = []
        for claim in chosen:
            for author in _authors(claim):
                if not any(people.same(author.name, known.name) for known in found):
                    whole = _completed(author, listed)
                    place = f"{field}s[{len(found)}]"
                    found.append(whole)
                    self._note_at(f"{place}.name", whole.name, claim, claim.confidence)
        return tuple(found)

    def keywords(self) -> tuple[str, ...]:
        sections = {c.value.casefold() for c in self._claims if c.field == "section"}
        listed = _sorted(self._claims, "keyword")
        listed = [
            c for c in listed if c.side != "page" or c.value.casefold() not in sections
        ] or listed
        if not listed:
            return ()
        side = listed[0].side
        chosen = [c for c in listed if c.side == side]
        parts = [
            tags.separated(c.value) if len(chosen) == 1 else (c.value.strip(),) for c in chosen
        ]
        found = {tag.casefold(): tag for part in parts for tag in part if tag}
        unique = tuple(found.values())
        for number, tag in enumerate(unique):
            claim = next((c for c in chosen if tag in c.value), chosen[0])
            self._note_at(f"keywords[{number}]", tag, claim, claim.confidence)
        return unique

    def section(self, headline: str) -> str:
        told = self.text("section")
        if told:
            return told
        trail = _sorted(self._claims, "breadcrumb")
        steps = [c for c in trail if trail and c.side == trail[0].side]
        inner = [
            c for c in steps if c.value.casefold() not in _HOME and c.value.strip() != headline
        ]
        if len(steps) > 1 and inner and inner[-1] is steps[-1] and not steps[-1].url:
            inner = inner[:-1]  # the page itself stands last and leads nowhere
        if not inner:
            return ""
        self._note("section", inner[-1].value, inner[-1], 0.7)
        return inner[-1].value

    def language(self) -> str:
        value = language(self._claims)
        if value:
            self._note("language", value, _sorted(self._claims, "language")[0])
        return value or Metadata().language

    def slug(self, canonical: str, headline: str) -> str:
        steps = [s for s in urlsplit(canonical).path.split("/") if s] if canonical else []
        last = re.sub(r"\.(?:html?|php|aspx?)$", "", unquote(steps[-1])) if steps else ""
        last = (
            last
            if last.casefold() not in ("index", "amp")
            else unquote(steps[-2])
            if len(steps) > 1
            else ""
        )
        safe = last if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", last) and len(last) <= 64 else ""
        value = safe or slug(headline)
        if value:
            origin = "canonical address" if safe else "headline"
            place = Place("metadata", field="slug")
            self.fields.append(
                Recovered(place=place, value=value, origin=origin, confidence=0.9 if safe else 0.6)
            )
        return value

    def type(self) -> ArticleType:
        for claim in _sorted(self._claims, "type"):
            name = claim.value.rpartition("/")[2].rpartition(":")[2]
            if name in _TYPES:
                self._note("type", name, claim)
                return name  # type: ignore[return-value] # one of the literal's own values
        return "Article"

    def topics(self) -> tuple[Topic, ...]:
        listed = _sorted(self._claims, "about")
        chosen = [c for c in listed if c.side == listed[0].side]
        found: dict[str, Topic] = {}
        for claim in chosen:
            kind: TopicKind = claim.kind if claim.kind in _TOPICS else "Thing"  # type: ignore[assignment] # one of the literal's own values
            same_as = tuple(dict.fromkeys(filter(None, (*claim.same_as, claim.url))))
            topic = Topic(kind=kind, name=claim.value.strip(), same_as=same_as)
            if topic.name and topic.name.casefold() not in found:
                self._note_at(f"about[{len(found)}].name", topic.name, claim, claim.confidence)
                found[topic.name.casefold()] = topic
        return tuple(found.values())

    def _note(self, field: str, value: str, claim: Claim, sure: float | None = None) -> None:
        self._note_at(field, value, claim, claim.confidence if sure is None else sure)

    def _note_at(self, path: str, value: str, claim: Claim, sure: float) -> None:
        trust = 1.0 if is_front_matter(claim) else _SURE[claim.side]
        self.fields.append(
            Recovered(
                place=Place("metadata", field=path), value=value,
                origin=claim.origin or claim.side, confidence=round(sure * trust, 3),
            )
        )  # fmt: skip


def _authors(claim: Claim) -> tuple[Author, ...]:
    """A claim's author or authors; what the side itself says of the kind goes before the words."""
    if claim.kind or claim.side == "markup":
        kind = "organization" if claim.kind.lower().startswith("org") else "person"
        read = people.read(claim.value) if kind == "person" else ()
        name = read[0].name if len(read) == 1 else claim.value.strip()
        title = claim.detail or (read[0].job_title if len(read) == 1 else "")
        return (
            Author(
                kind="organization" if kind == "organization" else "person",
                name=name, url=claim.url, same_as=claim.same_as, job_title=title,
            ),
        )  # fmt: skip
    read = people.read(claim.value)
    if len(read) == 1:
        return (
            replace(
                read[0],
                url=claim.url,
                same_as=claim.same_as,
                job_title=claim.detail or read[0].job_title,
            ),
        )
    return read


def _completed(author: Author, claims: Sequence[Claim]) -> Author:
    """The author with what other claims of the same name add."""
    for claim in claims:
        if not people.same(author.name, claim.value):
            continue
        kind = author.kind
        if claim.side == "markup" and claim.kind.lower().startswith("org"):
            kind = "organization"  # what says Person of a team is a habit of its program
        author = replace(
            author,
            kind=kind,
            url=author.url or claim.url,
            same_as=author.same_as or claim.same_as,
            job_title=author.job_title or claim.detail,
        )
    records = (author.url, *author.same_as)
    known = next((orcid(address) for address in records if orcid(address)), "")
    return replace(author, orcid=author.orcid or known)
