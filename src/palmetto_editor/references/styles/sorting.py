"""The order of works by the keys of a style (`cs:sort`)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from palmetto_editor.model.csl import Reference
from palmetto_editor.references.styles.days import sort_text
from palmetto_editor.references.styles.engine import elements
from palmetto_editor.references.styles.runs import concatenated, text_of
from palmetto_editor.references.styles.scope import Place, Scope, Sheet
from palmetto_editor.references.styles.tree import Node
from palmetto_editor.references.styles.variables import csl_json

_CHANGES = {"names-min": "et-al-min", "names-use-first": "et-al-use-first"}
_SHOWN = ("macro", "variable")
Collated = tuple[str, str]


def order_of(keys: Sequence[Sequence[str]], descending: Sequence[bool]) -> tuple[int, ...]:
    """Indices in the order of the works' keys; without a key last, equal ones as they were."""
    order = list(range(len(keys)))
    for at in reversed(range(len(descending))):
        groups: dict[Collated, list[int]] = {}
        for index in order:
            if keys[index][at]:
                groups.setdefault(collated(keys[index][at]), []).append(index)
        ranked = sorted(groups, reverse=descending[at])
        last = [index for index in order if not keys[index][at]]
        order = [index for rank in ranked for index in groups[rank]] + last
    return tuple(order)


def keys_of(reference: Reference, area: Node, sheet: Sheet) -> tuple[str, ...]:
    """What a work is sorted by in an area, the first key first."""
    return tuple([_key(key, reference, area, sheet) for key in sort_keys(area)])


def sort_keys(area: Node) -> list[Node]:
    sort = area.find("sort")
    return sort.all("key") if sort else []


def _key(key: Node, reference: Reference, area: Node, sheet: Sheet) -> str:
    values = csl_json(reference)
    variable = key.attrs.get("variable", "")
    if isinstance(value := values.get(variable), dict):
        return sort_text(value)
    changed = {_CHANGES[name]: count for name, count in key.attrs.items() if name in _CHANGES}
    scope = Scope(sheet, area, values, Place(), sorting={"name-as-sort-order": "all"} | changed)
    attrs: dict[str, str] = {name: key.attrs[name] for name in _SHOWN if name in key.attrs}
    node = Node("names" if isinstance(value, list) else "text", attrs)
    return text_of(concatenated(elements([node], scope)))


def collated(text: str) -> Collated:
    """A key as readers look words up: without accents, marks and case first, then with them."""
    spread = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in spread if not unicodedata.combining(char))
    letters = "".join(char if char.isalnum() else " " for char in bare)
    return " ".join(letters.casefold().split()), text
