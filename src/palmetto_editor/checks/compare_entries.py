"""Source against page: every reference stands in the list, as its style prints it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import unescape

from selectolax.lexbor import LexborNode

from palmetto_editor.checks.difference import PAGE, SOURCE, broken, difference
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.quotes import nearest
from palmetto_editor.checks.reading import Reading
from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Citations
from palmetto_editor.model.values import Article
from palmetto_editor.page.head import language
from palmetto_editor.page.visible import visible_text
from palmetto_editor.references.citing.entries import entry
from palmetto_editor.references.citing.works import works
from palmetto_editor.references.embedded import attribute
from palmetto_editor.references.styles.style import Style, load

_ITEMS = ".references > ol > li, .references > ul > li"


def compare(article: Article, page: Reading, style: Style | None) -> Iterator[Finding]:
    if style is None:
        return
    items = page.nodes(_ITEMS)
    shown = {_key(item): item for item in reversed(items)}
    for key, wanted in _wanted(article, items, style).items():
        item, place = shown.get(key), Place("references", key)
        if item is None:
            entries = page.texts(".references .entry")
            yield difference("page", place, (SOURCE, wanted), (PAGE, nearest(wanted, entries)))
            continue
        found = " ".join(page.text(one) for one in item.css(".entry"))
        if found != wanted:
            yield difference("page", place, (SOURCE, wanted), (PAGE, found))
        elif (item.attributes.get("data-csl") or "") != _told(article, key):
            message = "What the page tells programs of this reference is not what it says of it; "
            yield broken("page", place, f"{message}export again.")


def style_of(article: Article, cited: Citations) -> Style | None:
    """The style of an article's page, the default one for one that cannot be used.

    None where there is nothing to cite.
    """
    if not article.references:
        return None
    try:
        return load(cited.style, cited.csl, language(article))
    except UserError:
        return load(Citations().style, "", language(article))


def _wanted(article: Article, items: Sequence[LexborNode], style: Style) -> dict[str, str]:
    """The visible text of each entry by key, in the order in which the page must list them."""
    known = {reference.id for reference in article.references}
    cited = [_key(item) for item in items if item.css_first(".back") is not None]
    made = works(article.references, [key for key in cited if key in known], style)
    above: Reference | None = None
    wanted = {}
    for key in made.keys:
        reference = made.known[key]
        wanted[key] = visible_text(entry(reference, style, made.year_suffix(key), above))
        above = reference
    return wanted


def _told(article: Article, key: str) -> str:
    reference = next(one for one in article.references if one.id == key)
    return unescape(attribute(reference))


def _key(item: LexborNode) -> str:
    return item.attributes.get("data-key") or ""
