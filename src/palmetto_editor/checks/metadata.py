"""Rules for the metadata pane: what a page must say of itself, and in which form."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model import edits, naming
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.structured import addresses, language

LONGEST_SLUG = 100  # characters; with a folder's own path it must fit in 260 on Windows
_DEVICES = frozenset(
    ["aux", "con", "nul", "prn", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))]
)


def no_headline(subject: Subject) -> Iterator[Hit]:
    if not subject.article.metadata.headline.strip():
        yield Hit(_at("headline"), "The article has no headline; write one.")


def no_description(subject: Subject) -> Iterator[Hit]:
    if not subject.article.metadata.description.strip():
        yield Hit(
            _at("description"),
            "There is no description for search results; write one or two sentences.",
        )


def no_slug(subject: Subject) -> Iterator[Hit]:
    if not subject.article.metadata.slug:
        yield Hit(
            _at("slug"),
            "The article has no slug, so its folder and address have no name; choose one.",
            _propose_slug(subject),
        )


def slug_shape(subject: Subject) -> Iterator[Hit]:
    """The slug is a folder's name on every system and a part of an address."""
    slug = subject.article.metadata.slug
    if not slug:
        return
    if not addresses.is_slug(slug):
        message = "The slug may have only small letters a to z, digits and single hyphens."
    elif slug in _DEVICES:
        message = f"Windows keeps the name “{slug}” for itself; choose another slug."
    elif len(slug) > LONGEST_SLUG:
        message = f"The slug has more than {LONGEST_SLUG} characters; shorten it."
    else:
        return
    yield Hit(_at("slug"), message, _propose_slug(subject))


def no_language(subject: Subject) -> Iterator[Hit]:
    if not subject.article.metadata.language.strip():
        usual = subject.publication.language
        fix = edits.put(_at("language"), usual, "Set language") if language.is_tag(usual) else None
        yield Hit(_at("language"), "The article does not say its language; enter a tag.", fix)


def language_shape(subject: Subject) -> Iterator[Hit]:
    tag = subject.article.metadata.language
    if not tag.strip() or language.is_tag(tag):
        return
    mended = tag.strip().replace("_", "-")
    fix = edits.put(_at("language"), mended, "Mend language") if language.is_tag(mended) else None
    yield Hit(_at("language"), f"“{tag}” is not a language tag; write one such as “en-US”.", fix)


def canonical_shape(subject: Subject) -> Iterator[Hit]:
    typed = subject.article.metadata.canonical_url
    if typed.strip() and not addresses.is_page(typed.strip()):
        yield Hit(
            _at("canonical_url"),
            "The canonical URL is not a whole address; begin with https:// and use no “#”.",
        )


def no_address(subject: Subject) -> Iterator[Hit]:
    """Without an address a page has no canonical URL, and its graph no image and no site."""
    meta = subject.article.metadata
    if meta.canonical_url.strip() or subject.publication.base_url.strip():
        return
    yield Hit(
        _at("canonical_url"),
        "The page has no address; enter its canonical address, or one for the publication, below "
        "which all its articles appear.",
    )


def no_image(subject: Subject) -> Iterator[Hit]:
    if not subject.article.metadata.image:
        yield Hit(_at("image"), "No image is chosen to stand for the article where it is shared.")


def unknown_image(subject: Subject) -> Iterator[Hit]:
    image = subject.article.metadata.image
    if image and image not in {i.id for i in subject.article.images}:
        fix = edits.put(_at("image"), "", "Choose no image")
        yield Hit(_at("image"), f"There is no image “{image}”; choose another, or none.", fix)


def keywords(subject: Subject) -> Iterator[Hit]:
    seen: set[str] = set()
    words = subject.article.metadata.keywords
    for index, word in enumerate(words):
        place = _at(f"keywords[{index}]")
        if not word.strip():
            yield Hit(place, "A keyword is empty; remove it.", _without("keywords", words, index))
        elif word.strip().casefold() in seen:
            message = f"The keyword “{word.strip()}” stands twice; remove one."
            yield Hit(place, message, _without("keywords", words, index))
        seen.add(word.strip().casefold())


def _at(field: str) -> Place:
    return Place("metadata", field=field)


def _propose_slug(subject: Subject) -> Edit | None:
    meta = subject.article.metadata
    proposed = naming.slug(meta.slug) or naming.slug(meta.headline)
    if proposed in _DEVICES:
        proposed = f"{proposed}-page"
    fits = proposed and proposed != meta.slug
    return edits.put(_at("slug"), proposed, "Propose slug") if fits else None


def _without(field: str, items: tuple[str, ...], index: int) -> Edit:
    return edits.put(_at(field), items[:index] + items[index + 1 :], f"Remove from {field}")
