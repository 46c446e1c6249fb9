"""Rules for links: two titles for one target, one title for two targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from palmetto_editor.checks.quotes import quoted
from palmetto_editor.intake.disagree.sides import Sides
from palmetto_editor.intake.disagree.words import flat, key, seen
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
_FEW = 3  # words that a link within a sentence has to be compared
_SHARED = 0.3  # share of the words that a title and a phrase for it have in common
_SMALL = 3  # letters of the words that titles leave in small letters


@dataclass(frozen=True, slots=True)
class _Titled:
    """A link with words of its own: which, where to, where they stand, and if they are a title."""

    words: str
    target: str
    place: Place
    is_title: bool


def two_titles(sides: Sides) -> Iterator[Disagreement]:
    """One page called by two titles; a link within a sentence counts if its words are a title. A
    title beside words that have hardly any in common with it is advice.
    """
    titled: dict[str, _Titled] = {}
    told: set[str] = set()
    links = tuple(_links(sides.article))
    for link in sorted(links, key=lambda link: not link.is_title):
        page = _page(link.target)
        first = titled.setdefault(page, link)
        if first is link or page in told or not first.is_title or _agree(first, link):
            continue
        told.add(page)
        yield Disagreement(
            rule="intake.link-titles",
            severity="warning" if link.is_title else "advice",
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
    for link in _links(sides.article):
        if not link.is_title:
            continue
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


def _links(article: Article) -> Iterator[_Titled]:
    for link in article.links:
        if link.target.strip() and link.label.strip() and not _GENERIC.fullmatch(key(link.label)):
            place = Place("links", link.id, "label")
            yield _Titled(flat(link.label), link.target.strip(), place, True)
    texts = [
        (Place("short_answer"), article.short_answer),
        (Place("body"), article.body),
        *((Place("faq", q.id, "answer"), q.answer) for q in article.faq),
    ]
    for place, text in texts:
        for match in _INLINE.finditer(text):
            words = flat(seen(match[1]))
            said = not _GENERIC.fullmatch(key(words))
            if said and len(words.split()) >= _FEW and not match[2].startswith("#"):
                yield _Titled(words, match[2], place.at(*match.span(1)), _is_title(words))


def _is_title(words: str) -> bool:
    """It begins with a capital, or all its words but the small ones do."""
    long_ = [word for word in words.split() if len(word) > _SMALL and word[0].isalpha()]
    return words[0].isupper() or (len(long_) > 1 and all(word[0].isupper() for word in long_))


def _agree(title: _Titled, link: _Titled) -> bool:
    """Two titles agree where one holds the other; a phrase where it shares words with the title."""
    if link.is_title or _alike(title.words, link.words):
        return _alike(title.words, link.words)
    one, other = (
        {word for word in key(text).split() if len(word) > _SMALL}
        for text in (title.words, link.words)
    )
    return not other or len(one & other) / len(one | other) > _SHARED


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
