"""Names of people in a style: their order, their parts, "and" and "et al." (`cs:name`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from palmetto_editor.references.styles.initials import initialised
from palmetto_editor.references.styles.runs import Runs, affixed, concatenated, joined, plain
from palmetto_editor.references.styles.scope import Scope
from palmetto_editor.references.styles.tree import Node
from palmetto_editor.references.styles.variables import OTHERS

Person = dict[str, str]
# Scripts that part given and family name by a space (CSL 1.0.2, "Name-part Order").
_SPACED = re.compile(r"[A-Za-z\u00aa-\u00ff\u0100-\u058f\u0590-\u07ff\u1e00-\u1fff]")
_EMPTY = Node("name", {})


@dataclass(frozen=True, slots=True)
class Manner:
    """How names are written: the options of a `cs:name` with what it inherits."""

    node: Node
    form: str
    delimiter: str
    conjunction: str
    before_et_al: str
    before_last: str
    least: int  # from this many names on, only the first `shown` are written
    shown: int
    with_last: bool
    mark: str | None
    initials: bool
    hyphen: bool
    inverted: str
    separator: str
    demoted: bool

    def is_inverted(self, index: int) -> bool:
        return self.inverted == "all" or (self.inverted == "first" and index == 0)


def manner(node: Node | None, scope: Scope) -> Manner:
    node = node or _EMPTY
    attrs = node.attrs | (scope.sorting or {})

    def get(name: str, default: str = "", inherited: str = "") -> str:
        found = attrs.get(name)
        return scope.option(inherited or name, default) if found is None else found

    joins = "" if scope.sorting is not None else get("and")  # no word between names decides
    conjunction = {"text": scope.sheet.locale.term("and"), "symbol": "&"}.get(joins, "")
    mark = get("initialize-with", "\0")
    style = Manner(
        node=node,
        form=get("form", "long", "name-form"),
        delimiter=get("delimiter", ", ", "name-delimiter"),
        conjunction=conjunction,
        before_et_al=get("delimiter-precedes-et-al", "contextual"),
        before_last=get("delimiter-precedes-last", "contextual"),
        least=_count(get("et-al-min")),
        shown=_count(get("et-al-use-first", "1")) or 1,
        with_last=get("et-al-use-last") == "true",
        mark=None if mark == "\0" else mark,
        initials=get("initialize", "true") != "false",
        hyphen=scope.option("initialize-with-hyphen", "true") != "false",
        inverted=get("name-as-sort-order"),
        separator=get("sort-separator", ", "),
        demoted=scope.option("demote-non-dropping-particle", "display-and-sort")
        in (("display-and-sort", "sort-only") if scope.sorting else ("display-and-sort",)),
    )
    if not scope.cites or scope.sorting is not None:
        return style
    if scope.place.position != "first":  # later cites may be shorter, ambiguous ones are longer
        least = _count(get("et-al-subsequent-min")) or style.least
        shown = _count(get("et-al-subsequent-use-first")) or style.shown
        style = replace(style, least=least, shown=shown)
    return replace(style, shown=max(style.shown, scope.place.names_shown))


def _told_apart(style: Manner, index: int, scope: Scope) -> Manner:
    """With the given name where another has the same family name."""
    place = scope.place
    told = place.given_names and scope.cites and scope.sorting is None
    if not told or (place.given and index not in place.given):
        return style
    if style.form == "short":
        return replace(style, form="long", initials=place.given_names == 1)
    return replace(style, initials=False) if place.given_names == 2 else style


def _count(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 5 else 0


def people(names: Sequence[Person], style: Manner, et_al: Runs, scope: Scope) -> Runs:
    """All of a role's names as the style writes them."""
    cut = names[-1].get("literal") == OTHERS and len(names) > 1
    known = names[:-1] if cut else names
    truncated = bool(style.least) and len(names) >= style.least and len(known) > style.shown
    shown = known[: style.shown] if truncated else known
    if style.form == "count":
        scope.counted_names += len(shown)
        return plain(str(len(shown)))
    written = [
        _person(name, _told_apart(style, index, scope), index, scope)
        for index, name in enumerate(shown)
    ]
    if truncated and style.with_last and len(known) > style.shown + 1 and not cut:
        last = _person(known[-1], style, len(known) - 1, scope)
        return concatenated((joined(written, style.delimiter), plain(style.delimiter + "… "), last))
    if truncated or cut:
        between = style.delimiter if _comma_before_et_al(style, len(shown)) else " "
        return concatenated(
            (joined(written, style.delimiter), plain(between) if et_al else (), et_al)
        )
    return _in_order(written, style)


