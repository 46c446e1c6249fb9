"""What front matter claims, in the names that Hugo, Jekyll, Eleventy, Quarto and Obsidian use."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, get_args

from palmetto_editor.intake.manuscript import Claim, Field, Leftover, Piece
from palmetto_editor.intake.markdown.counterparts import picture
from palmetto_editor.intake.markdown.matter import Tree
from palmetto_editor.model.values import ArticleType

_FIELDS: dict[Field, str] = {
    "headline": "title headline",
    "title": "seo_title meta_title title_tag seotitle metatitle pagetitle",
    "description": "description meta_description metadescription seo_description summary excerpt "
    "abstract",
    "author": "author authors by byline creator",
    "reviewer": "reviewer reviewers reviewed_by medical_reviewer medically_reviewed_by",
    "published": "publishdate publish_date date_published datepublished published_at pubdate "
    "pub_date published date created created_at",
    "modified": "lastmod updated last_modified_at modified last_modified last_updated lastupdated "
    "date_modified datemodified updated_at update_date updateddate",
    "keyword": "tags tag keywords keyword topics",
    "section": "section category categories",
    "canonical_url": "canonical canonical_url canonicalurl url permalink",
    "image": "image images cover featured_image featuredimage feature_image cover_image hero "
    "hero_image banner thumbnail og_image header_image coverimage",
    "language": "lang language locale",
    "type": "type schema_type",
    "publisher": "publisher",
    "site_name": "site_name",
}
_NAMES: dict[str, Field] = {
    name: field for field, listed in _FIELDS.items() for name in listed.split()
}
# Where one field may be told by several names, the first one here is believed.
_BEST = {
    "description": ("description", "meta_description", "metadescription", "seo_description"),
    "published": ("publishdate", "publish_date", "date_published", "datepublished", "published_at"),
}
_INSIDE = frozenset({"params", "extra", "seo", "meta", "frontmatter"})
_COVERS = frozenset(
    {"cover", "cover_image", "coverimage", "featured_image", "featuredimage", "feature_image",
     "hero", "hero_image", "banner", "header_image"}
)  # fmt: skip
_ONE = frozenset({"headline", "title", "description", "published", "modified", "canonical_url"})
_TYPES: tuple[str, ...] = get_args(ArticleType)
_UNUSED = "front matter that an article has no field for"
_COMMA = re.compile(r"\s*[,;]\s*")
_WIKI = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_ORGANISATION = re.compile(r"org", re.I)


class Said(NamedTuple):
    claims: tuple[Claim, ...]
    leftovers: tuple[Leftover, ...]


def read(values: Mapping[str, Tree], *, quarto: bool = False) -> Said:
    """All claims, and each value that is none as a leftover with its name.

    Quarto's categories are keywords; elsewhere the first of them is where the article belongs.
    """
    if quarto:
        values = {"tags" if _folded(n) == "categories" else n: v for n, v in values.items()}
    found: list[Claim] = []
    lost: list[Leftover] = []
    for name, value in _flat(values):
        claims = tuple(_claims(name, value))
        wanted = _folded(name)
        if not claims or _told_better(wanted, values) or _told_already(claims, found):
            if not claims or not _same(claims, found):
                lost += _leftover(name, value)
            continue
        found += claims
        lost += _unknown_parts(name, wanted, value)
    return Said(tuple(found), tuple(lost))


def cover(values: Mapping[str, Tree]) -> Piece | None:
    """The picture that a theme shows above the text, by the names that themes give it."""
    for name, value in _flat(values):
        entry = value[0] if isinstance(value, list) and value else value
        told = _folded(name) in _COVERS and isinstance(entry, str)
        if not told and not (_NAMES.get(_folded(name)) == "image" and isinstance(entry, dict)):
            continue
        known = {_folded(k): v for k, v in entry.items()} if isinstance(entry, dict) else {}
        file = _first(known, _PICTURE["file"]) if known else _WIKI.sub(r"\1", str(entry)).strip()
        if not file:
            continue
        alt, caption = _first(known, ("alt",)), _first(known, ("caption", "title"))
        return Piece(
            kind="figure", text=picture(file, alt, caption), plain=caption, label=alt, file=file,
            caption=caption, hints=("cover",), origin=f"front matter, {name}",
        )  # fmt: skip
    return None


def _flat(values: Mapping[str, Tree]) -> Iterator[tuple[str, Tree]]:
    """Names and values; what stands in a table such as Hugo's `params` as if it stood above."""
    for name, value in values.items():
        if isinstance(value, dict) and _folded(name) in _INSIDE:
            yield from value.items()
        else:
            yield name, value


def _folded(name: str) -> str:
    return re.sub(r"[-\s.]+", "_", name.strip().casefold())


def _told_better(name: str, values: Mapping[str, Tree]) -> bool:
    """Whether a surer name for the same field is there too."""
    best = _BEST.get(str(_NAMES.get(name)), ())
    there = {_folded(n): bool(v) for n, v in _flat(values)}
    earlier = best[: best.index(name)] if name in best else best
    return any(there.get(other) for other in earlier)


def _told_already(claims: tuple[Claim, ...], found: list[Claim]) -> bool:
    return claims[0].field in _ONE and any(c.field == claims[0].field for c in found)


def _same(claims: tuple[Claim, ...], found: list[Claim]) -> bool:
    return all(any(c.field == f.field and c.value == f.value for f in found) for c in claims)


def _claims(name: str, value: Tree) -> Iterator[Claim]:
    if _folded(name) in ("faq", "faqs", "questions"):
        yield from _questions(name, value)
    field = _NAMES.get(_folded(name))
    if field is None or not value:
        return
    read_field = _READERS.get(field, _plain)
    yield from read_field(field, name, value)


