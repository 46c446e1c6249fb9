"""Claims, sentence by sentence, and sentences as like them as can be that claim nothing."""

from __future__ import annotations

from dataclasses import replace

from fault_articles import GOOD
from faults.case import Case, in_article
from palmetto_editor.model.publication import Checks
from palmetto_editor.model.values import Article
from sample_articles import publication

SHARED = replace(publication(), checks=Checks(packs=("research-use-only",)))
SILENT = replace(GOOD, notice="")


def _saying(sentence: str, heading: str = "More words") -> Article:
    return replace(SILENT, body=f"{SILENT.body}\n## {heading}\n\n{sentence}\n")


def _case(
    broken: str, words: str, neighbour: str, *beside: str, heading: str = "More words"
) -> Case:
    article = _saying(broken, heading)
    start = article.body.index(words, len(SILENT.body) + len(heading) + 3)
    place = f"body:{start}-{start + len(words)}"
    rules = [f"claims.{name}" for name in beside]
    sound = _saying(neighbour, heading)
    return in_article(article, sound, place, "“", beside=rules, shared=SHARED)


_DENIES = "It was seen only in birds."
_TELLS = "Another study was of human volunteers [@wren2019]."
_NOTICE = replace(_saying("It treats arthritis."), notice="For research use only.")

CASES: dict[str, list[Case]] = {
    "claims.disease": [
        _case("It treats arthritis.", "treats arthritis", "It does not treat arthritis."),
    ],
    "claims.structure-function": [
        _case("It burns fat.", "burns fat", "It never burns fat."),
        _case("It helps people build muscle.", "people build muscle",
              "It does not help people build muscle."),
    ],
    "claims.metabolic-outcome": [
        _case("Weight loss followed.", "Weight loss", "In birds, weight loss followed."),
    ],
    "claims.dosing": [
        _case("The amount was 100 mcg/kg.", "100 mcg/kg",
              "In birds, the amount was 100 mcg/kg [@wren2019]."),
    ],
    "claims.administration": [
        _case("It came in a syringe.", "syringe", "It came in a syringe [@wren2019]."),
    ],
    "claims.second-person": [
        _case("You will notice it.", "You will", "You will find it below."),
    ],
    "claims.testimonial": [
        _case("Read our customer reviews.", "customer reviews", "Read our literature reviews."),
    ],
    "claims.safety": [_case("It is safe.", "safe", "It is not safe.")],
    "claims.side-effects": [
        _case("The side effects of it are few.", "side effects of",
              "The side effects of it are few [@wren2019]."),
    ],
    "claims.approval": [
        _case("It is FDA-approved.", "FDA-approved", "It is not FDA-approved."),
    ],
    "claims.weak-qualifier": [
        _case("The results are promising.", "promising", "The paper is “A promising result”."),
    ],
    "claims.overreach": [_case("It is proven.", "proven", "It is not proven.")],
    "claims.uncited-finding": [
        _case("It increased the weight of birds.", "increased the weight",
              "It increased the weight of birds [@wren2019]."),
    ],
    "claims.no-model": [
        _case("It raised the pulse rate [@wren2019].", "raised the pulse",
              "It raised the pulse rate of birds [@wren2019]."),
    ],
    "claims.contradiction": [
        _case(f"{_DENIES} {_TELLS}", "only in birds", _TELLS),
    ],
    "claims.commerce": [
        _case("It is for sale.", "for sale", "It is not for sale.", heading="Findings"),
    ],
    "claims.relying-on-notice": [
        in_article(
            _NOTICE,
            replace(_NOTICE, body=_NOTICE.body.replace("treats", "does not treat")),
            "notice",
            "does not cure",
            beside=["claims.disease"],
            shared=SHARED,
        )
    ],
}  # fmt: skip