def _comma_before_et_al(style: Manner, count: int) -> bool:
    if style.before_et_al == "after-inverted-name":
        return style.is_inverted(count - 1)
    return style.before_et_al == "always" or (style.before_et_al == "contextual" and count > 1)


def _in_order(written: list[Runs], style: Manner) -> Runs:
    if not style.conjunction or len(written) < 2:
        return joined(written, style.delimiter)
    count = len(written)
    before = style.before_last
    comma = before == "always" or (before == "contextual" and count > 2)
    if before == "after-inverted-name":
        comma = style.is_inverted(count - 2)
    gap = style.delimiter if comma else " "
    gap = gap if gap.endswith(" ") else gap + " "
    first = joined(written[:-1], style.delimiter)
    return concatenated((first, plain(f"{gap}{style.conjunction} "), written[-1]))


def _person(name: Person, style: Manner, index: int, scope: Scope) -> Runs:
    return scope.shaped(style.node, _parts(name, style, index, scope))


def _parts(name: Person, style: Manner, index: int, scope: Scope) -> Runs:
    name = {part: text.replace("'", "’") for part, text in name.items()}
    if literal := name.get("literal"):
        return _part("family", plain(literal), style, scope)
    family, given = name.get("family", ""), name.get("given", "")
    particle, dropping = name.get("non-dropping-particle", ""), name.get("dropping-particle", "")
    suffix = name.get("suffix", "")
    if style.form == "short":
        return _part("family", plain(_words(particle, family) or given), style, scope)
    if not _SPACED.search(family + given):
        return concatenated((_family(family, style, scope), _given(given, style, scope)))
    given = _given_name(given, style)
    if not style.is_inverted(index):
        first = _given(_words(given, dropping), style, scope)
        return _spaced(first, _family(_words(particle, family), style, scope), plain(suffix))
    front = family if style.demoted else _words(particle, family)
    back = _words(given, dropping, particle if style.demoted else "")
    parts = (_family(front, style, scope), _given(back, style, scope), plain(suffix))
    return joined(parts, style.separator)


def _given_name(given: str, style: Manner) -> str:
    if style.mark is None or not given:
        return given
    return initialised(given, style.mark, whole=not style.initials, hyphen=style.hyphen)


def _family(text: str, style: Manner, scope: Scope) -> Runs:
    return _part("family", plain(text), style, scope)


def _given(text: str, style: Manner, scope: Scope) -> Runs:
    return _part("given", plain(text), style, scope)


def _part(which: str, text: Runs, style: Manner, scope: Scope) -> Runs:
    for node in style.node.kids:
        if node.tag == "name-part" and node.attrs.get("name") == which and text:
            return scope.shaped(node, text)
    return text


def _words(*texts: str) -> str:
    """With a space between, none after an apostrophe or a hyphen (`d’`, `al-`)."""
    out = ""
    for text in texts:
        out += text if not out or out[-1] in "’'-" or not text else f" {text}"
    return out


def _spaced(*parts: Runs) -> Runs:
    shown = [part for part in parts if part]
    if len(shown) > 1 and shown[0][-1][0][-1:] in ("’", "'"):
        return concatenated((*shown[:2], *(affixed(" ", part, "") for part in shown[2:])))
    return joined(shown, " ")
