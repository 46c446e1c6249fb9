"""A citation style: what the list prints of a work, in which order, and what a cite says.

`load` a style by its id, `offered` are those that are shipped. Everything here is memoised by
value: the same reference in the same style is formatted once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from palmetto_editor import assets
from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Reference
from palmetto_editor.references.styles.days import sort_text
from palmetto_editor.references.styles.engine import elements
from palmetto_editor.references.styles.html import html
from palmetto_editor.references.styles.people import Manner, manner
from palmetto_editor.references.styles.runs import Runs, concatenated, text_of
from palmetto_editor.references.styles.scope import Place, Scope, Sheet
from palmetto_editor.references.styles.terms import locale_for
from palmetto_editor.references.styles.tree import Node, checked_macros, read_tree, walk
from palmetto_editor.references.styles.variables import csl_json

Kind = Literal["numeric", "author-date", "note"]
Collapse = Literal["", "citation-number", "year", "year-suffix", "year-suffix-ranged"]
KEPT = 4096  # entries and cites that a style remembers

_SHIPPED: tuple[tuple[str, str, Kind], ...] = (
    ("nlm-citation-sequence", "NLM / Vancouver (numbers in the order of citing)", "numeric"),
    ("american-medical-association", "AMA, 11th edition", "numeric"),
    ("apa", "APA, 7th edition", "author-date"),
    ("chicago-author-date", "Chicago, 18th edition (author and date)", "author-date"),
    ("chicago-notes-bibliography", "Chicago, 18th edition (notes and bibliography)", "note"),
    ("harvard-cite-them-right", "Harvard (Cite Them Right, 12th edition)", "author-date"),
    ("elsevier-harvard", "Harvard (Elsevier)", "author-date"),
    ("ieee", "IEEE", "numeric"),
    ("nature", "Nature", "numeric"),
    ("modern-language-association", "MLA, 9th edition", "author-date"),
)


@dataclass(frozen=True, slots=True)
class Offered:
    """A style as a menu shows it."""

    id: str
    title: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Cluster:
    """How the cites of one bracket stand together (`cs:citation` and its layout).

    `delimiter` is between cites, `group_delimiter` between works of the same author where they
    collapse, `suffix_delimiter` between year suffixes, `after_collapse` after such a group.
    `suffix_delimiter` and the others are "" where the style does not say.
    """

    prefix: str
    suffix: str
    delimiter: str
    superscript: bool
    collapse: Collapse
    group_delimiter: str
    suffix_delimiter: str
    after_collapse: str
    near_note: int


@dataclass(frozen=True, slots=True)
class Disambiguation:
    """What a style does where two works would be cited alike, in the order of CSL 1.0.2."""

    add_names: bool
    add_given: bool
    given_rule: str
    add_year_suffix: bool


def offered() -> tuple[Offered, ...]:
    """The shipped styles in the order of a menu; reads nothing."""
    return tuple(Offered(*row) for row in _SHIPPED)


def describe(csl: str) -> Offered:
    """What a file that the writer adds calls itself; UserError where it cannot be used."""
    style = _read(csl)
    return Offered(style.id, style.title, style.kind)


def load(name: str, csl: str = "") -> Style:
    """The style with the id, of the text where it is not a shipped one; UserError for neither."""
    return _loaded(name, csl)


@lru_cache(16)
def _loaded(name: str, csl: str) -> Style:
    if csl:
        return _read(csl)
    if name not in {row[0] for row in _SHIPPED}:
        raise UserError(
            f"There is no citation style “{name}” here.",
            "It is none of the styles that come with the program, and no file of it was given.",
            "Choose another style, or add its .csl file.",
        )
    return _read(assets.text(f"styles/{name}.csl"))


def _read(csl: str) -> Style:
    root = read_tree(csl)
    if root.tag != "style":
        raise _unusable("It is a file of a language, not a style.")
    info = root.find("info") or Node("info", {})
    if any(link.attrs.get("rel") == "independent-parent" for link in info.all("link")):
        raise _unusable("It only points to another style, which it depends on.")
    citation = root.find("citation")
    if citation is None or citation.find("layout") is None:
        raise _unusable("It does not say what a citation looks like.")
    macros = checked_macros(root)
    return Style(root, info, macros)


def _unusable(why: str) -> UserError:
    remedy = "Take the full style from https://www.zotero.org/styles."
    return UserError("This file cannot be used as a citation style.", why, remedy)


def _kind(root: Node, info: Node) -> Kind:
    if root.attrs.get("class") == "note":
        return "note"
    formats = {node.attrs.get("citation-format") for node in info.all("category")}
    citation = root.find("citation")
    if "numeric" in formats or (citation and citation.attrs.get("collapse") == "citation-number"):
        return "numeric"
    return "author-date"


class Style:
    """A loaded style. `id` is the last part of its address, `title` what it calls itself."""

    def __init__(self, root: Node, info: Node, macros: dict[str, Node]) -> None:
        identity, title = info.find("id"), info.find("title")
        self.id = (identity.text if identity else "").rstrip("/").rsplit("/", 1)[-1]
        self.title = title.text if title else self.id
        self.kind: Kind = _kind(root, info)
        language = root.attrs.get("default-locale", "en-US")
        suffixes = any(n.attrs.get("variable") == "year-suffix" for n in walk(root))
        self._sheet = Sheet(root, macros, locale_for(language, root), suffixes)
        self._citation = root.find("citation") or Node("citation", {})
        self._bibliography = root.find("bibliography") or self._citation
        self._substitute = self._bibliography.attrs.get("subsequent-author-substitute")
        self._entry = lru_cache(KEPT)(self._make_entry)
        self._lead = lru_cache(KEPT)(self._make_lead)
        self._cite = lru_cache(KEPT)(self._make_cite)

    @property
    def names_shown(self) -> int | None:
        """How many authors an entry prints before "et al."; None where it prints all."""
        style = self._author_manner()
        return style.shown if style.least else None

    @property
    def cluster(self) -> Cluster:
        attrs, layout = self._citation.attrs, self._citation.find("layout") or Node("layout", {})
        collapse = attrs.get("collapse", "")
        allowed: tuple[Collapse, ...] = (
            *("citation-number", "year", "year-suffix", "year-suffix-ranged"),
        )
        return Cluster(
            prefix=layout.attrs.get("prefix", ""),
            suffix=layout.attrs.get("suffix", ""),
            delimiter=layout.attrs.get("delimiter", ""),
            superscript=layout.attrs.get("vertical-align") == "sup",
            collapse=next((known for known in allowed if known == collapse), ""),
            group_delimiter=attrs.get("cite-group-delimiter", ""),
            suffix_delimiter=attrs.get("year-suffix-delimiter", ""),
            after_collapse=attrs.get("after-collapse-delimiter", ""),
            near_note=int(attrs["near-note-distance"])
            if attrs.get("near-note-distance", "").isdecimal()
            else 5,
        )

    @property
    def disambiguation(self) -> Disambiguation:
        attrs = self._citation.attrs
        return Disambiguation(
            add_names=attrs.get("disambiguate-add-names") == "true",
            add_given=attrs.get("disambiguate-add-givenname") == "true",
            given_rule=attrs.get("givenname-disambiguation-rule", "by-cite"),
            add_year_suffix=attrs.get("disambiguate-add-year-suffix") == "true",
        )

    def entry(
        self, reference: Reference, year_suffix: str = "", after: Reference | None = None
    ) -> str:
        """Safe HTML of an entry without its number.

        `after` is the work of the entry before, for styles that put a dash for the same authors.
        """
        before = self._lead(after) if after and self._substitute is not None else ""
        return self._entry(reference, year_suffix, before)

    def order(self, references: Sequence[Reference]) -> tuple[int, ...]:
        """The order of the list as indices; as they come where the style does not sort."""
        keys = self._bibliography.find("sort")
        indices = range(len(references))
        if keys is None or self._bibliography is self._citation:
            return tuple(indices)
        found = sorted_by(keys.all("key"), list(references), self._bibliography, self._sheet)
        return tuple(found)

    def cite(self, reference: Reference, place: Place) -> str:
        """Safe HTML of one cite, without the brackets of the cluster; "" where it says nothing."""
        return self._cite(reference, place)[0]

    def cited_names(self, reference: Reference, place: Place) -> str:
        """Safe HTML of the names that begin a cite (`Smith`, `Smith and Jones`), "" for none."""
        return self._cite(reference, place)[1]

    def cite_order(self, references: Sequence[Reference]) -> tuple[int, ...]:
        """The order of the cites of a cluster, as indices; as written where none is asked for."""
        keys = self._citation.find("sort")
        if keys is None:
            return tuple(range(len(references)))
        return tuple(sorted_by(keys.all("key"), list(references), self._citation, self._sheet))

    def _author_manner(self) -> Manner:
        scope = Scope(self._sheet, self._bibliography, {"type": "article-journal"}, Place())
        for names in self._names():
            if "author" in names.attrs.get("variable", "").split():
                return manner(names.find("name"), scope)
        return manner(None, scope)

    def _names(self) -> list[Node]:
        """The `cs:names` that the list calls, those of macros in the order they are met."""
        found: list[Node] = []
        seen: set[str] = set()
        waiting = [self._bibliography]
        while waiting:
            for node in walk(waiting.pop(0)):
                found += [node] if node.tag == "names" else []
                called = node.attrs.get("macro", "")
                if called and called not in seen:
                    seen.add(called)
                    waiting.append(self._sheet.macros[called])
        return found

    def _make_entry(self, reference: Reference, suffix: str, before: str) -> str:
        scope = self._scope(reference, self._bibliography, Place(year_suffix=suffix))
        scope.substitute = before or None
        return html(self._laid_out(scope), self._sheet.locale)

    def _make_lead(self, reference: Reference) -> str:
        scope = self._scope(reference, self._bibliography, Place())
        self._laid_out(scope)
        return text_of(scope.lead)

    def _make_cite(self, reference: Reference, place: Place) -> tuple[str, str]:
        scope = self._scope(reference, self._citation, place)
        layout = self._citation.find("layout") or Node("layout", {})
        text = concatenated(elements(layout.kids, scope))
        return html(text, self._sheet.locale), html(scope.lead, self._sheet.locale)

    def _scope(self, reference: Reference, area: Node, place: Place) -> Scope:
        return Scope(self._sheet, area, csl_json(reference), place)

    def _laid_out(self, scope: Scope) -> Runs:
        layout = scope.area.find("layout") or Node("layout", {})
        return scope.shaped(layout, concatenated(elements(layout.kids, scope)))


def sorted_by(keys: list[Node], references: list[Reference], area: Node, sheet: Sheet) -> list[int]:
    """Indices in the order of the sort keys; works without a key last, equal ones as they were."""
    order = list(range(len(references)))
    for key in reversed(keys):
        values = [_sort_key(key, reference, area, sheet) for reference in references]
        descending = key.attrs.get("sort") == "descending"
        filled = [i for i in order if values[i]]
        filled.sort(key=lambda i: collated(values[i]), reverse=False)
        if descending:
            ranked: dict[tuple[str, str], list[int]] = {}
            for i in filled:
                ranked.setdefault(collated(values[i]), []).append(i)
            filled = [i for group in reversed(list(ranked.values())) for i in group]
        order = filled + [i for i in order if not values[i]]
    return order


def _sort_key(key: Node, reference: Reference, area: Node, sheet: Sheet) -> str:
    values = csl_json(reference)
    changed = {"name-as-sort-order": "all"}
    for names, et_al in (("names-min", "et-al-min"), ("names-use-first", "et-al-use-first")):
        if names in key.attrs:
            changed[et_al] = key.attrs[names]
    scope = Scope(sheet, area, values, Place(), sorting=changed)
    variable = key.attrs.get("variable", "")
    if variable and isinstance(values.get(variable), dict):
        return sort_text(values[variable])
    node = Node("names" if isinstance(values.get(variable), list) else "text", dict(key.attrs))
    node.attrs.pop("sort", None)
    return text_of(concatenated(elements([node], scope)))


def collated(text: str) -> tuple[str, str]:
    """A key as readers look words up: without accents, marks and case first, then with them."""
    spread = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in spread if not unicodedata.combining(c))
    letters = "".join(c if c.isalnum() else " " if c in " ,-–" else "" for c in bare)
    return " ".join(letters.casefold().split()), text
