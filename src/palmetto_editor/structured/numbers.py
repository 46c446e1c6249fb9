"""Numbers of publications, checked by their own check digits: `references.identifiers`."""

from __future__ import annotations

from palmetto_editor.references.identifiers import isbn as isbn
from palmetto_editor.references.identifiers import issns as issns
