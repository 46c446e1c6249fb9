"""Faults of questions and answers."""

from __future__ import annotations

from fault_articles import question
from faults.case import Case, in_article

CASES: dict[str, list[Case]] = {
    "faq.answer": [in_article(question(answer=" "), question(), "faq[new].answer", "“Why?”")],
    "faq.question": [in_article(question(question=""), question(), "faq[new].question", "“So.”")],
    "faq.empty": [
        in_article(question(question="", answer=""), question(), "faq[new].question", "empty")
    ],
    "faq.twice": [
        in_article(
            question(question="WHEN do they feed"),
            question(question="WHERE do they feed"),
            "faq[new].question",
            "twice",
        )
    ],
}
