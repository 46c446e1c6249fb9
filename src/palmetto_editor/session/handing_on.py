"""The list of references as a file for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from palmetto_editor.model.csl import Reference

Form = Literal["bibtex", "ris", "csl-json"]
FORMS: tuple[tuple[Form, str, str], ...] = (
    ("bibtex", "BibTeX", ".bib"),
    ("ris", "RIS", ".ris"),
    ("csl-json", "CSL-JSON", ".json"),
)


def form_of(path: Path, chosen: Form = "bibtex") -> tuple[Path, Form]:
    """The form that a file's name asks for; a name without an ending gets the chosen one's."""
    for form, _, suffix in FORMS:
        if path.suffix.casefold() == suffix:
            return path, form
    suffix = next(suffix for form, _, suffix in FORMS if form == chosen)
    return path.with_name(path.name + suffix), chosen


def write_file(references: Sequence[Reference], path: Path, form: Form) -> Path:
    """Write the references, all or nothing; UserError where the disk refuses."""
    from palmetto_editor.bundle.disk import replace_file, told
    from palmetto_editor.references.formats.write import write

    with told(f"{path.name} could not be written."):
        replace_file(path, write(references, form).encode())
    return path
