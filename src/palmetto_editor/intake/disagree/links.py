"""Rules for links: two titles for one target, one title for two targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from palmetto_editor.checks.quotes import quoted
from palmetto_editor.intake.disagree.sides import Sides
from palmetto_editor.intake.disagree.words import fold, key, seen
from palmetto_editor.intake.draft import Disagreement
from palmetto_editor.model.edits import Edit, put
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

_INLINE = re.compile(
    r"(?<![!\\])\[([^\[\]\n^@]{1,300})\]\([ \t]*<?([^()<>\s]{1,500})>?[^()\n]{0,300}\)"
)
_GENERIC = re.compile(
    r"(?:read|learn|see|find out|show|view)? ?(?:more|here|link|source|website|home|details|product"
    r"|full text|pdf|doi|pubmed|article|next|previous|reference|shop|buy now|view)?"
)
_SMALL = 3  # letters of the words that titles leave in small letters


@dataclass(frozen=True, slots=True)
class _Titled:
    """A link that bears a title: which words, where to, and where they stand."""

    words: str
    target: str
    place: Place


def two_titles(sides: Sides) -> Iterator[Disagreement]:
    """One page called by two titles. Links within a sentence count only if they bear a title."""
    seen_: dict[str, _Titled] = {}
    told: set[str] = set()
    for link in _titled(sides.article):
        page = _page(link.target)
        first = seen_.setdefault(page, link)
        if first is link or page in told or _alike(first.words, link.words):
            continue
        told.add(page)
        yield Disagreement(
            rule="intake.link-titles",
            severity="warning",
            place=link.place,
            page=f"{first.words}\n{link.words}",
            markup=link.target,
            message=(
                f"One page, {link.target}, is called {quoted(first.words)} "
                f"and {quoted(link.words)}."
            ),
            page_edit=_label(link.place, first.words),
        )


def two_targets(sides: Sides) -> Iterator[Disagreement]:
    """One title that leads to two pages."""
    seen_: dict[str, _Titled] = {}
    told: set[str] = set()
    for link in _titled(sides.article):
        words = key(link.words)
        first = seen_.setdefault(words, link)
        if _page(first.target) == _page(link.target) or words in told:
            continue
        told.add(words)
        yield Disagreement(
            rule="intake.link-targets",
            severity="warning",
            place=link.place,
            page=link.words,
            markup=f"{first.target}\n{link.target}",
            message=f"{quoted(link.words)} leads to {first.target} and to {link.target}.",
        )


def _titled(article: Article) -> Iterator[_Titled]:
    for link in article.links:
        if link.target.strip() and link.label.strip() and not _GENERIC.fullmatch(key(link.label)):
            yield _Titled(fold(link.label), link.target.strip(), Place("links", link.id, "label"))
    texts = [
        (Place("short_answer"), article.short_answer),
        (Place("body"), article.body),
        *((Place("faq", q.id, "answer"), q.answer) for q in article.faq),
    ]
    for place, text in texts:
        for match in _INLINE.finditer(text):
            words = fold(seen(match[1]))
            if _is_title(words) and not match[2].startswith("#"):
                yield _Titled(words, match[2], place.at(*match.span(1)))


def _is_title(words: str) -> bool:
    """At least three words, all but the small ones with a capital."""
    long_ = [word for word in words.split() if len(word) > _SMALL and word[0].isalpha()]
    capital = [word for word in long_ if not word[0].islower()]
    return len(words.split()) >= 3 and len(capital) >= 2 and len(capital) == len(long_)


def _alike(one: str, other: str) -> bool:
    """Whether one title is the other, or its beginning or end: a subtitle, a site's name."""
    short, whole = sorted((key(one), key(other)), key=len)
    return f" {whole} ".startswith(f" {short} ") or f" {whole} ".endswith(f" {short} ")


def _page(target: str) -> str:
    """The page a link leads to, whatever place in it."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return target
    host = (parts.netloc or "").lower().removeprefix("www.")
    path = parts.path.rstrip("/")
    scheme = "" if parts.scheme in ("http", "https") else parts.scheme
    return f"{scheme}|{host}|{path}|{parts.query}"


def _label(place: Place, words: str) -> Edit | None:
    """One title for both, where the second stands beside the text."""
    return put(place, words, "Use one title for one page") if place.part == "links" else None
