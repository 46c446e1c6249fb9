"""The citation style that an article is shown in, for rules that depend on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from palmetto_editor.errors import UserError
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
