"""The elements of CSL 1.0.2 -> runs: what each gives of one work.

Written to agree with pandoc's citeproc, entry by entry (`tests/golden/styles`). An element gives
a list: `cs:choose` has no text of its own, so the delimiter of the group around it stands
between what its branch gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from palmetto_editor.references import addresses
from palmetto_editor.references.styles import counting
from palmetto_editor.references.styles.conditions import holds
from palmetto_editor.references.styles.days import dated, year_suffix
from palmetto_editor.references.styles.people import Manner, Person, manner, people
from palmetto_editor.references.styles.runs import Runs, concatenated, joined, plain
from palmetto_editor.references.styles.scope import Scope
from palmetto_editor.references.styles.tags import parsed
from palmetto_editor.references.styles.tree import Node
from palmetto_editor.references.styles.variables import clean

_SHORT = {"title": "title-short", "container-title": "container-title-short"}
_ADDRESSES: dict[str, Callable[[str], str]] = {
    "DOI": addresses.doi_address,
    "PMID": addresses.pmid_address,
    "PMCID": addresses.pmcid_address,
    "URL": str,
}
_OF_PLACE = ("citation-number", "locator", "year-suffix", "first-reference-note-number")
_OF_NAMES = ("name", "label", "et-al", "substitute")


def elements(nodes: list[Node], scope: Scope) -> list[Runs]:
    out: list[Runs] = []
    for node in nodes:
        if node.tag == "choose":
            out.extend(_chosen(node, scope))
        elif (render := _RENDER.get(node.tag)) and (text := render(node, scope)):
            out.append(text)
    return out


def _chosen(node: Node, scope: Scope) -> list[Runs]:
    for branch in node.kids:
        if branch.tag == "else" or holds(branch, scope):
            return elements(branch.kids, scope)
    return []


def _group(node: Node, scope: Scope) -> Runs:
    return scope.shaped(node, _together(node, scope))


def _together(node: Node, scope: Scope) -> Runs:
    """Nothing where variables were asked for and all of them are empty."""
    called, filled = scope.called, scope.filled
    text = joined(elements(node.kids, scope), node.attrs.get("delimiter", ""))
    return () if scope.called > called and scope.filled == filled else text


def _text(node: Node, scope: Scope) -> Runs:
    attrs = node.attrs
    if "macro" in attrs:
        text = _together(scope.sheet.macros[attrs["macro"]], scope)
        scope.filled += bool(text)  # for the group around it: a macro that says something
        return scope.shaped(node, text)
    if "variable" in attrs:
        return scope.shaped(node, _variable(attrs["variable"], attrs.get("form", ""), scope))
    if "term" in attrs:
        term = attrs["term"]
        form, plural = attrs.get("form", "long"), attrs.get("plural") == "true"
        word = scope.sheet.locale.term(term, form, plural)
        if term == "no date" and word:
            word += year_suffix(scope, "-")
        return scope.shaped(node, plain(word))
    return scope.shaped(node, plain(attrs.get("value", "")))


def _variable(name: str, form: str, scope: Scope) -> Runs:
    if name in _OF_PLACE:
        return _of_place(name, scope)
    if form == "short" and name in _SHORT and _SHORT[name] in scope.values:
        name = _SHORT[name]
    if name == "page-first":
        page = scope.variable("page")
        return plain(counting.first_page(str(page))) if page else ()
    value = scope.variable(name)
    if not isinstance(value, str):
        return ()
    if name == "page":
        return plain(counting.pages(value, scope.option("page-range-format"), scope.sheet.locale))
    if name in _ADDRESSES:
        is_address = value.lower().startswith(("http:", "https:"))
        return plain(value, value if is_address else _ADDRESSES[name](value))
    return parsed(value)


def _of_place(name: str, scope: Scope) -> Runs:
    """A variable of the cite, not of the work."""
    place = scope.place
    if name == "citation-number":
        return _counted(str(place.number or ""), scope)
    if name == "locator":
        return _counted(_locator(scope), scope)
    if name == "year-suffix":
        scope.filled += bool(place.year_suffix)  # its absence leaves no group empty
        return plain(place.year_suffix)
    if name == "first-reference-note-number":
        return _counted(str(place.first_note) if place.first_note else "", scope)
    return ()


def _locator(scope: Scope) -> str:
    place = scope.place
    located = clean(place.locator)
    if place.label != "page":
        return located
    return counting.pages(located, scope.option("page-range-format"), scope.sheet.locale)


def _counted(text: str, scope: Scope) -> Runs:
    scope.called += 1
    scope.filled += bool(text)
    return plain(text)


def _number(node: Node, scope: Scope) -> Runs:
    name = node.attrs.get("variable", "")
    if name in _OF_PLACE:
        return scope.shaped(node, _of_place(name, scope))
    value = scope.variable("page" if name == "page-first" else name)
    if not isinstance(value, str):
        return ()
    if name == "page-first":
        return scope.shaped(node, plain(counting.first_page(value)))
    if not counting.is_numeric(value):
        return scope.shaped(node, parsed(value))
    shown = counting.in_form(value, node.attrs.get("form", "numeric"), scope.sheet.locale)
    return scope.shaped(node, plain(shown))


def _label(node: Node, scope: Scope) -> Runs:
    name = node.attrs.get("variable", "")
    value = scope.place.locator if name == "locator" else str(scope.values.get(name) or "")
    if name == "citation-number":
        value = str(scope.place.number or "")
    if not value or name in scope.used:
        return ()
    term = scope.place.label if name == "locator" else name
    many = value != "1" if name.startswith("number-of-") else counting.is_many(value)
    return _labelled(node, term, many, scope)


def _labelled(node: Node, term: str, many: bool, scope: Scope) -> Runs:
    plural = {"always": True, "never": False}.get(node.attrs.get("plural", ""), many)
    word = scope.sheet.locale.term(term, node.attrs.get("form", "long"), plural)
    return scope.shaped(node, plain(word))


def _names(node: Node, scope: Scope) -> Runs:
    """The names, or the first of what may stand for them that says something."""
    bare = not any(kid.tag in _OF_NAMES for kid in node.kids)
    like = scope.standing_for if bare else None
    text = _roles(node, like or node, scope) or _substituted(node, scope)
    if not text or scope.lead or scope.sorting is not None or scope.standing_for is not None:
        return text
    scope.lead = text
    if scope.place.without_names:
        return ()
    if scope.dashed:
        return plain(scope.area.attrs.get("subsequent-author-substitute", ""))
    return text


def _roles(node: Node, like: Node, scope: Scope) -> Runs:
    roles = node.attrs.get("variable", "").split()
    shared = _shared_role(roles, scope)
    named = list(_named([shared] if shared else roles, scope))
    if not named and not scope.counted_names:  # nobody to write, whatever the manner
        return ()
    style = manner(like.find("name"), scope)
    parts = []
    for role, names in named:
        parts.append(_role(role, names, like, scope, style))
        if role == "author":
            scope.manners.append(style)
        scope.people = scope.people or repr(names)
    delimiter = node.attrs.get("delimiter", like.attrs.get("delimiter"))
    between = scope.option("names-delimiter") if delimiter is None else delimiter
    text = joined(parts, between)
    if style.form == "count":
        return plain(str(scope.counted_names)) if scope.counted_names else ()
    shape = node if like is node else Node("names", like.attrs | node.attrs)
    return scope.shaped(shape, text)


def _named(roles: list[str], scope: Scope) -> Iterator[tuple[str, list[Person]]]:
    """The roles that somebody has, and who they are."""
    for role in roles:
        names = scope.variable("editor" if role == "editortranslator" else role)
        if isinstance(names, list):
            yield role, names


def _shared_role(roles: list[str], scope: Scope) -> str:
    """An editor who is the translator too has one label for both."""
    if sorted(roles) != ["editor", "translator"] or not scope.sheet.locale.has("editortranslator"):
        return ""
    editor = scope.values.get("editor")
    same = editor and editor == scope.values.get("translator")
    return "editortranslator" if same and "editor" not in scope.used else ""


def _role(role: str, names: list[Person], like: Node, scope: Scope, style: Manner) -> Runs:
    name, label, et_al = like.find("name"), like.find("label"), like.find("et-al")
    term = et_al.attrs.get("term", "et-al") if et_al else "et-al"
    others = plain(scope.sheet.locale.term(term))
    others = scope.shaped(et_al, others) if et_al else others
    text = people(names, style, others, scope)
    if not label or style.form == "count" or not text:
        return text
    many = len(names) > 1
    word = _labelled(label, role, many, scope)
    before = like.kids.index(label) < (like.kids.index(name) if name else len(like.kids))
    return concatenated((word, text) if before and name else (text, word))


def _substituted(node: Node, scope: Scope) -> Runs:
    substitute = node.find("substitute")
    outer, scope.standing_for = scope.standing_for, node
    text: Runs = ()
    for kid in _alternatives(substitute.kids, scope) if substitute else ():
        shown = set(scope.shown)
        text = concatenated(elements([kid], scope))
        if text:
            scope.used |= scope.shown - shown
            break
    scope.standing_for = outer
    return text


def _alternatives(nodes: list[Node], scope: Scope) -> Iterator[Node]:
    """What may stand for names, one after the other, those of a branch taken among them."""
    for node in nodes:
        if node.tag == "choose":
            branch = next((b for b in node.kids if b.tag == "else" or holds(b, scope)), None)
            yield from _alternatives(branch.kids if branch else [], scope)
        else:
            yield node


_RENDER: dict[str, Callable[[Node, Scope], Runs]] = {
    "text": _text,
    "number": _number,
    "label": _label,
    "group": _group,
    "date": dated,
    "names": _names,
}
