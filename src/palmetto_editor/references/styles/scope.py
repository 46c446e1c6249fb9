"""What one rendering knows: the style's sheet, the work, the cite, and what was shown so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from palmetto_editor.references.styles import cases, runs
from palmetto_editor.references.styles.runs import Runs
from palmetto_editor.references.styles.terms import Locale
from palmetto_editor.references.styles.tree import Node

Position = Literal["first", "subsequent", "ibid", "ibid-with-locator"]

_FORMATS = {
    ("font-style", "italic"): runs.ITALIC,
    ("font-style", "oblique"): runs.ITALIC,
    ("font-style", "normal"): runs.UPRIGHT,
    ("font-variant", "small-caps"): runs.CAPS,
    ("font-weight", "bold"): runs.BOLD,
    ("text-decoration", "underline"): runs.LINE,
    ("vertical-align", "sup"): runs.SUP,
    ("vertical-align", "sub"): runs.SUB,
}
_FORMATTED = frozenset(name for name, _ in _FORMATS)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A style made ready: its root, its macros and the words of its language."""

    root: Node
    macros: dict[str, Node]
    locale: Locale
    own_year_suffix: bool  # the style says itself where the letter after the year stands

    @property
    def english(self) -> bool:
        return self.locale.language.startswith("en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a work is cited: what the conditions and variables of `cs:citation` ask for.

    `names_shown` and `given_names` (1 initials, 2 in full) are what disambiguation adds, the
    latter to the names whose indices are `given`, or to all where these are not told; `ambiguous`
    is `cs:if disambiguate`. `without_names` is a suppressed author.
    """

    number: int = 0
    locator: str = ""
    label: str = "page"
    position: Position = "first"
    near: bool = False
    first_note: int = 0
    year_suffix: str = ""
    names_shown: int = 0
    given_names: int = 0
    given: tuple[int, ...] = ()
    ambiguous: bool = False
    without_names: bool = False


@dataclass(slots=True)
class Scope:
    """`area` is `cs:citation` or `cs:bibliography`; `values` the item as CSL-JSON has it."""

    sheet: Sheet
    area: Node
    values: Mapping[str, Any]
    place: Place
    sorting: dict[str, str] | None = None
    called: int = 0  # how many variables were asked for, and how many of them said something
    filled: int = 0
    used: set[str] = field(default_factory=set)  # substituted for names: not shown again
    shown: set[str] = field(default_factory=set)
    lead: Runs = ()  # the first names, or what stands for them
    people: str = ""  # who they are
    manners: list[Any] = field(default_factory=list)  # how authors were written (`people.Manner`)
    dashed: bool = False  # they are those of the entry before
    standing_for: Node | None = None  # the names that something is substituted for
    suffix_done: bool = False
    counted_names: int = 0

    @property
    def cites(self) -> bool:
        return self.area.tag == "citation"

    def option(self, name: str, default: str = "") -> str:
        """An inheritable option: of the area, then of the style."""
        found = self.area.attrs.get(name)
        return self.sheet.root.attrs.get(name, default) if found is None else found

    def variable(self, name: str) -> Any:
        """A variable's value, counted for the groups around it; None where it is empty."""
        self.called += 1
        value = None if name in self.used else self.values.get(name)
        if value:
            self.filled += 1
            self.shown.add(name)
        return value or None

    def _english(self, node: Node) -> bool:
        """Whether title case is for what an element shows: a field in English, or a term."""
        if "variable" not in node.attrs or node.tag == "label":
            return True
        language = self.values.get("language")
        return language.lower().startswith("en") if language else self.sheet.english

    def shaped(self, node: Node, text: Runs) -> Runs:
        """The formats, the case, the quotation marks and the affixes of an element."""
        attrs = node.attrs
        if not text or not attrs:
            return text
        if attrs.get("strip-periods") == "true":
            text = runs.without_periods(text)
        if case := attrs.get("text-case"):
            upright = attrs.get("font-style", "normal") == "normal"
            text = cases.cased(text, case, self._english(node), whole=upright)
        if not _FORMATTED.isdisjoint(attrs):
            for name, value in attrs.items():
                if bit := _FORMATS.get((name, value)):
                    text = runs.formatted(text, bit)
        if attrs.get("quotes") == "true":
            text = runs.quoted(text)
        return runs.affixed(attrs.get("prefix", ""), text, attrs.get("suffix", ""))
