"""The pieces of a cite: where in the work, and how the style is to print it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Part = Literal["whole", "names", "rest"]  # a cite; who it is by; what is left without that
Position = Literal["first", "subsequent", "ibid", "ibid-with-locator"]


class Stand(NamedTuple):
    """Where a cite stands among those before it, and of a note style which notes those are in.

    `near` is CSL's `near-note`; `first_note` the number of the note that cites the work first, 0
    for the first cite and outside of notes.
    """

    position: Position = "first"
    near: bool = False
    first_note: int = 0


FIRST = Stand()


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a work: `label` is a CSL term (`page`, `chapter`), `value` what follows it.

    Without a label it is words that stand for themselves.
    """

    label: str
    value: str
