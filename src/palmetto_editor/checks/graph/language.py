"""One language: of the markup, of the HTML, and of what link previews are told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.graph.marked import Marked, text
from palmetto_editor.checks.graph.page_rule import in_graph, in_head
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured.language import is_tag
from palmetto_editor.structured.wild.nodes import many

_LOCALE = re.compile(r"[a-z]{2,3}(?:_[A-Za-z]{4})?(?:_(?:[A-Z]{2}|[0-9]{3}))?")
_DIALECTS = re.compile(r"_[A-Z]{2}$")


def tag(page: Marked) -> Iterator[Hit]:
    """A text is a tag by BCP 47; a node may be a Language with a name."""
    for node in page.proper:
        for value in many(node.get("inLanguage")):
            if isinstance(value, str) and value.strip() and not is_tag(value.strip()):
                message = f"The inLanguage {quoted(value)} is no language tag such as en-GB."
                yield Hit(in_graph(page.name(node), "inLanguage"), message)


def html(page: Marked) -> Iterator[Hit]:
    """`<html lang>` is a tag, and that of the article."""
    written = "".join(page.page.values("html", "lang"))
    marked = dict.fromkeys(_marked(page))
    if not written:
        message = "The page does not say its language; add lang to its html element."
        yield Hit(in_head("lang"), message)
    elif not is_tag(written):
        yield Hit(in_head("lang"), f"The page’s lang {quoted(written)} is no language tag.")
    for said in marked if is_tag(written) else ():
        if said.casefold() != written.casefold():
            message = f"The page’s lang is {quoted(written)}, but its markup says {quoted(said)}."
            yield Hit(in_head("lang"), message)


def locale(page: Marked) -> Iterator[Hit]:
    """`og:locale` is the same in its own spelling, `en_GB`; one without a region may have one."""
    said = "".join(page.page.values('meta[property="og:locale"]', "content")[:1])
    written = "".join(page.page.values("html", "lang")) or next(_marked(page), "")
    if not said:
        return
    if not _LOCALE.fullmatch(said):
        wanted = quoted(written.replace("-", "_") or "en_GB")
        message = f"The og:locale {quoted(said)} is not written like {wanted}."
        yield Hit(in_head("og_locale"), message)
    elif is_tag(written) and written.replace("-", "_") not in (said, _DIALECTS.sub("", said)):
        message = f"The og:locale is {quoted(said)}, but the page’s language {quoted(written)}."
        yield Hit(in_head("og_locale"), message)


def _marked(page: Marked) -> Iterator[str]:
    """The tags that the article, its page and what else is this page say."""
    return filter(is_tag, (text(node.get("inLanguage")) for node in page.speaking))