def _claim(field: Field, name: str, value: str, **more: object) -> Claim:
    words = " ".join(value.split())
    return Claim(side="file", field=field, value=words, origin=f"front matter, {name}", **more)  # type: ignore[arg-type] # the names are Claim's own


def _plain(field: Field, name: str, value: Tree) -> Iterator[Claim]:
    if isinstance(value, str) and value.strip():
        yield _claim(field, name, value)


def _date(field: Field, name: str, value: Tree) -> Iterator[Claim]:
    """Jekyll's `published: false` is no date."""
    if isinstance(value, str) and re.search(r"\d", value):
        yield _claim(field, name, value)


def _address(field: Field, name: str, value: Tree) -> Iterator[Claim]:
    if isinstance(value, str) and re.match(r"https?://", value.strip()):
        yield _claim(field, name, value.strip(), url=value.strip())


def _type(field: Field, name: str, value: Tree) -> Iterator[Claim]:
    if isinstance(value, str) and value.strip() in _TYPES:
        yield _claim(field, name, value)


def _listed(name: str, value: Tree) -> list[str]:
    """A list, or a line of them: Jekyll parts tags and categories by blanks alone too."""
    if isinstance(value, str):
        bare = value.strip()
        blanks = _folded(name) in ("tags", "categories") and not _COMMA.search(bare)
        return bare.split() if blanks else [part for part in _COMMA.split(bare) if part]
    if isinstance(value, list):
        return [entry.strip() for entry in value if isinstance(entry, str) and entry.strip()]
    return []


def _keywords(field: Field, name: str, value: Tree) -> Iterator[Claim]:
    for word in _listed(name, value):
        if word.strip("# "):
            yield _claim(field, name, word.strip("# "))


def _section(field: Field, name: str, value: Tree) -> Iterator[Claim]:
    """The first category is where the article belongs; the others are keywords of it."""
    if isinstance(value, str) and _folded(name) != "categories":
        yield _claim(field, name, value)
        return
    first, *others = _listed(name, value) or [""]
    if first:
        yield _claim(field, name, first)
    for word in others:
        yield _claim("keyword", name, word)


def _people(field: Field, name: str, value: Tree) -> Iterator[Claim]:
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, str) and entry.strip():
            yield _claim(field, name, _WIKI.sub(r"\1", entry))
        elif isinstance(entry, dict):
            known = {_folded(k): v for k, v in entry.items()}
            told = _first(known, _PERSON["name"])
            if not told:
                continue
            url = _first(known, _PERSON["url"])
            orcid = _first(known, _PERSON["orcid"])
            same = (orcid if "/" in orcid else f"https://orcid.org/{orcid}",) if orcid else ()
            kind = _first(known, _PERSON["kind"])
            told_kind = ("organization" if _ORGANISATION.match(kind) else "person") if kind else ""
            title = _first(known, _PERSON["title"])
            yield _claim(field, name, told, url=url, same_as=same, kind=told_kind, detail=title)


_PERSON = {
    "name": ("name", "literal", "display_name", "displayname"),
    "url": ("url", "website", "link", "homepage", "href"),
    "orcid": ("orcid", "orcid_id"),
    "title": ("job_title", "jobtitle", "title", "role"),
    "kind": ("kind", "type", "@type"),
}
_PICTURE = {
    "file": ("src", "url", "image", "path", "file", "feature", "teaser", "relative"),
    "alt": ("alt", "caption", "title"),
}


def _first(known: Mapping[str, Tree], names: tuple[str, ...]) -> str:
    values = (known.get(name) for name in names)
    return next((v.strip() for v in values if isinstance(v, str) and v.strip()), "")


def _images(field: Field, name: str, value: Tree) -> Iterator[Claim]:
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, str) and entry.strip():
            yield _claim(field, name, _WIKI.sub(r"\1", entry))
        elif isinstance(entry, dict):
            known = {_folded(k): v for k, v in entry.items()}
            file = _first(known, _PICTURE["file"])
            if file:
                yield _claim(field, name, file, detail=_first(known, _PICTURE["alt"]))


def _questions(name: str, value: Tree) -> Iterator[Claim]:
    """A list of questions with answers, as themes keep them."""
    for entry in value if isinstance(value, list) else []:
        if not isinstance(entry, dict):
            continue
        known = {_folded(k): v for k, v in entry.items()}
        question = _first(known, ("question", "q", "title", "name"))
        answer = _first(known, ("answer", "a", "text", "content", "body"))
        if question:
            yield _claim("question", name, question, detail=answer)


_READERS = {
    "author": _people,
    "reviewer": _people,
    "keyword": _keywords,
    "section": _section,
    "image": _images,
    "published": _date,
    "modified": _date,
    "canonical_url": _address,
    "type": _type,
}


def _leftover(name: str, value: Tree) -> Iterator[Leftover]:
    text = _shown(value)
    if text:
        yield Leftover(text=f"{name}: {text}", reason=_UNUSED, origin=f"front matter, {name}")


def _unknown_parts(name: str, wanted: str, value: Tree) -> Iterator[Leftover]:
    """What a person or a picture has beside what was taken."""
    field = _NAMES.get(wanted)
    table = {"author": _PERSON, "reviewer": _PERSON, "image": _PICTURE}.get(str(field))
    if table is None:
        return
    known = {part for names in table.values() for part in names}
    for entry in value if isinstance(value, list) else [value]:
        for part, held in entry.items() if isinstance(entry, dict) else ():
            if _folded(part) not in known:
                yield from _leftover(f"{name}.{part}", held)


def _shown(value: Tree) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return ", ".join(str(entry) for entry in value if entry)
    return json.dumps(value, ensure_ascii=False) if value else ""
