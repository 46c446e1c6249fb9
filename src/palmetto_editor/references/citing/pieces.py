"""What citing asks of a style: how one cite is to be printed, and how a cluster is put together.

The words are those of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html,
"Citation-specific options"). A style prints single cites; everything between them is done here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from palmetto_editor.model.csl import Reference

Kind = Literal["numeric", "author-date", "note"]
Part = Literal["whole", "author", "rest"]
Position = Literal["first", "subsequent", "ibid", "ibid-with-locator"]
Collapse = Literal["", "citation-number", "year", "year-suffix", "year-suffix-ranged"]


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a work: `label` is a CSL term (`page`, `chapter`), `value` what follows it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The options of a style's `<citation>`. `prefix` and `suffix` stand around a cluster.

    `superscript`: all of it is raised. `by_number`: cites are sorted by their numbers.
    `locators`: the style prints them. `add_names`, `add_given` and `add_year_suffix` are the ways
    in which it tells works apart, `given_rule` whose given names and how. `group_delimiter` stands
    between cites of the same names, `after_collapse` behind a group of them.
    """

    prefix: str = ""
    suffix: str = ""
    delimiter: str = ""
    superscript: bool = False
    collapse: Collapse = ""
    by_number: bool = False
    locators: bool = True
    add_names: bool = False
    add_given: bool = False
    add_year_suffix: bool = False
    given_rule: str = "by-cite"
    group_delimiter: str = ", "
    year_suffix_delimiter: str = ""
    after_collapse: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How one cite is printed. `number` is a text, "" outside numeric styles.

    `part`: all of it; only who wrote it (the first names, or what stands for them); or what is left
    without that. `names` is how many names at least stand before "et al.", 0 for the style's own
    rule; `given` are the indices of the names that bear their given names to be told apart.
    """

    part: Part = "whole"
    number: str = ""
    locator: Locator | None = None
    position: Position = "first"
    year_suffix: str = ""
    names: int = 0
    given: tuple[int, ...] = ()


class Style(Protocol):
    """The side of `references.styles.style.Style` that citations need."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def layout(self) -> Layout: ...
    @property
    def label(self) -> str: ...
    def entry(self, reference: Reference, year_suffix: str = "") -> str: ...
    def order(self, references: Sequence[Reference]) -> tuple[int, ...]: ...
    def cite(self, reference: Reference, how: How) -> str: ...
    def cite_order(self, references: Sequence[Reference]) -> tuple[int, ...]: ...
