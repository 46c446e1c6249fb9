"""A citation style: what the list prints of a work, in which order, and what a cite says.

`load` a style by its id; those `offered` are on the `shelf`. Everything here is memoised by
value: the same reference in the same style is formatted once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from palmetto_editor import assets
from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Name, Reference
from palmetto_editor.references.styles.engine import elements
from palmetto_editor.references.styles.html import html
from palmetto_editor.references.styles.people import Manner
from palmetto_editor.references.styles.runs import Runs, concatenated, text_of
from palmetto_editor.references.styles.scope import Place, Scope, Sheet
from palmetto_editor.references.styles.shelf import Kind, Offered, offered
from palmetto_editor.references.styles.sorting import keys_of, order_of, sort_keys
from palmetto_editor.references.styles.terms import locale_for
from palmetto_editor.references.styles.tree import Node, checked_macros, read_tree, walk
from palmetto_editor.references.styles.variables import csl_json

__all__ = [
    "Cluster",
    "Disambiguation",
    "Kind",
    "NamesShown",
    "Offered",
    "Style",
    "describe",
    "load",
    "offered",
]

Collapse = Literal["", "citation-number", "year", "year-suffix", "year-suffix-ranged"]
KEPT = 4096  # entries and cites that a style remembers
_NOTHING = Node("layout", {})
_SOMEBODY = (Name(family="Somebody"),)  # whoever they are, a style names as many
_COLLAPSES: dict[str, Collapse] = {
    "citation-number": "citation-number",
    "year": "year",
    "year-suffix": "year-suffix",
    "year-suffix-ranged": "year-suffix-ranged",
}


@dataclass(frozen=True, slots=True)
class Cluster:
    """How the cites of one bracket stand together (`cs:citation` and its layout).

    `delimiter` is between cites, `group_delimiter` between works of the same author where they
    collapse, `suffix_delimiter` between year suffixes, `after_collapse` after such a group.
    `suffix_delimiter` and the others are "" where the style does not say. `near_note` is how many
    notes back a note is near, None where the style asks nothing of the notes before;
    `stops_in_quotes`: a stop goes before the quotation mark that it follows, as in America.
    """

    prefix: str
    suffix: str
    delimiter: str
    superscript: bool
    collapse: Collapse
    group_delimiter: str
    suffix_delimiter: str
    after_collapse: str
    near_note: int | None
    stops_in_quotes: bool


class NamesShown(NamedTuple):
    """Of a long list of authors a style names the `first` ones, and perhaps the `last`."""

    first: int
    last: bool


@dataclass(frozen=True, slots=True)
class Disambiguation:
    """What a style does where two works would be cited alike, in the order of CSL 1.0.2."""

    add_names: bool
    add_given: bool
    given_rule: str
    add_year_suffix: bool


def describe(csl: str) -> Offered:
    """What a file that the writer adds calls itself; UserError where it cannot be used."""
    style = _read(csl)
    return Offered(style.id, style.title, style.kind)


def load(name: str, csl: str = "", language: str = "") -> Style:
    """The style with the id, of the text where it is not a shipped one; UserError for neither.

    `language` is that of its words ("and", "pp."), a tag of BCP 47, unless the style has its own.
    """
    return _loaded(name, csl, language)


@lru_cache(32)
def _loaded(name: str, csl: str, language: str) -> Style:
    if csl:
        return _read(csl, language)
    if name not in {style.id for style in offered()}:
        raise UserError(
            f"There is no citation style “{name}” here.",
            "It is none of the styles that come with the program, and no file of it was given.",
            "Choose another style, or add its .csl file.",
        )
    return _read(assets.text(f"styles/{name}.csl"), language)


def _read(csl: str, language: str = "") -> Style:
    return Style(*_checked(csl), language)


@lru_cache(32)  # in each language it is the same file, and reading it takes longest
def _checked(csl: str) -> tuple[Node, Node, dict[str, Node]]:
    """A style's root, its information and its macros; UserError where it cannot be used."""
    root = read_tree(csl)
    if root.tag != "style":
        raise _unusable("It is a file of a language, not a style.")
    info = root.find("info") or Node("info", {})
    if any(link.attrs.get("rel") == "independent-parent" for link in info.all("link")):
        raise _unusable("It only points to another style, which it depends on.")
    citation = root.find("citation")
    if citation is None or citation.find("layout") is None:
        raise _unusable("It does not say what a citation looks like.")
    return root, info, checked_macros(root)


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


def _asks_of_notes(node: Node) -> bool:
    asked = node.attrs.get("variable", ""), node.attrs.get("position", "")
    return "first-reference-note-number" in asked[0] or "near-note" in asked[1]


def _near(distance: str) -> int:
    """CSL 1.0.2: five notes, where a style does not say."""
    return int(distance) if distance.isdecimal() and len(distance) < 5 else 5


