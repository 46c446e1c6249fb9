"""A theme: a folder of resources with `theme.css` and a Jinja2 template for each part of a page.

Templates escape whatever is not `Markup`, so a field of the article cannot become an element.
Resources are part of the program; nothing of a theme comes from an article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from palmetto_editor import assets

DEFAULT = "default"
# What HTML cannot hold, and the marks of slots, which only rendered texts may bear.
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ue000-\ue002]")


@dataclass(frozen=True, slots=True)
class Theme:
    """`css` goes into the page's head as it is."""

    name: str
    css: str
    _templates: Environment = field(repr=False, compare=False)

    def render(self, part: str, **values: Any) -> str:
        """A part of the page, on lines of its own, without a line end after it."""
        return _UNSHOWN.sub("", self._templates.get_template(f"{part}.html").render(values).strip())


def names() -> tuple[str, ...]:
    return assets.names("themes")


@cache
def load(name: str) -> Theme:
    """The theme of this name; the default where there is none."""
    known = name if name in names() else DEFAULT
    folder = f"themes/{known}"
    templates = Environment(
        autoescape=True,
        loader=FunctionLoader(lambda template: assets.text(f"{folder}/{template}")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return Theme(known, assets.text(f"{folder}/theme.css"), templates)


def safe(html: str) -> Markup:
    """HTML that is escaped or sanitised already."""
    return Markup(html)  # noqa: S704 # the callers' texts come from `fill` and `references`
