"""Markup that a strict reader refuses, or that breaks the page it stands in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from palmetto_editor.checks.graph.marked import Marked, Script
from palmetto_editor.checks.graph.page_rule import in_graph
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured.sound import CONTEXT

_NAMED = 3  # types in a sentence
_DANGEROUS = re.compile(r"<!--|</?script", re.IGNORECASE)
_REST_OF_JSON = re.compile(r"[\"\]]\s*[,}\]]")
_KEYWORD = re.compile(r"[\"“”„][ \t]*@(?:context|type|graph|id)[ \t]*[\"“”„][ \t]*:")
_ESCAPED_BANG = re.compile(r"<\\!--")


def syntax(page: Marked) -> Iterator[Hit]:
    """Strict JSON: RFC 8259, and no name twice in one object."""
    for script in page.scripts:
        if _is_cut(script):
            continue
        first = {repair.what: repair for repair in reversed(script.found.mended)}
        counted = Counter(repair.what for repair in script.found.mended)
        for what, times in counted.items():
            repair = first[what]
            where = f"line {repair.line}, column {repair.column}"
            words = f" at {quoted(repair.words)}" if repair.words else ""
            often = f", {times} times, first in" if times > 1 else ", in"
            message = f"The markup is not strict JSON: {what}{words}{often} {where}."
            yield Hit(in_graph(script.name), message)
        if stop := script.found.stopped:
            reason = stop.remedy.split(". ")[0].rstrip(".")
            near = f", near {quoted(stop.words)}" if stop.words else ""
            message = f"The markup cannot be read from line {stop.line} on{near}: {_small(reason)}."
            yield Hit(in_graph(script.name), message)


def breakout(page: Marked) -> Iterator[Hit]:
    """Strings that change how a browser reads the script element (WHATWG HTML, 4.12.1.3)."""
    for script in page.scripts:
        if _is_cut(script):
            message = "A </script> within the markup ends it too early; write its < as \\u003c."
            yield Hit(in_graph(script.name), message)
        elif found := _DANGEROUS.search(script.text):
            yield Hit(
                in_graph(script.name),
                f"The markup holds {found[0]}, which can swallow the rest of the page; "
                f"write its < as \\u003c.",
            )
        elif _ESCAPED_BANG.search(script.text):
            message = "The markup holds <\\!--, which is not JSON; write its < as \\u003c."
            yield Hit(in_graph(script.name), message)


def printed(page: Marked) -> Iterator[Hit]:
    """JSON-LD that readers see as text; code samples are meant to be seen."""
    seen = len(_KEYWORD.findall(page.text))
    samples = page.texts("pre, code, textarea") if seen else []
    if seen > sum(len(_KEYWORD.findall(text)) for text in samples):
        message = (
            "The page prints JSON-LD as text that readers see; move it into a script element of "
            "the type application/ld+json."
        )
        yield Hit(in_graph(""), message)


def missing(page: Marked) -> Iterator[Hit]:
    if not page.scripts:
        yield Hit(in_graph(""), "The page has no JSON-LD; add its markup in a script element.")


def context(page: Marked) -> Iterator[Hit]:
    """Exactly schema.org's address, which every program knows without fetching it, and no other
    within the markup.
    """
    for script in page.scripts:
        outer = [root.get("@context") for root in _roots(script)]
        said = next((one for one in (*outer, *_within(script)) if one != CONTEXT), CONTEXT)
        if said != CONTEXT:
            has = quoted(said) if isinstance(said, str) else "a context of its own"
            has = "no @context" if said is None else has
            message = f"The markup has {has}; write “@context”: “{CONTEXT}”, and that exactly."
            yield Hit(in_graph(script.name, "@context"), message)


def keywords(page: Marked) -> Iterator[Hit]:
    """@id and @type are texts. JSON-LD allows several types, many of its readers take one."""
    for node in page.proper:
        kind, identifier = node.get("@type"), node.get("@id")
        if isinstance(kind, list) and kind and all(isinstance(k, str) and k for k in kind):
            names = " and ".join(map(quoted, kind[:_NAMED]))
            message = f"A node has a list of types, {names}; write the one that says most."
            yield Hit(in_graph(page.name(node), "@type"), message)
        elif "@type" in node and not (isinstance(kind, str) and kind):
            yield Hit(in_graph(page.name(node), "@type"), "A node has an @type that is no text.")
        if "@id" in node and not isinstance(identifier, str):
            yield Hit(in_graph(page.name(node), "@id"), "A node has an @id that is no text.")


def no_type(page: Marked) -> Iterator[Hit]:
    for node in page.proper:
        held = page.holder(node)
        is_reverse = "@reverse" in node or (held is not None and held[1] == "@reverse")
        known = page.nodes.resolved(node)  # a reference may bear a name, as plugins write it
        if "@type" not in known and not is_reverse:
            as_what = f", as {quoted(held[1])}," if held else ""
            message = f"The markup has a node without @type{as_what} which nobody can understand."
            yield Hit(in_graph(page.name(node), "@type"), message)


def empty(page: Marked) -> Iterator[Hit]:
    for node in page.proper:
        for name, value in node.items():
            if value in ("", [], {}) or value is None or _is_blank(value):
                message = f"The markup has an empty {quoted(name)}; fill it or leave it out."
                yield Hit(in_graph(page.name(node), name), message)


def _is_blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def _is_cut(script: Script) -> bool:
    """Whether the script element ended where the JSON did not: the rest of it stands behind."""
    return script.found.stopped is not None and bool(_REST_OF_JSON.search(script.after))


def _roots(script: Script) -> Iterator[dict[str, Any]]:
    for value in script.found.values:
        items = value if isinstance(value, list) else [value]
        yield from (item for item in items if isinstance(item, dict))


def _within(script: Script) -> Iterator[Any]:
    """The contexts of what stands within the markup."""
    waiting: list[Any] = [value for root in _roots(script) for value in root.values()]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if "@context" in value:
                yield value["@context"]
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
