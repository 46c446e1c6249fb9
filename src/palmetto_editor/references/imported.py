"""What a reader of references gives: every record of a source, read or refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from palmetto_editor.model.csl import Reference

SURE = 1.0
DOUBTFUL = 0.8  # a field read with less confidence is shown to the writer as doubtful


@dataclass(frozen=True, slots=True)
class Record:
    """One work. `origin` says where it stood (`library.bib, line 12`), `source` how.

    `confidence` is between 0 and 1 for each field that was guessed, by attribute name; a field that
    is not in it was stated. `remarks` are sentences for the writer: what was mended, what found
    no field.
    The reference's `id` is the source's own key, or "" where it has none.
    """

    reference: Reference
    origin: str = ""
    source: str = ""
    confidence: Mapping[str, float] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    def is_doubtful(self, name: str) -> bool:
        """Whether a field, by its attribute's name, was read without being sure."""
        return self.confidence.get(name, SURE) < DOUBTFUL


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that could not be read: where it stood, its text, and why, as a sentence."""

    origin: str
    source: str
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """All records of one source, in its order. `format` is the name that a writer knows.

    Every record that the source holds is in `records` or in `refused`; `remarks` tell what was
    mended in the source as a whole.
    """

    format: str
    records: tuple[Record, ...] = ()
    refused: tuple[Refused, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many records the source holds, read or not."""
        return len(self.records) + len(self.refused)
