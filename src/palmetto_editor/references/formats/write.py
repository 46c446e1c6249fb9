"""References as a file that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Literal

from palmetto_editor.model.csl import Reference

Form = Literal["bibtex", "ris", "csl-json"]

# The writer of each form, imported where it is asked for: some of their libraries are slow.
_WRITERS: dict[Form, str] = {"bibtex": "write_bibtex", "ris": "write_ris", "csl-json": "write_csl"}


def write(references: Sequence[Reference], form: Form) -> str:
    """The references in their order; `read` gives them back as far as the format can say them.

    CSL-JSON says all of it. BibTeX has no place for evidence and what a look-up found, nor for
    which particle of a name drops; RIS has none for the type of some works either, nor for the
    second date of a span.
    """
    module = import_module(f"palmetto_editor.references.formats.{_WRITERS[form]}")
    writer: Callable[[Sequence[Reference]], str] = module.written
    return writer(references)
