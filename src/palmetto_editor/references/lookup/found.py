"""What a look-up gives: records of services, and which services gave none and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from palmetto_editor.model.csl import Reference

Service = Literal["Crossref", "PubMed", "DataCite", "Open Library"]
Verdict = Literal["same", "differs", "only mine", "only theirs"]


@dataclass(frozen=True, slots=True)
class Found:
    """A service's record of a work; its `reference` has no key, its updates are in `palmetto`.

    `address` is the record's page for people. `likeness` is 1 where the record was asked for by
    its identifier, else how like the title asked for it is, between 0 and 1.
    """

    service: Service
    reference: Reference
    address: str = ""
    likeness: float = 1.0


@dataclass(frozen=True, slots=True)
class Silent:
    """A service that gave nothing: a sentence why. `reached` tells that it was asked and knows
    no such work, which is never a proof that there is none.
    """

    service: Service
    why: str
    reached: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What the services said about one work, the likeliest record first."""

    found: tuple[Found, ...] = ()
    silent: tuple[Silent, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """One CSL field on both sides, as text, and how they compare."""

    field: str
    mine: str
    theirs: str
    verdict: Verdict
