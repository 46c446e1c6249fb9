"""How a fix cites: the key as Pandoc writes it, and the style that the article is shown in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from palmetto_editor.errors import UserError
from palmetto_editor.model.naming import CITATION_KEY
from palmetto_editor.model.publication import Citations

if TYPE_CHECKING:
    from palmetto_editor.references.styles.style import Style


def style_of(citations: Citations) -> Style | None:
    """The style; None where it cannot be used, which the page tells."""
    from palmetto_editor.references.styles.style import load  # slow: it reads the style

    try:
        return load(citations.style, citations.csl)
    except UserError:
        return None


def at(key: str) -> str:
    """`@wren2019`; a key of an unusual shape stands in braces."""
    return f"@{key}" if CITATION_KEY.fullmatch(key) else f"@{{{key}}}"
