"""The pieces of a cite: where in the work, and how the style is to print it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Part = Literal["whole", "names", "rest"]  # a cite; who it is by; what is left without that
Position = Literal["first", "subsequent", "ibid", "ibid-with-locator"]


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a work: `label` is a CSL term (`page`, `chapter`), `value` what follows it.

    Without a label it is words that stand for themselves.
    """

    label: str
    value: str