class Style:
    """A loaded style. `id` is the last part of its address, `title` what it calls itself.

    `language` is that of the article, which may be another than that of the style's words.
    """

    def __init__(self, root: Node, info: Node, macros: dict[str, Node], language: str) -> None:
        identity, title = info.find("id"), info.find("title")
        self.id = (identity.text if identity else "").rstrip("/").rsplit("/", 1)[-1]
        self.title = title.text if title else self.id
        self.kind: Kind = _kind(root, info)
        self.language = language or "en-US"
        tongue = root.attrs.get("default-locale") or self.language
        suffixes = any(n.attrs.get("variable") == "year-suffix" for n in walk(root))
        self._sheet = Sheet(root, macros, locale_for(tongue, root), suffixes)
        self._looks_back = self.kind == "note" and any(map(_asks_of_notes, walk(root)))
        self._citation = root.find("citation") or Node("citation", {})
        self._bibliography = root.find("bibliography") or self._citation
        self._citation_layout = self._citation.find("layout") or _NOTHING
        self._entry = lru_cache(KEPT)(self._make_entry)
        self._keys = lru_cache(KEPT)(self._make_keys)
        self._cite = lru_cache(KEPT)(self._make_cite)
        self._names_shown = lru_cache(KEPT)(self._make_names_shown)

    @property
    def cluster(self) -> Cluster:
        attrs, layout = self._citation.attrs, self._citation_layout.attrs
        near = attrs.get("near-note-distance", "")
        return Cluster(
            prefix=layout.get("prefix", ""),
            suffix=layout.get("suffix", ""),
            delimiter=layout.get("delimiter", ""),
            superscript=layout.get("vertical-align") == "sup",
            collapse=_COLLAPSES.get(attrs.get("collapse", ""), ""),
            group_delimiter=attrs.get("cite-group-delimiter", ""),
            suffix_delimiter=attrs.get("year-suffix-delimiter", ""),
            after_collapse=attrs.get("after-collapse-delimiter", ""),
            near_note=_near(near) if self._looks_back else None,
            stops_in_quotes=self._sheet.locale.punctuation_in_quotes,
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

    @property
    def label(self) -> str:
        """How the list writes the number 1: `1.`, `[1]`; "" where it writes none."""
        nodes = (self._bibliography.find("layout") or _NOTHING).kids
        if self.kind != "numeric":
            return ""
        scope = Scope(self._sheet, self._bibliography, {"type": ""}, Place(number=1))
        first = next(iter(elements(nodes, scope)), ())
        text = text_of(first).strip()
        return text if "1" in text else ""

    def entry(
        self, reference: Reference, year_suffix: str = "", after: Reference | None = None
    ) -> str:
        """Safe HTML of an entry without its number.

        `after` is the work of the entry before, for styles that put a dash for the same authors.
        """
        shown, people = self._entry(reference, year_suffix, dashed=False)
        dashes = after is not None and "subsequent-author-substitute" in self._bibliography.attrs
        if dashes and people and people == self._entry(after, "", dashed=False)[1]:
            return self._entry(reference, year_suffix, dashed=True)[0]
        return shown

    def names_shown(self, reference: Reference) -> NamesShown | None:
        """Which authors an entry or a first cite of the work names, were there more of them than
        the style ever prints; None where it prints all.
        """
        return self._names_shown(replace(reference, author=_SOMEBODY))

    def order(self, references: Sequence[Reference]) -> tuple[int, ...]:
        """The order of the list as indices; as they come where the style does not sort."""
        if self._bibliography is self._citation:
            return tuple(range(len(references)))
        return self._sorted(references, self._bibliography)

    def cite(self, reference: Reference, place: Place) -> str:
        """Safe HTML of one cite, without the brackets of the cluster; "" where it says nothing."""
        return self._cite(reference, place)[0]

    def cited_names(self, reference: Reference, place: Place) -> str:
        """Safe HTML of the names that begin a cite (`Smith`, `Smith and Jones`), "" for none."""
        return self._cite(reference, place)[1]

    def cite_order(self, references: Sequence[Reference]) -> tuple[int, ...]:
        """The order of the cites of a cluster, as indices; as written where none is asked for."""
        return self._sorted(references, self._citation)

    def _sorted(self, references: Sequence[Reference], area: Node) -> tuple[int, ...]:
        asked = sort_keys(area)
        if not asked:
            return tuple(range(len(references)))
        keys = [self._keys(reference, area.tag) for reference in references]
        return order_of(keys, [key.attrs.get("sort") == "descending" for key in asked])

    def _make_keys(self, reference: Reference, tag: str) -> tuple[str, ...]:
        area = self._citation if tag == "citation" else self._bibliography
        return keys_of(reference, area, self._sheet)

    def _make_names_shown(self, reference: Reference) -> NamesShown | None:
        manners: list[Manner] = []
        for area in (self._bibliography, self._citation):
            scope = self._scope(reference, area, Place())
            self._laid_out(scope)
            manners += [manner for manner in scope.manners if manner.form != "count"]
        if not all(manner.least for manner in manners):
            return None
        first = max((manner.shown for manner in manners), default=0)
        return NamesShown(first, any(manner.with_last for manner in manners))

    def _make_entry(self, reference: Reference, suffix: str, *, dashed: bool) -> tuple[str, str]:
        """The entry, and who it is by as far as a dash may stand for them."""
        scope = self._scope(reference, self._bibliography, Place(year_suffix=suffix))
        scope.dashed = dashed
        text = self._laid_out(scope)
        return html(text, self._sheet.locale), scope.people

    def _make_cite(self, reference: Reference, place: Place) -> tuple[str, str]:
        scope = self._scope(reference, self._citation, place)
        text = concatenated(elements(self._citation_layout.kids, scope))
        return html(text, self._sheet.locale), html(scope.lead, self._sheet.locale)

    def _scope(self, reference: Reference, area: Node, place: Place) -> Scope:
        return Scope(self._sheet, area, csl_json(reference), place)

    def _laid_out(self, scope: Scope) -> Runs:
        layout = scope.area.find("layout") or _NOTHING
        return scope.shaped(layout, concatenated(elements(layout.kids, scope)))
