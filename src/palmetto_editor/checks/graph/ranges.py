"""Whether the value of a property is of a kind that schema.org gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from palmetto_editor.checks.graph.marked import Marked
from palmetto_editor.checks.graph.page_rule import in_graph
from palmetto_editor.checks.graph.vocabulary import Term, vocabulary
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured.addresses import is_absolute
from palmetto_editor.structured.wild.nodes import many, types

_NUMBER = re.compile(r"\s*[+-]?\d[\d., ]*\s*%?\s*")
_DATES = frozenset({"Date", "DateTime", "Time"})  # `dates` asks them
_PEOPLE = frozenset({"author", "creator"})  # `people` asks them of the article
_TEXTS = frozenset({"Text", "Duration", *_DATES})
_COUNTED = frozenset({"QuantitativeValue", "Quantity", "MonetaryAmount", "PriceSpecification"})


def range_(page: Marked) -> Iterator[Hit]:
    """A value of a wrong kind: a text where schema.org wants a thing, or a thing of another type.

    A number may stand as a text, and a plain number for a quantity, as search engines take both.
    """
    known = vocabulary()
    for node in page.proper:
        held = page.holder(node)
        if held is not None and held[1] == "@reverse":
            continue
        for name, value in node.items():
            term = known.properties.get(name)
            if term is None or not term.ranges or _is_asked_elsewhere(page, node, name):
                continue
            for item in many(value):
                wrong = _wrong(page, term, page.nodes.resolved(item))
                if wrong:
                    wanted = _listed(term.ranges)
                    message = f"The value of {quoted(name)} is {wrong}; schema.org wants {wanted}."
                    yield Hit(in_graph(page.name(node), name), message)
                    break


def _is_asked_elsewhere(page: Marked, node: Any, name: str) -> bool:
    """Rules of their own speak of the article's authors, of its works, of questions and trails."""
    if node is page.article and (name in _PEOPLE or name == "citation"):
        return True
    return name in ("mainEntity", "acceptedAnswer") and page.is_a(node, "FAQPage", "Question")


def _wrong(page: Marked, term: Term, item: Any) -> str:
    """What an unfit value is, in words; "" for one that fits."""
    if item is None:
        return ""
    if isinstance(item, dict):
        kinds = [kind for kind in types(item) if kind in vocabulary().types]
        if not kinds or page.is_a(item, "Role", *term.ranges):
            return ""
        return f"a node of the type {kinds[0]}"
    if isinstance(item, str):
        return "" if _takes_text(term, item) else f"the text {quoted(item)}"
    if isinstance(item, bool):
        return "" if "Boolean" in term.ranges else f"{str(item).lower()}"
    return "" if _takes_number(term) else f"the number {item}"


def _takes_text(term: Term, text: str) -> bool:
    known = vocabulary()
    ranges = term.ranges
    if not text.strip() or known.is_a(ranges, *_TEXTS) or known.is_a(ranges, "Enumeration"):
        return True
    if "URL" in ranges or is_absolute(text.strip()):
        return True  # the address of a thing stands for it
    if "Boolean" in ranges and text.rpartition("/")[2].lower() in ("true", "false"):
        return True
    return _takes_number(term) and _NUMBER.fullmatch(text[:100]) is not None


def _takes_number(term: Term) -> bool:
    known = vocabulary()
    return known.is_a(term.ranges, "Number", "Text", *_COUNTED, *_DATES)


def _listed(names: tuple[str, ...]) -> str:
    shown = names[:4]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"
