"""The rule on colours (WCAG 2.2, 1.4.3): 4.5 to 1 for every word, whatever its size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from palmetto_editor.checks.contrast.cascade import Scheme, Seen, seen
from palmetto_editor.checks.contrast.colours import contrast
from palmetto_editor.checks.contrast.specimen import page
from palmetto_editor.checks.rule import Hit, Pause, Rule, Subject
from palmetto_editor.model.places import Place

LEAST = 4.5
_STYLE = re.compile(r"<style[^>]*>([^<]*(?:<(?!/style>)[^<]*)*)</style>")
_SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def faint(subject: Subject) -> Iterator[Hit]:
    """Words of the theme that those with weak sight cannot tell from their ground."""
    style = _STYLE.search(subject.page.head)
    if style is None:
        return
    for scheme, ratio, found in _faint(subject.publication.theme, style[1], Pause(subject.pause)):
        message = (
            f"In the {scheme} colours of the theme {found.element} is written {found.colour} on "
            f"{found.ground}, a contrast of {ratio:.1f}; {LEAST} is the least."
        )
        yield Hit(Place("publication", field="theme"), message)


@lru_cache(maxsize=8)
def _faint(theme: str, css: str, pause: Pause) -> tuple[tuple[Scheme, float, Seen], ...]:
    """One example of each pair of colours."""
    found: dict[tuple[object, ...], tuple[Scheme, float, Seen]] = {}
    html = page(theme, pause)
    for scheme in _SCHEMES:
        for one in seen(css, html, scheme, pause.call):
            ratio = contrast(one.colour, one.ground)
            if ratio < LEAST:
                found.setdefault((scheme, one.colour, one.ground), (scheme, ratio, one))
    return tuple(found.values())


RULES = (Rule("accessibility.contrast", "warning", faint, reads=("publication", "page.head")),)
