"""Faults of a text that is hard to read, for a publication that asks."""

from __future__ import annotations

from dataclasses import replace

from fault_articles import GOOD, more
from faults.case import Case, in_article
from palmetto_editor.model.publication import Checks, Publication
from sample_articles import publication


def _asking(name: str) -> Publication:
    asked = Checks(severity=((f"readability.{name}", "advice"),))
    return replace(publication(), checks=asked)


def _case(name: str, broken: str, sound: str, marked: str, words: str) -> Case:
    start = len(GOOD.body) + 1
    place = f"body:{start}-{start + len(marked)}" if marked else "body"
    return in_article(
        more(broken),
        more(sound),
        place,
        words,
        shared=_asking(name),
    )


LONG = " ".join(["The tide", *["rises and falls"] * 11, "again."])  # 36 words
PLAIN = "The tide goes out. The birds come in. "
DONE = "The sand was dug. The worms were eaten. "
HARD = (
    "Ornithological investigations characteristically necessitate interdisciplinary collaboration. "
)

CASES: dict[str, list[Case]] = {
    "readability.sentence": [
        _case("sentence", LONG, LONG.replace(" again", ""), LONG, "36 words"),
    ],
    "readability.paragraph": [
        _case(
            "paragraph",
            (PLAIN * 19).strip(),
            (PLAIN * 18).strip(),
            (PLAIN * 19).strip(),
            "152 words",
        )
    ],
    "readability.passive": [
        _case(
            "passive",
            f"## Sand\n\n{DONE * 3}{PLAIN}".strip(),
            f"## Sand\n\n{DONE * 2}{PLAIN * 2}".strip(),
            "",
            "6 of the 8",
        )
    ],
    "readability.ease": [_case("ease", HARD * 20, PLAIN * 13, "", "by Flesch")],
}
SAND = len(GOOD.body) + 1 + len("## Sand\n\n")
CASES["readability.passive"] = [
    replace(case, place=f"body:{SAND}-{SAND + len('The sand was dug.')}")
    for case in CASES["readability.passive"]
]
