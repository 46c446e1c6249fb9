"""What an article is asked of its markup before it is a page.

What else the rules on pages ask is made so that an article cannot break it, or is asked of the
article's own fields by the rules on metadata, people, dates, images and questions.
"""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.graph.compounds import is_record
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit, Rule, Subject
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place


def compound_type(subject: Subject) -> Iterator[Hit]:
    """A topic that a register of compounds has a record of is marked up as what it is."""
    for index, topic in enumerate(subject.article.metadata.about):
        if topic.kind == "Thing" and any(map(is_record, topic.same_as)):
            place = Place("metadata", field=f"about[{index}].kind")
            name = quoted(topic.name) if topic.name.strip() else "This topic"
            yield Hit(
                place,
                f"{name} is a compound; say so, as a molecular entity or a chemical substance.",
                edits.put(place, "MolecularEntity", "Make it a molecular entity"),
                (edits.put(place, "ChemicalSubstance", "Make it a chemical substance"),),
            )


def faq_search(subject: Subject) -> Iterator[Hit]:
    """For who expects a place in search results of questions that are marked up."""
    if any(each.question.strip() and each.answer.strip() for each in subject.article.faq):
        yield Hit(
            Place("faq"),
            "Google has shown no FAQ results since 7 May 2026: the markup of these questions stays "
            "for its other readers, and promises nothing in search.",
        )


RULES = (
    Rule("graph.compound-type", "error", compound_type, ("metadata",)),
    Rule("graph.faq-search", "advice", faq_search, ("faq",)),
)
